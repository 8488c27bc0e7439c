"""What an audit's results depend on: the record that they belong to, and the state of the archive that it covered.

Links are a function of the archive's texts, what is known about them, the settings, and the rules of this program.
The settings and rules name the record; the texts are the state. Nothing else may change a link: not the order of
commands, not what was printed, not how often an audit was interrupted.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from provenance.config.rules import ALIGNER, BY_MEANING, JUDGE, PROPOSER
from provenance.config.settings import LENGTH, Settings
from provenance.quotes import RULES
from provenance.store import Store

RULES_OF_ALL = f"{PROPOSER} {ALIGNER} {RULES} {JUDGE}"


def record_digest(settings: Settings, weights: str = "") -> str:
    """The name of the record that audits with these settings write: their values, and the versions of all rules.

    `weights` is the digest of news weights that a user fitted, "" for those that ship.
    """
    recorded = settings.recorded
    named = f"{RULES_OF_ALL} {recorded.as_json}{f' weights {weights}' if weights else ''}"
    return hashlib.sha256(named.encode()).hexdigest()[:LENGTH]


def weights_digest(store: Store) -> str:
    """The name of news weights that a user fitted; "" for those that ship, which the rules of the program name."""
    stored = store.weights.as_json()
    return hashlib.sha256(stored.encode()).hexdigest()[:LENGTH] if stored else ""


def unaudited(store: Store, settings: Settings) -> NDArray[np.int64]:
    """The numbers of current texts that no finished audit with these settings has covered, ascending."""
    return store.runs.unaudited(record_digest(settings, weights_digest(store)))


def count_unaudited(store: Store, settings: Settings) -> int:
    """How many there are."""
    return store.runs.count_unaudited(record_digest(settings, weights_digest(store)))


def state(store: Store, numbers: NDArray[np.int64]) -> str:
    """A digest of the archive's current texts (`numbers`, ascending) and of what is known about each.

    Earlier texts whose words newer versions lack are compared as well, so what is known about them is a part of it:
    a correction may change that alone.
    """
    earlier = store.earlier.numbers()
    known = store.articles.descriptions(np.concatenate([numbers, earlier]))
    digest = hashlib.sha256(numbers.astype("<i8").tobytes())
    digest.update(np.array([known[number] for number in numbers.tolist()], "<i8").tobytes())
    digest.update(np.array([(number, known[number]) for number in earlier.tolist()], "<i8").tobytes())
    if store.encoded:  # what is compared by meaning besides depends on what is encoded, and by which encoder
        digest.update(
            repr((BY_MEANING, store.meanings.encoder)).encode() + store.meanings.held().astype("<i8").tobytes()
        )
    return digest.hexdigest()
