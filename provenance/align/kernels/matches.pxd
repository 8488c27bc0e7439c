cimport cython
from provenance.align.kernels cimport borders, wording
from provenance.align.kernels cimport comparison as comparing
from provenance.align.kernels.comparison cimport Comparison, Words
from provenance.align.kernels.exact cimport size
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cint32s, cint64s, cuint8s, cuint64s, int64s, uint8s
from provenance.kernels.numbers cimport int64, uint64

cdef int NUMBER, NAME, NEGATION
cdef int COLON, CAPITALISED, NUMERIC, PARAGRAPH

cdef class Passages:
    cdef readonly object rows, scores, runs, changes

@cython.locals(comparison=Comparison, found=list, tight=list)
cpdef Passages drawn_passages(Words a, Words b, const int64[:, ::1] ranges, size least_words, bint tighten)
@cython.locals(comparison=Comparison, passages=Passages)
cdef Passages described(Words a, Words b, list found, cint64s ends)
@cython.locals(both=bint, row=size)
cdef size changes(Words a, Words b, Comparison comparison, int64[:, ::1] found, size first) except -1 nogil
cdef size changed_words(
    Words side, size start, size end, cint64s matched, Words other, size other_start, size other_end,
    int64[:, ::1] found, size first
) except -1 nogil
cdef uint64 slot_among(cuint64s known, uint64 word) noexcept nogil
@cython.locals(begins=bint)
cpdef size sorts_of_words(
    cuint64s words, cint32s lengths, cuint8s borders, cuint8s traits, cuint64s negations, uint8s sorts, int64s single
) noexcept nogil
