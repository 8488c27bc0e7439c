"""Ends with 1 unless the installed kernels are compiled: builds and wheels may not fall back in silence."""

import sys

from provenance import kernels

if __name__ == "__main__":
    compiled = kernels.is_compiled()
    print(f"{len(kernels.modules())} kernel modules, {'compiled' if compiled else 'plain'}: {kernels.PACKAGE}")
    sys.exit(not compiled)
