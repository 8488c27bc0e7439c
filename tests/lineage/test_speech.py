from __future__ import annotations

import pytest
from newsroom import article, direct, reworded

from provenance.lineage import weights
from provenance.lineage.speech import exact_side, is_generic, is_name, vague_credit, weigh_speech
from provenance.lineage.voices import Voice
from provenance.model import Difference, Evidence, Match, Passage, Quotation, Span
from provenance.model.evidence import ExactNumber, QuotationReported

SAID = "nobody has oiled a single lock on this canal since the great flood"
TOLD = "the locks have not been oiled since the flood"


def weighed(*passages: Passage, a: list[Quotation], text_a: str, text_b: str) -> list[Evidence]:
    voices = Voice(article("a", text_a), a), Voice(article("b", text_b))
    return weigh_speech(*voices, passages, False, weights.news())


def test_the_second_passage_counts_half() -> None:
    text_a = f"“{SAID},” said Dora Quill. “{SAID} again,” she said."
    a, b = article("a", text_a), article("b", f"Experts say {TOLD}. Indeed {TOLD} at all.")
    one = reworded(a, SAID, b, TOLD, in_quotes=(True, False))
    two = reworded(a, SAID + " again", b, TOLD + " at all", in_quotes=(True, False))
    quotations = [direct(text_a, SAID + ","), direct(text_a, SAID + " again,")]
    single = weighed(one, a=quotations, text_a=a.text, text_b=b.text)
    double = weighed(one, two, a=quotations, text_a=a.text, text_b=b.text)
    assert [each.kind.name for each in single] == ["quotation_reported", "fuller_passage"]
    assert double[0].weight == pytest.approx(1.5 * single[0].weight, abs=0.01)
    assert double[0].favours == "a"


def test_a_speaker_paired_with_himself_elsewhere_is_not_lost() -> None:
    text_a = f"“{SAID},” said Dora Quill."
    a, b = article("a", text_a), article("b", f"Dora Quill said {TOLD}. Experts agree that {TOLD} properly.")
    same = reworded(a, SAID, b, TOLD, speakers=("Dora Quill", "Dora Quill"), speech="same speaker")
    lost = reworded(a, SAID, b, TOLD + " properly", speakers=("Dora Quill", None), speech="speaker dropped")
    kinds = {each.kind.name for each in weighed(same, lost, a=[], text_a=a.text, text_b=b.text)}
    assert "speaker_dropped" not in kinds
    alone = {each.kind.name for each in weighed(lost, a=[], text_a=a.text, text_b=b.text)}
    assert "speaker_dropped" not in alone, "she is named elsewhere in the text"


def test_a_speaker_whom_the_other_text_never_names_is_lost() -> None:
    text_a = f"“{SAID},” said Dora Quill."
    a, b = article("a", text_a), article("b", f"People agree that {TOLD} properly.")
    lost = reworded(a, SAID, b, TOLD + " properly", speakers=("Dora Quill", None), speech="speaker dropped")
    assert "speaker_dropped" in {each.kind.name for each in weighed(lost, a=[], text_a=a.text, text_b=b.text)}


@pytest.mark.parametrize(
    ("one", "two", "side"),
    [
        ("1,247", "1,200", "a"),
        ("1200", "1,247 people", "b"),
        ("14", "41", None),
        ("20.4", "20", "a"),
        ("", "5", None),
        ("some", "many", None),
        ("1,247", "1,248", None),
        ("2.10am", "2:10", None),
        ("2:15", "2 p.m.", None),
        ("9" * 400, "1", None),
    ],
)
def test_the_exact_side_of_two_numbers(one: str, two: str, side: str | None) -> None:
    assert exact_side(one, two) == side


def test_rounding_is_told() -> None:
    a, b = article("a", "It cost 1,247 crowns."), article("b", "It cost 1,200 crowns.")
    match = Match("edited", Span(0, 21), Span(0, 21), 0.9, (), (Difference("number", "1,247", "1,200"),))
    (found,) = weighed(Passage(match), a=[], text_a=a.text, text_b=b.text)
    assert (found.arguments, found.favours) == (ExactNumber((("1,247", "1,200"),)), "a")


@pytest.mark.parametrize(
    ("speaker", "generic", "name"),
    [
        ("experts", True, False),
        ("Russian military sources", True, False),
        ("Dora Quill", False, True),
        ("Quill", False, False),
        ("her report", False, False),
        ("", True, False),
    ],
)
def test_who_is_somebody(speaker: str, generic: bool, name: bool) -> None:
    assert is_generic(speaker) == generic
    assert is_name(speaker) == name


def test_a_vague_credit_is_found_in_prose() -> None:
    assert vague_credit("Locks are old, and experts now say so.") == "experts"
    assert vague_credit("Russian military sources say so.") == "Russian military sources"
    assert vague_credit("Dora Quill says so.") is None


def test_a_report_of_what_others_quote_too_says_less() -> None:
    text_a = f"“{SAID},” said Dora Quill."
    a, b = article("a", text_a), article("b", f"Experts say {TOLD}, and that is all.")
    one = (reworded(a, SAID, b, TOLD, in_quotes=(True, False)),)
    voices = Voice(a, [direct(text_a, SAID + ",")]), Voice(b)
    alone, among = (weigh_speech(*voices, one, False, weights.news(), others)[0] for others in (0, 3))
    assert among.kind is alone.kind is QuotationReported.kind
    assert among.weight == pytest.approx(alone.weight / 4, abs=0.01)


def test_a_text_without_any_punctuation_reports_nothing_in_its_own_words() -> None:
    text_a = f"“{SAID},” said Dora Quill."
    a, b = article("a", text_a), article("b", f"Dora Quill said {TOLD} and that is all there is")
    found = weighed(
        reworded(a, SAID, b, TOLD, in_quotes=(True, False)),
        a=[direct(text_a, SAID + ",")],
        text_a=a.text,
        text_b=b.text,
    )
    assert "quotation_reported" not in {each.kind.name for each in found}
