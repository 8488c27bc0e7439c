cimport cython
from provenance.kernels cimport arrays, numbers
from provenance.kernels.arrays cimport cuint8s, cuint64s, int64s, uint64s
from provenance.kernels.numbers cimport int64, uint64

ctypedef Py_ssize_t ssize

cdef uint64 MULTIPLIER
cdef int SHIFT

@cython.locals(count=ssize, hashes=uint64s, begins=int64s, order=int64s, found=ssize, barred=ssize, place=ssize, value=uint64, step=ssize, different=ssize, at=ssize)
cpdef ssize number_runs(cuint64s words, cuint8s allowed, ssize size, uint64s runs, int64s places) except -1
