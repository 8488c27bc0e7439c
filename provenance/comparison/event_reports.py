"""What articles tell, made ready once each, and how well each of several explains one: the measures of `events`.

The same steps serve a check of one article, an audit's tasks and the fitting of weights, so that what was fitted is
what is judged. Nothing is decided here.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.align.prepared_text import without
from provenance.events.copies import ITSELF
from provenance.events.explaining import COLUMNS, World, explained, of_two
from provenance.events.network import MEASURED, Network
from provenance.events.overlaps import share_grams, told_alike
from provenance.events.reports import Report, in_order
from provenance.events.telling import Telling, tell
from provenance.events.weights import EventWeights
from provenance.model import Article, PublicationTime, Span
from provenance.model.appearance import Appearance, known_by
from provenance.model.own_work import in_common
from provenance.model.text_parts import union
from provenance.quotes.quotation_marks import marked
from provenance.text.paragraphs import paragraphs
from provenance.text.tokens import tokenise

if TYPE_CHECKING:
    from provenance.events.meaning_weights import MeantWeights
    from provenance.lineage.mentions import Mentions

SIBLINGS = 15  # reports of one event that explain each other away; further ones are seldom nearer than these
# Two articles report one event from this on (`told_alike`). Of pairs that the index finds among newsroom's articles
# it tells 2,991 of one event from 21 of two without a mistake; among BASIL's, whose events are of one year and one
# people, 269 from 1,224 with an area under the curve of .989.
SAME_EVENT = 0.25
LEAST_WORDS = 60  # a shorter text is no report: the shortest where weights were fitted have 162 words
ONE_LANGUAGE = 2  # runs of three words that two reports in one language share at least; names alone make none
# What an outlet's article keeps of its own earlier one: a sentence, by words in a row, since shorter runs are house
# style; and the part of its wording that only these two have from which on this counts in full. Of newsroom's 20
# follow-ups, written with two or three old sentences each, all keep 10 words in a row and .06 of their wording.
OWN_RUN, OWN_WORDING = 10, 0.05
CAPACITY = 5_000  # articles whose tellings are kept; about 8 KB each


class Reporter:
    """Takes articles apart, each once, and measures how well others explain them."""

    def __init__(self, ignored: Callable[[Article], Sequence[Span]], capacity: int = CAPACITY) -> None:
        """`ignored` returns the boilerplate of an article."""
        self._ignored = ignored
        self._capacity = capacity
        self._told: OrderedDict[tuple[str, str], Telling] = OrderedDict()
        self._mentions: OrderedDict[tuple[str, str], Mentions] = OrderedDict()
        self._known: OrderedDict[tuple[str, str, PublicationTime | None], Appearance | None] = OrderedDict()

    def telling(self, article: Article) -> Telling:
        """What an article tells."""
        key = (article.id, article.text)
        if key not in self._told:
            tokens = tokenise(article.text, article.body)
            ignored = union(self._ignored(article), article.body)
            quoted = marked(article.text, paragraphs(article.text, article.body))
            marks = [Span(each.inner_start, each.inner_end) for each in quoted]
            self._told[key] = tell(article.text, without(tokens, ignored) if ignored else tokens, marks)
            if len(self._told) > self._capacity:
                self._told.popitem(last=False)
        self._told.move_to_end(key)
        return self._told[key]

    def report(self, article: Article, others: Sequence[Article], siblings: Sequence[bool]) -> Report:
        """How well each of `others` that reports the same event explains the article, where those with a True in
        `siblings` explain away what it shares with the rest."""
        mine, theirs = self.telling(article), [self.telling(each) for each in others]
        long_enough = [min(mine.length, each.length) >= LEAST_WORDS for each in theirs]
        kept = np.flatnonzero(long_enough & (told_alike(mine, theirs) >= SAME_EVENT)).tolist() if others else []
        kept = [place for place in kept if share_grams(mine, theirs[place], ONE_LANGUAGE)]
        others = [others[place] for place in kept]
        flags: NDArray[np.bool_] = np.array([siblings[place] for place in kept], np.bool_)
        time = self._known_by(article)
        early = [in_order(time, self._known_by(each)) <= 0 for each in others]
        world = World(mine, [theirs[place] for place in kept], flags, np.array(early, np.bool_))
        measures = explained(world)
        table = np.zeros((0, len(MEASURED)))
        if others:
            table = np.column_stack([measures, _said(article, others), _own(article, others, measures)])
        names = tuple(each.id for each in others)
        same = frozenset(name for name, text in zip(names, world.texts.tolist(), strict=True) if text == ITSELF)
        return Report(
            time, names, world.counted.flags, table, tuple(of_two(world)), self._sent(article, others), copies=same
        )

    def _sent(self, article: Article, others: Sequence[Article]) -> frozenset[str]:
        """Which of the others may have only printed what an agency sent to both, whose own report is none of them."""
        if not others:
            return frozenset()
        from provenance.lineage.agencies import SHIPPED
        from provenance.lineage.agency_texts import passed_on

        mine, found = self._mentioned(article), set[str]()
        for each in others:
            agency = passed_on(each, article, self._mentioned(each), mine)
            if agency and not any(SHIPPED.published_by(another, agency) for another in (article, *others)):
                found.add(each.id)
        return frozenset(found)

    def _known_by(self, article: Article) -> Appearance | None:
        key = (article.id, article.text, article.published)
        if key not in self._known:
            self._known[key] = known_by(article)
            if len(self._known) > self._capacity:
                self._known.popitem(last=False)
        return self._known[key]

    def _mentioned(self, article: Article) -> Mentions:
        from provenance.lineage.mentions import mentions_of

        key = (article.id, article.text)
        if key not in self._mentions:
            self._mentions[key] = mentions_of(article)
            if len(self._mentions) > self._capacity:
                self._mentions.popitem(last=False)
        self._mentions.move_to_end(key)
        return self._mentions[key]


def around(
    reporter: Reporter,
    weights: EventWeights,
    article: Article,
    neighbours: Sequence[Article],
    linked: Collection[str],
    meant: MeantWeights | None = None,
) -> Network:
    """The network of one new article and its neighbours, the nearest first; `linked` are those that share passages,
    `meant` judges by meaning as well.

    What each neighbour shares with others is explained away by the neighbours of the new article, since those of
    its own are not asked for.
    """
    named = {each.id: each for each in neighbours}
    near = [each.id for each in neighbours[:SIBLINGS]]
    asked = sorted({*near, *(name for name in named if name in linked)})
    own = reporter.report(article, [named[name] for name in asked], [name in near for name in asked])
    reports = {article.id: own}
    for name in own.sources:
        others = [each for each in own.sources if each != name]
        reports[name] = reporter.report(
            named[name], [article, *(named[each] for each in others)], [True, *(each in near for each in others)]
        )
    if meant is None:
        return Network(reports, weights)
    from provenance.events.meaning_network import MeantNetwork

    return MeantNetwork(reports, weights, meant)


def _said(article: Article, others: Sequence[Article]) -> NDArray[np.float64]:
    """How far the article credits each other one; how far it credits another one of them and not this; and whether
    it carries the mark of an agency that this one is not."""
    # Most articles that are checked have no report of their event beside them: reading what follows takes 40 ms.
    from provenance.lineage.agencies import SHIPPED
    from provenance.lineage.credits import credit
    from provenance.lineage.marks import agency_of

    own = np.array([credit(each, article) for each in others])
    best = own.max(initial=0.0)
    agency = agency_of(article)
    foreign = [agency is not None and not SHIPPED.published_by(each, agency) for each in others]
    return np.column_stack([own, np.where(own > 0, 0.0, best), np.array(foreign, np.float64)])


def _own(article: Article, others: Sequence[Article], measures: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 for each other article of the same outlet or author of which the article keeps a sentence, less where it has
    less wording of its own."""
    same = np.array([in_common(each, article) is not None for each in others])
    run = np.exp(measures[:, COLUMNS.index("gram_run")])
    kept = np.minimum(1.0, measures[:, COLUMNS.index("gram_exclusive")] / OWN_WORDING)
    return np.asarray(same * (run > OWN_RUN - 0.5) * kept)
