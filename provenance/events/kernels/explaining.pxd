cimport cython
from provenance.events.kernels cimport overlaps as pairs
from provenance.events.kernels.overlaps cimport Overlaps, Told, ssize
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint64s, cuint8s, cuint64s, floats, int64s
from provenance.kernels.numbers cimport int64, uint8, uint64


cdef int FACT, PLAIN, HELD, MEASURES, TOLD
cdef int SHARED, MARGIN, ABOVE, ALONE, EXCLUSIVE, FOREIGN, GAIN
cdef int MEAN, TOLD_MARGIN, TOLD_ABOVE, VOTES, CLEAR, TOLD_FOREIGN
cdef int BOTH, NEITHER, THEIRS, HERE
cdef int RUN_LEAST

cdef class Constants:
    cdef double usual
    cdef int64 unknown
    cdef double clearly, elsewhere, lost

cdef class Siblings:
    cdef cuint8s flags
    cdef cint64s own
    cdef ssize count
    cdef const double[:, ::1] logs

@cython.locals(weights=int64s, family=ssize, trait=int, word=ssize)
cpdef int explain(Told told, Overlaps overlaps, cfloats means, Siblings siblings, Constants constants, double[:, ::1] found, double[:, ::1] spare) except -1
@cython.locals(flags=cuint8s, own=cint64s, count=ssize, others=ssize, shared=int64s, foreign=int64s, by_holders=int64s, whole=int64, row=ssize, weight=int64, holders=ssize, here=ssize, j=ssize, further=ssize, total=double, parts=floats, top=floats, usual=floats, exclusive=double, lacking=double, gain=double, few=ssize)
cdef int weigh_family(const uint8[:, ::1] held, cint64s weights, ssize first, Siblings siblings, Constants constants, double[:, ::1] found) except -1
@cython.locals(own=cint64s, others=ssize, weighed=floats, best=double, second=double, which=ssize, j=ssize, total=double, count=ssize)
cdef int best_others(cfloats values, Siblings siblings, double prior, floats top, floats usual) except -1
@cython.locals(flags=cuint8s, own=cint64s, sentences=ssize, others=ssize, top=floats, usual=floats, votes=int64s, clear=int64s, foreign=int64s, weighed=floats, s=ssize, best=double, second=double, which=ssize, j=ssize, total=double, highest=double, count=ssize, rest=double)
cdef int weigh_sentences(const double[:, ::1] near, cfloats means, Siblings siblings, Constants constants, double[:, ::1] found, double[:, ::1] spare) except -1
@cython.locals(rows=ssize, column=floats, order=int64s, j=ssize, s=ssize)
cdef int sort_columns(double[:, ::1] table) except -1
@cython.locals(flags=cuint8s, own=cint64s, others=ssize, at=ssize, mine=ssize, all_told=int64, own_told=int64, order=int64s, alone=int64s, own_alone=int64s, fact=uint64, end=ssize, holders=ssize, last=ssize, told=bint, place=ssize, j=ssize)
cpdef int count_choices(cuint64s facts, cint64s owners, cuint64s told_here, Siblings siblings, int64[:, ::1] found) except -1
@cython.locals(j=ssize, longest=int64, length=int64, place=ssize)
cpdef int longest_runs(cint64s places, const uint8[:, ::1] held, int64s found) except -1 nogil
@cython.locals(flags=cuint8s, own=cint64s, cut=ssize, side=ssize, end=ssize, holders=ssize, j=ssize, further=ssize)
cpdef int count_cuts(const int64[:, ::1] cuts, const uint8[:, ::1] quoted, Siblings siblings, int64[:, ::1] found) except -1
@cython.locals(flags=cuint8s, own=cint64s, most=ssize, counts=int64s, at=ssize, holders=ssize, j=ssize, further=ssize)
cpdef int only_two(cint64s order, const uint8[:, ::1] held, Siblings siblings, int64[:, ::1] found) except -1
