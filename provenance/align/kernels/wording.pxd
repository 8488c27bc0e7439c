cimport cython
from provenance.align.kernels cimport exact
from provenance.align.kernels.exact cimport size
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cint64s, cuint64s, int32s, int64s, uint8s
from provenance.kernels.numbers cimport int32, int64, uint64

cdef size MOST_CELLS
cdef int RUN_BONUS

@cython.locals(within_run=bint, row=size, column=size)
cdef size align_words(cuint64s a, cuint64s b, int64s places_a, int64s places_b) except -1 nogil
cdef size matched_in_order(cuint64s a, cuint64s b, size most_cells, int64s places_a, int64s places_b) except -1 nogil
cdef size between(cuint64s a, cuint64s b, size most_cells, int64s places_a, int64s places_b) except -1 nogil
cdef size unique_anchors(cuint64s a, cuint64s b, int64s places_a, int64s places_b) except -1 nogil
cdef size words_used_once(cuint64s words, int64s once) except -1 nogil
cdef size longest_ascending(cint64s values, int64s kept) except -1 nogil
cdef size place_among(cint64s values, int64 value) noexcept nogil
cdef uint64 slot_of_word(cuint64s words, int64* places, int32* counts, size size, uint64 word) noexcept nogil
cdef size moved_words(
    cuint64s a, cuint64s b, uint8s informative, cint64s places_a, cint64s places_b, size count, int64s moved_a,
    int64s moved_b
) except -1 nogil
cdef size longest_run(cint64s places_a, cint64s places_b) noexcept nogil
@cython.locals(a=int64, b=int64, size=int64)
cdef size runs(
    cint64s places_a, cint64s places_b, cint64s moved_a, cint64s moved_b, int64[:, ::1] found, size first
) noexcept nogil
