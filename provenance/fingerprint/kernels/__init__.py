"""Loops over hashes: signatures, shared shingles and lines in `minhash`; passage keys and their ranking in `keys`."""
