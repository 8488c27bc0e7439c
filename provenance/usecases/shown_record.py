"""Which record the links that a reader sees come from, and what the reader should know about it."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.audit.recording import count_unaudited
from provenance.config.settings import Settings
from provenance.store import Store


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """The record of one profile: `others` are profiles with a record where this one has none; `settled` is False
    while an audit has begun to change the record and has not ended; `audited`: there is a record, and it is settled.
    """

    profile: str
    others: tuple[str, ...] = ()
    settled: bool = True
    audited: bool = False


def waiting(store: Store, settings: Settings) -> int:
    """How many articles no finished audit with these settings has covered."""
    return count_unaudited(store, settings)


def shown_record(store: Store, profile: str) -> ShownRecord:
    """What is known of the record that readers of a profile see."""
    record = store.records.shown(profile)
    if record is None:
        return ShownRecord(profile, tuple(store.records.profiles()))
    settled = store.records.is_settled(record)
    return ShownRecord(profile, settled=settled, audited=settled)
