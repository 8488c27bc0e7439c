"""The loops that find the same utterance in many articles: see `provenance.kernels`."""
