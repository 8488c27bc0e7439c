from provenance.kernels.arrays cimport cuint32s, uint32s

# Eight numbers at a time where the processor has AVX2, which is looked up while the program runs; the build itself asks
# for no more than x86-64-v2. Other processors and compilers take the same loop as their compiler makes it.
cdef extern from *:
    """
    #define PROVENANCE_LOWEST \\
        for (size_t row = 0; row < rows; row++) { \\
            const unsigned int factor = factors[row], offset = offsets[row]; \\
            unsigned int lowest = 0xFFFFFFFFu; \\
            for (size_t place = 0; place < size; place++) { \\
                const unsigned int value = factor * hashes[place] + offset; \\
                lowest = value < lowest ? value : lowest; \\
            } \\
            values[row] = lowest; \\
        }
    #define PROVENANCE_ARGUMENTS \\
        const unsigned int *factors, const unsigned int *offsets, size_t rows, \\
        const unsigned int *hashes, size_t size, unsigned int *values

    static void provenance_lowest_anywhere(PROVENANCE_ARGUMENTS) { PROVENANCE_LOWEST }

    #if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
    __attribute__((target("avx2"))) static void provenance_lowest_avx2(PROVENANCE_ARGUMENTS) { PROVENANCE_LOWEST }
    #endif

    static void provenance_lowest(PROVENANCE_ARGUMENTS) {
    #if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
        if (__builtin_cpu_supports("avx2")) {
            provenance_lowest_avx2(factors, offsets, rows, hashes, size, values);
            return;
        }
    #endif
        provenance_lowest_anywhere(factors, offsets, rows, hashes, size, values);
    }
    """
    void provenance_lowest(
        const unsigned int* factors, const unsigned int* offsets, size_t rows, const unsigned int* hashes, size_t size,
        unsigned int* values
    ) noexcept nogil

cdef inline void lowest(
    cuint32s factors, cuint32s offsets, cuint32s hashes, Py_ssize_t size, uint32s values
) noexcept nogil:
    if factors.shape[0] > 0:
        provenance_lowest(
            &factors[0], &offsets[0], factors.shape[0], &hashes[0] if size > 0 else NULL, size, &values[0]
        )
