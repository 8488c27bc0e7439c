cimport cython
from libc cimport math
from provenance.align.kernels cimport exact, refinement
from provenance.align.kernels.exact cimport Vocabulary, size
from provenance.align.kernels.refinement cimport NumberedText, Rates, Refinement, Window
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint8s, cuint64s, floats, int32s, int64s
from provenance.kernels.numbers cimport int64

cdef int64 MEETINGS
cdef size CELLS_PER_ROW
cdef double SAME

cdef class TextWords:
    cdef cuint64s words
    cdef cuint64s stems
    cdef cuint8s borders

cdef class Growth:
    cdef double highest_seed_chance, least_seed
    cdef size most_tries
    cdef double least_score
    cdef bint repeats
    cdef Refinement refinement

cdef class Cells:
    cdef int64s rows
    cdef int64s columns
    cdef floats scores

cdef class BlockPostings:
    cdef int64s begin
    cdef int64s end
    cdef int32s blocks

@cython.locals(copies=int64[:, ::1])
cpdef tuple grown_passages(TextWords a, TextWords b, Growth settings)
@cython.locals(text=NumberedText)
cdef NumberedText numbered(cint32s ids, cuint8s borders)
@cython.locals(cells=Cells, postings=BlockPostings, strong=size)
cdef Cells seed_cells(Vocabulary words, size block, double highest_chance, double least)
@cython.locals(cells=Cells)
cdef Cells room_for_cells(size room)
@cython.locals(moved=Cells)
cdef Cells part_of(Cells cells, size count, size room)
cdef void put(Cells cells, size place, size row, size column, double score) noexcept nogil
cdef floats word_weights(Vocabulary words, size block, double highest_chance) nogil
@cython.locals(postings=BlockPostings)
cdef BlockPostings blocks_with(cint32s ids, cint32s counts, size block)
cdef void add_row(
    cint32s ids_a, size row, BlockPostings postings, cfloats weights, size block, floats sums
) noexcept nogil
cdef double highest_but(cfloats values, size rank) except -2 nogil
@cython.locals(ordered=Cells)
cdef Cells strongest_first(Cells cells)
cdef size overlap(size start, size end, size other_start, size other_end) noexcept nogil
cdef (size, size) free_part(size start, size end, size taken_start, size taken_end, size low, size high) noexcept nogil
@cython.locals(again=bint)
cdef (bint, bint, size, size, size, size) narrowed(
    int64[:, ::1] found, size count, size a_start, size a_end, size b_start, size b_end, size length_a,
    size length_b, bint repeats
) noexcept nogil
@cython.locals(in_a=bint, in_b=bint)
cdef bint seed_is_taken(
    int64[:, ::1] found, size count, size row, size column, size block, bint repeats
) noexcept nogil
@cython.locals(
    fresh=bint, again=bint, stays=bint, repeats=bint, window=Window, background=Rates, refining=Refinement, count=size
)
cdef tuple search(
    Vocabulary words, NumberedText a, NumberedText b, Cells seeds, int64[:, ::1] given, size tries, Growth settings
)
