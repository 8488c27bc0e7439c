cimport cython
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cint32s, cint64s, cuint64s, int32s, int64s, uint8s, uint64s
from provenance.kernels.numbers cimport int64, uint64

ctypedef Py_ssize_t size

cdef int LONG, SHORT, SHINGLE
cdef double HALF

cdef class Vocabulary:
    cdef int32s a
    cdef int32s b
    cdef int32s counts_a
    cdef int32s counts_b

@cython.locals(capacity=size, known=size, words=Vocabulary)
cpdef Vocabulary vocabulary(cuint64s hashes_a, cuint64s hashes_b)
cpdef tuple vocabulary_columns(Vocabulary words)
@cython.locals(slot=size)
cdef size number_words(cuint64s hashes, int32s ids, uint64s keys, int32s known_as, size known) noexcept nogil
cdef void count_words(cint32s ids, int32s counts) noexcept nogil
cdef size first_slot(uint64 value, size mask) noexcept nogil
@cython.locals(total=int64)
cdef uint8s rarest_first(cint64s meetings, int64 most) nogil

cpdef int64[:, ::1] long_runs(cuint64s a, cuint64s b)
cpdef int64[:, ::1] shared_runs(cuint64s a, cuint64s b)
cdef void order_runs(int64[:, ::1] runs, int64s order) noexcept nogil
cdef bint comes_before(int64[:, ::1] runs, size one, size other) noexcept nogil
cdef bint meets_any(int64[:, ::1] runs, size run, int64[:, ::1] kept, size count) noexcept nogil
cdef int64[:, ::1] runs_of_words(cuint64s a, cuint64s b) nogil
cdef (size, size) common_ends(cuint64s a, cuint64s b) noexcept nogil
cdef size common_shingles(cuint64s a, cuint64s b, int64s starts_a, int64s starts_b) except -1 nogil
cdef size shingles(cuint64s words, uint64s hashes) noexcept nogil
cdef size extended(
    cuint64s a, cuint64s b, cint64s starts_a, cint64s starts_b, size count, double least, int64[:, ::1] runs, size found
) except -1 nogil
