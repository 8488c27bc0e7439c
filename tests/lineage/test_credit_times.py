from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from newsroom import article, moment

from provenance.lineage import credit_times
from provenance.lineage.credits import credit, credit_of, names_source
from provenance.model import Article

TOLD = "the mayor would sell the waterworks to a company from Teasel Bridge"
NOW = "2018-01-02"  # a Tuesday


def source(day: str = NOW) -> Article:
    text = f"A council of nine agreed on Tuesday. It said {TOLD}, and that the price was not known."
    return article("post", text, moment(day, "day"), "The Valley Post")


def crediting(sentence: str, day: str = NOW) -> Article:
    text = f"Nobody was surprised. {sentence} The harbour is open."
    return article("gazette", text, moment(day, "day"), "Marlow Gazette")


def is_credited(sentence: str, of: str = NOW, day: str = NOW) -> bool:
    return credit_of(source(of), crediting(sentence, day)) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        f"Last week, the mayor asserted in a Valley Post interview that {TOLD}.",
        f"Last week Mayor Ida Pell told the Valley Post that {TOLD}.",
        f"In November, she told the Valley Post that {TOLD}.",
        f"In 2016 she told the Valley Post that {TOLD}.",
        f"She told the Valley Post last month that {TOLD}.",
        f"She told the Valley Post two weeks ago that {TOLD}.",
        f"She told the Valley Post in an interview published Saturday that {TOLD}.",
        f"The storm began with comments to the Valley Post published Saturday: {TOLD}.",
        f"The mayor said last month in an interview with the Valley Post that {TOLD}.",
        f"The Valley Post reported in May that {TOLD}.",
        f"The Valley Post reported last year that {TOLD}.",
        f"Last month, the Valley Post reported that {TOLD}.",
        f"A story last week in the Valley Post said {TOLD}.",
        f"It was reported three days ago by the Valley Post that {TOLD}.",
        f"A Valley Post report published Friday said {TOLD}.",
        f"The Valley Post reported on Dec. 3 that {TOLD}.",
    ],
)
def test_what_an_outlet_had_earlier_is_no_credit_of_its_article(sentence: str) -> None:
    assert not is_credited(sentence)
    assert credit(source(), crediting(sentence)) == 0
    assert names_source(crediting(sentence), source()) is None


@pytest.mark.parametrize(
    "sentence",
    [
        f"She told the Valley Post that {TOLD}.",
        f"She told the Valley Post on Tuesday that {TOLD}.",
        f"She told the Valley Post that {TOLD} last week.",
        f"The mayor, who was elected last year, told the Valley Post that {TOLD}.",
        f"The mayor who resigned last week told the Valley Post that {TOLD}.",
        f"Last week {TOLD}, according to the Valley Post.",
        f"Earlier this week she told the Valley Post that {TOLD}.",
        f"The Valley Post reported on Monday that {TOLD}.",  # a day without a zone may be the next one elsewhere
        f"The Valley Post reported that last month {TOLD}.",
        f"In May she may have said it: {TOLD}, the Valley Post reported.",
        f"The Valley Post reported this month that {TOLD}.",
        f"Reports in the Valley Post may be wrong, it said, and {TOLD}.",
        f"The Valley Post reported march after march; {TOLD}.",
    ],
)
def test_a_time_of_what_is_told_leaves_the_credit(sentence: str) -> None:
    assert is_credited(sentence)


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("She told the Valley Post last week that {}.", "2017-12-29"),
        ("The Valley Post reported in December that {}.", "2017-12-20"),
        ("The Valley Post reported on Friday that {}.", "2017-12-29"),
        ("In 2016 she told the Valley Post that {}.", "2016-10-09"),
        ("She told the Valley Post two weeks ago that {}.", "2017-12-20"),
    ],
)
def test_an_article_of_that_time_is_credited(sentence: str, of: str) -> None:
    assert is_credited(sentence.format(TOLD), of=of)


def test_without_both_dates_a_credit_stays() -> None:
    said = f"Last week, she told the Valley Post that {TOLD}."
    assert credit_of(replace(source(), published=None), crediting(said)) is not None
    assert credit_of(source(), replace(crediting(said), published=None)) is not None


def test_long_lines_take_no_time() -> None:
    begun = time.perf_counter()
    for part in ("last week ", "in an interview ", "Monday, ", "said in may ", "a " * 5, "reported "):
        is_credited(f"She told the Valley Post {part * 20_000}")
        is_credited(f"{part * 20_000} told the Valley Post that {TOLD}.")
    assert time.perf_counter() - begun < 5
    assert all(isinstance(each, re.Pattern) for each in (credit_times._BEHIND, credit_times._CLOSE))
