from __future__ import annotations

from provenance.model import Appearance, Article, OriginLine, Span, TraceView
from provenance.reports.origin_words import origins


def article(name: str) -> Article:
    return Article(name, "words", Span(0, 5), publisher=f"The {name.title()}")


def view(*lines: OriginLine, at_least: int = 1, several: tuple[str, ...] = ()) -> TraceView:
    shown = tuple(Appearance(each, Span(0, 5), "words", "verbatim") for line in lines for each in line.holders)
    return TraceView("words", shown, origins=len(lines), lines=lines, origins_at_least=at_least, several=several)


ECHO, STAR, MAIL = map(article, ("echo", "star", "mail"))


def test_one_origin_is_named_with_what_comes_from_it() -> None:
    assert origins(view(OriginLine(ECHO, None, (ECHO, STAR, MAIL)))) == [
        "They come down to 1 independent origin: The Echo (and 2 from it)."
    ]


def test_an_unsure_number_reads_so() -> None:
    lines = OriginLine(ECHO, None, (ECHO,)), OriginLine(None, "Reuters", (STAR, MAIL))
    assert origins(view(*lines, several=("echo",))) == [
        "They probably come down to 2 independent origins: The Echo and Reuters (not archived) (and 2 from it).",
        "Some links among them are undetermined: if those are copies, 1 would be left.",
        "The words were said to several reporters, so that each may have heard them.",
    ]


def test_nothing_is_said_of_one_appearance_or_of_what_is_not_known() -> None:
    assert origins(view(OriginLine(ECHO, None, (ECHO,)))) == []
    assert origins(TraceView("words", view(OriginLine(ECHO, None, (ECHO, STAR))).appearances)) == []


def test_many_origins_are_not_all_named() -> None:
    papers = [article(f"paper {number}") for number in range(8)]
    (sentence,) = origins(view(*(OriginLine(each, None, (each,)) for each in papers), at_least=8))
    assert sentence.endswith("The Paper 4 and 3 more.")
