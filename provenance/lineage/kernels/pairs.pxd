cimport cython
from libc cimport math
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint8s, cuint64s, floats, int32s, int64s
from provenance.kernels.numbers cimport int32, int64, uint64
from provenance.lineage.kernels.runs cimport SharedRuns, TextArrays, ssize

cdef int COVERED, WORDS, INSERTIONS, RUNNING_ON, OMISSIONS, NESTED, ELSEWHERE, OWN_ELSEWHERE, QUOTED_ELSEWHERE, NEIGHBOURS
cdef int EXCLUSIVE, HOLDERS, PAIR_WORDS, RUNS, COMMON_NEIGHBOURS, INVERSIONS
cdef int PARAGRAPH_BIT, OMISSION_BIT, SMALL_BIT, LONG
cdef double QUOTED

cdef class Neighbours:
    cdef cint64s begins
    cdef const int32[:, ::1] spans
    cdef cint64s adjacent, near

cdef class PairTables:
    cdef double[:, :, ::1] sides, places
    cdef double[:, ::1] both
    cdef int64[:, ::1] covered

cdef class Names:
    cdef cint64s owners, begins
    cdef cuint64s words

@cython.locals(most=ssize, pair=ssize, number=ssize, side=ssize, size=ssize, start=ssize, at=ssize, run=ssize, low=int32, high=int32)
cpdef int merge_sides(cint64s first, const int32[:, ::1] bounds, int64s begins, int32[:, ::1] spans) except -1 nogil
@cython.locals(place=ssize, total=ssize, at=ssize)
cdef ssize cover(ssize begin, ssize end, const int32[:, ::1] spans, ssize words, int64s sums) noexcept nogil
@cython.locals(nested_sum=double, nested_count=ssize, elsewhere=ssize, best=double, quoted=ssize, stretches=ssize, at=ssize, side=ssize, pair=ssize, which=ssize, third=ssize, total=ssize, inside=ssize, span=ssize, run=ssize, low=ssize, high=ssize, chance=double)
cdef void look_around(
    ssize text, ssize other, int64s sums, SharedRuns runs, Neighbours near, int64s common, ssize stamp, cfloats own, floats row
) noexcept nogil
@cython.locals(inversions=ssize, run=ssize, a0=ssize, a1=ssize, b0=ssize, b1=ssize, gap_a=ssize, gap_b=ssize, runs_on_a=bint, runs_on_b=bint, place=ssize)
cdef ssize look_between(
    ssize gaps_a, ssize gaps_b, cuint8s marks, const int32[:, ::1] bounds, ssize begin, ssize end, floats row_a, floats row_b
) noexcept nogil
@cython.locals(number=ssize, longest=ssize, text=ssize, pair=ssize, a=ssize, b=ssize, begin=ssize, end=ssize, row_a=floats, row_b=floats, row=floats, words=double, run=ssize, weight=double, low=ssize, holders=ssize, side=ssize, feature=ssize, words_a=ssize, words_b=ssize, at=ssize)
cpdef int describe_pairs(
    TextArrays texts, SharedRuns runs, Neighbours near, cint64s degrees, const double[:, ::1] places, cfloats own, PairTables into
) except -1 nogil
@cython.locals(begin=ssize, length=ssize, other=ssize, start=ssize, step=ssize, same=bint)
cdef bint is_own(Names names, ssize name, ssize text) noexcept nogil
@cython.locals(pair=ssize, side=ssize, text=ssize, other=ssize, name=ssize, begin=ssize, length=ssize, word=uint64, place=ssize, step=ssize, at=ssize, same=bint)
cpdef int find_names(TextArrays texts, const int64[:, ::1] pairs, Names names, int64[:, ::1] found, int64[:, ::1] lengths) except -1 nogil
