"""What the aligner promises: who finds what, however the texts are ordered, and what stays silent."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.align import align, prepare
from provenance.config.align import profile
from provenance.model import Difference, Quotation, Span

CLOSURE = (
    "The council of Arden voted on Monday to close the swimming hall by the river, which has leaked since the "
    "flood of 1987. Engineers had warned the members twice that the roof might not bear another winter of snow. A"
    " school class that swam there every Thursday will take a bus to Brenn, forty minutes each way, for lessons "
    "that used to cost nothing at all."
)
HARVEST = (
    "Apple growers in the Tessel valley expect the smallest crop for twenty years after frost in the first week "
    "of May killed the blossom on the lower slopes. Cider makers have begun to buy fruit from abroad, and one of "
    "them, the Holm press, says that it will bottle nothing under its own name this autumn."
)
FERRY = (
    "A ferry with ninety passengers ran aground off Skarvoy on Saturday evening when its pilot mistook the light "
    "of a fishing boat for the beacon. Nobody was hurt. Divers found a hole as long as a car in the port side, "
    "and the owner said that the vessel would not sail again before the end of the year."
)
MUSEUM = (
    "Two clocks that vanished from the museum of Ostrava in the last days of the war have come home in a "
    "cardboard box. A retired tram driver found them in his aunt's attic and recognised the smaller one from a "
    "photograph in a library book. Neither of them runs, though the larger still strikes eleven when it is "
    "lifted."
)


def side(text, quotations=(), ignored=()):
    return prepare(text, Span(0, len(text)), quotations, ignored)


def found(one, other, name="news"):
    return align(side(one), side(other), profile(name))


def holds(match, one, other, part):
    """Whether a match covers `part` in both texts."""
    return (
        match.a.start <= one.index(part)
        and match.a.end >= one.index(part) + len(part)
        and match.b.start <= other.index(part)
        and match.b.end >= other.index(part) + len(part)
    )


def test_a_copied_paragraph_is_found_to_the_character():
    one = f"{HARVEST}\n\n{CLOSURE}\n\n{FERRY}"
    other = f"{MUSEUM}\n\n{CLOSURE}"
    (match,) = found(one, other)
    assert (match.kind, match.score, match.differences) == ("verbatim", 1.0, ())
    assert match.a.of(one) == match.b.of(other) == CLOSURE
    assert match.shared == ((Span(match.a.start, match.a.end - 1), Span(match.b.start, match.b.end - 1)),)


def test_reordered_paragraphs_are_all_found():
    one = f"{CLOSURE}\n\n{HARVEST}\n\n{FERRY}"
    other = f"{FERRY}\n\n{MUSEUM}\n\n{CLOSURE}\n\n{HARVEST}"
    matches = found(one, other)
    for paragraph in (CLOSURE, HARVEST, FERRY):
        assert any(holds(match, one, other, paragraph) for match in matches)


def test_a_passage_used_twice_is_found_twice():
    one = f"{CLOSURE}\n\n{HARVEST}"
    other = f"{CLOSURE}\n\n{MUSEUM}\n\n{FERRY}\n\n{CLOSURE}"
    matches = found(one, other)
    assert len(matches) == 2
    assert {match.a.of(one) for match in matches} == {CLOSURE}
    assert sorted(match.b.start for match in matches) == [0, other.rindex(CLOSURE)]


def test_a_passage_split_by_new_text_is_two():
    first, second = CLOSURE.split(" A school class")
    one = f"{CLOSURE}\n\n{HARVEST}"
    other = f"{MUSEUM}\n\n{first} {FERRY} A school class{second}"
    matches = found(one, other)
    covered = "".join(match.b.of(other) for match in matches)
    assert first in covered
    assert second in covered
    assert "fishing boat" not in covered


def test_disguises_do_not_help():
    disguised = CLOSURE.upper().replace("A", "А").replace(" the ", "\u00a0the\u200b ").replace("I", "I\u0301")
    (match,) = found(f"{HARVEST}\n\n{CLOSURE}", f"{disguised}\n\n{MUSEUM}")
    assert match.kind == "verbatim"
    assert match.b == Span(0, len(disguised))


def test_other_stories_stay_silent():
    stories = [CLOSURE, HARVEST, FERRY, MUSEUM]
    for place, one in enumerate(stories):
        for other in stories[place + 1 :]:
            for name in ("news", "essay", "pan"):
                assert found(one, other, name) == ()


INDEPENDENT = (
    "Arden's leaking pool is to shut for good after councillors accepted that mending it would cost more than "
    "building a new one. Swimmers gathered outside the town hall with towels round their necks. “I learned to "
    "swim there and so did my father,” said Ida Krog, 34, who had brought her twins."
)


def test_an_independent_report_of_the_same_event_stays_silent():
    assert found(f"{CLOSURE}\n\n{HARVEST}", f"{INDEPENDENT}\n\n{MUSEUM}") == ()


QUOTE = (
    "“Nobody in this chamber wanted the pool to close, and nobody could pay for the roof,” said Petra Holm, the "
    "mayor."
)
REPORT = (
    "The mayor, Petra Holm, said nobody in the chamber had wanted the pool to close and nobody could pay for the "
    "roof."
)


def test_speech_turned_into_reported_speech_is_a_quotation():
    one, other = f"{HARVEST}\n\n{QUOTE}", f"{MUSEUM}\n\n{REPORT}"
    start, end = one.index("“"), one.index("”") + 1
    direct = Quotation(Span(start, end), "direct", (Span(start + 1, end - 1),), "Petra Holm")
    said = other.index("nobody in")
    indirect = Quotation(Span(said, len(other) - 1), "indirect", (), "Petra Holm")
    (match,) = align(side(one, [direct]), side(other, [indirect]), profile("news"))
    assert match.kind == "quotation"
    (unquoted,) = align(side(one), side(other), profile("news"))
    assert unquoted.kind in {"edited", "paraphrase"}


def test_what_a_rewriting_changed_is_pointed_out():
    changed = (
        CLOSURE.replace("Arden", "Velden")
        .replace("forty", "45")
        .replace("1987", "1978")
        .replace("might not bear", "might bear")
    )
    (match,) = found(f"{CLOSURE}\n\n{HARVEST}", f"{MUSEUM}\n\n{changed}")
    assert Difference("name", "Arden", "Velden") in match.differences
    assert Difference("number", "1987", "1978") in match.differences
    assert Difference("negation", "not", "") in match.differences


def test_ignored_text_is_neither_matched_nor_bridged():
    one, other = f"{CLOSURE}\n\n{HARVEST}", f"{MUSEUM}\n\n{CLOSURE}"
    boilerplate = Span(0, len(CLOSURE))
    assert align(side(one, ignored=[boilerplate]), side(other), profile("news")) == ()


def test_only_the_body_is_read():
    text = f"{CLOSURE}\n\n{HARVEST}"
    body = Span(len(CLOSURE) + 2, len(text))
    (match,) = align(prepare(text, body), side(f"{CLOSURE}\n\n{MUSEUM}\n\n{HARVEST}"), profile("news"))
    assert match.a == body


def test_limits_of_a_person():
    from dataclasses import replace

    sides = side(f"{HARVEST}\n\n{QUOTE}"), side(f"{MUSEUM}\n\n{REPORT}")
    news = profile("news")
    assert len(align(*sides, news)) == 1
    assert align(*sides, replace(news, min_score=0.99)) == ()
    assert align(*sides, replace(news, min_words=60)) == ()


@pytest.mark.parametrize("name", ["news", "essay", "pan"])
@pytest.mark.parametrize("text", ["", " ", "word", "\ud800\x00", "…", "漢字", "a b"])
def test_next_to_nothing_gives_nothing_or_itself(name, text):
    assert found(text, CLOSURE, name) == ()
    for match in found(text, text, name):
        assert match.kind == "verbatim"


REPEATING = ["word " * 5000, "\n".join(["word"] * 5000), "one two three. " * 2000, "漢字" * 3000]


@pytest.mark.parametrize("text", REPEATING)
def test_a_text_that_repeats_itself_matches_itself_at_once(text):
    (match,) = found(text, text)
    assert match.kind == "verbatim"
    assert match.a == match.b
    assert len(match.a.of(text).split()) == len(text.split())


SENTENCES = CLOSURE.split(". ") + HARVEST.split(". ") + FERRY.split(". ") + QUOTE.split(". ") + REPORT.split(". ")
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(". ".join)


def place_of(match):
    return match.a, match.b, match.kind


@given(TEXTS, TEXTS, st.sampled_from(["news", "essay"]))
@settings(max_examples=60)
def test_exchanging_the_texts_exchanges_the_sides(one, other, name):
    there = align(side(one), side(other), profile(name))
    back = align(side(other), side(one), profile(name))
    assert sorted((match.exchanged() for match in back), key=place_of) == sorted(there, key=place_of)


@given(TEXTS, TEXTS)
@settings(max_examples=60)
def test_matches_are_sound(one, other):
    matches = found(one, other)
    assert list(matches) == sorted(matches, key=lambda match: (match.a, match.b))
    for match in matches:
        assert 0 <= match.a.start < match.a.end <= len(one)
        assert 0 <= match.b.start < match.b.end <= len(other)
        assert 0 < match.score <= 1
        assert match.shared
        for shared_a, shared_b in match.shared:
            assert match.a.start <= shared_a.start < shared_a.end <= match.a.end
            assert match.b.start <= shared_b.start < shared_b.end <= match.b.end
        assert [pair[0] for pair in match.shared] == sorted(pair[0] for pair in match.shared)


def test_importing_the_room_loads_no_kernels():
    code = "import sys, provenance.align; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_copied_run_goes_on_where_one_text_parts_its_sentences_elsewhere():
    one = f"{HARVEST}\n\nAda Kew wrecked the wooden hall. She is to blame for it. {FERRY}"
    other = f"Bo Ray of Brenn said in a letter: Ada Kew wrecked the wooden hall. She is to blame. No.\n\n{MUSEUM}"
    #  Six words are the sentence that both have, and no word of it is rare enough; nine follow each other in both.
    assert any(holds(match, one, other, "Ada Kew wrecked the wooden hall") for match in found(one, other))
