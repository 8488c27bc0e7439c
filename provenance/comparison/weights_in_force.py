"""Which news weights judge this archive: those fitted to a user's own labels, else those that ship.

They decide relations as much as any setting does, so their digest is part of the name of an audit's record
(`audit.recording.weights_digest`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import DamagedArchive
from provenance.events.weights import EventWeights, from_stored, shipped
from provenance.store import Store

if TYPE_CHECKING:
    from provenance.events.meaning_weights import MeantWeights


def weights_in_force(store: Store) -> EventWeights:
    """The weights themselves. Raises DamagedArchive where the stored ones cannot be read."""
    stored = store.weights.read()
    if stored is None:
        return shipped()
    try:
        return from_stored(stored)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedArchive(
            f"{store.path}: the fitted weights are not as this program writes them ({error!r}); `provenance evaluate "
            "links --fit shipped` goes back to those that ship"
        ) from error


def meant_weights_in_force(store: Store) -> MeantWeights | None:
    """The weights by which encoded articles are judged; None where words alone decide: without codes, with codes of
    an encoder that the weights were not fitted with, and where a user's labels, which say nothing of meaning, decide.
    """
    if store.weights.read() is not None or not has_known_codes(store):
        return None
    from provenance.events import meaning_weights

    return meaning_weights.shipped()


def has_known_codes(store: Store) -> bool:
    """Whether the archive has codes of the encoder for which limits and weights of meaning were set."""
    if not store.encoded:
        return False
    from provenance.events import meaning_weights

    return meaning_weights.shipped().fits(store.meanings.encoder)
