cimport cython
from provenance.align.kernels cimport comparison as comparing
from provenance.align.kernels cimport wording
from provenance.align.kernels.comparison cimport Comparison, Words
from provenance.align.kernels.exact cimport size
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cint64s, cuint8s, int64s, uint8s
from provenance.kernels.numbers cimport int64

cdef int LINE
cdef size WIDEST, LEAST_MOVED, MOST_MOVES, STRAY, ROUNDS, LEAD_IN, NEW_TEXT
cdef double ONE_SIDED

@cython.locals(whole=Comparison, part=Comparison, shared=bint, same_a=bint, same_b=bint, ordered=list)
cdef list tightened(Words a, Words b, size start_a, size end_a, size start_b, size end_b)
@cython.locals(whole=Comparison)
cdef int add_in_order(
    Words a, Words b, size start_a, size end_a, size start_b, size end_b, size most, list found
) except -1
cdef void drop_moved(Comparison whole, size first_a, size last_a) noexcept nogil
cdef int64[:, ::1] gaps_of_moved(Comparison whole) nogil
cdef (size, size) words_of_gap(size start, size end, cint64s places, size number) noexcept nogil
cdef (size, size) whole_sentences(cuint8s borders, size start, size end) noexcept nogil
cdef (size, size) shared_clauses(Words side, size start, size end, cint64s in_order, cint64s moved) nogil
cdef (size, size) without_strays(cuint8s shared) noexcept nogil
cdef int64[:, ::1] split(Words a, Words b, Comparison whole) nogil
cdef size wide_gaps(cint64s places_a, cint64s places_b, int64s found) noexcept nogil
cdef size slide(Words side, size start, size end, size first) noexcept nogil
cdef (size, size) new_text(Words side, size start, size end, cint64s moved) noexcept nogil
cdef bint meets_border(Words side, size start, size end) noexcept nogil
cdef size strongest_border(Words side, size start, size end) noexcept nogil
