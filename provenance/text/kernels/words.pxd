cimport cython
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cint32s, cuint32s, cuint64s, cuint8s, floats, int32s, uint8s, uint32s, uint64s
from provenance.kernels.numbers cimport int32, uint32, uint64

ctypedef Py_ssize_t size

cdef int GAP, LONGEST_WORD, STEM_LENGTH

cdef class Characters:
    cdef cuint8s kinds
    cdef const uint32[:, ::1] letters
    cdef cuint8s traits

cdef class Words:
    cdef int32s starts, ends
    cdef uint64s words, stems
    cdef uint8s borders, traits

cdef uint64 hash_letters(cuint32s letters, size count) noexcept nogil
cdef uint64 mixed(uint64 value) noexcept nogil
cdef bint has_vowel(cuint32s letters, size count) noexcept nogil
cdef size stem_length(cuint32s letters, size count) noexcept nogil
cdef bint opens_line(size code, Characters characters) noexcept nogil
@cython.locals(full_stop=bint, wide=int)
cdef (int, bint) border_after(cuint32s codes, size place, Characters characters) noexcept nogil
@cython.locals(lines=size)
cdef size continues_after_hyphen(cuint32s codes, size place, Characters characters) noexcept nogil
@cython.locals(
    starts=int32s, ends=int32s, words=uint64s, stems=uint64s, borders=uint8s, traits=uint8s,
    kinds=cuint8s, flags=cuint8s, over=bint, blank=bint
)
cpdef size scan(cuint32s codes, Characters characters, Words found) except -1 nogil
cdef uint64 slot_of(uint64 word, cuint64s table) noexcept nogil
cpdef void look_up_stems(cuint64s words, cuint64s table, cuint64s table_stems, uint64s stems) noexcept nogil
cpdef void insert_stems(cuint64s words, cuint64s stems, uint64s table, uint64s table_stems) noexcept nogil
cpdef void look_up_weights(cuint64s stems, cuint64s table, cint32s table_weights, int32s weights) noexcept nogil
cpdef void insert_weights(cuint64s stems, cint32s weights, uint64s table, int32s table_weights) noexcept nogil
