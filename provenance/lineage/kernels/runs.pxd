cimport cython
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cint32s, cint64s, cuint8s, cuint64s, int32s, int64s, uint8s, uint64s
from provenance.kernels.numbers cimport int32, int64, uint64

ctypedef Py_ssize_t ssize

cdef int SHINGLE, JOINED_GAP, BOILERPLATE_BIT

cdef class TextArrays:
    cdef cint64s base
    cdef cuint64s words
    cdef cuint8s marks

cdef class Shingles:
    cdef uint64s hashes
    cdef int32s places, owners

cdef class ShingleGroups:
    cdef int64s begins
    cdef int32s member_text, member, group_of

cdef class ShinglePairs:
    cdef int64s keys
    cdef int32s left, right

cdef class FoundRuns:
    cdef cint64s text_a, text_b
    cdef const int32[:, ::1] bounds
    cdef uint8s kept
    cdef int64s held_first

cdef class SharedRuns:
    cdef const int64[:, ::1] pairs
    cdef cint64s first
    cdef const int32[:, ::1] bounds
    cdef cint64s held_first
    cdef cint32s held

@cython.locals(text=ssize, place=ssize, step=ssize, count=ssize, clean=ssize, value=uint64)
cpdef ssize shingles(TextArrays texts, Shingles found) except -1 nogil
@cython.locals(count=ssize, size=ssize, start=ssize, end=ssize, held=ssize, at=ssize)
cpdef ssize groups(Shingles found, ssize largest, ShingleGroups into) except -1 nogil
@cython.locals(place=ssize, step=ssize)
cpdef int mark_shared(ShingleGroups groups, uint8s shared) except -1 nogil
@cython.locals(text=ssize, place=ssize, at=ssize, other=ssize, row=ssize, number=ssize, size=ssize, used=ssize, group=ssize)
cpdef int pair_up(cint64s base, ShingleGroups groups, ShinglePairs found) except -1 nogil
@cython.locals(done=ssize, start=ssize, first=ssize, end=ssize, back=ssize, kept=ssize, run=ssize, last=ssize, column=ssize, extended=bint, a=int32, b=int32, gap_a=int32, gap_b=int32)
cpdef ssize chain(ShinglePairs found, int64s pair, int32[:, ::1] bounds) except -1 nogil
@cython.locals(count=ssize, row=ssize, place=ssize, end=int32, number=int32)
cpdef ssize number_stretches(cint64s base, const int32[:, ::1] held, int32s numbers_of, int64s rows) except -1 nogil
@cython.locals(size=ssize, part=ssize, at=ssize)
cpdef int arranged(cint32s values, cint64s starts, cint64s sizes, int32s out) except -1 nogil
