"""Conversion of links to bytes and back without loss: spans and reasons, never the words of the texts.

A link is a compact JSON array that begins with a format number, deflated where that makes it shorter. A link with
three passages takes about 250 bytes. Stretches of equal wording are written as gaps and lengths, which deflate to
almost nothing. Nothing here reads or writes the archive; `link_store` does.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from provenance.errors import UPDATE, DamagedArchive
from provenance.model import Difference, Evidence, Favours, Link, Match, Passage, PublicationTime, Span
from provenance.model.evidence import RecordedSentence
from provenance.model.evidence_kinds import CATALOGUE
from provenance.store.browsing.link_columns import listed_columns
from provenance.store.records import WrittenLink
from provenance.store.stored_values import damage_in, json_array, packed, to_json, unpacked

FORMAT = 2
WITH_VERSIONS = 3  # passages in earlier versions say in which; all other links are written as before
WITH_MEANING = 4  # passages found by meaning say so
_span = partial(tuple.__new__, Span)
READ = (1, FORMAT, WITH_VERSIONS, WITH_MEANING)  # 1 has a sentence in the place of the arguments of evidence


def written(link: Link, passages: int | None = None) -> WrittenLink:
    """A link ready to be stored; `passages` is the row of `store.passages` that has its passages already."""
    content = link_to_bytes(link, with_passages=passages is None)
    return WrittenLink(link.a, link.b, link.relation, link.confidence, content, listed_columns(link), passages)


def link_to_bytes(link: Link, *, with_passages: bool = True) -> bytes:
    """The content of one judgement, for `link_from_bytes`; without passages it needs those stored before."""
    row = [
        _format(link.passages) if with_passages else FORMAT,
        link.a,
        link.b,
        link.relation,
        link.confidence,
        link.share_a,
        link.share_b,
        [_passage(passage) for passage in link.passages] if with_passages else None,
        link.derived,
        link.source,
        link.common_source,
        link.credited_source,
        link.credited,
        [_reason(each) for each in link.evidence],
        link.likeliest,
        link.jaccard,
        link.containment,
    ]
    return packed(to_json(row))


def _format(passages: tuple[Passage, ...]) -> int:
    """The least format that says everything of the passages, so that an older program reads what it can."""
    if any(each.match.by == "meaning" for each in passages):
        return WITH_MEANING
    return WITH_VERSIONS if any(each.is_earlier for each in passages) else FORMAT


def link_from_bytes(content: bytes, passages: bytes | None = None) -> Link:
    """The link that `link_to_bytes` was given; `passages` is the content of a link that has its passages.

    Raises DamagedArchive.
    """
    with damage_in("link"):
        row = json_array(unpacked(content), "link", READ)
        if row[7] is None:
            if passages is None:
                raise DamagedArchive(
                    "a stored link has lost its passages; `provenance audit --again` finds them anew"
                )
            row[7] = json_array(unpacked(passages), "link", READ)[7]
        return _to_link(row)


def bare_link(content: bytes, _passages: bytes | None = None) -> Link:
    """`link_from_bytes` without passages and evidence: half of the time, a tenth of the memory."""
    with damage_in("link"):
        row = json_array(unpacked(content), "link", READ)
        return _to_link([*row[:7], (), *row[8:13], (), *row[14:]])


def _to_link(row: list[Any]) -> Link:
    return Link(
        a=row[1],
        b=row[2],
        relation=row[3],
        confidence=row[4],
        share_a=row[5],
        share_b=row[6],
        passages=tuple(_to_passage(passage) for passage in row[7]),
        derived=row[8],
        source=row[9],
        common_source=row[10],
        credited_source=row[11],
        credited=row[12],
        evidence=tuple(_to_evidence(*reason) for reason in row[13]),
        likeliest=row[14],
        jaccard=row[15],
        containment=None if row[16] is None else (row[16][0], row[16][1]),
    )


def _reason(evidence: Evidence) -> list[Any]:
    """Kind, side, weight, then a list of the arguments, or the sentence that an older program wrote."""
    arguments = evidence.arguments
    content: Any
    if isinstance(arguments, RecordedSentence):
        content = arguments.sentence
    else:
        content = [_argument(value) for value in arguments.values]
    return [evidence.kind.name, evidence.favours, evidence.weight, content]


def _argument(value: Any) -> Any:
    """JSON has no times; they become objects, and everything else is text, a number, None or a tuple of these."""
    if isinstance(value, PublicationTime):
        return {"time": [value.written, value.precision, value.earliest, value.latest, value.how]}
    return value


def _to_evidence(kind: str, favours: Favours, weight: float, content: str | list[Any]) -> Evidence:
    if isinstance(content, str):
        return Evidence(RecordedSentence.of(kind, content), favours, weight)
    if kind not in CATALOGUE:
        raise DamagedArchive(f"a stored link has evidence of the unknown kind {kind!r}; {UPDATE}")
    return Evidence(CATALOGUE[kind](*map(_to_argument, content)), favours, weight)


def _to_argument(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_to_argument, value))
    return PublicationTime(*value["time"]) if isinstance(value, dict) else value


def _passage(passage: Passage) -> list[Any]:
    match = passage.match
    return [
        match.kind,
        match.a,
        match.b,
        match.score,
        _gaps(match),
        [[difference.what, difference.a, difference.b] for difference in match.differences],
        match.strength,
        passage.speaker,
        passage.in_quotes,
        passage.altered,
        passage.speech,
        passage.speakers,
        *(
            [passage.versions, match.by]
            if match.by == "meaning"
            else [passage.versions]
            if passage.is_earlier
            else []
        ),
    ]


def _to_passage(row: list[Any]) -> Passage:
    kind, a, b, score, gaps, differences, strength, speaker, in_quotes, altered, speech, speakers, *more = row
    first, second = Span(*a), Span(*b)
    return Passage(
        Match(
            kind,
            first,
            second,
            score,
            _from_gaps(gaps, first, second),
            tuple(Difference(*difference) for difference in differences),
            strength,
            more[1] if len(more) > 1 else "words",
        ),
        speaker,
        (in_quotes[0], in_quotes[1]),
        altered,
        speech,
        (speakers[0], speakers[1]),
        (more[0][0], more[0][1]) if more else (None, None),
    )


def _gaps(match: Match) -> list[int]:
    """Four numbers per pair of equal stretches: the gap before it and its length in A, then in B."""
    numbers: list[int] = []
    end_a, end_b = match.a.start, match.b.start
    for a, b in match.shared:
        numbers += [a.start - end_a, a.length, b.start - end_b, b.length]
        end_a, end_b = a.end, b.end
    return numbers


def _from_gaps(numbers: list[int], a: Span, b: Span) -> tuple[tuple[Span, Span], ...]:
    """Most of the time of reading a link goes here: `_span` takes half as long as `Span`, which takes names, too."""
    pairs = []
    end_a, end_b = a.start, b.start
    parts = iter(numbers)
    for gap_a, length_a, gap_b, length_b in zip(parts, parts, parts, parts, strict=True):
        start_a, start_b = end_a + gap_a, end_b + gap_b
        end_a, end_b = start_a + length_a, start_b + length_b
        pairs.append((_span((start_a, end_a)), _span((start_b, end_b))))
    return tuple(pairs)
