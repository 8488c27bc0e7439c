"""Links and quotations as bytes, and back, exactly: spans and reasons, never the words themselves.

Compact JSON arrays under a format number, deflated where that saves something. A link with three passages takes
about 250 bytes. Stretches of equal wording are written as gaps and lengths, which deflate to almost nothing.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from provenance.errors import DamagedArchive
from provenance.model import Difference, Evidence, Link, Match, Passage, Quotation, Span
from provenance.store.records import StoredLink, WrittenLink

FORMAT = 1
_JSON = json.JSONEncoder(separators=(",", ":")).encode
_DEFLATED = b"\x78"  # a zlib stream begins with it, JSON never does


def written(link: Link, stored: StoredLink | None = None) -> WrittenLink:
    """A link ready to be stored; `link_from_bytes` of its content gives it back. `stored` as in `link_to_bytes`."""
    return WrittenLink(link.a, link.b, link.relation, link.confidence, link_to_bytes(link, stored))


def link_to_bytes(link: Link, stored: StoredLink | None = None) -> bytes:
    """The content of one judgement; the same bytes, only sooner, where `stored` has the passages of `link`."""
    before, after = _around_passages(link)
    if stored is not None and stored.link.passages == link.passages:
        # Judging leaves passages as they are: to take them apart and dump them again cost 28 of 95 us a link.
        known_before, known_after = _around_passages(stored.link)
        passages = stored.json[len(known_before) : len(stored.json) - len(known_after)]
    else:
        passages = _JSON([_passage(passage) for passage in link.passages])
    return _pack(before + passages + after)


def link_from_bytes(content: bytes) -> Link:
    """The link that `link_to_bytes` was given; raises DamagedArchive."""
    return stored_link(content).link


def bare_link(content: bytes) -> Link:
    """The same without passages and evidence: half of the time, a tenth of the memory. Raises DamagedArchive."""
    with _reading("link"):
        row = _row(_inflated(content), "link")
        return _to_link([*row[:7], (), *row[8:13], (), *row[14:]])


def stored_link(content: bytes) -> StoredLink:
    """The same, with its JSON, so that another judgement of its passages is soon written; raises DamagedArchive."""
    with _reading("link"):
        plain = _inflated(content)
        return StoredLink(_to_link(_row(plain, "link")), plain)


def _around_passages(link: Link) -> tuple[str, str]:
    """The JSON of a link up to its passages, and from behind them."""
    before = [FORMAT, link.a, link.b, link.relation, link.confidence, link.share_a, link.share_b]
    after = [
        link.derived,
        link.source,
        link.common_source,
        link.credited_source,
        link.credited,
        [[e.kind, e.favours, e.weight, e.detail] for e in link.evidence],
        link.likeliest,
        link.jaccard,
        link.containment,
    ]
    return _JSON(before)[:-1] + ",", "," + _JSON(after)[1:]


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
        evidence=tuple(Evidence(*reason) for reason in row[13]),
        likeliest=row[14],
        jaccard=row[15],
        containment=None if row[16] is None else (row[16][0], row[16][1]),
    )


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
    ]


def _to_passage(row: list[Any]) -> Passage:
    kind, a, b, score, gaps, differences, strength, speaker, in_quotes, altered, speech, speakers = row
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
        ),
        speaker,
        (in_quotes[0], in_quotes[1]),
        altered,
        speech,
        (speakers[0], speakers[1]),
    )


def _gaps(match: Match) -> list[int]:
    """Four numbers a pair of stretches: the gap before it and its length, in A and in B."""
    numbers: list[int] = []
    end_a, end_b = match.a.start, match.b.start
    for a, b in match.shared:
        numbers += [a.start - end_a, a.length, b.start - end_b, b.length]
        end_a, end_b = a.end, b.end
    return numbers


def _from_gaps(numbers: list[int], a: Span, b: Span) -> tuple[tuple[Span, Span], ...]:
    pairs = []
    end_a, end_b = a.start, b.start
    for place in range(0, len(numbers), 4):
        gap_a, length_a, gap_b, length_b = numbers[place : place + 4]
        first = Span(end_a + gap_a, end_a + gap_a + length_a)
        second = Span(end_b + gap_b, end_b + gap_b + length_b)
        pairs.append((first, second))
        end_a, end_b = first.end, second.end
    return tuple(pairs)


def quotations_to_bytes(quotations: tuple[Quotation, ...], rules: str) -> bytes:
    """The quotations of one article, with the version of the rules that read them."""
    rows = [
        [q.span, q.type, q.marks, q.speaker, q.speaker_span, q.affiliation, q.cue, q.confidence] for q in quotations
    ]
    return _pack(_JSON([FORMAT, rows, rules]))


def quotations_from_bytes(content: bytes) -> tuple[tuple[Quotation, ...], str]:
    """What `quotations_to_bytes` was given; "" for rules that nobody wrote down. Raises DamagedArchive."""
    with _reading("quotation"):
        _, rows, *rules = _row(_inflated(content), "quotation")
        return tuple(_to_quotation(*row) for row in rows), rules[0] if rules else ""


def rules_of(content: bytes) -> str:
    """The version of the rules that read these quotations; "" where nobody wrote it down. Raises DamagedArchive."""
    with _reading("quotation"):
        _, _, *rules = _row(_inflated(content), "quotation")
        return rules[0] if rules else ""


def _to_quotation(
    span: Any, kind: Any, marks: Any, speaker: Any, speaker_span: Any, affiliation: Any, cue: Any, confidence: Any
) -> Quotation:
    return Quotation(
        span=Span(*span),
        type=kind,
        marks=tuple(Span(*mark) for mark in marks),
        speaker=speaker,
        speaker_span=None if speaker_span is None else Span(*speaker_span),
        affiliation=affiliation,
        cue=None if cue is None else Span(*cue),
        confidence=confidence,
    )


def _pack(content: str) -> bytes:
    plain = content.encode("ascii")
    deflated = zlib.compress(plain, 6)
    return deflated if len(deflated) < len(plain) else plain


def _inflated(content: bytes) -> str:
    return (zlib.decompress(content) if content.startswith(_DEFLATED) else content).decode("ascii")


def _row(plain: str, what: str) -> list[Any]:
    row: list[Any] = json.loads(plain)
    if row[0] != FORMAT:
        raise DamagedArchive(f"a stored {what} has the unknown format {row[0]!r}; update provenance to read it")
    return row


@contextmanager
def _reading(what: str) -> Iterator[None]:
    """Whatever goes wrong inside means that the bytes are not what was written."""
    try:
        yield
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise DamagedArchive(f"a stored {what} is damaged ({error}); remove its article and add it again") from error
