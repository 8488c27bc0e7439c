"""A publisher that a pasted text names is read as a guess; a heading or a person never is."""

from __future__ import annotations

import pytest

from provenance.model import Span
from provenance.sources.heads.publisher_lines import is_outlet, labelled_publisher, outlet_in_byline
from provenance.sources.heads.text_clues import observe

STORY = (
    "The mayor opened the new bridge over the Calder on Monday morning in front of a crowd of two thousand people,"
    " and said that nobody would pay a toll before the summer.\n\nThe council had voted for the toll in March by a"
    " single vote, and the opposition called the delay a trick before the election.\n"
)
HEAD = "Mayor opens bridge and puts off the toll"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Harbour Herald\n\n{HEAD}\n\n{STORY}", "Harbour Herald"),
        (f"The Calder Valley Courier\n\n{HEAD}\n\nBy Jane Doe\n\n{STORY}", "The Calder Valley Courier"),
        (f"{HEAD}\n\nHarbour Herald\n\n{STORY}", "Harbour Herald"),
        (f"{HEAD}\nHarbour Herald\n4 March 2025\n\n{STORY}", "Harbour Herald"),
        (f"{HEAD}\n\nPublished by Harbour Herald\n\n{STORY}", "Harbour Herald"),
        (f"{HEAD}\n\nSource: The Exchange Post\n\n{STORY}", "The Exchange Post"),
        (f"{HEAD}\n\nPublisher: Coast Wire\n4 March 2025\n\n{STORY}", "Coast Wire"),
        (f"{HEAD}\n\n© 2025 Harbour Herald. All rights reserved.\n\n{STORY}", "Harbour Herald"),
        (f"{HEAD}\n\n{STORY}\n© 2025 Harbour Herald\n", "Harbour Herald"),
        (f"{HEAD}\n\n{STORY}\nCopyright 2025 The Harbour Herald Ltd. All rights reserved.\n", "The Harbour Herald"),
        (f"{HEAD}\n\nBy Jane Doe, Harbour Herald\n\n{STORY}", "Harbour Herald"),
        (f"{HEAD}\n\nBy Jane Doe | Harbour Herald\n\n{STORY}", "Harbour Herald"),
        # Neither headings nor people.
        (f"Latest News\n\n{HEAD}\n\n{STORY}", None),
        (f"Sports News\n\n{HEAD}\n\nBy Jane Doe\n\n{STORY}", None),
        (f"Hard Times\n\n{HEAD}\n\n{STORY}", None),
        (f"Mayor Sues Herald\n\nPaper printed wrong figures about the toll, he says\n\n{STORY}", None),
        (f"{HEAD}\n\nEmily Post\n\n{STORY}", None),
        (f"{HEAD}\n\nBy Emily Post\n\n{STORY}", None),
        (f"{HEAD}\n\nPublished by Jane Doe\n\n{STORY}", None),
        (f"{HEAD}\n\n© 2025 Jane Doe\n\n{STORY}", None),
        (f"{HEAD}\n\nSource: Company figures\n\n{STORY}", None),
        (f"{HEAD}\n\nBy Jane Doe, City Editor\n\n{STORY}", None),
        (f"{HEAD}\n\n{STORY}", None),
        (STORY, None),
    ],
)
def test_the_publisher_of_a_pasted_text(text: str, publisher: str | None) -> None:
    clues = observe(text)
    assert clues.publisher == publisher
    assert ("publisher" in clues.guesses) == (publisher is not None)
    body = clues.body.of(text)
    assert body.startswith("The mayor opened") or publisher is None
    assert body.rstrip().endswith("before the election.") or publisher is None
    assert Span(0, len(text)).length >= clues.body.length


def test_what_is_in_the_head_is_not_lost_beside_the_publisher() -> None:
    clues = observe(f"Harbour Herald\n\n{HEAD}\n\nBy Jane Doe, Harbour Herald\n4 March 2025\n\n{STORY}")
    assert (clues.title, clues.author, clues.publisher) == (HEAD, "Jane Doe", "Harbour Herald")
    assert clues.published is not None


@pytest.mark.parametrize("line", ["a " * 45, "Source: " + "A " * 40, "© " * 40, "By " + "A, " * 28, "", " ", "The"])
def test_any_line_is_looked_at_without_harm(line: str) -> None:
    assert not is_outlet(line or "x")
    assert labelled_publisher(line) is None
    assert outlet_in_byline(line) is None
