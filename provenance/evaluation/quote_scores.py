"""Counting right and wrong attributions: pure arithmetic on spans, no reading of files.

The measures are those of the research prototype: characters for direct quotations, heads and surnames for speakers,
and content overlap for attributions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.evaluation.brat import Attribution
from provenance.evaluation.quote_gold import is_direct, is_reported, kind_of
from provenance.model import Span

OVERLAP = 0.8  # F1 of content characters from which on two attributions are the same
FOUND = 0.3  # part of a direct quotation that a predicted one must cover for its speaker to be scored


class Predicted(NamedTuple):
    """An attribution to be scored: pieces of content, the source's place and its head, a name, and the cue."""

    content: tuple[Span, ...]
    kind: str
    source: Span | None
    head: str | None
    name: str | None
    cue: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class QuoteScores:
    """Shares between 0 and 1; `articles` and `attributions` say how much gold they rest on."""

    articles: int
    attributions: int
    direct_precision: float
    direct_recall: float
    direct_f: float
    speaker_precision: float
    speaker_recall: float
    recall: float
    precision: float
    indirect_recall: float
    indirect_precision: float
    mixed_recall: float
    mixed_precision: float
    source: float
    cue: float


def _characters(pieces: Iterable[Span]) -> set[int]:
    return {place for piece in pieces for place in range(piece.start, piece.end)}


def _f1(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _names(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text))


_WEAK = frozenset(("the", "and", "for", "his", "her", "their", "its", "mrs"))


def _right_source(text: str, found: Predicted, gold: Attribution) -> bool:
    """Whether the head of the source is in the gold source, or the surname is one of its words."""
    places = _characters(gold.source)
    if found.source is not None:
        written = found.source.of(text)
        at = written.rfind(found.head) if found.head else -1
        if at >= 0 and found.head:
            start = found.source.start + at
            if not places.isdisjoint(range(start, start + len(found.head))):
                return True
        elif not places.isdisjoint(range(*found.source)):
            return True
    surname = _names(found.name or "")[-1:]
    words = set(_names(" ... ".join(piece.of(text) for piece in gold.source)))
    return any(len(w) > 2 and w[0].isupper() and w in words and w.lower() not in _WEAK for w in surname)


class Counts:
    """Sums over articles, whose language has the code `code`."""

    def __init__(self, code: str = "en") -> None:
        self.code = code
        self.of: Counter[str] = Counter()

    def add(self, text: str, found: Sequence[Predicted], gold: Sequence[Attribution]) -> None:
        """Count one article."""
        self.of["articles"] += 1
        contents = [_characters(one.content) for one in found]
        wanted = [_characters(one.content) for one in gold]
        self._direct(text, found, contents, gold, wanted)
        self._speakers(text, found, contents, gold, wanted)
        self._attributions(text, found, contents, gold, wanted)

    def _direct(
        self, text: str, found: Sequence[Predicted], contents: list[set[int]], gold: Sequence[Attribution],
        wanted: list[set[int]],
    ) -> None:  # fmt: skip
        marked = set().union(*(chars for one, chars in zip(gold, wanted, strict=True) if is_direct(text, one)))
        said = set().union(*(chars for one, chars in zip(found, contents, strict=True) if one.kind == "direct"))
        self.of["direct right"] += len(marked & said)
        self.of["direct gold"] += len(marked)
        self.of["direct found"] += len(said)

    def _speakers(
        self, text: str, found: Sequence[Predicted], contents: list[set[int]], gold: Sequence[Attribution],
        wanted: list[set[int]],
    ) -> None:  # fmt: skip
        for one, chars in zip(gold, wanted, strict=True):
            if not one.source or not is_direct(text, one):
                continue
            self.of["speaker gold"] += 1
            best, most = None, 0
            for other, said in zip(found, contents, strict=True):
                shared = len(chars & said)
                tie = shared == most and shared and best is not None and best.source is None and other.source
                if shared > most or tie:
                    best, most = other, shared
            if best is not None and most >= FOUND * len(chars) and (best.source or best.name):
                self.of["speaker found"] += 1
                self.of["speaker right"] += _right_source(text, best, one)

    def _attributions(
        self, text: str, found: Sequence[Predicted], contents: list[set[int]], gold: Sequence[Attribution],
        wanted: list[set[int]],
    ) -> None:  # fmt: skip
        matched = _matched(found, contents, gold, wanted)
        taken = set(matched.values())
        for place, one in enumerate(found):
            for kind in ("", one.kind):
                self.of[f"found {kind}"] += 1
                self.of[f"found right {kind}"] += place in taken
        for place, marked in enumerate(gold):
            if not is_reported(text, marked, self.code):
                continue
            for kind in ("", kind_of(text, marked)):
                self.of[f"gold {kind}"] += 1
                self.of[f"gold found {kind}"] += place in matched
            if place not in matched:
                continue
            other = found[matched[place]]
            self.of["cue right"] += not _characters(marked.cue).isdisjoint(_characters(other.cue))
            if marked.source:
                self.of["source gold"] += 1
                self.of["source right"] += _right_source(text, other, marked)

    def scores(self) -> QuoteScores:
        """The shares so far."""
        precision, recall = self._share("direct right", "direct found"), self._share("direct right", "direct gold")
        return QuoteScores(
            articles=self.of["articles"],
            attributions=self.of["gold "],
            direct_precision=precision,
            direct_recall=recall,
            direct_f=2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            speaker_precision=self._share("speaker right", "speaker found"),
            speaker_recall=self._share("speaker right", "speaker gold"),
            recall=self._share("gold found ", "gold "),
            precision=self._share("found right ", "found "),
            indirect_recall=self._share("gold found indirect", "gold indirect"),
            indirect_precision=self._share("found right indirect", "found indirect"),
            mixed_recall=self._share("gold found mixed", "gold mixed"),
            mixed_precision=self._share("found right mixed", "found mixed"),
            source=self._share("source right", "source gold"),
            cue=self._share("cue right", "gold found "),
        )

    def _share(self, part: str, whole: str) -> float:
        return self.of[part] / self.of[whole] if self.of[whole] else 0.0


def _matched(
    found: Sequence[Predicted], contents: list[set[int]], gold: Sequence[Attribution], wanted: list[set[int]]
) -> dict[int, int]:
    """Gold attributions matched one to one with predictions: the same cue first, then the largest overlap."""
    pairs = []
    for i, said in enumerate(contents):
        for j, chars in enumerate(wanted):
            if said.isdisjoint(chars):
                continue
            overlap = _f1(said, chars)
            if overlap >= OVERLAP:
                cue = not _characters(gold[j].cue).isdisjoint(_characters(found[i].cue))
                pairs.append((cue, overlap, i, j))
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(pairs, reverse=True):
        if i not in used and j not in matched:
            used.add(i)
            matched[j] = i
    return matched
