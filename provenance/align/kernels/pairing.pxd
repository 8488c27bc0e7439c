cimport cython
from provenance.align.kernels cimport likeness, sentences, wording
from provenance.align.kernels.exact cimport size
from provenance.align.kernels.likeness cimport Pairs
from provenance.align.kernels.sentences cimport Units
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cint64s, cuint64s, cuint8s, floats, int64s, uint8s
from provenance.kernels.numbers cimport int64

cdef double FAINT_LIKENESS
cdef size MOST_PAIRS

cdef class PairingSettings:
    cdef double strong, strong_information
    cdef size strong_run
    cdef double supported
    cdef size least_stems
    cdef double least_information, least_strength, faint, near_best
    cdef size reach
    cdef double neighbour_information, adjoining_strength, ordered_strength
    cdef size least_pairs, most_partners

@cython.locals(pairs=Pairs)
cpdef tuple paired_words(
    Units a, Units b, cuint64s stems_a, cuint64s stems_b, const int64[:, ::1] passages, PairingSettings settings
)
@cython.locals(everything=Pairs, candidates=Pairs, accepted=Pairs)
cdef Pairs accepted_pairs(
    Units a, Units b, cuint64s stems_a, cuint64s stems_b, const int64[:, ::1] passages, PairingSettings settings
)
cdef int64s strongest_first(Pairs pairs, size sentences_a, size sentences_b, PairingSettings settings)
cdef int reading_order(Pairs pairs, size sentences_b, int64s places) except -1 nogil
cdef int64s candidates_among(Pairs pairs, PairingSettings settings) nogil
@cython.locals(of_a=size, of_b=size, start_a=size, end_a=size, start_b=size, end_b=size)
cdef bint is_strong(
    Units a, Units b, cuint64s stems_a, cuint64s stems_b, Pairs pairs, size pair, PairingSettings settings
) except -1 nogil
cdef Pairs joined(Pairs ones, Pairs others)
@cython.locals(single=Pairs)
cdef bint corresponds(cuint8s covered_a, cuint8s covered_b, Pairs candidates, PairingSettings settings) except -1
@cython.locals(free_a=size, free_b=size)
cdef double ordered_strength(cuint8s covered_a, cuint8s covered_b, Pairs single) except -1 nogil
cdef int64s in_order(Pairs single) nogil
cdef int64s limited(Pairs ranked, size sentences_a, size sentences_b, size most) nogil
@cython.locals(columns=int64)
cdef int64s with_neighbours(Pairs candidates, cuint8s strong, const int64[:, ::1] places, PairingSettings settings) nogil
@cython.locals(row=int64, last=int64, apart_a=int64, apart_b=int64, near=bint)
cdef bint has_near(cint64s anchors, int64 columns, Pairs candidates, size pair, PairingSettings settings) noexcept nogil
@cython.locals(fixed=Pairs, a=size, b=size, apart=int64)
cdef int64s followers(Pairs everything, Pairs accepted, size sentences_a, size sentences_b)
