"""What an article shares with texts that newer versions of another one replaced, beside what it shares with its text.

An earlier text is aligned and judged as an article of its own whose only words are those that the next version lacks.
What the current text has too, or another earlier one has better, is said once; the rest is marked with the version.
Nothing here reads an archive, aligns or judges: these are functions of what others found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from provenance.align.coverage import share
from provenance.model import Article, EarlierText, Link, Passage, Span
from provenance.model.text_parts import overlap, union

if TYPE_CHECKING:
    from provenance.comparison.workbench import BoilerplateFinder, Ready
    from provenance.text.tokens import Tokens

Side = Literal["a", "b"]
MOSTLY = 0.5  # part of a passage that others cover, from which on it says nothing new


def internal_id(article: str, version: int) -> str:
    """The id of an earlier text wherever it is compared as an article of its own; never shown or stored.

    It sorts beside the article's own id. No article can have such an id, because none that holds a NUL is admitted.
    """
    return f"{article}\0{version}"


def as_article(text: EarlierText) -> Article:
    """The earlier text as an article under its internal id; which of its words count, `OnlyRemoved` says."""
    return replace(text.article, id=internal_id(text.article.id, text.version))


class OnlyRemoved:
    """A `BoilerplateFinder` that also leaves out, of earlier texts, all that newer versions still have.

    `removed` has the removed spans by internal id; it may be changed between two calls.
    """

    def __init__(self, finder: BoilerplateFinder | None, removed: Mapping[str, Sequence[Span]]) -> None:
        self._finder = finder
        self._removed = removed

    def __call__(
        self, articles: Sequence[Article], words: Sequence[Tokens] | None = None
    ) -> Sequence[tuple[Span, ...]]:
        """See `BoilerplateFinder`."""
        found = self._finder(articles, words) if self._finder else [()] * len(articles)
        return [
            tuple(union([*spans, *outside(self._removed[each.id], each.body)])) if each.id in self._removed else spans
            for each, spans in zip(articles, found, strict=True)
        ]


def outside(spans: Iterable[Span], within: Span) -> list[Span]:
    """What of `within` is in none of the spans: ascending, disjoint, none empty."""
    left, place = [], within.start
    for span in union(spans, within):
        left.append(Span(place, span.start))
        place = span.end
    left.append(Span(place, within.end))
    return [span for span in left if span.length]


@dataclass(frozen=True, slots=True)
class EarlierPassages:
    """What the text of one version of A (or of B, as `side` says) shares with the current text of the other."""

    side: Side
    version: int
    passages: tuple[Passage, ...]

    @property
    def versions(self) -> tuple[int | None, int | None]:
        """As in `Passage.versions`."""
        return (self.version, None) if self.side == "a" else (None, self.version)


@dataclass(frozen=True, slots=True)
class SharedPassages:
    """All that two articles share, those of earlier versions marked. `judged` is what the relation is to be judged
    on: None for the passages of both current texts, else those of one earlier text, which are unmarked in it."""

    passages: tuple[Passage, ...]
    judged: EarlierPassages | None = None

    @property
    def judged_passages(self) -> tuple[Passage, ...]:
        """What the relation is to be judged on, unmarked."""
        if self.judged is not None:
            return self.judged.passages
        return tuple(each for each in self.passages if not each.is_earlier)


def shared_passages(current: Sequence[Passage], earlier: Iterable[EarlierPassages]) -> SharedPassages:
    """The passages of two articles: all of the current texts, and those of earlier ones that say something new.

    A passage of an earlier text says something new where its words in the other article are mostly in no passage of
    the current texts, and in none of an earlier text that shares more there; of equal ones the later version's is
    kept. Passages ascend in A; those with a place in an earlier version of A come last, by version.
    """
    covered = {"a": union(each.match.a for each in current), "b": union(each.match.b for each in current)}
    found = [(each, passage) for each in earlier for passage in each.passages]
    found.sort(key=_strongest_first)
    kept: list[tuple[EarlierPassages, Passage]] = []
    for each, passage in found:
        side, span = ("b", passage.match.b) if each.side == "a" else ("a", passage.match.a)
        if overlap([span], covered[side]) <= MOSTLY * span.length:
            kept.append((each, passage))
            covered[side] = union([*covered[side], span])
    marked = [replace(passage, versions=each.versions) for each, passage in kept]
    together = tuple(sorted([*current, *marked], key=_in_order))
    if current or not kept:
        return SharedPassages(together)
    texts = {each.versions: each for each, _ in kept}
    weights = dict.fromkeys(texts, 0.0)
    for each, passage in kept:
        weights[each.versions] += _shared(each, passage)
    best = max(weights, key=lambda versions: (weights[versions], versions[0] or 0, versions[1] or 0))
    mine = sorted((passage for each, passage in kept if each.versions == best), key=_in_order)
    return SharedPassages(together, replace(texts[best], passages=tuple(mine)))


def _shared(each: EarlierPassages, passage: Passage) -> float:
    """The characters of the other article that the passage explains, by the part of the wording that is shared."""
    return passage.match.score * (passage.match.b if each.side == "a" else passage.match.a).length


def _strongest_first(found: tuple[EarlierPassages, Passage]) -> tuple[float, int, str, Span, Span]:
    each, passage = found
    return -_shared(each, passage), -each.version, each.side, passage.match.a, passage.match.b


def _in_order(passage: Passage) -> tuple[int, Span, Span, int]:
    of_a, of_b = passage.versions
    return of_a or 0, passage.match.a, passage.match.b, of_b or 0


def completed(link: Link, ends: tuple[str, str], shared: SharedPassages, owners: Mapping[str, str]) -> Link:
    """The link, judged on `shared.judged`, between the articles `ends` with all that they share.

    `owners` maps internal ids to the articles that they belong to. What speaks of an article as a third text beside
    itself is left out.
    """
    names = {link.a: ends[0], link.b: ends[1]}

    def named(name: str | None) -> str | None:
        return None if name is None else names.get(name, owners.get(name, name))

    evidence = (each.renamed(owners) if owners else each for each in link.evidence)
    common, relation, derived, source = named(link.common_source), link.relation, link.derived, link.source
    if common in ends:  # another version of one of the two is where both have it from
        relation, source, derived, common = "derived", common, ends[0] if common == ends[1] else ends[1], None
    return replace(
        link,
        a=ends[0],
        b=ends[1],
        relation=relation,
        derived=named(derived),
        source=named(source),
        common_source=common,
        passages=shared.passages,
        evidence=tuple(each for each in evidence if not {*each.articles} & {*ends}),
    )


def with_measures(link: Link, shared: SharedPassages, a: Ready, b: Ready) -> Link:
    """The link with its measures as `comparison.workbench.with_similarity` fills them in.

    `a` and `b` are the texts that it was judged on. The share of an article is that of its current text inside
    passages, or, where it was judged on an earlier version, of that version's text.
    """
    from provenance.comparison.workbench import SHINGLES
    from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
    from provenance.text.tokens import tokenise

    judged = shared.judged.versions if shared.judged else (None, None)
    shares, shingles = [], []
    form = any(each.kind.only_equal_words for each in link.evidence)
    for side, (ready, version) in enumerate(zip((a, b), judged, strict=True)):
        counted = [p.match for p in shared.passages if p.versions[side] == version]
        spans = [pair[side] for m in counted for pair in (m.shared if form else ((m.a, m.b),))]
        article = ready.article
        ignored = ready.ignored if version is None else ()
        shares.append(share(spans, article.body, ignored))
        whole = version is not None
        shingles.append(shingle_hashes(tokenise(article.text, article.body), SHINGLES) if whole else ready.shingles)
    jaccard, (in_a, in_b) = jaccard_and_containment(shingles[0], shingles[1])
    return replace(
        link,
        share_a=shares[0],
        share_b=shares[1],
        jaccard=round(jaccard, 6),
        containment=(round(in_a, 6), round(in_b, 6)),
    )
