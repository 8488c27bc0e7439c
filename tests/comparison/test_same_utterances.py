"""What two texts say alike to a reader and write otherwise from the first word to the last is shown."""

import pytest

from provenance.model import Article, Span
from provenance.usecases.comparing import compare

PAIRS = [
    (
        "“We don’t organise the labour at the harbour centre, and we won’t apologise,” said Berit Lund.",
        "“We do not organize the labor at the harbor center, and we will not apologize,” Berit Lund said.",
    ),
    (
        "“We can’t close it, and it isn’t going to happen,” the minister said.",
        "“We cannot close it, and it is not going to happen,” the minister said.",
    ),
    (
        "“They’ve coloured the whole programme grey,” said Lund.",
        "“They have colored the whole program gray,” said Lund.",
    ),
    (
        "“Two hundred and fifty thousand people won’t get 20 per cent,” said Lund.",
        "“250,000 people will not get twenty percent,” said Lund.",
    ),
    (
        "„Wir werden 20000 Euro für die Straße nicht mehr zahlen, daß das klar ist“, sagte Lund.",
        "„Wir werden 20.000 Euro für die Strasse nicht mehr zahlen, dass das klar ist“, sagte Lund.",
    ),
]
AROUND = (
    "The council of Velden met on Tuesday to speak about the river.\n\n{}\n\nIt will meet again in May.",
    "A storm came over the fjord at noon, and the school sent its pupils home.\n\n{}\n\nThe roads are dry.",
)


def article(name: str, text: str, language: str | None = None) -> Article:
    return Article(name, text, Span(0, len(text)), language=language)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("around", [("{}", "{}"), AROUND])
def test_an_utterance_in_another_spelling_is_shown(pair: tuple[str, str], around: tuple[str, str]) -> None:
    code = "de" if "„" in pair[0] else None
    a, b = (article(name, frame.format(text), code) for name, frame, text in zip("ab", around, pair, strict=True))
    (link,) = compare(a, b).links
    (passage,) = link.passages
    assert passage.match.kind == "quotation"
    assert passage.speech == "same speaker"
    assert not passage.altered
    assert link.share_a > 0.1


def test_sentences_without_marks_that_are_equal_to_a_reader_are_shown() -> None:
    a, b = (
        article(name, text.strip("“”").partition(",”")[0] + ".") for name, text in zip("ab", PAIRS[0], strict=True)
    )
    (passage,) = compare(a, b).links[0].passages
    assert passage.match.kind == "edited"
    assert passage.match.a.of(a.text) == a.text.removesuffix(".")


def test_another_statement_of_the_same_length_is_none() -> None:
    a = article("a", "“We don’t organise the labour at the harbour centre, and we won’t apologise,” said Lund.")
    b = article("b", "“We do not know the name of the next mayor, and we will not guess,” Lund said.")
    assert compare(a, b).links[0].passages == ()


def test_what_alignment_found_is_not_shown_twice() -> None:
    said = "“Nobody asked the crews of the ferry before the county closed the line at Osterby,” said Berit Lund."
    a, b = (article(name, frame.format(said)) for name, frame in zip("ab", AROUND, strict=True))
    assert len(compare(a, b).links[0].passages) == 1
    assert len(compare(b, a).links[0].passages) == 1


def test_the_order_of_the_two_does_not_matter() -> None:
    for one, other in PAIRS:
        forth, back = (compare(article("a", x), article("b", y)) for x, y in ((one, other), (other, one)))
        there = [passage.match.exchanged() for passage in back.links[0].passages]
        assert [passage.match for passage in forth.links[0].passages] == there
