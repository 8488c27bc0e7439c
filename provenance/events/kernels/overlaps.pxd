cimport cython
from libc cimport math
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint64s, cuint8s, cuint64s, floats, int64s, uint8s
from provenance.kernels.numbers cimport int64, uint8, uint64

ctypedef Py_ssize_t ssize

cdef int FACT, PLAIN, HELD
cdef int BACK_FACTS, BACK_WORDS, BACK_GRAMS, BACK_SENTENCES
cdef int UNROLLED, BLOCK

cdef class Told:
    cdef cuint64s words
    cdef cint64s weights
    cdef cuint8s traits
    cdef cint64s totals, starts, inside
    cdef cuint8s repeated
    cdef cint64s begins, sentences
    cdef cfloats squares, masses
    cdef cuint64s grams, quoted
    cdef cuint8s ends

cdef class Overlaps:
    cdef uint8[:, ::1] words, grams, quoted
    cdef double[:, ::1] near, back

@cython.locals(entry=int64s, place=int64s, used=ssize, sentence=ssize, at=ssize, word=ssize)
cpdef ssize index_sentences(
    cint64s told, cint64s bounds, cint64s weights, int64s starts, int64s inside, uint8s repeated, int64s begins,
    int64s sentences, floats squares, floats masses
) except -1
@cython.locals(plain=int64, facts=int64, plain_there=int64, facts_there=int64, i=ssize, j=ssize, found=double)
cpdef double told_alike(Told one, Told other) except -1
cdef double part(int64 some, int64 total) noexcept nogil
@cython.locals(i=ssize, j=ssize, found=ssize)
cpdef bint share_grams(Told one, Told other, ssize least) except -1
@cython.locals(quoted=ssize, found=ssize)
cpdef bint share_runs(Told one, Told other, ssize least) except -1
@cython.locals(i=ssize, j=ssize, found=ssize)
cdef ssize in_common(cuint64s one, cuint64s other, ssize least) noexcept nogil
@cython.locals(places=int64s, plain=int64, facts=int64, i=ssize, j=ssize)
cpdef int lay_side_by_side(Told mine, Told other, ssize column, Overlaps into) except -1
@cython.locals(i=ssize, j=ssize, found=ssize)
cdef ssize mark_grams(Told mine, Told other, ssize column, Overlaps into) noexcept nogil
@cython.locals(i=ssize, j=ssize)
cdef int mark_quoted(Told mine, Told other, ssize column, Overlaps into) except -1 nogil
@cython.locals(here=ssize, there=ssize, common=int64s, twice_there=int64s, twice_here=int64s, before=int64s, twice_before=int64s, nearest=floats, s=ssize, at=ssize, word=ssize, square=int64, low=ssize, high=ssize, k=ssize, t=ssize, best=double, own=double, both=int64)
cdef double compare_sentences(Told mine, Told other, int64s places, ssize column, Overlaps into) except -1
cdef double cosine(int64 common, double one, double other) noexcept nogil
@cython.locals(count=ssize, total=double, at=ssize, half=ssize, a=double, b=double, c=double, d=double, e=double, f=double, g=double, h=double)
cdef double added(cfloats values, ssize begin, ssize end) noexcept nogil
