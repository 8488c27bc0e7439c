"""What was left out or not used, counted by kind, with three examples of each: a line a kind is read, 20,000 are not.

Holds counts and a few items, whole lists only where they are asked for. Words a kind for people; prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from provenance.model.articles import Article, Note, SkippedInput

EXAMPLES = 3

# What the inputs of a kind are called when there are many; a kind without a line here is called by its own name.
TITLES = {
    "archive": "articles that the archive did not take",
    "broken-document": "documents that cannot be read, or not to their end",
    "broken-record": "damaged records of web archives",
    "broken-json": "pieces of JSON that cannot be read",
    "broken-row": "rows whose quotation marks or fields do not fit",
    "broken-stream": "inputs that break off",
    "cut-off": "articles that a paywall cuts off",
    "damaged-text": "texts that were damaged before they came here",
    "column-guessed": "tables whose column with the text was guessed",
    "disguised": "texts that are disguised",
    "column-twice": "tables with several columns of one name",
    "date-unused": "inputs with a key that looks like the date and was not used",
    "map-unused": "inputs without a key that --map names",
    "text-cut": "texts that break off",
    "date-ambiguous": "dates that could be two different days",
    "date-loaded": "articles dated by the day on which a database loaded them",
    "date-none": "values that are no date",
    "date-placeholder": "dates that stand for no date",
    "e-books": "e-books",
    "e-mails": "e-mails",
    "encrypted": "encrypted files",
    "empty": "empty inputs",
    "encoding-doubtful": "texts whose encoding is in doubt",
    "ends-early": "files that end in the middle or are damaged",
    "export-incomplete": "exports in which something is missing",
    "feeds-and-xml": "feeds and XML files",
    "folders-of-saved-pages": "folders with the parts of saved pages",
    "hidden-names": "hidden files and folders",
    "language-doubtful": "texts in another language than the one that is declared",
    "length-differs": "articles that are longer or shorter than their export says",
    "lines-before-table": "tables with lines before the names of their columns",
    "links-outside": "links to places outside the folder",
    "no-article": "inputs without an article",
    "no-column": "tables without a column for the text",
    "no-reader": "files of a kind that is not read",
    "no-suffix": "files without a suffix",
    "no-text": "rows without text",
    "notice-pages": "pages that hold a notice instead of an article",
    "other": "inputs",
    "other-address": "addresses of a kind that is not read",
    "other-format": "files that are something else than text",
    "packed-files": "packed files (.zip, .tar ...)",
    "parts-of-books": "books with pages that are no chapters",
    "parts-left-out": "articles with parts that are no text of theirs (tables, captions ...)",
    "parts-of-pages": "scripts, styles and fonts of pages",
    "pdf-files": "PDF files",
    "pictures": "pictures",
    "presentations": "presentations",
    "recordings": "recordings",
    "saved-as-one-file": "pages saved as one file (.mht)",
    "spreadsheets": "spreadsheets",
    "scans": "scans without text",
    "teasers": "entries of feeds with a teaser only",
    "too-deep": "files inside too many others",
    "too-large": "inputs that are too large",
    "twice": "ids or addresses that occur twice",
    "undecodable": "inputs whose bytes are no text",
    "unforeseen": "inputs that a fault of the program kept from being read",
    "unreadable": "files that cannot be opened",
    "withdrawn": "stories that their agency withdrew",
    "word-files": "documents of word processors",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """All of one kind: how many, the first three, and whether every one of them has the reason of the first.

    `skipped` says whether they gave no article; otherwise they are notes on articles that were read.
    """

    kind: str
    count: int
    examples: tuple[SkippedInput | Note, ...]
    alike: bool
    skipped: bool

    @property
    def title(self) -> str:
        """What the inputs of this kind are called."""
        return TITLES.get(self.kind, self.kind.replace("-", " "))

    def joined(self, later: LeftOut) -> LeftOut:
        """Both together, this one first."""
        alike = self.alike and later.alike and self.examples[0].reason == later.examples[0].reason
        examples = (self.examples + later.examples)[:EXAMPLES]
        return replace(self, count=self.count + later.count, examples=examples, alike=alike)


class LeftOutList:
    """Collects skipped inputs and notes by kind, in the order in which each kind occurs first.

    `skipped` and `notes` are whole lists, or with `whole=False` empty: then memory does not grow with the input.
    """

    def __init__(self, *, whole: bool = True) -> None:
        self._whole = whole
        self._kinds: dict[tuple[bool, str], LeftOut] = {}
        self.skipped: list[SkippedInput] = []
        self.notes: list[Note] = []

    def __iter__(self) -> Iterator[LeftOut]:
        """Skipped inputs first, then notes."""
        return iter(sorted(self._kinds.values(), key=lambda group: not group.skipped))

    def count(self, *, skipped: bool = True) -> int:
        """How many inputs were skipped, or how many notes there are."""
        return sum(group.count for group in self._kinds.values() if group.skipped == skipped)

    def add(self, one: SkippedInput | Note) -> None:
        """Count one more."""
        if isinstance(one, SkippedInput):
            if self._whole:
                self.skipped.append(one)
        elif self._whole:
            self.notes.append(one)
        self._take(LeftOut(one.kind, 1, (one,), True, isinstance(one, SkippedInput)))

    def add_notes(self, article: Article) -> None:
        """Count what is noted of an article that was read."""
        for note in article.notes:
            self.add(note)

    def take_in(self, later: LeftOutList) -> None:
        """Count what a list of later inputs holds."""
        if self._whole:
            self.skipped += later.skipped
            self.notes += later.notes
        for group in later:
            self._take(group)

    def _take(self, group: LeftOut) -> None:
        key = (group.skipped, group.kind)
        self._kinds[key] = self._kinds[key].joined(group) if key in self._kinds else group


def left_out(items: Iterable[SkippedInput | Note]) -> LeftOutList:
    """All of these, by kind."""
    collected = LeftOutList()
    for one in items:
        collected.add(one)
    return collected
