cimport cython
from provenance.fingerprint.kernels cimport keys
from provenance.fingerprint.kernels.keys cimport Content, Pairing
from provenance.kernels cimport arrays, numbers, permuted
from provenance.kernels.arrays cimport cint64s, cuint32s, cuint64s, cuint8s, int32s, int64s, uint8s, uint32s, uint64s
from provenance.kernels.numbers cimport int64, uint32, uint64
from provenance.text.kernels cimport words
from provenance.text.kernels.words cimport Characters, Words, size

cdef int LINE, PARAGRAPH, SHORTEST, MARKS

cdef class Permutations:
    cdef cuint32s factors, offsets

cdef class Fingerprints:
    cdef uint32[:, ::1] signatures
    cdef uint64s keys
    cdef int32s positions
    cdef int64s key_bounds
    cdef uint64s segments
    cdef int64s segment_bounds

cdef uint64 shingle_at(cuint64s words, size place, size count) noexcept nogil
cpdef size shingles(cuint64s words, size count, uint64s hashes) noexcept nogil
@cython.locals(mixed=uint32)
cpdef void sign(cuint64s words, size count, Permutations permutations, uint32s spare, uint32s values) noexcept nogil
cpdef void fold_bands(const uint32[:, ::1] signatures, size rows, uint64[:, ::1] keys) noexcept nogil
cpdef size count_shared(cuint64s a, cuint64s b) noexcept nogil
@cython.locals(agreeing=int)
cpdef void unlike(const uint32[:, ::1] signatures, double alike, uint8s kept) noexcept nogil
cpdef size cut(cuint64s words, cuint8s borders, cuint8s traits, int32s starts, int32s ends, uint64s hashes) noexcept nogil
cdef bint holds(cuint32s values, size start, size end, uint32 value) noexcept nogil
@cython.locals(pair=size, place=size, start=size, end=size)
cpdef int share_values(
    cuint32s values, cint64s bounds, cuint32s common, cint64s first, cint64s second, int64s shared, uint8s rare
) except -1 nogil
@cython.locals(stems=cuint64s, hashes=cuint64s, mine=uint64s, places=int32s, cuts=uint64s, starts=int32s, ends=int32s)
cpdef int make_each(
    cuint32s codes, cint64s bounds, Characters characters, Words found, size shingle, Permutations permutations,
    Content content, Pairing pairing, Fingerprints made
) except -1 nogil
@cython.locals(hashes=cuint64s, digest=uint64)
cpdef int sign_each(
    cuint32s codes, cint64s bounds, Characters characters, Words found, size shingle, Permutations permutations,
    uint32[:, ::1] signatures, uint64s digests
) except -1 nogil
