cimport cython
from libc cimport math
from provenance.align.kernels.exact cimport size
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cint32s, cuint8s, floats, int32s, int64s, uint8s
from provenance.kernels.numbers cimport int64

cdef int NO_CONTENT, CONTENT, MATCHED

@cython.locals(total=int64)
cpdef void content_words(
    cint32s ids, cint32s counts, cint32s counts_other, cint32s lengths, double highest_rate, size shortest,
    uint8s kinds
) noexcept nogil
@cython.locals(place=size, matched=size, content=size, start=size, end=size, count=size)
cpdef size elevated_runs(
    cuint8s kinds, double rate, double drop, double least, int64[:, ::1] ranges, floats scores
) except -1 nogil
cdef size keep_best(
    size start, size end, double score, int64[:, ::1] ranges, floats scores, size count
) noexcept nogil
@cython.locals(have=size, left=size, best=size)
cpdef size smallest_window(cint32s words, cint32s ids, size needed, size known) except -1 nogil
