"""One random sequence of commands on an archive, and the articles that it ends with.

`python tests/durability/sequence_run.py 500` runs many; nothing here says what the links should be.
"""

from __future__ import annotations

import json
import random
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from older_archive import with_tables_of_020

from provenance import Archive, Filters, Settings
from provenance.errors import UsageError
from provenance.model import Article, Findings, SkippedInput, Span
from provenance.model.addresses import canonical_address
from provenance.sources import read
from provenance.sources.given_values import given_values
from provenance.usecases import embedding
from provenance.usecases.adding import add
from provenance.usecases.editing import Given

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
MOST = 16  # articles that a sequence draws from, or a few more: their audit takes a twentieth of a second
STEPS = (6, 18)
JOBS = 0.05  # of the audits run in two processes, whose start takes as long as forty audits
# Spellings of one address; `{}` is the article's id.
ADDRESSES = (
    "https://www.example.org/{}",
    "http://example.org/{}/",
    "HTTPS://EXAMPLE.org/{}?utm_source=feed",
    "https://m.example.org/{}#top",
)


class Interrupted(Exception):
    """Raised by an audit's progress, as Ctrl-C would be."""


@cache
def corpus() -> tuple[Article, ...]:
    """The articles of the corpus, by id."""
    found = (one for one in read([CORPUS]) if not isinstance(one, SkippedInput))
    return tuple(sorted(found, key=lambda article: article.id))


