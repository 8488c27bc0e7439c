cimport cython
from libc cimport math
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint8s, floats, int64s
from provenance.kernels.numbers cimport int32, int64
from provenance.lineage.kernels.pairs cimport Neighbours
from provenance.lineage.kernels.runs cimport SharedRuns, TextArrays, ssize

cdef int OWNED, OWNED_MOST, FIRST_KNOWN
cdef int UNSEEN, THIRD_OWNED, THIRD_HELD, THIRD_FIRST, MOST_HELD
cdef int N_OWNED, N_MARGIN, N_HELD, N_FIRST_KNOWN, N_OWN_TEXT, N_HOLDERS, N_UNSEEN, N_OVERLAP
cdef double INFINITE, SMALLEST
cdef int LONG

cdef class Stretches:
    cdef cint32s text_of
    cdef cfloats own

cdef class Ordering:
    cdef cfloats earliest, latest, inferred
    cdef bint dated
    cdef double unseen, late

cdef class Shares:
    cdef double[:, :, ::1] sides
    cdef double[:, ::1] thirds, naming
    cdef int64s third

cdef class Tally:
    cdef floats owned, held, first, log_odds
    cdef int64s touched

@cython.locals(row=ssize, text=ssize, start=ssize, end=ssize, low=ssize, words=ssize, gaps=ssize, covered=ssize, place=ssize, before=ssize, after=ssize, at_start=int, at_end=int, paragraph_start=bint, paragraph_end=bint, sentence_start=bint, sentence_end=bint, small=bint, near_start=bint, near_end=bint, extension=ssize, own=ssize, from_place=ssize, to_place=ssize, inside=ssize)
cpdef int describe_places(TextArrays texts, cuint8s shared, const int32[:, ::1] stretches, double[:, ::1] out) except -1 nogil
@cython.locals(soonest=double, lowest=double, total=double, firsts=double, at=ssize, text=ssize, value=double)
cdef double share_out(
    cint32s holders, Stretches stretches, floats odds, Ordering ordering, floats owned, floats first_known
) noexcept nogil
@cython.locals(stretch=ssize, most=ssize, tally=Tally, pair=ssize, words=double, run=ssize, used=ssize, number=double, row=floats, length=ssize, weight=double, holders=cint32s, hidden=double, at=ssize, text=ssize, side=ssize, best=ssize)
cpdef int share_pairs(
    SharedRuns runs, Neighbours near, const int64[:, ::1] covered, Stretches stretches, Ordering ordering, Shares into
) except -1
@cython.locals(a=ssize, b=ssize, soonest=double, side=ssize, best=ssize, best_value=double, best_owned=double, second=double, row=floats, at=ssize, text=ssize, value=double, line=floats)
cdef ssize best_third(
    ssize pair, const int64[:, ::1] pairs, Ordering ordering, Tally tally, ssize used, double words, double number, Shares into
) noexcept nogil
@cython.locals(most=double, side=ssize, text=ssize, at=ssize, where=ssize, total=ssize, span=ssize, share=double)
cdef double overlap(ssize pair, ssize best, const int64[:, ::1] covered, Neighbours near, const int64[:, ::1] pairs) noexcept nogil
