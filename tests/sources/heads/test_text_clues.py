"""What plain text shows of its article: heads, datelines, ends, and what must be left alone.

In each example `[[` and `]]` stand around the body.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.heads.text_clues import Clues, observe

LEAD = (
    "The harbour was closed on Friday after the storm had damaged the pier and two of the cranes on it, the mayor"
    " said, and boats stayed away until Sunday."
)


def check(drawn: str, start: int = 0, title: str | None = None, author: str | None = None) -> Clues:
    """Observe a text in which the body is marked, and compare the body."""
    text = drawn.replace("[[", "").replace("]]", "").replace("LEAD", LEAD)
    clues = observe(text, start, title, author)
    marked = drawn.replace("LEAD", LEAD)
    assert clues.body.of(text) == marked[marked.index("[[") + 2 : marked.index("]]")]
    return clues


# drawing -> title, author, publisher, published, agency
HEADS: dict[str, tuple[str | None, str | None, str | None, str | None, str | None]] = {
    "July 16, 2025Harbour Post\n[[LEAD]]": (None, None, "Harbour Post", "2025-07-16", None),
    "July 16, 2025 | Harbour Post\n[[LEAD]]": (None, None, "Harbour Post", "2025-07-16", None),
    "ANSE (Reuters) - [[LEAD]]": (None, None, None, None, "Reuters"),
    "PORT ANSE, July 16 (Xinhua) -- [[LEAD]]": (None, None, None, None, "Xinhua"),
    "LOWER ANSE, July 16, 2025 (AP) — [[LEAD]]": (None, None, None, "2025-07-16", "Associated Press"),
    "MOSCOW, July 16. /TASS/. [[LEAD]]": (None, None, None, None, "TASS"),
    "(CNN) [[LEAD]]": ("", None, None, None, None),
    "(CNN) — [[LEAD]]": (None, None, None, None, "CNN"),
    "ANSE (Northern Wire) — [[LEAD]]": (None, None, None, None, "Northern Wire"),
    "TOLLEN, Ill. — [[LEAD]]": (None, None, None, None, None),
    "Port Anse, 16 July 2025 – [[LEAD]]": (None, None, None, "2025-07-16", None),
    "Storm Closes Harbour For Three Days\n\n[[LEAD]]": (
        "Storm Closes Harbour For Three Days",
        None,
        None,
        None,
        None,
    ),
    "STORM CLOSES HARBOUR\n[[LEAD]]": ("STORM CLOSES HARBOUR", None, None, None, None),
    "Storm closes harbour for days\n\n[[LEAD]]": ("Storm closes harbour for days", None, None, None, None),
    "Storm closes harbour.\n\nANSE (AFP) - [[LEAD]]": (
        "Storm closes harbour",
        None,
        None,
        None,
        "Agence France-Presse",
    ),
    "Storm closes harbour\nBy Jane Doe\n[[LEAD]]": ("Storm closes harbour", "Jane Doe", None, None, None),
    "Storm closes harbour\nBy JANE DOE and BO RAY - Associated Press\n[[LEAD]]": (
        "Storm closes harbour",
        "JANE DOE and BO RAY",
        None,
        None,
        "Associated Press",
    ),
    "Storm closes harbour\nBy Ann de Vries, CNN Senior Reporter\nPosted: 7:37 PM, July 16, 2025\n[[LEAD]]": (
        "Storm closes harbour",
        "Ann de Vries",
        None,
        "2025-07-16T19:37",
        "CNN",
    ),
    "Storm closes harbour\nJANE DOE, Associated Press Writer\n[[LEAD]]": (
        "Storm closes harbour",
        "JANE DOE",
        None,
        None,
        "Associated Press",
    ),
    "Storm closes harbour\nThe Associated Press\n[[LEAD]]": (
        "Storm closes harbour",
        None,
        None,
        None,
        "Associated Press",
    ),
    "Storm closes harbour\nBy Ukrinform\n[[LEAD]]": ("Storm closes harbour", None, None, None, "Ukrinform"),
    "Storm closes harbour\nBy Staff Writer\n[[LEAD]]": ("Storm closes harbour", None, None, None, None),
    "HARBOUR POST\n\nStorm closes harbour\nBy Jane Doe\nFriday 16 May 2025\n\nANSE – [[LEAD]]": (
        "Storm closes harbour",
        "Jane Doe",
        "HARBOUR POST",
        "2025-05-16",
        None,
    ),
    "Share on Facebook Share on Twitter\nMay 30 at 2:44 PM\n[[LEAD]]": (None, None, None, None, None),
    "Storm Closes Harbour For Three Days ### Go to permalink ### [[LEAD]]": (
        "Storm Closes Harbour For Three Days",
        None,
        None,
        None,
        None,
    ),
    "Storm closes harbour\nBy Ida Strand\n\n(Corrects size of crane; adds comment)\n\nANSE, May 3 (AP) - [[LEAD]]": (
        "Storm closes harbour",
        "Ida Strand",
        None,
        None,
        "Associated Press",
    ),
    "April06,200712:44 AM EDTStorm closes the harbourBy JANE DOEAssociated Press WriterANSE (AP) _ [[LEAD]]": (
        "Storm closes the harbour",
        "JANE DOE",
        None,
        "2007-04-06T00:44-04:00",
        "Associated Press",
    ),
}


@pytest.mark.parametrize("drawn", HEADS)
def test_head_and_body_are_found_as_drawn(drawn: str) -> None:
    expected = HEADS[drawn]
    if expected[0] == "":  # an agency in brackets without a dash is left in the text
        drawn = drawn.replace("(CNN) [[", "[[(CNN) ")
        expected = (None, *expected[1:])
    clues = check(drawn)
    published = clues.published.written if clues.published else None
    assert (clues.title, clues.author, clues.publisher, published, clues.agency) == expected
    guessed = {key for key in ("title", "author", "publisher", "published", "agency") if getattr(clues, key)}
    assert set(clues.guesses) - {"body"} == guessed
    assert "body" in clues.guesses or clues.body.start == 0


# Texts whose beginning or end looks like something else: all of it is the body.
LEFT_ALONE = [
    "[[LEAD]]",
    "[[By Monday the storm had passed, and the boats went out again. LEAD]]",
    "[[By Jane Doe's account, the storm had passed. LEAD]]",
    "[[In May 2025 the harbour was closed. LEAD]]",
    "[[It began with a phone call.\nLEAD]]",
    "[[Well, the harbour has a quite different, not necessarily better\nhistory. There is some evidence of it.]]",
    "[[REMARKS (AS PREPARED) -- LEAD]]",
    "[[NATO — the alliance of the North — met on Friday. LEAD]]",
    "[[Jane Doe (R-Texas) - she said - was there. LEAD]]",
    "[[The winners:\nJane Doe\nBo Ray\nAnn Lee]]",
    "[[LEAD\nLondon, June 2025]]",
    "[[LEAD\nWe should post much more about the harbour, and more\nnews here]]",
    "[[LEAD\nHe said: read more!]]",
    "[[Read more]]",
    "[[ANSE —]] \n",
]


@pytest.mark.parametrize("drawn", LEFT_ALONE)
def test_what_is_left_alone(drawn: str) -> None:
    clues = check(drawn)
    assert (clues.author, clues.agency, clues.published) == (None, None, None)


TAILS = [
    "[[LEAD]]\nArctic\nMay 2025\nDefense\nJune 2025\nDefense\nJune 2025",
    "[[LEAD]]\nNature May 2025 Business May 2025 Courts April 2025",
    "[[LEAD]]\nNature May 2025\nBusiness May 2025",
    "[[LEAD]]\n\nRead more",
    "[[LEAD]]\nShare this",
    "[[LEAD]]\n\nRelated articles\nStorm closes the harbour again\nA history of the pier and its cranes",
    "[[LEAD]]\nAdvertisement\nMost Read Politics",
    "[[LEAD]]\n\n###",
    "[[LEAD]]\n-30-\nContact: Jane Doe, 202/555-0101.",
    "[[LEAD]]\nSign up for our daily newsletter and never miss a storm.",
    "[[LEAD]]\nCopyright 2025 Harbour Post. All rights reserved.",
    "[[LEAD]] ### Recommended Stories",
    "[[LEAD]]                              Originating Site  Number  Site Filter  Search          ",
]


@pytest.mark.parametrize("drawn", TAILS)
def test_scraped_navigation_at_the_end_is_no_part_of_the_body(drawn: str) -> None:
    assert "at the end" in check(drawn).guesses["body"]


# last line -> agency
SIGN_OFFS = {
    "(Reporting by Jane Doe; Editing by Bo Ray)": "Reuters",
    "(Reporting by Jane Doe)": None,
    "Copyright 2025 The Associated Press. All rights reserved.": "Associated Press",
    "© 2025 AFP": "Agence France-Presse",
    "(c) Northern News Agency 2025. Reproduction is reserved.": "Northern News Agency",
    "Copyright 2025 Harbour Post.": None,
}


@pytest.mark.parametrize("line", SIGN_OFFS)
def test_an_agency_is_read_from_the_last_line(line: str) -> None:
    assert check(f"[[LEAD]]\n\n{line}").agency == SIGN_OFFS[line]


def test_a_known_title_and_author_are_found_in_the_text() -> None:
    drawn = "Storm Closes Harbour\nANN LEE (translated)\n[[LEAD]]"
    clues = check(drawn, title="Storm closes harbour", author="Ann Lee")
    assert (clues.title, clues.author) == (None, None)
    check("[[Another Line In Title Case Here\n\nLEAD]]", title="Storm closes harbour")
    check("HARBOUR TO STAY CLOSED\n\n[[LEAD]]", title="Storm closes harbour")


def test_capitals_set_no_headline_apart_where_all_is_in_capitals() -> None:
    check("[[SELL YOUR BOATS WHILE YOU CAN\nTHE HARBOUR WILL NEVER OPEN AGAIN]]", title="Storm closes harbour")


def test_a_head_without_an_article_is_the_body() -> None:
    assert check("[[July 16, 2025Harbour Post]]").publisher == "Harbour Post"


def test_a_repeated_headline_is_left_out_twice() -> None:
    check("Storm Closes Harbour For Three Days\nStorm Closes Harbour For Three Days\n[[LEAD]]")


def test_the_clues_begin_where_the_text_does() -> None:
    drawn = "title: x\n---\nANSE (Reuters) - [[LEAD]]"
    assert check(drawn, start=13).agency == "Reuters"


def test_an_updated_line_is_a_time_of_change() -> None:
    clues = check("Storm closes harbour\nBy Jane Doe\nUpdated\nJuly 16, 2025\n[[LEAD]]")
    assert clues.published is None
    assert clues.modified is not None


PIECES = [
    "By ",
    "Jane Doe",
    "ANSE (AP) — ",
    "July 16, 2025",
    "\n",
    "\n\n",
    " ### ",
    " " * 9,
    "Read more",
    "June 2025",
    LEAD,
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30).map("".join)


@given(texts, st.none() | st.sampled_from(["Jane Doe", LEAD]))
def test_the_body_is_a_part_of_the_text_and_never_empty(text: str, title: str | None) -> None:
    clues = observe(text, 0, title)
    assert 0 <= clues.body.start <= clues.body.end <= len(text)
    assert bool(clues.body.of(text)) == bool(text.strip())
    assert clues.body.of(text) == clues.body.of(text).strip()


@pytest.mark.parametrize(
    "unit", ["By A ", "A, ", "(AP) ", "\n", " " * 8, "Read more\n", "June 2025\n", "ANSE-", "a&", "- ", "By \n"]
)
def test_long_repetitions_are_read_quickly(unit: str) -> None:
    observe(unit * 200_000)
