cimport cython
from provenance.kernels cimport bits
from provenance.kernels.numbers cimport int32, int64, uint64

ctypedef Py_ssize_t size

@cython.locals(
    half=size, i=size, j=size, word=size, total=int64, less=int64, unlike=uint64, large_a=uint64, large_b=uint64,
    both=uint64
)
cpdef int products(const uint64[:, ::1] a, const uint64[:, ::1] b, int64[:, ::1] table) except -1 nogil
@cython.locals(width=size, kept=size, row=size, i=size, word=size, unlike=int64, place=int64, down=size, below=size)
cpdef int nearest(
    const uint64[:, ::1] asked, const uint64[:, ::1] signs, int64 first, int32[:, ::1] distances, int64[:, ::1] places
) except -1 nogil
cdef bint is_worse(int64 distance, int64 place, int64 other_distance, int64 other_place) noexcept nogil
