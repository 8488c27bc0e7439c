"""Sentences that say the same in other words: in order, numbers and denial in agreement, beside what words found."""

from __future__ import annotations

import pytest
from tiny_encoder import TinyEncoder

from provenance.align.by_meaning import by_meaning
from provenance.meaning.sentence_units import coded_texts
from provenance.model import Match, Span

SOURCE = (
    "The mayor closed the bridge in winter.",
    "Inspectors found cracks in the steel.",
    "Gardeners planted tulips along the avenue.",
    "The council voted on extra ferry runs.",
)
REWRITTEN = (
    "Burgomaster shut overpass cold-season.",
    "Examiners discovered fissures in metal.",
    "Painters hung lanterns under awnings.",
    "Assembly decided additional boat operates.",
)


def passages(a: str, b: str, found: tuple[Match, ...] = (), *, translated: bool = False) -> list[tuple[str, str]]:
    one, other = coded_texts(TinyEncoder(), [(text, Span(0, len(text))) for text in (a, b)])
    matches = by_meaning((a, one), (b, other), found, translated=translated)
    assert all(match.by == "meaning" for match in matches)
    assert {match.kind for match in matches} <= {"translation" if translated else "paraphrase"}
    return [(match.a.of(a), match.b.of(b)) for match in matches]


def test_sentences_in_order_are_one_passage_across_one_that_differs() -> None:
    a, b = " ".join(SOURCE), " ".join(REWRITTEN)
    assert passages(a, b) == [(a, b)]
    assert passages(b, a) == [(b, a)]


def test_what_says_something_else_is_no_passage() -> None:
    assert passages(SOURCE[2], REWRITTEN[0]) == []
    assert passages("Oh.", REWRITTEN[0]) == []


def test_sentences_in_another_order_are_passages_of_their_own() -> None:
    found = passages(f"{SOURCE[0]} {SOURCE[1]}", f"{REWRITTEN[1]} {REWRITTEN[0]}")
    assert sorted(found) == sorted(zip(SOURCE[:2], REWRITTEN[:2], strict=True))


def test_two_sentences_may_say_what_one_says() -> None:
    whole = "The mayor closed the bridge in winter because inspectors found cracks in the steel."
    assert passages(f"{REWRITTEN[0]} {REWRITTEN[1]}", whole) == [(f"{REWRITTEN[0]} {REWRITTEN[1]}", whole)]


def test_one_sentence_in_many_is_what_anybody_says() -> None:
    other = "Painters hung lanterns under awnings. Sailors mended nets on piers. Bakers sold loaves from windows."
    more = "Gardeners planted tulips along avenues. Children flew kites over dunes. Choirs sang hymns in chapels."
    assert passages(f"{SOURCE[0]} {more}", f"{other} {REWRITTEN[0]}") == []
    assert passages(SOURCE[0], f"{other} {REWRITTEN[0]}") == [(SOURCE[0], REWRITTEN[0])]


def test_what_words_found_is_left_to_them() -> None:
    a, b = SOURCE[0], REWRITTEN[0]
    words = Match("edited", Span(0, len(a)), Span(0, len(b)), 0.5)
    assert passages(a, b, (words,)) == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Repairs cost 40 million in winter.", "Mending price 40 mio cold-season.", True),
        ("Repairs cost 40 million in winter.", "Mending price 70 mio cold-season.", False),
        ("Repairs cost 1,500 million in winter.", "Mending price 1.500 mio cold-season.", True),
        ("Repairs cost a million in winter.", "Mending price 1 mio cold-season.", True),
        ("The mayor never closed the bridge.", "Burgomaster shut the overpass.", False),
        ("The mayor never closed the bridge.", "Nobody: burgomaster shut the overpass.", True),
        ("The mayor never closed the bridge.", "Burgomaster refused shut overpass.", True),
        ("The mayor never refused repairs in winter.", "Burgomaster refused mending cold-season.", False),
    ],
)
def test_numbers_and_denial_must_agree(one: str, other: str, agree: bool) -> None:
    assert bool(passages(one, other)) is agree
    assert bool(passages(other, one)) is agree


def test_numbers_that_agree_are_marked() -> None:
    a, b = "Repairs cost 1,500 million in winter.", "Mending price 1.500 mio cold-season."
    one, other = coded_texts(TinyEncoder(), [(text, Span(0, len(text))) for text in (a, b)])
    (match,) = by_meaning((a, one), (b, other), (), translated=False)
    assert [(x.of(a), y.of(b)) for x, y in match.shared] == [("1,500", "1.500")]


def test_a_translation_is_called_one_and_no_denial_is_read_in_it() -> None:
    german = "Die Bürgermeisterin schloss die Brücke never im wintermonate."
    assert passages(SOURCE[0], german, translated=True) == [(SOURCE[0], german)]


def test_sentences_here_and_there_in_a_long_text_are_chance() -> None:
    short = f"{SOURCE[0]} {SOURCE[1]}"

    def around(count: int, *sentences: str) -> str:
        filler = [f"Painter{place} hung lantern{place} under awning{place}." for place in range(count)]
        return " ".join([*sentences[:-1], *filler, sentences[-1]])

    assert len(passages(short, around(2, REWRITTEN[1], REWRITTEN[0]))) == 2
    assert passages(short, around(60, REWRITTEN[1], REWRITTEN[0])) == []
    assert passages(short, around(60, *REWRITTEN[:2], "Bakers sold loaves.")) == [(short, " ".join(REWRITTEN[:2]))]


def test_beside_what_words_found_a_sentence_alone_is_no_passage_and_many_in_order_are() -> None:
    copied = "Ferries leave at nine from the old pier."
    told = [f"{copied} {' '.join(said)}" for said in ((SOURCE[0],), (REWRITTEN[0],))]
    words = (Match("verbatim", Span(0, len(copied)), Span(0, len(copied)), 1.0),)
    assert passages(*told) != []
    assert passages(*told, words) == []
    some = [SOURCE[0], SOURCE[1], SOURCE[3]], [REWRITTEN[0], REWRITTEN[1], REWRITTEN[3]]
    one, other = (f"{copied} {' '.join(said)}" for said in some)
    assert passages(one, other, words) == [(one[len(copied) + 1 :], other[len(copied) + 1 :])]
    assert passages(*told, words, translated=True) != []
