cimport cython
from libc cimport math
from provenance.align.kernels.exact cimport Vocabulary, size
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint32s, cuint8s, floats, int32s

cdef class Refinement:
    cdef size block, first_window, window_margin, rounds, trim
    cdef double drop, first_copy_rate, copy_rate_weight, lowest_copy_rate, highest_copy_rate, repeat_factor
    cdef cfloats border_bonus

cdef class NumberedText:
    cdef cint32s ids
    cdef cuint8s borders

cdef class Rates:
    cdef cint32s classes
    cdef cfloats rates

cdef class Window:
    cdef int32s present
    cdef int32s used
    cdef floats chances
    cdef floats gains
    cdef int32s met
    cdef double miss, repeat

@cython.locals(background=Rates, number=size, count_a=size, count_b=size)
cdef Rates background_rates(Vocabulary words)
cdef double word_score(size word, cint32s classes, Window window) noexcept nogil
cdef (size, size, double) best_run(cint32s ids, size low, size high, cint32s classes, Window window) noexcept nogil
cdef double border_bonus(cuint8s borders, cfloats bonus, size place) noexcept nogil
cdef (size, double) better_border(
    NumberedText text, size border, size other, size limit, cint32s classes, Window window, Refinement settings
) noexcept nogil
cdef double copy_rate(
    cint32s ids, size low, size high, cint32s classes, Window window, Refinement settings
) except -1 nogil
cdef (size, size, double) fit_side(
    NumberedText text, size low, size high, size lowest, size highest, cint32s other, size other_low,
    size other_high, Rates background, bint first, Window window, Refinement settings
) noexcept nogil
@cython.locals(unchanged=bint)
cdef (size, size, size, size, double, double) refine(
    NumberedText a, NumberedText b, Rates background, size low_a, size high_a, size low_b, size high_b, size row,
    size column, Window window, Refinement settings
) noexcept nogil
