"""Who is quoted: sentences written for this, each with the speakers that must be found, and none that must not."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Quotation, Span
from provenance.quotes import extract

# text, then (type, speaker, beginning of the words) of each quotation
CASES: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    ("“The ferry is late,” said Lena Ortiz.", [("direct", "Lena Ortiz", "“The ferry is late,”")]),
    ("“The ferry is late,” Lena Ortiz said.", [("direct", "Lena Ortiz", "“The ferry is late,”")]),
    ("Lena Ortiz said, “The ferry is late.”", [("direct", "Lena Ortiz", "“The ferry is late.”")]),
    ('Lena Ortiz: "The ferry is late again today."', [("direct", "Lena Ortiz", '"The ferry is late')]),
    (
        "“The ferry,” Lena Ortiz said, “is late.”",
        [("direct", "Lena Ortiz", "“The ferry,” Lena Ortiz said, “is late.”")],
    ),
    ("“Why is it late?” Lena Ortiz asked.", [("direct", "Lena Ortiz", "“Why is it late?”")]),
    ("Lena Ortiz said that the ferry was late.", [("indirect", "Lena Ortiz", "that the ferry was late")]),
    ("Lena Ortiz told the Courier that the ferry was late.", [("indirect", "Lena Ortiz", "that the ferry was late")]),
    ("The ferry is late, Lena Ortiz said on Monday.", [("indirect", "Lena Ortiz", "The ferry is late")]),
    (
        "The ferry, Lena Ortiz said, is late again today.",
        [("indirect", "Lena Ortiz", "The ferry, Lena Ortiz said, is")],
    ),
    ("According to Lena Ortiz, the ferry is late.", [("indirect", "Lena Ortiz", "the ferry is late")]),
    ("The ferry is late, according to Lena Ortiz.", [("indirect", "Lena Ortiz", "The ferry is late")]),
    (
        "Lena Ortiz called the ferry “a floating ruin” on Monday.",
        [("mixed", "Lena Ortiz", "the ferry “a")],
    ),
    (
        "Lena Ortiz, the harbour master of Velden, said the ferry was late. She added that nobody knew why.",
        [("indirect", "Lena Ortiz", "the ferry was late"), ("indirect", "Lena Ortiz", "that nobody knew why")],
    ),
    (
        "Mayor Lena Ortiz met Karl Dunmore on Monday.\n“The ferry is late,” Ortiz said. “Nobody knows why.”",
        [("direct", "Lena Ortiz", "“The ferry is late,” Ortiz said. “Nobody knows why.”")],
    ),
    (
        "The harbour master, Lena Ortiz, said the ferry was late.",
        [("indirect", "Lena Ortiz", "the ferry was late")],
    ),
    (
        "People who work on the quay say the ferry is late.",
        [("indirect", "People", "the ferry is late")],
    ),
    ("Experts said the ferry was late.", [("indirect", "Experts", "the ferry was late")]),
    ("Military sources now praise their discipline.", [("indirect", "Military sources", "their discipline")]),
    ("Some experts now describe the ferry as lost.", [("indirect", "Some experts", "the ferry as lost")]),
    ("“Nobody knows why the ferry is late again.”", [("direct", None, "“Nobody knows why")]),
    ("While Lena Ortiz said that it was late, the ferry left.", [("indirect", "Lena Ortiz", "that it was late")]),
    # the words begin behind whom they were said to, when and how
    ("Lena Ortiz said, for the first time, that it was late.", [("indirect", "Lena Ortiz", "that it was late")]),
    ("Lena Ortiz said in a letter to the port: “It is late.”", [("direct", "Lena Ortiz", "“It is late.”")]),
    ("Lena Ortiz told the Courier she’d leave on Monday.", [("indirect", "Lena Ortiz", "she’d leave")]),
    ("Asked by the Courier whether she knew, Lena Ortiz nodded.", [("indirect", None, "whether she knew")]),
    ("Lena Ortiz said on Friday she was late and that it rained.", [("indirect", "Lena Ortiz", "she was late")]),
    ("Lena Ortiz pointed out that the ferry was late.", [("indirect", "Lena Ortiz", "that the ferry")]),
    (
        "The harbour master resigned on Monday, noting that it was late.",
        [("indirect", "The harbour master", "that it was")],
    ),
    ("The survey asks where each of them was born.", [("indirect", "The survey", "where each of them")]),
    ("Lena Ortiz has been asked to leave the port.", [("indirect", None, "to leave the port")]),
    (
        "The letter gave no reasons and did not say how she left.",
        [("indirect", None, "how she left")],
    ),
    ("She waited for Karl, he said, and left.\n", [("indirect", None, "She waited for Karl, he said, and left")]),
    ("Wages, Lena Ortiz pointed out, are still growing fast.", [("indirect", "Lena Ortiz", "Wages, Lena Ortiz")]),
    ("The water is clear, which suggests that it is safe.", [("indirect", None, "that it is safe")]),
    ("Port workers insist captains must wait for them.", [("indirect", "Port workers", "captains must wait")]),
    ("Neither Lena Ortiz nor he came. Ortiz said it was late.", [("indirect", "Lena Ortiz", "it was late")]),
    # and end where the narrator goes on
    ("Lena Ortiz said it was late, and she left.", [("indirect", "Lena Ortiz", "it was late")]),
    ("Lena Ortiz said it was late — a claim that was wrong.", [("indirect", "Lena Ortiz", "it was late")]),
    # no speech
    ("The alleged theft of the ferry shocked Velden.", []),
    ("The ferry was late at one point, people thought.", []),
    ("The so-called “night ferry” sank.", []),
    ("He read the book “The Ferry at Night” twice.", []),
    ("The report of the mayor was late.", []),
    ("The state was late.", []),
    ("Editor’s note: Lena Ortiz has said that the ferry was late.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_who_said_what(text: str, wanted: list[tuple[str, str | None, str]]) -> None:
    found = extract(text)
    assert len(found) == len(wanted)
    for quotation, (kind, speaker, words) in zip(found, wanted, strict=True):
        assert quotation.type == kind
        assert quotation.speaker == speaker
        assert quotation.span.of(text).startswith(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Lena Ortiz said that the wall held, but that the gate was lost.",
            "that the wall held, but that the gate was lost",
        ),
        ("Lena Ortiz said the ferry was late, but only once.", "the ferry was late, but only once"),
        ("Lena Ortiz said the ferry was late, but Karl Dunmore was not.", "the ferry was late"),
        (
            "Lena Ortiz said that Karl Dunmore, a former pilot, would take over, adding nothing.",
            "that Karl Dunmore, a former pilot, would take over",
        ),
        ("The ferry is late, according to Lena Ortiz, who keeps the harbour of Velden.", "The ferry is late"),
        ("Lena Ortiz denied the charges late on Monday.", "the charges"),
        ("Lena Ortiz reminded the crew of the gale.", "of the gale"),
        (
            "Lena Ortiz put the delay down to a “bad gearbox,” claiming that nobody had warned her.",
            "that nobody had warned her",
        ),
        (
            "Lena Ortiz, who led the search for two years, said the delay troubled her more.",
            "the delay troubled her more",
        ),
        ("The ferry leaves in, say, an hour.", None),
        ("The company’s reported loss of a million crowns is small.", None),
        ("The port is changing its recently announced plan for the ferry.", None),
        ("The ferry, announced in spring, is ready.", None),
        ("The council voted against adding the ferry to the plan.", None),
    ],
)
def test_where_reported_words_begin_and_end(text: str, words: str | None) -> None:
    assert [quotation.span.of(text) for quotation in extract(text)] == ([words] if words else [])


def test_parts_of_a_quotation() -> None:
    text = "“The ferry,” said Lena Ortiz, harbour master at Velden Port. She left."
    (quotation,) = extract(text)
    assert [mark.of(text) for mark in quotation.marks] == ["The ferry,"]
    assert quotation.cue is not None
    assert quotation.cue.of(text) == "said"
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.of(text) == "Lena Ortiz"
    assert quotation.affiliation == "harbour master at Velden Port"
    assert quotation.confidence > 0.9


def test_a_pronoun_that_nobody_can_resolve_is_no_speaker() -> None:
    (quotation,) = extract("They said that the ferry was late.")
    assert quotation.speaker is None
    assert quotation.confidence == 0.0
    assert quotation.speaker_span is not None


def test_within_looks_at_a_part_and_counts_from_the_whole() -> None:
    text = "Lena Ortiz said no ferry came.\nKarl Dunmore said that two came.\nAnna Weil said three came."
    found = extract(text, Span(31, 64))
    assert [(q.speaker, q.span.of(text)) for q in found] == [("Karl Dunmore", "that two came")]


PIECES = st.sampled_from(
    ["Lena Ortiz", "said", " ", " ", ", ", ". ", "“", "”", '"', "'", "he", "that", "according to", "\n", "told",
     "the", "who", "and", "experts", "(", ")", "—", "é", "\ud800", "\x00", "「", "」", "12", "'s", "?", "asked", ":"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_lie_in_the_text_and_ascend(text: str) -> None:
    found = extract(text)
    assert list(found) == sorted(found, key=lambda q: q.span)
    assert found == extract(text)
    for quotation in found:
        check(quotation, text)


def check(quotation: Quotation, text: str) -> None:
    assert 0 <= quotation.span.start < quotation.span.end <= len(text)
    for mark in quotation.marks:
        assert quotation.span.start <= mark.start <= mark.end <= quotation.span.end
    assert (quotation.confidence > 0) <= (quotation.speaker is not None)
    for part in (quotation.cue, quotation.speaker_span):
        assert part is None or 0 <= part.start < part.end <= len(text)
    assert quotation.speaker is None or "\n" not in quotation.speaker


HOSTILE = ['"', "“", "”", "“a” ", "' a ", "“a b c d.\n", "he said ", "Bob, said, ", ") said ", "“A b c d,” he said ",
           "according to Bob ", "told that ", "and said, and ", "“a ‘b ", "Bob ", "(", "「"]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_text(unit: str) -> None:
    small, large = (calls(unit * count) for count in (150, 600))
    assert large <= 4.6 * small + 2000


def calls(text: str) -> int:
    """How many lines of Python run: the same on every machine, however busy."""
    count = 0

    def trace(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    extract("a")
    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        extract(text)
    finally:
        sys.settrace(before)
    return count
