"""One article of the older Nexis, from its blocks: outlet, date, headline, "LENGTH: 239 words", text, "LOAD-DATE:
...".

Labels stand in capitals in the language of the interface. Order differs: the date comes before or after the headline,
copyright first or last, labels between them or none at all. Nothing here knows HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provenance.sources.exports import labels
from provenance.sources.exports.export_dates import dated_line
from provenance.sources.exports.record import Record

DATABASE = "Nexis"
Block = Sequence[str]  # the paragraphs of one block, none of them empty
COUNT = re.compile(
    r"\s*(?:(?:Document|Dokument|Documento)s?\s+([0-9]{1,6})\s+(?:of|von|de|di|van|sur)\s+([0-9]{1,6})"
    r"|([0-9]{1,6})\s+(?:of|von|de|di|van|sur)\s+([0-9]{1,6})\s+"
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOKUMENTE|DOCUMENTOS?|DOCUMENTI|DOCUMENTO|DOCUMENTEN))\s*",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\b(?:edition|ausgabe|édition|edición|editie|edizione|edição"
    r"|correction appended|berichtigung|final|late city)\b",
    re.IGNORECASE,
)
LONGEST_EDITION = 80
LONGEST_TITLE = 400


def counted(line: str) -> tuple[int, int] | None:
    """The number of an article and of all: (1, 74) for "1 of 74 DOCUMENTS"."""
    found = COUNT.fullmatch(line) if len(line) < 60 else None
    if found is None:
        return None
    return int(found[1] or found[3]), int(found[2] or found[4])


@dataclass(slots=True)
class Documents:
    """Splits a stream of blocks at "n of N DOCUMENTS"; `declared` is the largest N, once all are drawn."""

    declared: int | None = None

    def split(self, blocks: Iterable[Block]) -> Iterator[Record]:
        """The articles, in the order of the file; what comes before the first is a cover."""
        waiting: list[Block] | None = None
        number = 0
        for block in blocks:
            count = counted(block[0]) if block else None
            if count is None:
                if waiting is not None:
                    waiting.append(block)
                continue
            if waiting is not None:
                number += 1
                yield record_of(waiting, number)
            self.declared = max(self.declared or 0, count[1])
            waiting = [block[1:]] if len(block) > 1 else []
        if waiting is not None:
            yield record_of(waiting, number + 1)


@dataclass(slots=True)
class Lines(Documents):
    """The same for paragraphs of a document, each of which is a block."""

    def split(self, blocks: Iterable[Block] | Iterable[str]) -> Iterator[Record]:
        """The articles, in the order of the file."""
        lines = (" ".join(block.split()) if isinstance(block, str) else block[0] for block in blocks)
        yield from Documents.split(self, ([line] for line in lines if line))


def record_of(blocks: Sequence[Block], number: int) -> Record:
    """The article of the blocks between two counts."""
    record = Record(number, DATABASE)
    marked = [(block, _label(block[0])) for block in blocks if block]
    first, text_at = _opening(marked)
    end = _closing(marked, text_at)
    _head(record, [block for block, _ in marked[:first]])
    for block, label in marked[first:text_at]:
        _put(record, block, label)
    for block, label in marked[text_at:end]:
        if label is not None and (label[0] in labels.INTERRUPTING or label[0] == "url"):
            _put(record, block, label)
        elif label is not None and label[0] == "body":
            record.lines += [line for line in (label[1], *block[1:]) if line]
        elif not labels.is_copyright(block[0]) or len(block) > 3:
            record.lines += block
        else:
            record.put("copyright", " ".join(block))
    for block, label in marked[end:]:
        if label is not None:
            _put(record, block, label)
        elif labels.is_copyright(block[0]):
            record.put("copyright", " ".join(block))
        else:
            record.put("remarks", " ".join(block))
    record.title = record.fields.pop("headline", None) or record.title
    return record


def _label(line: str) -> tuple[str, str] | None:
    return labels.capital_label(line)


def _put(record: Record, block: Block, label: tuple[str, str] | None) -> None:
    if label is None:
        record.put("remarks" if not labels.is_copyright(block[0]) else "copyright", " ".join(block))
    elif label[0] == "body":
        record.lines += [line for line in (label[1], *block[1:]) if line]
    else:
        record.put(label[0], " ".join((label[1], *block[1:])))


Marked = Sequence[tuple[Block, tuple[str, str] | None]]


def _opening(marked: Marked) -> tuple[int, int]:
    """Where the labels before the text begin, and where the text does."""
    length = next((place for place, (_, label) in enumerate(marked[:24]) if label and label[0] == "length"), None)
    opening = (label is not None and (length is not None or label[0] in labels.OPENING) for _, label in marked)
    first = next((place for place, found in enumerate(opening) if found), None)
    if first is None or first > 12 or _is_end(marked, first):
        head = _unlabelled_head(marked)
        return head, head
    text_at = first if length is None else length
    for place in range(first, min(len(marked), first + 16)):
        label = marked[place][1]
        if label is not None and label[0] in labels.OPENING:
            text_at = place + (label[0] != "body")
            if label[0] == "body":
                break
        elif place - text_at > 2 or any(len(line) > LONGEST_TITLE for line in marked[place][0]):
            break
    return first, text_at


def _is_end(marked: Marked, first: int) -> bool:
    """Whether the first label comes after the text: words stand before it that are no head."""
    words = sum(len(line) for block, _ in marked[:first] for line in block if not labels.is_copyright(block[0]))
    return words > 3 * LONGEST_TITLE


def _unlabelled_head(marked: Marked) -> int:
    """How many blocks are outlet, date and headline where no label says so."""
    dated = next((place for place, (block, _) in enumerate(marked[:5]) if dated_line(block[0])), None)
    if dated is None:
        return min(len(marked), 2)
    after = dated + 1
    while after < len(marked) and labels.is_copyright(marked[after][0][0]):
        after += 1
    if dated >= 2 and not labels.is_copyright(marked[0][0][0]):  # the headline came first
        return after
    if after < len(marked) and marked[after][1] is None and sum(map(len, marked[after][0])) < LONGEST_TITLE / 2:
        return after + 1
    return after


def _closing(marked: Marked, text_at: int) -> int:
    """Where the labels after the text begin, or the copyright."""
    for place in range(text_at, len(marked)):
        label = marked[place][1]
        if label is not None and label[0] not in labels.OPENING | labels.INTERRUPTING and place > text_at:
            if _all_known(marked, place):
                return place
        elif label is not None and label[0] in ("load_date", "language", "publication_type"):
            return place
    last = len(marked)
    while last > text_at and labels.is_copyright(marked[last - 1][0][0]) and len(marked[last - 1][0]) < 4:
        last -= 1
    return last


def _all_known(marked: Marked, place: int) -> bool:
    """Whether a label is one that databases use ("LOAD-DATE"), not a speaker in an interview ("BLITZER: ...")."""
    return labels.labelled(marked[place][0][0]) is not None


def _head(record: Record, blocks: Sequence[Block]) -> None:
    """Outlet, date, edition and headline, by what they are and where they stand."""
    plain = []
    for block in blocks:
        if labels.is_copyright(block[0]):
            record.put("copyright", " ".join(block))
        else:
            plain.append(block)
    dated = next((place for place, block in enumerate(plain) if place and _dated(record, block)), None)
    if dated is None and plain and _dated(record, plain[0]):
        dated = 0
    rest = [" ".join(block) for place, block in enumerate(plain) if place != dated]
    if rest:
        record.outlet = rest.pop(0).strip().rstrip(". ") or None
    titles: list[str] = []
    for line in rest:
        if len(line) < LONGEST_EDITION and _EDITION.search(line) and len(rest) > 1:
            record.put("edition", line)
        elif not titles or len(line) < LONGEST_TITLE:
            titles.append(line)
    record.title = " ".join(" ".join(titles).split()) or None


def _dated(record: Record, block: Block) -> bool:
    found = dated_line(block[0])
    if found is None or record.published is not None or len(found[1]) > LONGEST_EDITION:
        return False
    record.published = found[0]
    record.put("edition", " ".join((found[1], *block[1:])))
    return True
