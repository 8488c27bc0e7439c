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
    if not store.encoded or store.weights.read() is not None:
        return None
    from provenance.events import meaning_weights

    weights = meaning_weights.shipped()
    return weights if weights.fits(store.meanings.encoder) else None
