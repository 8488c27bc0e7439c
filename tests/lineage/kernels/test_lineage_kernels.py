"""Every kernel of `lineage` gives what its plain Python gives, to the last bit, on real and on generated texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_twins import plain, same

from provenance import kernels, read
from provenance.config.lineage import LineageSettings
from provenance.lineage import credits as credit_lines
from provenance.lineage import features, passage_table, runs, texts, weights
from provenance.lineage.times import times_of
from provenance.model import Article, Match, Passage, PublicationTime, Span

KERNELS = "provenance.lineage.kernels"
CORPUS = Path(__file__).parents[3] / "corpus" / "articles"
SETTINGS = LineageSettings()
WORDS = ("Ash", "birch", "cedar", "Elm", "fir", "hazel", "larch.", "maple", "oak", "Pine", "[rowan]", "yew.\n\n")

pytestmark = pytest.mark.skipif(not kernels.is_compiled(), reason="kernels run as plain Python")


def use_plain(patch: pytest.MonkeyPatch) -> None:
    """Let all of `lineage` call the plain twins of its kernels."""
    for module, name, kernel in (
        (runs, "kernels", "runs"),
        (runs, "passage_kernels", "passages"),
        (passage_table, "kernels", "passages"),
        (credit_lines, "kernels", "pairs"),
        (features, "pairs", "pairs"),
        (features, "ownership", "ownership"),
    ):
        patch.setattr(module, name, plain(f"{KERNELS}.{kernel}"))
    patch.setattr(texts, "TextArrays", plain(f"{KERNELS}.runs").TextArrays)
    patch.setattr(texts, "word_ranges", plain(f"{KERNELS}.passages").word_ranges)


def answers(articles: Mapping[str, Article], passages: Mapping[tuple[str, str], Sequence[Passage]]) -> list[Any]:
    """All that the kernels find out about articles, as arrays."""
    world = texts.lay_out(articles, {})
    table = passage_table.tabulate(world, passages)
    prose = passage_table.shared_prose(table, {})
    found = runs.shared_runs(world, SETTINGS, table.as_runs())
    places = features.place_features(world, found)
    own = weights.ownership().probability(places)
    described = features.describe(world, found, places, own)
    times = times_of([articles[name] for name in world.ids], SETTINGS)
    order = np.arange(len(world)) % 3 - 1.0
    parts = [
        runs.raw_runs(world, SETTINGS),
        found,
        table,
        prose,
        credit_lines.find_credits(world, articles, found.pairs),
        described,
        described.features(times, SETTINGS.unseen),
        described.features(times.without(), SETTINGS.unseen, order=order),
    ]
    listed = [places, table.shares(articles), table.same_words(articles), table.small_words()]
    for part in parts:
        listed += [
            value for field in dataclasses.fields(part) if isinstance(value := getattr(part, field.name), np.ndarray)
        ]
    return listed


def both_agree(articles: Mapping[str, Article], passages: Mapping[tuple[str, str], Sequence[Passage]]) -> list[Any]:
    compiled = answers(articles, passages)
    with pytest.MonkeyPatch.context() as patch:
        use_plain(patch)
        assert same(compiled, answers(articles, passages))
    return compiled


def test_compiled_and_plain_agree_on_the_corpus() -> None:
    articles = {each.id: each for each in read([CORPUS]) if isinstance(each, Article)}
    exact = runs.exact_passages(articles)
    assert len(exact) > 10
    passages = {pair: [Passage(with_wording(each.match)) for each in found] for pair, found in exact.items()}
    both_agree(articles, passages)


def with_wording(match: Match) -> Match:
    """The whole passage as one stretch of equal wording."""
    return dataclasses.replace(match, shared=((match.a, match.b),))


STRETCHES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda both: Span(min(both), max(both)))
MATCHES = st.builds(
    lambda a, b, score, shared: Passage(Match("edited", a, b, score, tuple(shared))),
    STRETCHES, STRETCHES, st.floats(0, 1), st.lists(st.tuples(STRETCHES, STRETCHES), max_size=3),
)  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=12, max_size=16), min_size=1, max_size=3)
TIMES = st.integers(0, 3).map(lambda hour: PublicationTime("", "second", hour * 3600.0, hour * 3600.0 + 1))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[str, Article], dict[tuple[str, str], list[Passage]]]:
    """Up to five texts of paragraphs from one small supply, with dates, authors, and passages of some pairs."""
    supply = draw(TEXTS)
    made = {}
    for name in "abcde"[: draw(st.integers(2, 5))]:
        words = [word for part in draw(st.lists(st.sampled_from(supply), min_size=1, max_size=4)) for word in part]
        text = " ".join(words)
        author = draw(st.sampled_from((None, "Elm Pine", "Ash Maple")))
        made[name] = Article(
            name, text, Span(0, len(text)), author=author, published=draw(st.one_of(st.none(), TIMES))
        )
    pairs = [(a, b) for a in made for b in made if a < b]
    return made, {pair: draw(st.lists(MATCHES, max_size=2)) for pair in pairs}


@settings(max_examples=40)
@given(worlds())
def test_compiled_and_plain_agree_on_generated_texts(
    world: tuple[dict[str, Article], dict[tuple[str, str], list[Passage]]],
) -> None:
    both_agree(*world)


def test_what_a_kernel_does_not_take_is_named() -> None:
    world = texts.lay_out({"a": Article("a", "Ash and elm", Span(0, 11))}, {})
    with pytest.raises(TypeError, match=r"word_ranges: argument 'texts' is an array of int32"):
        world.word_ranges(np.zeros(1, np.int32), np.zeros((1, 2), np.int64))


def test_columns_are_where_their_names_say() -> None:
    pairs, ownership = plain(f"{KERNELS}.pairs"), plain(f"{KERNELS}.ownership")
    own_names = {"words": "PAIR_WORDS"}
    for module, names, other in (
        (pairs, pairs.SIDE_COLUMNS, {}),
        (pairs, pairs.PAIR_COLUMNS, own_names),
        (ownership, ownership.SHARE_COLUMNS, {}),
        (ownership, ownership.THIRD_COLUMNS, {}),
        (ownership, ownership.NAMING_COLUMNS, {name: f"N_{name.upper()}" for name in ownership.NAMING_COLUMNS}),
    ):
        places = [getattr(module, other.get(name, name.upper())) for name in names]
        assert places == list(range(len(names)))
