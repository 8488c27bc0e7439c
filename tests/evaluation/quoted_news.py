"""What translated news quotes: quotations found, with the right speaker, against `newsroom/quotations.jsonl`.

The articles are in ten languages, two events each. A direct quotation is found when the words between some marks are
the gold's; an indirect one when most of it is in a reported clause that is not mainly something else. A speaker is
right when it is the gold's name, or all of it but first names or titles. A quotation that the text does not hold as
the gold has it counts as missed.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from provenance.model import Quotation, Span
from provenance.quotes import extract
from provenance.quotes.languages import language

COVERED, SHARED = 0.7, 0.5  # of the gold's characters, and of both together, that an indirect quotation has in common


@dataclass
class Counts:
    """Of the gold's quotations of one kind: how many there are, were found, name a speaker, had the right one."""

    gold: int = 0
    found: int = 0
    named: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def __iadd__(self, other: Counts) -> Counts:
        self.gold, self.found = self.gold + other.gold, self.found + other.found
        self.named, self.right = self.named + other.named, self.right + other.right
        return self


def measure(folder: Path, codes: Iterable[str], events: range = range(1, 100)) -> dict[tuple[str, str], Counts]:
    """By language code and type ("direct", "indirect"); `events` are the numbers of those that count."""
    texts = {}
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            texts[article["id"]] = article["text"]
    wanted = set(codes)
    found: dict[tuple[str, str], Counts] = {}
    with (folder / "quotations.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    read = {
        (one["article"], one["language"]): extract(texts[one["article"]], spoken=language(one["language"]))
        for one in gold
        if one["language"] in wanted
    }
    for one in gold:
        if one["language"] in wanted and int(one["article"][1:3]) in events:
            counts = found.setdefault((one["language"], one["type"]), Counts())
            _add(counts, one, texts[one["article"]], read[one["article"], one["language"]])
    return found


def _add(counts: Counts, gold: dict[str, str], text: str, read: tuple[Quotation, ...]) -> None:
    counts.gold += 1
    counts.named += gold["speaker"] is not None
    matching = _direct(gold["text"], text, read) if gold["type"] == "direct" else _indirect(gold["text"], text, read)
    counts.found += matching is not None
    right = matching is not None and gold["speaker"] is not None and same_speaker(gold["speaker"], matching.speaker)
    counts.right += right
    if matching is None or (gold["speaker"] is not None and not right):
        said = matching.speaker if matching is not None else "-"
        counts.misses.append(f"{gold['article']} {gold['type']}: {gold['speaker']} / {said}: {gold['text'][:70]}")


def _direct(gold: str, text: str, read: tuple[Quotation, ...]) -> Quotation | None:
    wanted = _letters(gold)
    for quotation in read:
        said = "".join(_letters(mark.of(text)) for mark in quotation.marks)
        if said and (said == wanted or (wanted in said and len(wanted) > SHARED * len(said))):
            return quotation
    return None


def _indirect(gold: str, text: str, read: tuple[Quotation, ...]) -> Quotation | None:
    start = text.find(gold)
    if start < 0:
        return None
    place = Span(start, start + len(gold))
    reported = [one for one in read if one.type != "direct"]
    best = max(reported, key=lambda one: (one.span.overlap(place), -one.span.length), default=None)
    if best is None:
        return None
    common = best.span.overlap(place)
    together = best.span.length + place.length - common
    return best if common >= COVERED * place.length and common >= SHARED * together else None


def same_speaker(gold: str, said: str | None) -> bool:
    """Whether a name is the gold's, or a longer or shorter form that ends alike."""
    if said is None:
        return False
    one, other = _words(gold), _words(said)
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    return longer[-len(shorter) :] == shorter or set(shorter) <= set(longer)


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c if c.isalnum() or c == "・" else " " for c in folded).split()


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
