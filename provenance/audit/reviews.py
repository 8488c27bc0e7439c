"""The one place where people's words are laid over what the program says.

Every link that is shown, from the archive or from a check, comes through here: what people confirmed stands as it was
confirmed, what they rejected is asserted no longer, what they noted is beside it. The program's own confidence and
evidence stay as they are, and nothing is changed in the archive.

The narrower word stands above the wider one: what was said of a link above what was said of its publishers, what was
said of a passage above what was said of a phrase. A link with no passage left is a rejected one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.audit.in_force import in_force
from provenance.audit.reviewed_passages import ReviewedPassages
from provenance.model import Article, Link, Passage, Remark, Review, ReviewStep, Subject
from provenance.model.links import Likeliest

if TYPE_CHECKING:
    from provenance.store import Store

Pair = tuple[str, ...]


class Reviews:
    """What people said, as it holds now, ready to be laid over links. Read once, it does not follow later words."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._links: dict[Pair, list[ReviewStep]] = {}
        self._passages: dict[Pair, list[ReviewStep]] = {}
        self._publishers: dict[Pair, list[ReviewStep]] = {}
        self._phrases: dict[str, list[ReviewStep]] = {}
        for step in store.reviews.in_force() if store.reviewed else ():
            names = step.subject.names
            if step.subject.about == "link":
                self._links.setdefault(names, []).append(step)
            elif step.subject.about == "passage":
                self._passages.setdefault(names, []).append(step)
            elif step.subject.about == "publishers":
                self._publishers.setdefault(publishers_key(names), []).append(step)
            else:
                self._phrases.setdefault(" ".join(names[0].casefold().split()), []).append(step)
        named = {name for pair in (*self._links, *self._passages) for name in pair}
        self._numbers = store.articles.known_numbers(sorted(named)) if named else {}
        self._marked = ReviewedPassages(store, self._passages, list(self._phrases.values()))
        self._archived: Mapping[str, str] = {}

    def for_article(self, article: Article, archived: str | None) -> Reviews:
        """The same for links of an article that is checked and that is, or is a text of, an archived one.

        `archived` is that one's id: what was said of it holds here; where its text is another, as of a changed text.
        """
        if archived is None or not self:
            return self
        other = copy(self)
        other._archived = {article.id: archived}
        current = self._store.articles.get(archived)
        if archived in self._numbers and current.text_digest != article.text_digest:
            other._numbers = {name: number for name, number in self._numbers.items() if name != archived}
        return other

    def __bool__(self) -> bool:
        return bool(self._links or self._passages or self._publishers or self._phrases)

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of ids of whose link, or of passages of it, anything is said; ascending."""
        return sorted({*self._links, *self._passages})

    @property
    def phrase_holders(self) -> frozenset[str]:
        """The ids of the articles that hold a set phrase that people rejected."""
        return self._marked.holders

    @property
    def speak_of_publishers(self) -> bool:
        """Whether anything is said of all links between any two publishers."""
        return bool(self._publishers)

    def are_named(self, a: str, b: str) -> bool:
        """Whether anything is said of all links between two publishers."""
        return publishers_key((a, b)) in self._publishers

    def needs_passages(self, link: Link) -> bool:
        """Whether what holds of a link depends on its passages."""
        return self._marked.matter_for(self._pair(link))

    def over(self, link: Link, articles: Mapping[str, Article] | None = None) -> Link:
        """The link with what people said of it and of its passages.

        `articles` has articles by id that need not be looked up in the archive, among them all that are not in it.
        """
        if not self:
            return link
        known = articles or {}
        pair = self._pair(link)
        steps = self._links.get(pair, [])
        review = in_force(steps, self._numbers_of(pair))
        ids = self._ids(link)
        link = self._marked.over(link, ids, self._numbers_of(ids), known)
        if review is None or review.verdict is None:
            review = self._of_publishers(link, known, review) or review
        if (review is None or review.verdict is None) and link.passages and not link.asserted:
            given = link.passages[0].review
            assert given is not None  # noqa: S101 (it is rejected)
            review = replace(given, rule=given.rule or Subject("passage", pair))
        if review is None:
            return link
        if review.verdict == "confirmed":
            link = self._confirmed(link, steps)
        elif review.verdict == "rejected":
            link = _unasserted(link)
        return replace(link, review=review)

    def over_all(self, links: Iterable[Link], articles: Mapping[str, Article] | None = None) -> list[Link]:
        """`over` for each, in their order, with the rejected ones at the end."""
        return sorted((self.over(link, articles) for link in links), key=lambda link: link.rejected)

    def lost(self, found: Collection[tuple[str, str]], identity: str | None = None) -> list[Link]:
        """The confirmed links (of one article, where it is named) whose pair is not among those `found`.

        They are as they were judged last before they were lost, without passages and evidence, which are about older
        texts, and with the article that is named as side A. Pairs are in the order of their ids.
        """
        if not self._links:
            return []
        present = {tuple(sorted(map(self._known_as, pair))) for pair in found}
        asked = None if identity is None else self._known_as(identity)
        answer = []
        for pair in sorted(self._links):
            if pair in present or (asked is not None and asked not in pair):
                continue
            steps = self._links[pair]
            review = in_force(steps, self._numbers_of(pair))
            link = self._last_link(pair) if review is not None and review.verdict == "confirmed" else None
            if link is None or review is None:
                continue
            bare = replace(self._confirmed(link, steps), passages=(), evidence=(), share_a=0.0, share_b=0.0)
            bare = replace(bare, review=replace(review, found=False))
            answer.append(bare if identity is None or asked is None else _seen_from(identity, asked, bare))
        return answer

    def rejects(self, a: str, b: str, publishers: Mapping[str, str | None] | None = None) -> bool:
        """Whether people said that two articles have no link, of the two or of their publishers.

        `publishers` has the publishers of articles by id that need not be looked up.
        """
        if not self:
            return False
        pair = (a, b) if a < b else (b, a)
        review = in_force(self._links.get(pair, []))
        if review is None or review.verdict is None:
            review = self._of_publishers(Link(a, b, "undetermined", 0.0, 0.0, 0.0, ()), {}, None, publishers)
        return review is not None and review.verdict == "rejected"

    def may_reject(self, name: str, publisher: str | None) -> bool:
        """Whether people rejected any link of an article or of its publisher; `rejects` says of which."""
        if name in self._named:
            return True
        return publisher is not None and publishers_key([publisher])[0] in self._named_publishers

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(name for pair in self._links for name in pair)

    @cached_property
    def _named_publishers(self) -> frozenset[str]:
        return frozenset(name for pair in self._publishers for name in pair)

    def of_passage(self, link: Link, passage: Passage) -> tuple[list[ReviewStep], tuple[int | None, ...]]:
        """The steps in force about one passage of a recorded link, oldest first; the numbers of the texts of A and B
        that it refers to."""
        ids = (link.a, link.b)
        known = self._store.articles.known_numbers(ids)
        numbers = tuple(known.get(name) for name in ids)
        said = self._marked.steps_about(link, passage, ids, numbers, {})
        return said, self._marked.shown_numbers(passage, ids, numbers)

    # What holds ---------------------------------------------------------------------------------------------------

    def _of_publishers(
        self,
        link: Link,
        articles: Mapping[str, Article],
        said: Review | None,
        publishers: Mapping[str, str | None] | None = None,
    ) -> Review | None:
        """The rejection of all links between the publishers of a link, with the notes about the link itself."""
        if not self._publishers:
            return None
        known = publishers or self._known_publishers
        a, b = (articles[name].publisher if name in articles else known.get(name) for name in (link.a, link.b))
        if not a or not b:
            return None
        steps = self._publishers.get(publishers_key((a, b)), [])
        review = in_force(steps)
        if review is None or review.verdict != "rejected":
            return None
        own = () if said is None else (*said.notes, Remark(said.note, said.by, said.at))
        return replace(review, notes=(*review.notes, *own), rule=steps[-1].subject)

    @cached_property
    def _known_publishers(self) -> Mapping[str, str | None]:
        return {row.id: row.publisher for row in self._store.articles.listed()}

    def _confirmed(self, link: Link, steps: Sequence[ReviewStep]) -> Link:
        """The link with the relation that was confirmed; without a record of that, with the likeliest one."""
        seen = next((step.link for step in reversed(steps) if step.said == "confirmed"), None)
        shown = link if seen is None or (seen.relation, seen.likeliest) == ("undetermined", "none") else seen
        relation, source, derived = shown.relation, shown.source, shown.derived
        if relation == "undetermined" and shown.likeliest in ("common_source", "same_event"):
            relation = shown.likeliest
        elif relation == "undetermined" and shown.likeliest != "none":
            relation = "derived"
            source, derived = (shown.a, shown.b) if shown.likeliest == "a->b" else (shown.b, shown.a)
        ids = {self._known_as(name): name for name in (link.a, link.b)}
        return replace(
            link,
            relation=relation,
            source=ids.get(source, source) if source else None,
            derived=ids.get(derived, derived) if derived else None,
            common_source=shown.common_source,
        )

    def _pair(self, link: Link) -> Pair:
        return tuple(sorted(self._ids(link)))

    def _ids(self, link: Link) -> tuple[str, str]:
        return self._known_as(link.a), self._known_as(link.b)

    def _numbers_of(self, names: Iterable[str]) -> tuple[int | None, ...]:
        return tuple(self._numbers.get(name) for name in names)

    def _known_as(self, name: str) -> str:
        return self._archived.get(name, name)

    def _last_link(self, pair: Pair) -> Link | None:
        """The link as the program judged it last, or as the person saw it."""
        judged = [each.link for each in self._store.links.judgements(*pair) if each.link is not None]
        seen = [step.link for step in self._links[pair] if step.link is not None]
        return judged[-1] if judged else seen[-1] if seen else None


def publishers_key(names: Iterable[str]) -> Pair:
    """Publishers as they are compared, ascending: "The Coast Courier" is "coast courier"."""
    return tuple(sorted(" ".join(name.casefold().split()).removeprefix("the ") for name in names))


def _seen_from(name: str, archived: str, link: Link) -> Link:
    """A link without passages and evidence, with the article as side A; a text that is checked takes its
    archived one's place."""
    if link.a != archived:
        turned: dict[str, Likeliest] = {"a->b": "b->a", "b->a": "a->b"}
        containment = None if link.containment is None else link.containment[::-1]
        likeliest = turned.get(link.likeliest, link.likeliest)
        link = replace(link, a=link.b, b=link.a, likeliest=likeliest, containment=containment)
    derived, source = (name if each == archived else each for each in (link.derived, link.source))
    return replace(link, a=name, derived=derived, source=source)


def _unasserted(link: Link) -> Link:
    """A link that says nothing; what the program holds to be likeliest stays visible."""
    likeliest = link.likeliest
    if link.derived is not None:
        likeliest = "a->b" if link.derived == link.b else "b->a"
    elif link.relation in ("common_source", "same_event"):
        likeliest = link.relation
    return replace(link, relation="undetermined", derived=None, source=None, common_source=None, likeliest=likeliest)
