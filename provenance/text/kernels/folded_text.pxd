cimport cython
from provenance.kernels cimport numbers
from provenance.kernels.arrays cimport cint64s, cuint32s, int32s, int64s, uint8s
from provenance.kernels.numbers cimport uint32
from provenance.text.kernels cimport words
from provenance.text.kernels.words cimport Characters, Words, size

cdef int BLANK

cdef size put(uint32 letter, uint8s written, size place) noexcept nogil
@cython.locals(known=size, count=size, at=size, part=size, code=uint32)
cdef size put_word(cuint32s codes, Characters characters, uint8s written, size place) noexcept nogil
@cython.locals(
    mine=cuint32s, starts=int32s, ends=int32s, start=size, end=size, before=size, text=size, word=size, count=size,
    place=size, plain=uint32
)
cpdef size put_each(
    cuint32s codes, cint64s bounds, Characters characters, Words found, uint8s written, int64s written_bounds
) except -1 nogil