@dataclass
class Sequence:
    """One random sequence. `history` has the articles as they were added, under the ids that they got, without
    those that were removed; `edits` the corrections in force, by id."""

    seed: int
    archive: Archive
    chance: random.Random = field(init=False)
    pool: list[Article] = field(init=False)
    history: list[Article] = field(default_factory=list)
    edits: dict[str, list[Given]] = field(default_factory=dict)
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
        self.pool += [
            replace(article, id=f"{article.id}-{place}", publisher=self.chance.choice([article.publisher, None]))
            for place, article in enumerate(self.chance.choices(self.pool, k=2))
        ]  # equal texts, of one publisher or of two
        self.pool = [replace(each, url=self._address(each)) for each in self.pool]
        self.pool += [
            replace(each, id=f"{each.id}-again", url=self._address(each)) for each in self.chance.sample(self.pool, 3)
        ]  # the same article at the same address, under another id

    def run(self) -> None:
        """Take the steps; an audit is to follow."""
        self._keep(self.chance.sample(self.pool, len(self.pool) * 2 // 3))
        if self.chance.random() < 0.2:
            self.upgrade()
        coding = [self.embed, self.embed] if self.chance.random() < 0.4 else []
        often = [self.add, self.renew, self.renew, self.remove, self.edit, self.review, self.audit, self.audit]
        for _ in range(self.chance.randint(*STEPS)):
            step = self.chance.choice(
                [
                    *often, *often, *coding, self.interrupt, self.interrupt, self.undo_edit, self.check, self.look,
                    self.reindex,
                ]
            )  # fmt: skip
            self.told.append(step.__name__)
            step()

    def current(self) -> dict[str, Article]:
        """The text that each archived article has now."""
        return {article.id: article for article in self.history}

    # Articles come, change and go ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Some articles that are not archived."""
        absent = [article for article in self.pool if article.id not in self.current()]
        self._keep(self.chance.sample(absent, min(len(absent), self.chance.randint(1, 8))))

    def renew(self) -> None:
        """A new text of an archived article: a paragraph less, a word more, another publisher, or an old text
        again."""
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
            publisher = self.chance.choice([article.publisher] * 3 + ["Renamed"])
            self._keep([replace(article, text=text, body=Span(article.body.start, end), publisher=publisher)])

    def check(self) -> None:
        """An article is checked, and most often added with that."""
        article = self.chance.choice(self.pool)
        row = {"id": article.id, "text": article.text, "url": article.url, "publisher": article.publisher}
        row |= {"published": article.published.written} if article.published else {}
        path = self.archive.path.with_suffix(".jsonl")
        path.write_text(json.dumps(row), "utf-8")
        keep = self.chance.random() < 0.7
        for found in self.archive.check([path], add=keep):
            assert isinstance(found, Findings)
        if keep:
            (given,) = read([path])
            assert isinstance(given, Article)
            self._remember(given)

    def remove(self) -> None:
        """One archived article."""
        if self.history:
            name = self.chance.choice(sorted(self.current()))
            self.archive.remove([name])
            self.history = [article for article in self.history if article.id != name]
            self.edits.pop(name, None)

    # What people say ----------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """A correction of an archived article."""
        if not self.history:
            return
        name = self.chance.choice(sorted(self.current()))
        said = ["publisher=Harbour Herald", "publisher=Renamed", "published=2025-03-04", "published=2019-01-01"]
        said += ["author=A Person", "title=Another title,publisher=Wire"]
        given = given_values([self.chance.choice(said)])
        self.archive.edit(name, given)
        self.edits.setdefault(name, []).append(given)

    def undo_edit(self) -> None:
        """The last correction of an article, or all of them, taken back."""
        corrected = sorted(name for name, edits in self.edits.items() if edits)
        if corrected:
            name = self.chance.choice(corrected)
            everything = self.chance.random() < 0.3
            self.archive.undo_edit(name, everything=everything)
            self.edits[name] = [] if everything else self.edits[name][:-1]

    def review(self) -> None:
        """What a person says of a recorded link, of a passage, of two publishers or of a phrase."""
        pairs = self.archive.store.links.pairs()
        if not pairs:
            return
        said = self.chance.choice(["confirm", "reject", "undo"])
        a, b = self.chance.choice(pairs)
        about = self.chance.choice(["link", "link", "passage", "publishers", "phrase"])
        with suppress(UsageError):  # there may be nothing to undo; a rule cannot be confirmed
            if about == "publishers":
                self.archive.review_publishers("Harbour Herald", "Wire", said)  # type: ignore[arg-type]
            elif about == "phrase":
                self.archive.review_phrase(self.archive.text(a)[:60], said)  # type: ignore[arg-type]
            else:
                place = (0, len(self.archive.text(a))) if about == "passage" else None
                self.archive.review(a, b, said, "as a test", passage=place)  # type: ignore[arg-type]

    # Audits, and what only reads ----------------------------------------------------------------------------------

    def audit(self) -> None:
        """An audit of some kind, and what is printed of it."""
        kind = self.chance.choice(["plain", "plain", "again", "essay", "narrowed"])
        self.told[-1] += f" {kind}"
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

    def look(self) -> None:
        """Commands that answer questions, of which some keep what they read."""
        if not self.history:
            return
        name = self.chance.choice(sorted(self.current()))
        looks = {
            "quotes": lambda: self.archive.quotes([name]),
            "quotes of all": self.archive.quotes,
            "trace": lambda: self.archive.trace_in(name, 0, 200),
            "lineage": lambda: self.archive.lineage(name),
            "words": self.archive.index_words,
            "clusters": self.archive.clusters,
        }
        chosen = self.chance.choice(sorted(looks))
        self.told[-1] += f" {chosen}"
        looks[chosen]()

    def embed(self) -> None:
        """Sentences encoded: of all articles that lack codes, all anew, or of some before it was interrupted."""
        kind = self.chance.choice(["all", "part", "again"])
        self.told[-1] += f" {kind}"

        def stop(_stage: str, _done: int, _total: int | None) -> None:
            if kind == "part":
                raise Interrupted

        with suppress(Interrupted), patch.object(embedding, "PORTION", 5):
            embedding.embed(self.archive.store, again=kind == "again", on_progress=stop)

    def reindex(self) -> None:
        """The index made anew."""
        self.archive.reindex()

    def upgrade(self) -> None:
        """The archive goes on as one that 0.2.0 has made."""
        self.told.append("upgrade")
        self.archive.close()
        with_tables_of_020(self.archive.path)
        self.archive = Archive(self.archive.path)

    def _address(self, article: Article) -> str:
        own = article.id.removesuffix("-again")
        return self.chance.choice(ADDRESSES).format(own)

    def _keep(self, articles: list[Article]) -> None:
        """Add the articles, those at one address in calls of their own: the second is a new version."""
        waiting = list(articles)
        while waiting:
            batch: dict[str, Article] = {}
            for each in waiting:
                batch.setdefault(canonical_address(each.url or each.id), each)
            waiting = [each for each in waiting if batch[canonical_address(each.url or each.id)] is not each]
            add(self.archive.store, list(batch.values()))
            for each in batch.values():
                self._remember(each)

    def _remember(self, article: Article) -> None:
        """Note an article that was added just now, under the id that it got."""
        (identity,) = self.archive.store.articles.at_address(article.url or "")
        self.history.append(replace(article, id=identity))
