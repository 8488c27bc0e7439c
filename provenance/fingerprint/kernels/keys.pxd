cimport cython
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cint32s, cint64s, cuint64s, int32s, int64s, uint8s, uint64s
from provenance.kernels.numbers cimport int64, uint64
from provenance.text.kernels.words cimport size

cdef int LONGEST
cdef uint64 LEAD

cdef class Content:
    cdef cuint64s stems
    cdef cint32s weights
    cdef int least

cdef class Pairing:
    cdef size distance, gap, tile

cdef class Postings:
    cdef cint64s begins, ends, places, weights, articles, positions

cdef class Hits:
    cdef int64s articles, first, here, there, weights

@cython.locals(zero=bint)
cpdef size keep_first(uint64s keys, int32s positions) except -1 nogil
@cython.locals(first=size, second=size, weight=int, ahead=int, heaviest=int, start=size, end=size, current=size)
cpdef size pair_up(
    cuint64s stems, cint32s starts, cint32s ends, Content content, Pairing pairing,
    uint64s keys, int32s positions, int32s distances
) noexcept nogil
cpdef int mark_first(cint64s numbers, cint64s parts, cint64s opening, size keys, uint8s in_part, uint8s in_text) except -1 nogil
@cython.locals(posting=size, name=size, place=size)
cpdef size gather(Postings asked, Hits found) except -1 nogil
@cython.locals(hit=size)
cpdef void add_up(cint64s first, cint64s here, cint64s there, cint64s weights, int64s totals, int32s shared) noexcept nogil
@cython.locals(hit=size, other=size, total=int64, left=size, right=size)
cpdef void densest(
    cint64s first, cint64s here, cint64s there, cint64s weights, cint64s best, size reach, int64s scores
) noexcept nogil
