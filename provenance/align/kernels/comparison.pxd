cimport cython
from provenance.align.kernels cimport wording
from provenance.align.kernels.exact cimport size
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint64s, cuint8s, cuint64s, int64s, uint8s
from provenance.kernels.numbers cimport int64

cdef double VERBATIM_SHARE, EDITED_SHARE, INFORMATIVE, IN_QUOTES
cdef int VERBATIM, EDITED, PARAPHRASE, QUOTATION
cdef int LINE
cdef double CHANCE, LEAST_INFORMATION

cdef class Words:
    cdef cuint64s words, stems
    cdef cfloats rarities
    cdef cuint8s borders, openings, notable, quoted, uttered

cdef class Comparison:
    cdef size start_a, end_a, start_b, end_b
    cdef int64s a, b, moved_a, moved_b

@cython.locals(comparison=Comparison)
cdef Comparison comparison_of(
    size start_a, size end_a, size start_b, size end_b, int64s a, int64s b, int64s moved_a, int64s moved_b
)
cdef size size_of(Comparison comparison) noexcept nogil
cdef bint is_complete(Comparison comparison) noexcept nogil
cdef double score_of(Comparison comparison) noexcept nogil
@cython.locals(stems_a=cuint64s, stems_b=cuint64s)
cdef Comparison compare(Words a, Words b, size start_a, size end_a, size start_b, size end_b)
@cython.locals(comparison=Comparison)
cdef Comparison compared(Words a, Words b, size start_a, size end_a, size start_b, size end_b)
@cython.locals(is_new=bint)
cdef size drop_unshared_sentences(
    Words side, size start, size end, cint64s places, cint64s moved, uint8s dropped
) except -1 nogil
cdef Comparison part_of(Comparison whole, size start_a, size end_a, size start_b, size end_b)
cdef size inside(
    cint64s a, cint64s b, size start_a, size end_a, size start_b, size end_b, int64s kept_a, int64s kept_b
) noexcept nogil
cdef int kind_of(Words a, Words b, Comparison comparison) noexcept nogil
cdef size words_in_quotes(Words a, Words b, Comparison comparison) noexcept nogil
cdef size equal_words(Words a, Words b, Comparison comparison) noexcept nogil
