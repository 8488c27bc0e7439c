from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import CANAL, MILLS, ORCHARD, article

from provenance.config.lineage import LineageSettings
from provenance.lineage.runs import Runs, exact_passages, shared_runs
from provenance.lineage.texts import Texts, lay_out
from provenance.model import Span

SETTINGS = LineageSettings()
TREES = ("ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "yew")
WORDS = st.lists(st.sampled_from(TREES), max_size=40)


def runs_of(*texts: str) -> tuple[Texts, Runs]:
    world = lay_out({f"t{i}": article(f"t{i}", text) for i, text in enumerate(texts)}, {})
    return world, shared_runs(world, SETTINGS)


def shown(world: Texts, runs: Runs, row: int, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    a, b = runs.pairs[row].tolist()
    return [
        (world.span_of(a, a0, a1).of(texts[a]), world.span_of(b, b0, b1).of(texts[b]))
        for a0, a1, b0, b1 in runs.bounds[runs.first[row] : runs.first[row + 1]].tolist()
    ]


def test_a_shared_stretch_is_one_run() -> None:
    texts = (f"{MILLS}{CANAL}", f"{CANAL} {ORCHARD}")
    world, runs = runs_of(*texts)
    assert runs.pairs.tolist() == [[0, 1]]
    assert shown(world, runs, 0, texts) == [(CANAL[:-1], CANAL[:-1])]


def test_a_run_goes_on_over_a_few_changed_words() -> None:
    changed = CANAL.replace("grain to the mills", "rye for many mills")
    texts = (f"{MILLS}{CANAL}", f"{changed} {ORCHARD}")
    world, runs = runs_of(*texts)
    assert len(shown(world, runs, 0, texts)) == 1


def test_every_holder_of_a_run_is_found() -> None:
    texts = (f"{MILLS}{CANAL}", f"{CANAL} {ORCHARD}", f"{ORCHARD} {CANAL} Nobody was hurt.", MILLS)
    _, runs = runs_of(*texts)
    assert runs.pairs[:3].tolist() == [[0, 1], [0, 2], [0, 3]]
    held = runs.holders(0)
    assert sorted(held[:, 0].tolist()) == [0, 1, 2]
    assert held[:2, 0].tolist() == [0, 1]


def test_credit_lines_and_signatures_are_left_out() -> None:
    line = "Write to otho.pell@teasel.example if you have seen the grey barge with a torn sail"
    _, runs = runs_of(f"{line}. {CANAL}", f"{ORCHARD} {line}. {MILLS} {ORCHARD.upper()}")
    assert len(runs) == 0


TOLD = (
    "The reeve had the wheel of the lower mill lifted out before dawn, and by noon it lay on the quay beside the "
    "scales, where nobody could say who is to pay for the new axle or when the carts may come again."
)


def test_the_last_sentences_of_an_article_are_no_signature() -> None:
    _, runs = runs_of(f"{CANAL} {TOLD}", f"{ORCHARD} {MILLS} {TOLD}")
    assert runs.pairs.tolist() == [[0, 1]]


def test_lines_below_letters_are_a_signature_however_long() -> None:
    words = TOLD.split()
    wrapped = "\n".join(" ".join(words[start : start + 9]) for start in range(0, len(words), 9))
    _, runs = runs_of(f"{CANAL}\n\n{wrapped}", f"{ORCHARD} {MILLS}\n\n{wrapped}")
    assert len(runs) == 0


def test_what_three_other_texts_end_with_is_a_signature_and_what_three_copies_end_with_is_not() -> None:
    told = f"{CANAL} {TOLD}"
    derived = f"{ORCHARD} {MILLS} {TOLD}"
    _, runs = runs_of(told, told, told, derived)
    assert [0, 3] in runs.pairs.tolist()
    cut = told.partition(". ")[2]
    _, runs = runs_of(told, told, cut, derived)
    assert [0, 3] in runs.pairs.tolist()
    unlike = (f"{CANAL} {TOLD}", f"{ORCHARD} {TOLD}", f"{MILLS} {TOLD}")
    _, runs = runs_of(*unlike)
    assert len(runs) == 0


def test_passages_serve_as_runs_where_no_words_are_shared() -> None:
    world = lay_out({"a": article("a", CANAL), "b": article("b", ORCHARD), "c": article("c", MILLS)}, {})
    aligned = {(0, 1): [(0, 10, 5, 15)], (0, 2): [(1, 11, 0, 10)]}
    runs = shared_runs(world, SETTINGS, aligned)
    assert runs.pairs.tolist() == [[0, 1], [0, 2]]
    assert sorted(runs.holders(0)[:, 0].tolist()) == [0, 1, 2]
    assert not runs.exact.any()
    assert runs_of(f"{MILLS}{CANAL}", CANAL)[1].exact.all()


def test_boilerplate_is_not_looked_at() -> None:
    texts = {"a": article("a", f"{MILLS}{CANAL}"), "b": article("b", f"{CANAL} {ORCHARD}")}
    whole = {name: [Span(0, len(each.text))] for name, each in texts.items()}
    assert len(shared_runs(lay_out(texts, whole), SETTINGS)) == 0


@settings(max_examples=60)
@given(WORDS, WORDS, WORDS)
def test_runs_are_equal_words_and_hold_every_long_shared_stretch(
    one: list[str], two: list[str], middle: list[str]
) -> None:
    first, second = one + middle + two, two + middle + one
    passages = exact_passages({"a": article("a", " ".join(first)), "b": article("b", " ".join(second))})
    found = passages.get(("a", "b"), ())
    text_a, text_b = " ".join(first), " ".join(second)
    for each in found:
        words_a, words_b = each.match.a.of(text_a).split(), each.match.b.of(text_b).split()
        assert words_a[:6] == words_b[:6]
        assert words_a[-6:] == words_b[-6:]
        assert (each.match.score == 1) == (words_a == words_b)
    unique = all(first.count(word) == 1 for word in set(first))
    if unique and len(middle) >= 12:
        assert any(" ".join(middle) in each.match.a.of(text_a) for each in found)


def test_words_and_spans_point_at_each_other() -> None:
    world = lay_out({"a": article("a", CANAL)}, {})
    assert world.span_of(0, 0, 3).of(CANAL) == "The lock keepers"
    assert world.words_of(0, Span(4, 16)) == (1, 3)
    assert world.words_of(0, Span(0, len(CANAL))) == (0, world.length(0))


def test_exact_passages_are_found_in_sorted_order() -> None:
    texts = {name: article(name, f"{CANAL} {MILLS}" + name * 30) for name in ("c", "a", "b")}
    passages = exact_passages(texts)
    assert list(passages) == [("a", "b"), ("a", "c"), ("b", "c")]
