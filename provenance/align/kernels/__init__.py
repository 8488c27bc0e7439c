"""The loops of the aligner: Python files with the C types of a `.pxd` beside each (see `provenance.kernels`)."""
