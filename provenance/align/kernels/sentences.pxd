cimport cython
from libc cimport math
from provenance.align.kernels cimport wording
from provenance.align.kernels.exact cimport size
from provenance.kernels cimport arrays
from provenance.kernels.arrays cimport cfloats, cint32s, cint64s, cuint8s, cuint64s, int64s, uint8s
from provenance.kernels.numbers cimport int64

cdef class Units:
    cdef cint64s words
    cdef cuint64s stems
    cdef cfloats rarities
    cdef cuint8s names
    cdef cint64s offsets
    cdef cint32s members
    cdef cfloats weights
    cdef readonly Py_ssize_t sentences

@cython.locals(units=Units)
cpdef Units sentence_units(
    cint32s starts, cint64s ends, cuint64s word_stems, cfloats word_rarities, cuint8s word_in_name,
    cuint8s word_small, cint64s order
)
cdef size sentence_borders(cint32s starts, cint64s ends, int64s borders) noexcept nogil
cdef int number_stems(
    cuint64s word_stems, cfloats word_rarities, cuint8s word_in_name, cuint8s word_small, cint64s order,
    int64s numbers, Units units
) except -1 nogil
@cython.locals(size=Py_ssize_t)
cdef int collect_members(cint64s numbers, Units units) except -1 nogil
@cython.locals(first=size, last=size, start=int64, end=int64)
cdef uint8s covered_sentences(Units units, const int64[:, ::1] passages, size column) nogil
cdef int64[:, ::1] passage_places(Units a, Units b, const int64[:, ::1] passages) nogil
cpdef tuple unit_columns(Units units)
