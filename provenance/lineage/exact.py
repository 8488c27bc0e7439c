"""Passages that articles share word for word, found without candidates or an aligner: a net under both.

Pairs that share twelve words or more in exact runs hold .9997 of the derived and all of the common-source pairs of
the newsgroup posts. Signatures, footers and credit lines are in it as well: what they mean is for `judge` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from provenance.config.lineage import LineageSettings
from provenance.lineage.runs import raw_runs
from provenance.lineage.texts import lay_out
from provenance.model import Article, Match, Passage, Span


def exact_passages(
    articles: Mapping[str, Article],
    settings: LineageSettings | None = None,
    boilerplate: Mapping[str, Sequence[Span]] | None = None,
) -> dict[tuple[str, str], tuple[Passage, ...]]:
    """Exact shared runs of every two articles, under ascending pairs of ids, each ascending in the first article.

    A run joins stretches over gaps of up to four words, so its ends are equal and its inside may differ in places;
    `score` is the part that is equal. Ten thousand posts take about three seconds.
    """
    settings = settings or LineageSettings()
    texts = lay_out(articles, boilerplate or {})
    raw = raw_runs(texts, settings)
    found: dict[tuple[str, str], list[Passage]] = {}
    for key, bounds in zip(raw.pair.tolist(), raw.bounds.tolist(), strict=True):
        a, b = divmod(key, max(1, len(texts)))
        a0, a1, b0, b1 = bounds
        one, two = texts.span_of(a, a0, a1), texts.span_of(b, b0, b1)
        equal = texts.equal_part((a, a0, a1), (b, b0, b1))
        passage = Passage(Match("verbatim" if equal == 1 else "edited", one, two, equal))
        found.setdefault((texts.ids[a], texts.ids[b]), []).append(passage)
    return {pair: tuple(passages) for pair, passages in sorted(found.items())}
