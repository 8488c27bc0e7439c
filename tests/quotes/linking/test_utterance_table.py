"""The compiled search for meeting pieces beside the slow and obvious one, on invented utterances."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import plain

from provenance.config.quotes import QuotationSettings
from provenance.model import Quotation, Span
from provenance.quotes.linking.piece_pairs import likeness
from provenance.quotes.linking.utterance_bytes import entry_of
from provenance.quotes.linking.utterance_judge import Judge
from provenance.quotes.linking.utterance_pieces import QuotedArticle, bare_pieces, weighed
from provenance.quotes.linking.utterance_table import UtteranceTable

NOUNS = "ferry quay Velden tunnel bridge Ortiz council budget winter harbour pump"
WORDS = [*NOUNS.split(), "don't", "the", "of", "and", "not", "is"]
said = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
articles = st.lists(st.lists(said, max_size=3), min_size=2, max_size=6)


def article(number: int, parts: list[str]) -> QuotedArticle:
    text, quotations = "", []
    for part in parts:
        start = len(text) + 1
        text += f"“{part}” he said. "
        inner = Span(start, start + len(part))
        quotations.append(Quotation(Span(start - 1, start + len(part) + 1), "direct", marks=(inner,)))
    return QuotedArticle(f"a{number}", text, tuple(quotations), float(number), float(number))


def table_of(made: list[QuotedArticle], settings: QuotationSettings) -> UtteranceTable:
    return UtteranceTable(
        [entry_of(a.text, a.quotations, settings) for a in made], [a.earliest for a in made], settings
    )


@given(articles, st.integers(1, 4))
def test_pairs_that_meet_are_those_that_share_two_key_words(texts: list[list[str]], most: int) -> None:
    settings = QuotationSettings(most_posted=most, prior_articles=2, key_words=4)
    made = [article(number, parts) for number, parts in enumerate(texts)]
    table = table_of(made, settings)
    keys, counts = {}, {}
    for piece in range(len(table.article)):
        words = range(int(table.starts[piece]), int(table.starts[piece + 1]))
        usable = {int(table.ids[w]) for w in words if not table.flags[w] & 1 and table.usable[table.ids[w]]}
        rarest = sorted(usable, key=lambda s: (-table._weights[s], int(table.distinct[s])))[: settings.key_words]
        keys[piece] = {frozenset((a, b)) for a in rarest for b in rarest if a != b}
        for key in keys[piece]:
            counts[key] = counts.get(key, 0) + 1
    for wanted in (None, [0], range(len(made))):
        expected = {
            (a, b)
            for a in keys
            for b in keys
            if a < b and table.article[a] != table.article[b]
            if any(counts[key] <= most for key in keys[a] & keys[b])
            if wanted is None or table.article[a] in wanted or table.article[b] in wanted
        }
        found = [tuple(row) for rows in table.pairs(wanted, -1.0) for row in rows.tolist()]
        assert len(found) == len(set(found))
        assert set(found) == expected


@given(articles)
def test_scores_are_those_of_plain_python(texts: list[list[str]]) -> None:
    settings = QuotationSettings()
    made = [article(number, parts) for number, parts in enumerate(texts)]
    table = table_of(made, settings)
    judge = Judge(made, table)
    rows = np.array([(a, b) for a in range(len(table.article)) for b in range(a + 1, len(table.article))], np.int32)
    if not len(rows):
        return
    scores, coverages = table.scored(rows, -1.0)
    for (a, b), score, coverage in zip(rows.tolist(), scores, coverages, strict=True):
        slow = likeness(judge.piece(a), judge.piece(b))
        assert math.isclose(score, slow.score(0.0), abs_tol=1e-9)
        assert math.isclose(coverage, slow.coverage, abs_tol=1e-9)


@given(articles)
def test_pieces_of_the_table_are_those_of_the_text(texts: list[list[str]]) -> None:
    settings = QuotationSettings()
    made = [article(number, parts) for number, parts in enumerate(texts)]
    table = table_of(made, settings)
    judge = Judge(made, table)
    for number, one in enumerate(made):
        ranks: dict[int, int] = {}
        for place, bare in enumerate(bare_pieces(one.text, one.quotations, settings)):
            rank = ranks[bare.quotation] = ranks.get(bare.quotation, -1) + 1
            piece = judge.piece(int(table.first[number]) + place)
            assert piece == weighed(number, rank, bare, table.rarity)
            assert judge.words(piece) == bare.words


@given(articles)
def test_compiled_and_plain_loops_number_and_count_alike(texts: list[list[str]]) -> None:
    made = [article(number, parts) for number, parts in enumerate(texts)]
    table = table_of(made, QuotationSettings())
    twin = plain("provenance.quotes.kernels.utterances")
    ids, distinct = np.zeros_like(table.ids), np.zeros(64, np.uint32)
    with np.errstate(over="ignore"):
        count = twin.number_stems(table.stems, np.zeros(256, np.uint64), np.zeros(256, np.int32), ids, distinct, 0)
    assert ids.tolist() == table.ids.tolist()
    assert distinct[:count].tolist() == table.distinct[:count].tolist()


def test_an_unquoted_clause_that_recurs_for_weeks_is_boilerplate() -> None:
    note = "Ortiz wrote this column for the Velden council in winter."
    made = [
        QuotedArticle(f"a{day}", note, (Quotation(Span(0, len(note)), "indirect"),), day * 86_400.0, day * 86_400.0)
        for day in (0, 7, 14, 21)
    ]
    assert not table_of(made, QuotationSettings()).live.any()
    assert table_of(made[:3], QuotationSettings()).live.all()
