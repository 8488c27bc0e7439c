cimport cython
from libc cimport math
from provenance.align.kernels cimport exact
from provenance.align.kernels.exact cimport size
from provenance.align.kernels.sentences cimport Units
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint64s, cuint64s, floats, int64s, uint8s
from provenance.kernels.numbers cimport int64

cdef int64 MEETINGS
cdef double NAMES

cdef class Pairs:
    cdef cint64s a
    cdef cint64s b
    cdef cfloats likeness
    cdef cfloats information
    cdef cfloats strength

cdef class SharedStems:
    cdef int64s in_b
    cdef int64s begin
    cdef int64s holders
    cdef int64s places
    cdef floats factors_a
    cdef floats factors_b
    cdef floats information
    cdef uint8s used

cpdef tuple pair_columns(Pairs pairs)
cpdef Pairs part_of(Pairs pairs, cint64s places)
@cython.locals(pairs=Pairs)
cdef Pairs made_pairs(cint64s a, cint64s b, cfloats likeness, cfloats information, cfloats strength)
cpdef int64s near_best(Pairs pairs, size sentences_a, size sentences_b, double part)
@cython.locals(alike=double, strength=double)
cpdef Pairs sentence_pairs(
    Units a, Units b, const int64[:, ::1] passages, double least_like, size least_shared, double least_strength
)
cdef int64s longer(int64s values, size room) nogil
cdef floats longer_floats(floats values, size room) nogil
@cython.locals(stems=SharedStems)
cdef SharedStems shared_stems(Units a, Units b)
cdef void fill_places_in(cuint64s stems, cuint64s others, int64s found) noexcept nogil
cdef int fill_holders(Units units, SharedStems stems) except -1 nogil
cdef floats surprisals(size sentences) nogil
cdef floats norms(Units units, cfloats factors) nogil
cdef bint is_covered(size low_a, size high_a, size low_b, size high_b, const int64[:, ::1] passages) noexcept nogil
cdef bint is_covered_with_all(size low, size high, cint64s words_b, const int64[:, ::1] passages) noexcept nogil
