from provenance.kernels.numbers cimport int64, uint64

cdef extern from *:
    """
    #if defined(__GNUC__) || defined(__clang__)
    #define PROVENANCE_ONES(value) ((long long)__builtin_popcountll(value))
    #elif defined(_M_X64)
    #include <intrin.h>
    #define PROVENANCE_ONES(value) ((long long)__popcnt64(value))
    #else
    static long long provenance_ones(unsigned long long value) {
        value -= (value >> 1) & 0x5555555555555555ULL;
        value = (value & 0x3333333333333333ULL) + ((value >> 2) & 0x3333333333333333ULL);
        return (long long)((((value + (value >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * 0x0101010101010101ULL) >> 56);
    }
    #define PROVENANCE_ONES(value) provenance_ones(value)
    #endif
    """
    int64 PROVENANCE_ONES(uint64 value) noexcept nogil

cdef inline int64 ones(uint64 value) noexcept nogil:
    return PROVENANCE_ONES(value)
