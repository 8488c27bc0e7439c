"""Measures of "made from this one", beside the same in plain loops over sets."""

import math

import numpy as np
import pytest
from articles_apart import taken_apart
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.events.copies import ITSELF
from provenance.events.explaining import (
    CLEARLY,
    COLUMNS,
    EARLY,
    ELSEWHERE,
    EXAMPLES,
    FAMILIES,
    MEASURES,
    TAKEN,
    USUAL,
    World,
    explained,
    of_two,
)
from provenance.text.common_words import UNKNOWN

WORDS = ["Norrvik", "harbour", "ferry", "Lund", "pier", "42", "storm", "mayor", "Osterby", "bridge"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9).map(" ".join), min_size=1, max_size=4).map(
    lambda sentences: ". ".join(f"the {each}" for each in sentences) + "."
)


def other_texts(world, those, place):
    """The siblings among `those` that explain away what others[place] shares: of copies one, none of its own text."""
    rest = np.flatnonzero(world.once(those).flags).tolist()
    return [number for number in rest if world.texts[number] != world.texts[place] or world.texts[place] == ITSELF]


def slow(mine, weights, theirs, others):
    """The measures of one family by definition."""
    total = sum(weights[each] for each in mine) or 1
    shared = sum(weights[each] for each in mine if each in theirs)
    parts = [sum(weights[each] for each in mine if each in other) / total for other in others]
    usual = (sum(parts) + USUAL) / (len(others) + 1)
    held = {each: sum(each in other for other in others) for each in mine}
    exclusive = sum(weights[each] for each in mine if each in theirs and not held[each])
    foreign = sum(weights[each] for each in mine if each not in theirs and held[each])
    gain = sum(
        weights[each] * math.log(TAKEN / ((held[each] + USUAL) / (len(others) + 4 * USUAL)))
        for each in mine
        if each in theirs
    )
    return {
        "shared": shared / total,
        "margin": shared / total - max(max(parts, default=0.0), usual),
        "above": shared / total - usual,
        "alone": math.log1p(exclusive / UNKNOWN),
        "exclusive": exclusive / total,
        "foreign": foreign / total,
        "gain": gain / total + foreign / total * math.log(1 - TAKEN),
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_the_measures_are_those_of_plain_loops(texts, flags):
    mine, *others = map(taken_apart, texts)
    siblings = np.array(flags[: len(others)])
    world = World(mine, others, siblings, np.ones(len(others), bool))
    table = explained(world)
    sets = {"fact": "words", "word": "words", "gram": "grams", "quote": "quoted"}
    own = {
        "fact": (mine.facts, mine.fact_weights),
        "word": (mine.plain, mine.plain_weights),
        "gram": (mine.grams, [UNKNOWN] * len(mine.grams)),
        "quote": (mine.quoted, [UNKNOWN] * len(mine.quoted)),
    }
    for place in range(len(others)):
        rest = [others[number] for number in other_texts(world, siblings, place)]
        for family in FAMILIES:
            values, weights = own[family]
            weighed = dict(zip(values.tolist(), map(int, weights), strict=True))
            right = slow(
                set(weighed),
                weighed,
                set(getattr(others[place], sets[family]).tolist()),
                [set(getattr(each, sets[family]).tolist()) for each in rest],
            )
            for measure in MEASURES:
                found = table[place, COLUMNS.index(f"{family}_{measure}")]
                assert found == pytest.approx(right[measure], abs=1e-9), (family, measure)


def slow_sentences(near, place, rest):
    """The measures of sentences by definition; `rest` are the other siblings."""
    mean = [sum(column) / len(column) for column in zip(*near, strict=True)]
    usual = (sum(mean[other] for other in rest) + USUAL) / (len(rest) + 1)
    top = [max((row[other] for other in rest), default=0.0) for row in near]
    average = [sum(row[other] for other in rest) / len(rest) if rest else USUAL for row in near]
    here = [row[place] for row in near]
    nearer = sorted(mine - usually for mine, usually in zip(here, average, strict=True))[: max(1, len(near) // 4)]
    beside = list(zip(here, top, strict=True))
    return {
        "mean": mean[place],
        "margin": mean[place] - (max(mean[other] for other in rest) if rest else USUAL),
        "above": mean[place] - usual,
        "votes": sum(mine > best for mine, best in beside) / len(near) - 1 / (len(rest) + 1),
        "clear": sum(mine > best + CLEARLY for mine, best in beside) / len(near),
        "foreign": sum(mine < best - ELSEWHERE for mine, best in beside) / len(near),
        "worst": sum(nearer) / len(nearer),
    }


def slow_lift(mine, theirs, rest):
    """How far two choose the same of the facts that other siblings tell, by definition."""
    told = set().union(*rest)
    if len(told) < 5:
        return 0.0
    cells = [
        len(told & mine & theirs),
        len(told - mine - theirs),
        len(told & theirs - mine),
        len(told & mine - theirs),
    ]
    odds = [math.log(cell + 0.5) for cell in cells]
    return (odds[0] + odds[1] - odds[2] - odds[3]) / math.sqrt(sum(1 / (cell + 0.5) for cell in cells))


def slow_run(mine, theirs):
    """The words of the longest run of the article that the other has, 4 at least."""
    runs = "".join("x" if place >= 0 and mine.grams[place] in theirs.grams else " " for place in mine.gram_places)
    return math.log(max(4, max(map(len, runs.split()), default=0) + 2))


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5), st.lists(st.booleans(), min_size=8, max_size=8))
def test_sentences_choices_and_runs_are_those_of_plain_loops(texts, flags):
    mine, *others = map(taken_apart, texts)
    siblings, early = np.array(flags[: len(others)]), np.array(flags[4 : 4 + len(others)])
    world = World(mine, others, siblings, early)
    table = explained(world)
    facts = [set(each.facts.tolist()) for each in others]
    own = set(mine.facts.tolist())
    for place, other in enumerate(others):
        row = dict(zip(COLUMNS, table[place].tolist(), strict=True))
        for prefix, those in (("", siblings), ("early_", siblings & early)):
            rest = other_texts(world, those, place)
            right = {f"told_{key}": value for key, value in slow_sentences(world.beside.near, place, rest).items()}
            right["fact_lift"] = slow_lift(own, facts[place], [facts[number] for number in rest])
            for name, value in right.items():
                if not prefix or name in EARLY:
                    assert row[prefix + name] == pytest.approx(value, abs=1e-9), prefix + name
        assert row["gram_run"] == pytest.approx(slow_run(mine, other))
        assert row["size_ratio"] == pytest.approx(math.log(mine.length / other.length))
        elsewhere = {
            value for number in other_texts(world, siblings, place) for value in others[number].words.tolist()
        }
        held = [
            (-weight, span)
            for fact, weight, span in zip(
                mine.facts.tolist(), mine.fact_weights.tolist(), mine.fact_spans.tolist(), strict=True
            )
            if fact in other.words and fact not in elsewhere
        ]
        assert [list(span) for span in of_two(world)[place]] == [span for _, span in sorted(held)[:EXAMPLES]]


def test_a_quotation_cut_at_one_place_by_two_and_no_other_is_told(told):
    whole = "He said: “We saw nobody on the pier that night and we went home.” "
    cut = "He said: “We saw nobody on the pier that night.” "
    mine, same_cut, longer = told(cut + "The ferry left."), told(cut + "The mayor slept."), told(whole)
    table = explained(World(mine, [same_cut, longer], np.ones(2, bool), np.ones(2, bool)))
    # Both begin where the longer one begins; only two end after "night".
    assert table[:, COLUMNS.index("quote_same_cut")].tolist() == pytest.approx([math.log1p(1), 0.0])
    assert table[:, COLUMNS.index("quote_longer")].tolist() == pytest.approx([0.0, 0.0])
    table = explained(World(longer, [mine], np.ones(1, bool), np.ones(1, bool)))
    assert table[0, COLUMNS.index("quote_longer")] == pytest.approx(math.log1p(1))


def test_what_five_reports_have_explains_nothing_and_what_two_have_does(told):
    shared = "Crews searched the harbour of Norrvik after the storm, said the mayor, Aksel Thorne."
    private = " A cellist, Ilse Marck, counted 612 planks on the Quay of Sighs."
    mine = told(shared + private)
    endings = (
        " Ilse Marck, who plays the cello on the Quay of Sighs, says that 612 of its planks are still there.",
        " Nobody was hurt in the end, as far as anybody knew at noon.",
        " The wind fell after dark and the sea with it.",
        " A chandler will give new lamps, if they are wanted.",
    )
    others = [told(shared + ending) for ending in endings]
    world = World(mine, others, np.ones(4, bool), np.ones(4, bool))
    table = explained(world)
    gain = table[:, COLUMNS.index("fact_gain")]
    assert gain[0] > 0 > max(gain[1:])
    text = shared + private
    assert {text[start:end] for start, end in of_two(world)[0]} >= {"Marck", "612"}
    assert of_two(world)[1] == ()


def test_nobody_to_explain_it_gives_no_rows(told):
    assert explained(World(told("A text."), [], np.zeros(0, bool), np.zeros(0, bool))).shape == (0, len(COLUMNS))
