"""How well the reports of an event explain each other by what their sentences mean, beside `event_reports`.

Reports in other languages take part: they report the same event where their sentences say much the same. Of those in
one language words decide that, as they do without codes. Nothing is decided here.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from provenance.comparison.event_reports import Reporter
from provenance.comparison.meaning_passages import crosses
from provenance.events.copies import Counted, counted_once, numbered
from provenance.events.explaining import MOST_OTHERS
from provenance.events.meaning_overlaps import MEANT, Near, meant, near
from provenance.events.network import MEASURED
from provenance.events.reports import Report, in_order
from provenance.model import Article, Span
from provenance.model.appearance import known_by
from provenance.model.coded_text import CodedText

# Two articles in two languages report one event from this on: the mean cosine of each sentence with the nearest of
# the other article. Of 10,600 pairs of two events of newsroom none has more than .28; of 520 pairs of one event .91
# have .30, all translations among them. Two stories on one people's politics in one language have up to .49.
ONE_EVENT = 0.3
LEAST_SENTENCES = 4  # of a shorter text what it tells cannot be known: the shortest where weights were fitted have 8
CAPACITY = 50_000  # pairs of texts whose cosines are kept; about 400 bytes each


class MeantReporter(Reporter):
    """Measures how well others explain an article, by words and by meaning."""

    def __init__(
        self, ignored: Callable[[Article], Sequence[Span]], codes: Callable[[Article], CodedText | None]
    ) -> None:
        """`ignored` returns the boilerplate of an article, `codes` its encoded sentences, None where it has none."""
        super().__init__(ignored)
        self._codes = codes
        self._near: OrderedDict[tuple[str, str, str, str], Near] = OrderedDict()

    def report(self, article: Article, others: Sequence[Article], siblings: Sequence[bool]) -> Report:
        """See `Reporter.report`. Reports compete with those in their own language."""
        home = [place for place, each in enumerate(others) if not crosses(article, each)]
        found = super().report(article, [others[place] for place in home], [siblings[place] for place in home])
        own = self._enough(article)
        if own is None:
            return found
        named = {each.id: each for each in others}
        counted = dict(zip((each.id for each in others), siblings, strict=True))
        sources, flags = list(found.sources), [found.siblings]
        measures, by_meaning = (
            [found.measures],
            [self._meant(article, [named[name] for name in sources], [counted[name] for name in sources])],
        )
        abroad: dict[str, list[Article]] = {}
        for each in others:
            if crosses(article, each) and self._is_one_event(article, each):
                abroad.setdefault(each.language or "", []).append(each)
        for language in sorted(abroad):
            theirs = abroad[language]
            nearest = [counted[each.id] for each in theirs]
            once = self._counted(article, theirs, nearest)
            sources += [each.id for each in theirs]
            flags.append(once.flags)
            measures.append(self._sizes(own, theirs, once))
            by_meaning.append(self._meant(article, theirs, nearest))
        return replace(
            found,
            sources=tuple(sources),
            siblings=np.concatenate(flags),
            measures=np.concatenate(measures),
            of_two=(*found.of_two, *[()] * (len(sources) - len(found.sources))),
            meant=np.concatenate(by_meaning),
            abroad=frozenset(sources[len(found.sources) :]),
        )

    def _counted(self, article: Article, others: Sequence[Article], siblings: Sequence[bool]) -> Counted:
        """The siblings among some others, of copies one."""
        tellings = [self.telling(each) for each in others]
        texts = numbered(self.telling(article), tellings)
        return counted_once(np.array(siblings, np.bool_), texts, [each.length for each in tellings])

    def _meant(self, article: Article, others: Sequence[Article], siblings: Sequence[bool]) -> NDArray[np.float64]:
        """The measures of others in one language; not numbers for those that are not encoded."""
        table = np.full((len(others), len(MEANT)), np.nan)
        known = np.array([self._enough(each) is not None for each in others], np.bool_)
        coded = [each for each, there in zip(others, known.tolist(), strict=True) if there]
        time = known_by(article)
        if coded:
            nearest = [counts for counts, there in zip(siblings, known.tolist(), strict=True) if there]
            early = [
                counts and in_order(time, known_by(each)) <= 0 for each, counts in zip(coded, nearest, strict=True)
            ]
            once, before = (self._counted(article, coded, some) for some in (nearest, early))
            table[known] = meant([self._beside(article, each) for each in coded], once, before)
        return table

    def _sizes(self, own: CodedText, others: Sequence[Article], siblings: Counted) -> NDArray[np.float64]:
        """Rows of MEASURED for reports in another language: words have no part in them, how many and how long they
        are has."""
        table = np.zeros((len(others), len(MEASURED)))
        for row, (each, beside) in enumerate(zip(others, siblings.own.tolist(), strict=True)):
            rest = min(MOST_OTHERS, int(siblings.flags.sum()) - (beside >= 0))
            codes = self._enough(each)
            table[row, MEASURED.index("size_others")] = np.log1p(rest)
            table[row, MEASURED.index("size_ratio")] = np.log(len(own.spans) / len(codes.spans)) if codes else 0.0
        return table

    def _is_one_event(self, article: Article, other: Article) -> bool:
        if self._enough(other) is None:
            return False
        found = self._beside(article, other)
        return (float(found.near.mean()) + found.back) / 2 >= ONE_EVENT

    def _enough(self, article: Article) -> CodedText | None:
        """The encoded sentences of an article that has some."""
        codes = self._codes(article)
        return codes if codes is not None and len(codes.spans) >= LEAST_SENTENCES else None

    def _beside(self, article: Article, other: Article) -> Near:
        """The sentences of two encoded articles beside each other."""
        key = (article.id, article.text, other.id, other.text)
        if key not in self._near:
            own, theirs = self._codes(article), self._codes(other)
            if own is None or theirs is None:
                raise ValueError(f"{article.id} or {other.id} is not encoded")
            self._near[key] = near(own.codes, theirs.codes)
            if len(self._near) > CAPACITY:
                self._near.popitem(last=False)
        self._near.move_to_end(key)
        return self._near[key]
