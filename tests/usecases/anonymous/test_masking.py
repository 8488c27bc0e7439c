"""Names are replaced wherever they are, and offsets move along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.usecases.anonymous.masked_text import Masking
from provenance.usecases.anonymous.names import pseudonyms

NAMES = pseudonyms(
    ["honey-brief"],
    ["The Exchange Daily", "Coast Wire"],
    ["By Ana Ruiz and Tom Li", "Dr Faisal Oduya", "a spokesman", "王小明", "Lea Ruiz"],
)
MASK = Masking(NAMES)


def hidden(text: str) -> str:
    return MASK.words(text)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("THE EXCHANGE DAILY reports", "EXCHANGE"),
        ("the Exchange  Daily’s report", "Exchange"),
        ("www.exchangedaily.example", "exchangedaily"),
        ("Dr Faisal Oduya told", "Faisal"),
        ("Oduya said; ODUYA wrote", "duya"),
        ("ana ruiz", "ruiz"),
        ("Ms Ruiz said", "Ruiz"),
        ("Tom Li", "Tom"),
        ("王小明", "王小明"),
        ("coast\nwire", "wire"),
        ("April 26, 2025Coast Wire", "Coast"),
        ("FerryCoast WireMore", "Wire"),
    ],
)
def test_names_are_replaced(text: str, gone: str) -> None:
    assert gone.casefold() not in hidden(text).casefold()


@pytest.mark.parametrize(
    "text",
    ["a spokesman said", "Coastwires", "the exchange rate daily", "Lithium", "oduyas", "Exchange Dailyish", ""],
)
def test_other_words_stay(text: str) -> None:
    assert hidden(text) == text


@pytest.mark.parametrize("address", ["https://a.example/ana-x", "www.x.example", "a.ruiz@x.example", "(http://x/y)"])
def test_addresses_name_outlets_and_people(address: str) -> None:
    assert hidden(f"see {address} there") == "see (address) there"
    assert hidden(address) == "(address)"


def test_one_name_has_one_pseudonym_and_a_shared_one_names_nobody() -> None:
    assert hidden("Faisal Oduya") == hidden("Oduya") == hidden("FAISAL ODUYA")
    assert hidden("Ana Ruiz") != hidden("Lea Ruiz")
    assert hidden("Ruiz") == "Person (a shared name)"
    assert hidden("Exchange Daily") == hidden("The Exchange Daily")


def test_the_order_of_names_does_not_matter() -> None:
    one = pseudonyms(["a", "b"], ["X Post", "Y Post"], ["Ana Ruiz", "Tom Lind"])
    other = pseudonyms(["b", "a"], ["Y Post", "X Post"], ["Tom Lind", "Ana Ruiz"])
    assert (one.whole, one.articles) == (other.whole, other.articles)


PIECES = st.sampled_from(
    ["Faisal Oduya", "Oduya", "Coast Wire", " said ", "dam", "\n", ", ", "x", "The Exchange Daily "]
)


@given(st.lists(PIECES, max_size=12), st.data())
def test_offsets_lead_to_the_same_words(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    masked = MASK.text(text)
    ends = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    span = Span(*ends)
    moved = masked.span(span)
    assert 0 <= moved.start <= moved.end <= len(masked.text)
    inside = [
        number
        for number, (start, end) in enumerate(zip(masked.starts, masked.ends, strict=True))
        if start < span.end and end > span.start
    ]
    if not inside:
        assert moved.of(masked.text) == span.of(text)
    else:  # names that a stretch cuts are in it as a whole
        shown = moved.of(masked.text)
        assert all(
            called in shown for called in {MASK.words(text[masked.starts[n] : masked.ends[n]]) for n in inside}
        )
        assert not any(name in shown for name in ("Oduya", "Faisal", "Coast", "Exchange"))


def test_a_whole_text_goes_to_a_whole_text() -> None:
    text = "Oduya met Faisal Oduya"
    masked = MASK.text(text)
    assert masked.span(Span(0, len(text))) == Span(0, len(masked.text))
