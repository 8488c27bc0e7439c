"""`check` and `compare` for people: the verdict first, then each link with its evidence and its passages.

Long answers are cut with a count of what was left out; nothing is cut silently.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Article, Findings, Link
from provenance.reports import passage_words, public_words, review_words, verdicts, wording
from provenance.reports.characters import line
from provenance.reports.disguise_words import disguise_words
from provenance.reports.naming import Naming
from provenance.reports.reason_lists import Reasons, weighing_words
from provenance.reports.searched_words import searched_words
from provenance.reports.terminal.look import Look, print_sides, show
from provenance.reports.terminal.overview import Overview
from provenance.reports.terminal.reasons import print_reasons

if TYPE_CHECKING:
    from rich.console import Console

    from provenance.model import Passage

LINKS, PASSAGES, PUBLIC = 12, 8, 6  # shown of each; the JSON has all
SETTING = 30  # letters of a setting that is printed; the recipe of a fingerprint is for the JSON and the page
REVIEWING = (
    "Instead of confirm: reject, note --note WORDS, undo. One passage alone: --passage START END, its place in this "
    "article."
)
COMPARED = 60  # passages shown of two texts that were compared with each other alone


@dataclass(frozen=True, slots=True)
class Pair:
    """A link seen from one of its two articles: `this` is printed on the left, `other` on the right."""

    link: Link
    this: Article
    other: Article
    naming: Naming

    @property
    def flipped(self) -> bool:
        """Whether `this` is side B of the link."""
        return self.link.a != self.this.id

    @property
    def names(self) -> tuple[str, str]:
        """What the answer calls the two, without characters that could drive a terminal."""
        return line(self.naming.short(self.this.id)), line(self.naming.short(self.other.id))


def print_all_findings(console: Console, answers: Iterable[Findings], *, why: bool = False) -> None:
    """What `check` found for each article, as soon as it is known; after several of them, all at a glance."""
    overview = Overview()
    for findings in answers:
        print_findings(console, findings, why=why)
        overview.take(findings)
    overview.print(console)


def print_findings(
    console: Console, findings: Findings, *, links: int = LINKS, passages: int = PASSAGES, why: bool = False
) -> None:
    """What `check` found for one article; at most so many links, and passages of each; `why` adds every reason."""
    from rich.text import Text

    look = Look.of(console)
    article, naming = findings.article, verdicts.naming(findings)
    show(console, look.rule(heavy=True))
    show(console, Text(line(wording.name(article)), "bold"))
    show(console, Text(described(article), "dim"))
    console.print()
    for sentence in verdicts.of_findings(findings):
        show(console, Text(line(sentence), "bold"))
    findable = searched_words(findings.searched)
    if findable and not findings.links:
        show(console, Text(line(findable)))
    if archived := wording.archived_words(findings.archived):
        show(console, Text(line(archived)))
    if shared := verdicts.share_words(findings):
        show(console, Text.assemble(look.bar(findings.share), "  ", line(shared)))
    if credit := wording.attribution_words(findings.attribution):
        show(console, Text(line(credit)))
    if rejected := wording.rejected_words(findings.links):
        show(console, Text(line(rejected)))
    show(console, Text(line(wording.scope_words(findings)), "dim"))
    for number, link in enumerate(findings.links[:links], 1):
        identifier = link.b if link.a == article.id else link.a
        other = findings.others.get(identifier) or Article(identifier, "", article.body)
        console.print()
        pair = Pair(link, article, other, naming)
        show(console, Text(line(naming.head(other.id)), "bold"), lead=f"{number}. ")
        show(console, Text(described(other), "dim"), indent=3)
        if len(findings.links) > 1 or link.rejected:  # the verdict on a single one is at the top
            show(console, Text(line(verdicts.sentence(link, naming))), indent=3)
        print_link(console, pair, passages, why=why)
        if findings.archived:
            typed = review_words.command(findings.archived.id, other.id)
            show(console, Text(line(f"To review it: {typed}"), "dim"), indent=3)
    print_public(console, findings)
    if findings.archived and findings.links:
        console.print()
        show(console, Text(REVIEWING, "dim"))
    if len(findings.links) > links:
        console.print()
        show(console, Text(f"{len(findings.links) - links:,} more links; --format json lists them all.", "dim"))
    if findable and findings.links:
        console.print()
        show(console, Text(line(findable), "dim"))
    _print_method(console, findings, why=why)
    console.print()


def print_comparison(console: Console, findings: Findings, *, passages: int = COMPARED, why: bool = False) -> None:
    """What `compare` found for two texts; the derived one, or the one that likely is, is named first."""
    from rich.text import Text

    for link in findings.links:
        a = findings.article
        b = findings.others[link.b if link.a == a.id else link.a]
        naming = Naming.of((a, *findings.others.values()))
        if not link.passages:
            none = f"{naming.story(a.id)} and {naming.story(b.id)} share no passage"
            if link.left_out:
                none += f" that passes the filters: {wording.filtered_words(link.left_out, 'passage')}"
            show(console, Text(line(f"{none}.")))
            continue
        subject, other = (b, a) if wording.likely_derived(link) == b.id else (a, b)
        show(console, Text(line(verdicts.sentence(link, naming, subject.id)), "bold"))
        for sentence in disguise_words(findings, naming, named=True):
            show(console, Text(sentence))
        console.print()
        for article in (subject, other):
            show(console, Text(line(naming.head(article.id)), "bold"), indent=3)
            show(console, Text(described(article), "dim"), indent=3)
        print_link(console, Pair(link, subject, other, naming), passages, why=why)
        print_public(console, findings, b.id)
        _print_method(console, findings, why=why)


def print_public(console: Console, findings: Findings, both: str | None = None) -> None:
    """Quotations that several have from one public occasion, at most `PUBLIC` of them; `both` is the other article
    where two were compared."""
    from rich.text import Text

    if not findings.public:
        return
    look = Look.of(console)
    console.print()
    show(console, Text(public_words.HEAD, "bold"))
    for each in findings.public[:PUBLIC]:
        show(console, Text(line(public_words.quoted(each, findings.article))), indent=2, lead=look.bullet)
        said = public_words.public_words(each, findings.article, both=both)
        show(console, Text(line(f"{said}."), "dim"), indent=2 + len(look.bullet))
    if len(findings.public) > PUBLIC:
        more = wording.count(len(findings.public) - PUBLIC, "more quotation")
        show(console, Text(f"{more}; --format json has all.", "dim"), indent=2)


def print_link(console: Console, pair: Pair, passages: int = PASSAGES, *, why: bool = False) -> None:
    """Shares, evidence and passages of one link."""
    from rich.text import Text

    _print_shares(console, pair)
    print_reasons(console, Reasons.of(pair.link, pair.naming, all_=why))
    found = pair.link.passages
    if not found:
        return
    derived = passage_words.derived_side(pair.link, pair.this.id)
    console.print()
    show(console, Text(wording.count(len(found), "passage"), "bold"), indent=3)
    for place, passage in enumerate(found[:passages], 1):
        seen = passage_words.exchanged(passage) if pair.flipped else passage
        words = [
            passage_words.described(seen, derived),
            passage_words.version_words(seen, pair.this, pair.other, pair.names),
        ]
        show(console, Text(line(" · ".join(filter(None, words)))), indent=3, lead=f"{place:>2}  ")
        texts = pair.this.text_in(seen.versions[0]), pair.other.text_in(seen.versions[1])
        print_sides(console, seen, texts, _versions_named(pair.names, seen), indent=7)
    if pair.link.left_out:
        filtered = wording.filtered_words(pair.link.left_out, "further passage")
        show(console, Text(f"{filtered}.", "dim"), indent=3)
    if len(found) > passages:
        more = wording.count(len(found) - passages, "more passage")
        show(console, Text(f"{more}; --format json and the report have all.", "dim"), indent=3)


def _versions_named(names: tuple[str, str], passage: Passage) -> tuple[str, str]:
    one, other = (
        name if version is None else f"{name}, version {version}"
        for name, version in zip(names, passage.versions, strict=True)
    )
    return one, other


def described(article: Article) -> str:
    """Date, length and origin of an article in one line."""
    words = wording.length_words(article.body.of(article.text)) if article.text else ""
    parts = [wording.time_words(article.published), words, article.agency or "", article.url or article.origin or ""]
    return line(" · ".join(part for part in parts if part))


def _print_method(console: Console, findings: Findings, *, why: bool) -> None:
    """The settings and how the reasons were weighed, for those who asked for all reasons."""
    from rich.text import Text

    settings = "; ".join(
        f"{key} {value}" for key, value in sorted(findings.settings.items()) if len(value) <= SETTING
    )
    if why and settings:
        console.print()
        show(console, Text(f"Settings: {line(settings)}", "dim"))
    if why and (weighed := weighing_words(findings.links)):
        show(console, Text(f"{line(weighed)}", "dim"))


def _print_shares(console: Console, pair: Pair) -> None:
    from rich.table import Table
    from rich.text import Text

    look = Look.of(console)
    link = pair.link
    shares = (link.share_b, link.share_a) if pair.flipped else (link.share_a, link.share_b)
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, share in zip(pair.names, shares, strict=True):
        table.add_row(Text(label), look.bar(share), Text(f"{wording.percent(share)} of its text"))
    show(console, table, indent=3)
    if link.relation == "near_duplicate" and link.jaccard is not None:
        both = f"{wording.percent(link.jaccard)} of all their word 5-grams are in both"
        show(console, Text(both, "dim"), indent=3)
