cimport cython
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint8s, cuint32s, int32s, uint32s, uint64s
from provenance.kernels cimport numbers
from provenance.kernels.numbers cimport int32, int64, uint32, uint64

ctypedef Py_ssize_t size

cdef int WEAK

@cython.locals(mask=uint64, wanted=uint64, slot=uint64, place=size)
cpdef size number_stems(
    cuint32s hashes, uint64s table, int32s values, int32s ids, uint32s distinct, size known
) noexcept nogil
@cython.locals(piece=size, place=size)
cpdef void count_holders(cint32s ids, cint64s starts, cint32s articles, int32s last, int32s counts) noexcept nogil
@cython.locals(piece=size, place=size, at=size, other=size, count=size, most=size, stem=int32, again=bint)
cpdef void choose_keys(
    cint32s ids, cuint8s flags, cint64s starts, cfloats weights, cuint8s usable, cuint32s hashes,
    int32[:, ::1] keys, int32s counts
) noexcept nogil
@cython.locals(piece=size, place=size, value=uint64, inside=bint)
cpdef void fingerprints(cuint32s hashes, cuint8s flags, int marked, cint64s starts, uint64s found) noexcept nogil
