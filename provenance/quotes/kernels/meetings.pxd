cimport cython
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint8s, cuint64s, floats, int32s, int64s, uint64s
from provenance.kernels cimport numbers
from provenance.kernels.numbers cimport int32, int64, uint64

ctypedef Py_ssize_t size

cdef int MARKED, SUBJECT, MOST_REPEATED
cdef double ROUNDING

cdef class Pieces:
    cdef cint32s ids
    cdef cuint8s flags
    cdef cfloats weights
    cdef cint64s starts
    cdef cint32s articles
    cdef cfloats totals
    cdef const int32[:, ::1] keys
    cdef cint32s counts

cdef class Scratch:
    cdef int32s heads
    cdef int32s tried
    cdef int32s following
    cdef int32s ends
    cdef int32s last
    cdef int32s chain_a
    cdef int32s chain_b
    cdef int32s before
    cdef floats coverage
    cdef floats sums

cdef class Postings:
    cdef uint64s table
    cdef int64s ends
    cdef int32s places

@cython.locals(low=uint64, high=uint64)
cdef uint64 key_of(uint64 one, uint64 other) noexcept nogil
@cython.locals(mask=uint64, slot=uint64)
cdef uint64 slot_of(cuint64s table, uint64 key) noexcept nogil
@cython.locals(piece=size, one=size, other=size, key=uint64)
cpdef void post_keys(Pieces pieces, cuint8s wanted, uint64s table) noexcept nogil
@cython.locals(piece=size, one=size, other=size, key=uint64, slot=uint64)
cpdef void count_keys(Pieces pieces, cuint8s relevant, cuint64s table, int64s ends) noexcept nogil
@cython.locals(piece=size, one=size, other=size, key=uint64, slot=uint64)
cpdef void fill_keys(Pieces pieces, cuint8s relevant, Postings postings) noexcept nogil
@cython.locals(
    place=size, counted=size, done=size, piece=size, room=int64, one=size, other=size, slot=uint64, met=int32,
    low=int32, high=int32, sums=floats
)
cpdef size meet(
    Pieces pieces, Postings postings, cint64s lengths, cuint8s wanted, size first, double least, int32s seen,
    int32[:, ::1] found, size most, Scratch scratch, int64s reached
) noexcept nogil
@cython.locals(possible=double, place=size, weight=double)
cdef bint may_reach(Pieces pieces, int32 met, bint comes_first, double least, floats sums) noexcept nogil
@cython.locals(number=size)
cpdef void score_pairs(
    Pieces pieces, const int32[:, ::1] pairs, double least, Scratch scratch, floats scores, floats coverages
) noexcept nogil
@cython.locals(
    start_a=size, end_a=size, start_b=size, end_b=size, size_b=size, place=size, stem=int32,
    possible=double, result=double, heads=int32s, tried=int32s, following=int32s
)
cdef double score(Pieces pieces, size a, size b, double least, Scratch scratch) noexcept nogil
@cython.locals(
    start_a=size, start_b=size, size_a=size, chains=size, length=size, at=size, place=int32, rank=size,
    low=size, high=size, middle=size, chain=int32, lighter=double, held=double, coverage=double, shared=double,
    run=double, best_run=double, marked=double, best_marked=double, quoted=size, before_a=size, before_b=size,
    one=size, other=size, weight=double, follows=bint, heads=int32s, following=int32s, ends=int32s, last=int32s,
    chain_a=int32s, chain_b=int32s, before=int32s
)
cdef double aligned_score(Pieces pieces, size a, size b, Scratch scratch) noexcept nogil
