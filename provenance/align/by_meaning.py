"""Passages that say the same in other words or in another language, where words found nothing.

Sentences that a passage found by words covers on either side are left out. What the rest says is compared by the
codes of its sentences (`sentence_chains`). Sentences that disagree in their numbers, or of which one denies what the
other says, are left out as well. Since there are no words to mark, the numbers that agree are, and between languages
the names, in whatever script.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from provenance.align.agreeing_names import agreeing_names
from provenance.align.sentence_chains import Unit, chains
from provenance.config.meaning import ChainSettings
from provenance.meaning.codes import Codes
from provenance.model import Match, PassageKind, Span
from provenance.model.coded_text import CodedText
from provenance.model.text_parts import overlap, union

CHAINS = ChainSettings()
COVERED = 0.5  # part of a sentence inside passages found by words, from which it is left to them

_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*")
_SEPARATORS = re.compile(r"[.,\u00a0\u202f]")
# What denies a sentence in English, and what may say the same as a denial: a paraphrase turns "would not be possible"
# into "would be impossible" and "not to please" into "rather than to please".
_DENIAL = re.compile(r"\b(?:not|never|nobody|nothing|none|cannot)\b|n['’]t\b", re.IGNORECASE)
_LIKE_DENIAL = re.compile(
    r"\b(?:no|nor|neither|without|hardly|scarcely|rather|instead|but|fail\w*|refus\w*|den(?:y|ied)\w*|avoid\w*|lack\w*|"
    r"reject\w*|(?:un|im|in|dis|ir|il)\w{3,}|\w+less)\b",
    re.IGNORECASE,
)
# Code points of the longer of two sentences up to which a denial on one side only makes them opposites: in a longer
# one it may deny any clause. Of the accepted paraphrases of `cpc` .95 have a chain by these rules, .96 without any,
# and .88 where every difference counts.
DENIED = 160
SAME = 4  # letters that two forms of one word have in common: "reject", "rejected"
_WORD = re.compile(r"[^\W\d_]+")


def by_meaning(
    a: tuple[str, CodedText],
    b: tuple[str, CodedText],
    found: Sequence[Match],
    *,
    translated: bool,
    settings: ChainSettings = CHAINS,
) -> tuple[Match, ...]:
    """The passages of A that say what passages of B say, ascending in A; each side is a text with its codes.

    `found` are the passages that words showed. `translated` says that the texts are in two languages: the passages
    are of the kind "translation" then, and no denial is looked for.
    """
    open_a = _open(a[1].spans, [match.a for match in found])
    open_b = _open(b[1].spans, [match.b for match in found])
    spans_a, spans_b = [a[1].spans[at] for at in open_a], [b[1].spans[at] for at in open_b]

    def agrees(unit: Unit) -> bool:
        one, other = _of(a[0], spans_a[unit.a : unit.a_end]), _of(b[0], spans_b[unit.b : unit.b_end])
        return _numbers_agree(one, other) and (translated or not _opposites(one, other))

    made = chains(_rows(a[1], open_a), _rows(b[1], open_b), settings, agrees)
    matches = []
    for chain in made:
        first, last = chain.units[0], chain.units[-1]
        span_a = Span(spans_a[first.a].start, spans_a[last.a_end - 1].end)
        span_b = Span(spans_b[first.b].start, spans_b[last.b_end - 1].end)
        shared = tuple(
            pair
            for unit in chain.units
            for pair in _agreeing(
                a[0], spans_a[unit.a : unit.a_end], b[0], spans_b[unit.b : unit.b_end], translated=translated
            )
        )
        kind: PassageKind = "translation" if translated else "paraphrase"
        score = round(min(1.0, chain.cosine), 4)
        matches.append(Match(kind, span_a, span_b, score, shared, strength=round(chain.score, 4), by="meaning"))
    all_found = [*found, *matches]
    most = max(
        _covered(a[1].spans, [match.a for match in all_found]), _covered(b[1].spans, [match.b for match in all_found])
    )
    needed = _needed(max(len(a[1].spans), len(b[1].spans)), settings)
    if most < settings.most or all(match.strength < needed for match in matches):
        matches = [match for match in matches if match.strength >= settings.sure]
    if found and not translated:
        matches = [match for match in matches if match.strength >= settings.beside]
    return tuple(matches)


def _needed(sentences: int, settings: ChainSettings) -> float:
    """The score that one chain must have where the longer text has so many sentences."""
    if settings.sentences is None:
        return settings.enough
    return min(settings.sure, settings.enough * max(1.0, sentences / settings.sentences))


def _covered(spans: Sequence[Span], passages: Sequence[Span]) -> float:
    """The part of the sentences inside passages, by code points."""
    total = sum(span.length for span in spans)
    return overlap(spans, union(passages)) / total if total else 0.0


def _open(spans: Sequence[Span], covered: Sequence[Span]) -> list[int]:
    taken = union(covered)
    return [at for at, span in enumerate(spans) if overlap([span], taken) < COVERED * span.length]


def _rows(text: CodedText, places: Sequence[int]) -> Codes:
    return np.ascontiguousarray(text.codes[np.array(places, np.int64)])


def _of(text: str, spans: Sequence[Span]) -> str:
    return text[spans[0].start : spans[-1].end]


def _numbers(text: str, offset: int = 0) -> list[tuple[str, Span]]:
    """The numbers written in digits, without what separates their digits, and where they are."""
    found = []
    for each in _NUMBER.finditer(text):
        written = each[0].rstrip(".,\u00a0\u202f")
        found.append(
            (_SEPARATORS.sub("", written), Span(offset + each.start(), offset + each.start() + len(written)))
        )
    return found


def _numbers_agree(one: str, other: str) -> bool:
    """Whether a side has no numbers, or some are on both: a paraphrase may leave one out or write it in words."""
    first, second = {value for value, _ in _numbers(one)}, {value for value, _ in _numbers(other)}
    return not first or not second or bool(first & second)


def _opposites(one: str, other: str) -> bool:
    """Whether one of two sentences is denied and nothing in the other does the same."""
    if max(len(one), len(other)) > DENIED or bool(_DENIAL.search(one)) == bool(_DENIAL.search(other)):
        return False
    plain, denied = (other, one) if _DENIAL.search(one) else (one, other)
    also = {word[:SAME] for word in _WORD.findall(denied.lower())}
    # "was not rejected" denies "was rejected", though rejecting is like a denial.
    return all(each[0].lower()[:SAME] in also for each in _LIKE_DENIAL.finditer(plain))


def _agreeing(
    a: str, of_a: Sequence[Span], b: str, of_b: Sequence[Span], *, translated: bool
) -> list[tuple[Span, Span]]:
    """The numbers that agree, and of a translation the names, ascending in A."""
    pairs = _same_numbers(a, of_a, b, of_b)
    if translated:
        pairs += agreeing_names(_of(a, of_a), of_a[0].start, _of(b, of_b), of_b[0].start)
    return sorted(pairs)


def _same_numbers(a: str, of_a: Sequence[Span], b: str, of_b: Sequence[Span]) -> list[tuple[Span, Span]]:
    theirs: dict[str, list[Span]] = {}
    for value, span in _numbers(_of(b, of_b), of_b[0].start):
        theirs.setdefault(value, []).append(span)
    pairs = []
    for value, span in _numbers(_of(a, of_a), of_a[0].start):
        if theirs.get(value):
            pairs.append((span, theirs[value].pop(0)))
    return pairs
