"""Decides for each input: admitted under its final id, already known, or skipped; and counts these outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.ingest.placing import Places, named_after_file
from provenance.ingest.seen import Seen, fingerprint_of
from provenance.model import Addition, Article, LeftOutList, SkippedInput
from provenance.model.addresses import canonical_address

if TYPE_CHECKING:
    from provenance.store import Store


@dataclass(slots=True)
class Tally:
    """Counts of outcomes. Each portion has its own, because an engine may draw portions before others are stored.

    `again` are the ids of a portion's articles that were archived with the same text, `corrected` those of articles
    that were corrected because they came again with given values.
    """

    added: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    left_out: LeftOutList = field(default_factory=LeftOutList)
    unchanged: int = 0
    again: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)

    @classmethod
    def new(cls, whole: bool) -> Tally:
        """An empty one; `whole` lists what is left out, otherwise it is only counted, with a few examples."""
        return cls(left_out=LeftOutList(whole=whole))

    @property
    def done(self) -> int:
        """How many inputs have an outcome."""
        return len(self.added) + len(self.renewed) + self.left_out.count() + self.unchanged

    def take_in(self, following: Tally) -> None:
        """Add the counts of the inputs that follow."""
        self.added += following.added
        self.renewed += following.renewed
        self.left_out.take_in(following.left_out)
        self.unchanged += following.unchanged
        self.corrected += following.corrected

    def addition(self, archive: str) -> Addition:
        """The counts as the answer of `add`."""
        return Addition(
            tuple(self.added),
            tuple(self.renewed),
            self.unchanged,
            tuple(self.left_out.skipped),
            archive,
            tuple(self.left_out.notes),
            tuple(self.left_out),
            tuple(self.corrected),
        )


class Gate:
    """Admits articles that are not archived yet; settles ids, and names that one input uses twice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = Seen()
        self._holders: dict[str, Article] = {}
        self._places = Places(self._holder)

    def admitted(self, portion: Sequence[Article], tally: Tally) -> list[Article]:
        """The articles that have to be fingerprinted and stored, under their final ids."""
        self._holders = self._archived([article.id for article in portion if named_after_file(article)])
        placed = [self._places.place(article) for article in portion]
        known = self._store.articles.known_numbers([article.id for article in placed])
        digests = self._store.articles.digests(list(known.values()))
        admitted = []
        for article in placed:
            if "\0" in article.id:  # parts an article's id from the number of its version (`internal_id`)
                reason = f"its id {article.id[:40]!r} holds a NUL, which no id may"
                tally.left_out.add(SkippedInput(where(article), reason, "undecodable"))
                continue
            if self._used(article, tally):
                continue
            if article.id in known and digests.get(known[article.id]) == article.text_digest:
                tally.unchanged += 1
                tally.again.append(article.id)
            else:
                admitted.append(article)
                tally.left_out.add_notes(article)
        return admitted

    def _used(self, article: Article, tally: Tally) -> bool:
        """Whether this input used the id or the URL before, and what follows from that."""
        text = fingerprint_of(article.text)
        names = {"id": article.id, "URL": canonical_address(article.url) if article.url else None}
        before = {what: self._seen.text_of(f"{what} {name}") for what, name in names.items() if name}
        for what, earlier in before.items():
            if earlier is not None and earlier != text:
                written = article.url if what == "URL" else article.id
                reason = f"its {what} {written!r} occurs twice in this input, with different texts;"
                reason += " the first one is kept: give each article its own, or add newer versions afterwards"
                tally.left_out.add(SkippedInput(where(article), reason, "twice"))
                return True
        if "id" in before and before["id"] == text:
            tally.unchanged += 1
            return True
        for what, earlier in before.items():
            if earlier is None:
                self._seen.remember(f"{what} {names[what]}", text)
        return False

    def _holder(self, name: str) -> Article | None:
        if name not in self._holders:
            self._holders.update(self._archived([name]))
        return self._holders.get(name)

    def _archived(self, names: Sequence[str]) -> dict[str, Article]:
        known = self._store.articles.known_numbers(names)
        return self._store.articles.get_known(known) if known else {}


def where(article: Article) -> str:
    """How a message names an article that is not stored: its file, and its id where that is not the file's name."""
    if not article.origin:
        return article.id
    return article.origin if named_after_file(article) else f"{article.origin} ({article.id})"
