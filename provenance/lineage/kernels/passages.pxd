cimport cython
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, floats, int64s
from provenance.kernels.numbers cimport int32, int64
from provenance.lineage.kernels.runs cimport FoundRuns, ShingleGroups, TextArrays, ssize

ctypedef int32[:, ::1] stretches

cdef int SHINGLE, SAMPLED, TAIL, PROSE, SHORT_CREDIT, PARAGRAPH_BIT, LINE_BIT, SMALL_BIT, ADDRESS_BIT, COPIED_RUN
cdef double HELD, MOSTLY_SMALL, ALIKE

cdef class Tally:
    cdef int64s counts, lowest, middle, highest, touched, last

cdef class PassageArrays:
    cdef const int64[:, ::1] both
    cdef cint64s first
    cdef const int64[:, ::1] spans, words

cdef class Sorting:
    cdef int64s keys, order

cdef bint in_tail(ssize length, ssize start, ssize end) noexcept nogil
@cython.locals(a=ssize, b=ssize, a0=ssize, a1=ssize, seen=ssize, used=ssize, stride=ssize, place=ssize, group=ssize, at=ssize, text=ssize, where=ssize, both=bint)
cdef (ssize, ssize) sample(cint64s base, ShingleGroups groups, FoundRuns runs, ssize run, Tally tally) noexcept nogil
@cython.locals(small=ssize, lines=ssize, place=ssize, length=ssize)
cdef bint is_prose(TextArrays texts, ssize text, ssize start, ssize end) noexcept nogil
@cython.locals(a=ssize, b=ssize, a0=ssize, a1=ssize, length=ssize, first=ssize, at=ssize, text=ssize, side=ssize, start=ssize, end=ssize, tails=ssize, counted=ssize, place=ssize, signature=bint, credit=bint)
cdef ssize gather(TextArrays texts, FoundRuns runs, ssize run, ssize seen, ssize used, Tally tally, cint64s copies, ssize size, int32[:, ::1] out) noexcept nogil
@cython.locals(tally=Tally, out=stretches, larger=stretches, size=ssize, run=ssize, seen=ssize, used=ssize)
cpdef object holders(TextArrays texts, ShingleGroups groups, FoundRuns runs, cint64s copies)
@cython.locals(total=ssize, row=ssize, first=ssize, side=ssize, text=ssize, start=ssize, end=ssize, other=ssize, common=ssize, column=ssize)
cpdef ssize holders_of_passages(const int64[:, ::1] passages, const int64[:, ::1] beside, cint64s begins, double covered, ssize most, int64s numbers_of, int32[:, ::1] found) except -1 nogil
@cython.locals(middle=ssize)
cdef ssize first_above(cint32s values, ssize low, ssize high, int64 limit) noexcept nogil
@cython.locals(row=ssize, low=ssize, high=ssize, first=ssize, last=ssize)
cpdef int word_ranges(cint64s base, cint32s starts, cint32s ends, cint64s texts, const int64[:, ::1] spans, int64[:, ::1] found) except -1 nogil
@cython.locals(begin=ssize, number=ssize, row=ssize, start=int64, end=int64)
cdef ssize sort_passages(PassageArrays passages, ssize pair, ssize side, Sorting sorting) except -1 nogil
@cython.locals(sorting=Sorting, pair=ssize, side=ssize, text=ssize, reached=int64, end=int64, number=ssize, at=ssize, row=ssize, start=int64, stop=int64)
cpdef int covered(PassageArrays passages, const int64[:, ::1] bodies, int64[:, ::1] found) except -1
@cython.locals(pair=ssize, side=ssize, low=ssize, row=ssize, number=int64)
cpdef int count_words(cint64s base, PassageArrays passages, cfloats scores, cint64s before, double[:, ::1] found) except -1 nogil
@cython.locals(sorting=Sorting, pair=ssize, side=ssize, low=ssize, reached=int64, number=ssize, at=ssize, row=ssize, begin=int64, stop=int64)
cpdef int copied_words(cint64s base, PassageArrays equal, cint64s before, int64[:, ::1] found) except -1
@cython.locals(stamp=int64, pair=ssize, total=int64, weighed=int64, row=ssize, most=int64, side=ssize, start=int64, end=int64, number=int64, at=ssize, common=int64)
cpdef int other_holders(PassageArrays passages, const int64[:, ::1] beside, cint64s begins, cint64s same, floats found) except -1 nogil
