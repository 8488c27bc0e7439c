"""Random sequences of commands, each followed by one audit, against archives whose articles were audited once.

`python tests/durability/sequence_run.py 500` runs 500 sequences of adding, new versions, removing, reviewing and
audits (narrowed, interrupted, resumed, `--again`, another profile, several processes) and says how many left the
links of one undisturbed audit, byte for byte. `test_sequences` runs a few.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from provenance import Archive, Filters, Settings
from provenance.audit import portion_judging
from provenance.errors import UsageError
from provenance.model import Article, SkippedInput, Span
from provenance.sources import read
from provenance.usecases.adding import add

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
MOST = 16  # articles that a sequence draws from, or a few more: their audit takes a twentieth of a second
STEPS = (6, 16)
LINKS_A_PORTION = 4  # so that a sequence has several portions, of which some change and others do not


class Interrupted(Exception):
    """Raised by an audit's progress, as Ctrl-C would be."""


@cache
def corpus() -> tuple[Article, ...]:
    """The articles of the corpus, by id."""
    found = (one for one in read([CORPUS]) if not isinstance(one, SkippedInput))
    return tuple(sorted(found, key=lambda article: article.id))


@dataclass
class Sequence:
    """One random sequence. `history` has the articles as they were added, without those that were removed."""

    seed: int
    archive: Archive
    chance: random.Random = field(init=False)
    pool: list[Article] = field(init=False)
    history: list[Article] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        # Articles whose ids begin alike tell one story: a sequence has copies of copies, and articles alone.
        stories: dict[str, list[Article]] = {}
        for article in corpus():
            stories.setdefault(article.id.split("-")[0], []).append(article)
        self.pool = []
        for story in self.chance.sample(sorted(stories), len(stories)):
            if len(self.pool) < MOST:
                self.pool += stories[story]

    def run(self) -> None:
        """Take the steps, then finish with one audit."""
        self._keep(self.chance.sample(self.pool, len(self.pool) * 2 // 3))
        for _ in range(self.chance.randint(*STEPS)):
            step = self.chance.choice(
                [self.add, self.renew, self.renew, self.remove, self.review, self.audit, self.audit, self.interrupt]
            )
            self.told.append(step.__name__)
            step()
        self.archive.audit()

    def current(self) -> dict[str, Article]:
        """The text that each archived article has now."""
        return {article.id: article for article in self.history}

    def add(self) -> None:
        """Some articles that are not archived."""
        absent = [article for article in self.pool if article.id not in self.current()]
        self._keep(self.chance.sample(absent, min(len(absent), self.chance.randint(1, 8))))

    def renew(self) -> None:
        """A new text of an archived article: a paragraph less, a word more, or an old text again."""
        if not self.history:
            return
        article = self.chance.choice(list(self.current().values()))
        before = [each for each in self.history if each.id == article.id and each.text != article.text]
        if before and self.chance.random() < 0.3:
            self._keep([self.chance.choice(before)])
            return
        lines = article.text[article.body.start : article.body.end].split("\n")
        place = self.chance.choice([number for number, line in enumerate(lines) if line.strip()])
        lines[place] = "" if self.chance.random() < 0.6 else f"{lines[place]} Officials confirmed it later."
        text = article.text[: article.body.start] + "\n".join(lines) + article.text[article.body.end :]
        end = article.body.end + len(text) - len(article.text)
        if end > article.body.start and text != article.text:
            self._keep([replace(article, text=text, body=Span(article.body.start, end))])

    def remove(self) -> None:
        """One archived article."""
        if self.history:
            name = self.chance.choice(sorted(self.current()))
            self.archive.remove([name])
            self.history = [article for article in self.history if article.id != name]

    def review(self) -> None:
        """What a person says of a recorded link."""
        pairs = self.archive.store.links.pairs()
        if pairs:
            said = self.chance.choice(["confirm", "reject", "undo"])
            with suppress(UsageError):  # there may be nothing to undo
                self.archive.review(*self.chance.choice(pairs), said, "as a test")  # type: ignore[arg-type]

    def audit(self) -> None:
        """An audit of some kind, and what is printed of it."""
        kind = self.chance.choice(["plain", "plain", "again", "essay", "narrowed"])
        if kind == "essay":
            with Archive(self.archive.path, settings=Settings.of("essay")) as other:
                other.audit()
            return
        self.archive.audit(again=kind == "again", jobs=2 if self.chance.random() < JOBS else 1)
        filters = Filters.of(min_score=0.9, min_words=40) if kind == "narrowed" else Filters()
        list(self.archive.whole_links(self.archive.listed_links(filters)))

    def interrupt(self) -> None:
        """An audit that is stopped after some of its steps."""
        left = self.chance.randint(0, 6)

        def stop(_stage: str, _done: int, _total: int | None) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise Interrupted

        try:
            self.archive.audit(on_progress=stop)
        except Interrupted:
            self.told[-1] += f" after {left}"

    def _keep(self, articles: list[Article]) -> None:
        add(self.archive.store, articles)
        self.history += articles


JOBS = 0.05  # of the audits run in two processes, whose start takes as long as forty audits


def links(archive: Archive) -> str:
    """Everything that the archive's record says of all links."""
    return "\n".join(map(repr, archive.store.links.iterate()))


def undisturbed(path: Path, articles: list[Article]) -> str:
    """The links that one audit finds when these texts are added one after the other."""
    with Archive(path) as archive:
        for article in articles:
            add(archive.store, [article])
        archive.audit()
        return links(archive)


def outcomes(seeds: range, folder: Path, tell: Callable[[str], Any] = print) -> Iterator[bool]:
    """For each seed whether its sequence left the links of one undisturbed audit, whatever order articles came in."""
    portion_judging.LINKS_A_PORTION = LINKS_A_PORTION
    for seed in seeds:
        with tempfile.TemporaryDirectory(dir=folder) as place, Archive(Path(place) / "sequence.db") as archive:
            sequence = Sequence(seed, archive)
            sequence.run()
            left = links(archive)
            by_name = sorted(sequence.history, key=lambda article: article.id)  # stable: versions stay in order
            expected = [
                undisturbed(Path(place) / f"{number}.db", articles)
                for number, articles in enumerate([sequence.history, by_name])
            ]
            same = left == expected[0] == expected[1]
            if not same:
                tell(f"sequence {seed} ({', '.join(sequence.told)}): other links than one audit of the same articles")
            if archive.store.upkeep.check_integrity():
                tell(f"sequence {seed}: the archive does not verify: {archive.store.upkeep.check_integrity()[:3]}")
                same = False
            yield same


def main() -> int:
    """Run as many sequences as the command line asks for, from the seed it names."""
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    done = list(outcomes(range(first, first + count), Path(tempfile.gettempdir())))
    print(f"{sum(done)} of {len(done)} sequences left the links of one undisturbed audit")
    return int(not all(done))


if __name__ == "__main__":
    sys.exit(main())
