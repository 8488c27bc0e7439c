"""What is computed over all texts of one judgement, before single links are decided.

Exact runs between any of the texts, who named whom, times, the beliefs of the fitted weights, and what the passages
of each pair cover. Nothing here decides what is said of a pair.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.lineage import weights
from provenance.lineage.agencies import Agencies
from provenance.lineage.beliefs import Beliefs, believe, wording_sample
from provenance.lineage.copies import has_copies, one_holder_a_text, unordered
from provenance.lineage.credits import Credits, find_credits
from provenance.lineage.features import Described, describe, place_features
from provenance.lineage.fitted_evidence import reasons
from provenance.lineage.marks import resold
from provenance.lineage.mentions import Mentions
from provenance.lineage.passage_table import PassageTable, SharedProse, shared_prose, tabulate
from provenance.lineage.readings import Readings
from provenance.lineage.runs import Runs, shared_runs
from provenance.lineage.texts import Texts, lay_out, same_texts
from provenance.lineage.times import Times, times_of, with_own_times
from provenance.lineage.voices import Voice
from provenance.lineage.wording_check import Check, WordingSample
from provenance.model import Article, Passage, Quotation, Span

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is computed over all texts of one judgement before single links are decided.

    `log_odds[i, j]` is what reason j of `fitted_evidence.REASONS` adds to "A is the source" against "B is" for pair i
    of `runs`, in nats; `rows` maps the two texts of a pair to i. `shares`, `same_words`, `small_words` and `prose`
    have one row per pair of `passages`. `resold` maps a third text that only ran an agency's text to the agency.
    `agencies` are those that these articles show, `disguised` says how many letters of each are disguised.
    Among texts like those that the weights were fitted on it is empty, and `prose` is None.
    """

    articles: Mapping[str, Article]
    texts: Texts
    runs: Runs
    credits: Credits
    agencies: Agencies
    beliefs: Beliefs
    log_odds: NDArray[np.float64]
    rows: Mapping[tuple[int, int], int]
    mentions: Mapping[str, Mentions]
    voices: Mapping[str, Voice]
    disguised: Mapping[str, int | None]
    resold: Mapping[str, str | None]
    passages: PassageTable
    shares: NDArray[np.float64]
    same_words: NDArray[np.float64]
    small_words: NDArray[np.float64]
    prose: SharedProse | None

    def row(self, pair: Pair) -> tuple[int, bool] | None:
        """The row of a pair in `runs`, and whether its first text is the second one there; None for two that share no
        run of words."""
        one, two = self.texts.index[pair[0]], self.texts.index[pair[1]]
        row = self.rows.get((min(one, two), max(one, two)))
        return None if row is None else (row, one > two)

    def voices_of(self, a: Article, b: Article) -> tuple[Voice, Voice]:
        """How two articles speak."""
        return self.voices[a.id], self.voices[b.id]

    def named(self, row: int, side: int) -> str | None:
        """The words of text `side` (pairs are in ascending order) at which the other's author or outlet is named."""
        place = int(self.credits.place[row, side])
        if place < 0:
            return None
        text = int(self.runs.pairs[row, side])
        article = self.articles[self.texts.ids[text]]
        last = min(place + int(self.credits.length[row, side]), self.texts.length(text))
        return " ".join(self.texts.span_of(text, place, last).of(article.text).split())


def world_of(
    articles: Mapping[str, Article],
    asked: Mapping[Pair, tuple[Passage, ...]],
    answered: Collection[Pair],
    settings: LineageSettings,
    quotations: Mapping[str, Sequence[Quotation]],
    boilerplate: Mapping[str, Sequence[Span]],
    check: Check | None = None,
    readings: Readings | None = None,
) -> World:
    """The world of these articles: `asked` has what pairs share, and `answered` are those that are judged.

    `check` says whether the weights for wording hold; without it they are checked on these articles.
    """
    readings = readings or Readings()
    measured = _measured(articles, asked, settings, boilerplate, readings)
    texts, runs, table, same = measured.texts, measured.runs, measured.passages, measured.described.same
    beliefs = believe(measured.described, measured.times, measured.credits.one_sided, settings, check)
    involved = sorted({name for pair in answered for name in pair})
    holders = [texts.ids[third] for third in np.unique(beliefs.third).tolist() if third >= 0]
    return World(
        articles=articles,
        texts=texts,
        runs=runs,
        credits=measured.credits,
        agencies=measured.agencies,
        beliefs=beliefs,
        log_odds=reasons(beliefs.contributions),
        rows={(a, b): row for row, (a, b) in enumerate(runs.pairs.tolist())},
        mentions={name: readings.mentions(articles[name], measured.agencies) for name in involved},
        voices={name: readings.voice(articles[name], quotations.get(name, ())) for name in involved},
        disguised={name: readings.disguised(articles[name]) for name in involved},
        resold={}
        if beliefs.check.same_kind
        else {name: resold(articles[name], measured.agencies) for name in holders},
        passages=table,
        shares=table.shares(articles),
        same_words=table.same_words(articles),
        small_words=table.small_words(),
        prose=None if beliefs.check.same_kind else shared_prose(table, quotations, same),
    )


def sample_of(
    articles: Mapping[str, Article],
    asked: Mapping[Pair, tuple[Passage, ...]],
    sampled: Collection[Pair],
    settings: LineageSettings,
    boilerplate: Mapping[str, Sequence[Span]],
    readings: Readings | None = None,
) -> WordingSample:
    """The `sampled` pairs of the world of these articles, for a check of wording on links of several worlds."""
    measured = _measured(articles, asked, settings, boilerplate, readings or Readings())
    ids = measured.texts.ids
    rows = np.array([(ids[a], ids[b]) in sampled for a, b in measured.runs.pairs.tolist()], np.bool_)
    return wording_sample(measured.described, measured.times, measured.credits.one_sided, rows, settings)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is measured of articles and pairs before anything is believed."""

    texts: Texts
    passages: PassageTable
    times: Times
    runs: Runs
    agencies: Agencies
    credits: Credits
    described: Described


def _measured(
    articles: Mapping[str, Article],
    asked: Mapping[Pair, tuple[Passage, ...]],
    settings: LineageSettings,
    boilerplate: Mapping[str, Sequence[Span]],
    readings: Readings,
) -> _Measured:
    texts = lay_out(articles, boilerplate, readings.words)
    table = tabulate(texts, asked)
    times = _times(texts, articles, asked, settings)
    same = same_texts(texts)
    if has_copies(same):
        reprints = unordered(same, times)
        runs = one_holder_a_text(shared_runs(texts, settings, table.as_runs(), reprints), same, times)
    else:
        runs, reprints = shared_runs(texts, settings, table.as_runs()), same
    agencies = readings.agencies(articles[name] for name in texts.ids)
    credit = find_credits(texts, articles, runs.pairs, agencies)
    places = place_features(texts, runs, reprints)
    own = weights.ownership().probability(places)
    described = describe(texts, runs, places, own, same)
    return _Measured(texts, table, times, runs, agencies, credit, described)


def _times(
    texts: Texts,
    articles: Mapping[str, Article],
    asked: Mapping[Pair, tuple[Passage, ...]],
    settings: LineageSettings,
) -> Times:
    """The times of all texts, and of what pairs share where a text was written over hours."""
    found = [articles[name] for name in texts.ids]
    passages = {
        (texts.index[a], texts.index[b]): [(each.match.a, each.match.b) for each in shared]
        for (a, b), shared in asked.items()
    }
    return with_own_times(times_of(found, settings), found, passages, settings)
