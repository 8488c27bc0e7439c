"""Links in time, story by story: articles that links connect, each group with a picture of its own.

On one axis for everything, what happens within a day would be one dot in a year; a group has an axis for its time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from provenance.model import Article, Link
from provenance.reports import verdicts, wording
from provenance.reports.characters import shortened
from provenance.reports.naming import Naming
from provenance.reports.timeline_svg import links_timeline

MOST = 30  # stories with a picture; a longer page is not read
TITLE = 120  # letters of its first article's title, which is whole on that one's page
SENTENCES = 12  # links of a story in words
Group = tuple[list[str], list[Link]]  # the articles that links connect, ascending, and these links


@dataclass(frozen=True, slots=True)
class Story:
    """A group of linked articles. `rows` are sentences with what they lead to, `more` counts further links."""

    title: str
    when: str
    articles: int
    svg: str
    undated: int
    rows: tuple[tuple[str, str | None], ...]
    more: int


def stories(
    articles: Mapping[str, Article],
    links: Sequence[Link],
    article_address: Callable[[str], str | None],
    pair_address: Callable[[str, str], str | None],
    most: int = MOST,
) -> tuple[list[Story], int]:
    """The stories of these links, those of most articles first, and how many there are more."""
    groups = grouped(links)
    return told(groups[:most], articles, article_address, pair_address), max(len(groups) - most, 0)


def told(
    groups: Sequence[Group],
    articles: Mapping[str, Article],
    article_address: Callable[[str], str | None],
    pair_address: Callable[[str, str], str | None],
) -> list[Story]:
    """These groups of `grouped` as stories, in their order."""
    return [
        _story(number, members, own, articles, article_address, pair_address)
        for number, (members, own) in enumerate(groups, 1)
    ]


def stories_left_out(links: int, total: int, shown: int, more: int) -> str:
    """A sentence on what is not drawn; "" where everything is."""
    parts = []
    if links < total:
        parts.append(f"the surest {links:,} of {wording.count(total, 'link')} are looked at")
    if more:
        further = wording.count(more, "further story", "further stories")
        parts.append(f"the {shown:,} largest stories are drawn, {further} not")
    return f"{wording.capital('; '.join(parts))}." if parts else ""


def grouped(links: Sequence[Link]) -> list[Group]:
    """The articles of each connected group with its links, the largest first."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for link in links:
        one, other = sorted((root(link.a), root(link.b)))
        parent[other] = one
    members: dict[str, list[str]] = {}
    own: dict[str, list[Link]] = {}
    for name in sorted(parent):
        members.setdefault(root(name), []).append(name)
    for link in links:
        own.setdefault(root(link.a), []).append(link)
    return sorted(((members[name], own[name]) for name in members), key=lambda each: (-len(each[0]), each[0][0]))


def _story(
    number: int,
    members: Sequence[str],
    links: Sequence[Link],
    articles: Mapping[str, Article],
    article_address: Callable[[str], str | None],
    pair_address: Callable[[str, str], str | None],
) -> Story:
    known = [articles[name] for name in members]
    dated = [each for each in known if each.published]
    first = min(dated or known, key=lambda each: (each.published.earliest if each.published else 0.0, each.id))
    named = {name for link in links for name in link.named if name in articles}
    naming = Naming.of(articles[name] for name in named)
    anchors = {each.id: target for each in known if (target := article_address(each.id))}
    rows = tuple((verdicts.sentence(link, naming), pair_address(link.a, link.b)) for link in links[:SENTENCES])
    return Story(
        shortened(" ".join((first.title or first.id).split()), TITLE),
        wording.time_words(first.published),
        len(known),
        links_timeline(known, links, anchors, f"story-{number}"),
        len(known) - len(dated),
        rows,
        max(len(links) - SENTENCES, 0),
    )
