cimport cython
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint32s, cuint64s, floats, int32s, int64s, uint64s
from provenance.kernels.numbers cimport int64, uint64

ctypedef Py_ssize_t size

cdef uint64 FACTOR

cdef uint64 hashed(uint64 value, uint64 character) noexcept nogil
@cython.locals(mask=size, slot=size)
cdef size slot_of(cuint64s hashes, uint64 wanted) noexcept nogil
@cython.locals(start=size, piece=size, at=size, value=uint64, slot=size)
cpdef int fill(cuint32s codes, cint64s ends, uint64s hashes, int32s places) except -1 nogil
@cython.locals(
    length=size, start=size, end=size, slot=size, count=size, value=uint64, piece=int64, score=double, single=bint,
    best=floats, start_of=int64s, piece_of=int64s, found=int64s
)
cpdef object segment(
    cuint32s text, cuint64s hashes, cint32s places, cfloats scores, int64 unknown, double penalty
)
