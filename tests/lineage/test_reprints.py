"""Notes that an article is a reprint, of whom; and what looks like one and is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import article

from provenance.lineage.reprints import reprint_note, reprint_of

STORY = "\n\n".join(
    f"Bread is dear in the {place}, and nobody will bake less of it before the end of next week, the guild said."
    for place in ("valley", "hills", "town")
)
VALLEY = replace(article("v", STORY, publisher="The Valley Post"), url="https://valley-post.example/bread")


def says(note: str, *, first: bool = False, publisher: str | None = "Hill Herald", **metadata: str) -> bool:
    text = f"{note}\n\n{STORY}" if first else f"{STORY}\n\n{note}"
    return reprint_of(replace(article("b", text, publisher=publisher), metadata=metadata), VALLEY)


NOTES = [
    "This story was originally published by the Valley Post and is reprinted here with permission.",
    "This article first appeared in the Valley Post.",
    "This piece originally ran in The Valley Post on 3 March.",
    "The article was first published in the Valley Post.",
    "Originally published by the Valley Post.",
    "First published in The Valley Post",
    "Reprinted with permission from the Valley Post.",
    "Republished from The Valley Post.",
    "This story is republished with permission of the Valley Post.",
    "Source: Valley Post",
    "Via Valley Post",
    "Via: Valley Post",
    "Courtesy of the Valley Post",
    "© 2025 Valley Post",
    "Original: valley-post.example",
    "Read the original article at https://www.valley-post.example/bread.",
    "The post Bread is dear appeared first on Valley Post.",
    "The Valley Post",
    "— Valley Post",
    "valley-post.example",
    "*This article was originally published in the Valley Post.*",
    "Dieser Artikel erschien zuerst in der Valley Post.",
    "Quelle: Valley Post",
    "Zuerst erschienen in der Valley Post",
    "Cet article a été initialement publié par Valley Post.",
    "Source : Valley Post",
    "Publicado originalmente en Valley Post",
    "Fuente: Valley Post",
    "Questo articolo è stato pubblicato originariamente su Valley Post.",
    "Fonte: Valley Post",
    "Dit artikel verscheen eerder in Valley Post",
    "Bron: Valley Post",
    "Источник: Valley Post",
    "来源：Valley Post",
]


@pytest.mark.parametrize("note", NOTES)
def test_notes_of_reprints(note: str) -> None:
    assert says(note)
    assert says(note, first=True)


@pytest.mark.parametrize(
    "note",
    [
        "The Hill Herald has more readers than the Valley Post.",
        "Berta Lund writes for the Valley Post on Sundays.",
        "The poem was first published in the Valley Post.",
        "Source: Valley Post Office",
        "Source: the guild of bakers, not the Valley Post",
        "Originally published by the Hill Herald.",
        "Original: hill-herald.example",
        "Read the original article at https://valley-post.example/weather.",
        "Source: Ministry of Bread",
        "This loaf first appeared in a shop.",
        "",
    ],
)
def test_what_is_no_note(note: str) -> None:
    assert not says(note)


def test_a_note_of_the_outlets_own_is_none() -> None:
    assert not says("Source: Valley Post", publisher="Valley Post")


def test_a_note_in_the_middle_counts_where_it_is_about_this_article() -> None:
    lines = [f"Line {number} is about bread and about nothing else at all." for number in range(30)]
    for words, found in (
        ("This article first appeared in the Valley Post.", True),
        ("The story of the loaf first appeared in the Valley Post.", False),
        ("Valley Post", False),
    ):
        text = "\n".join([*lines[:15], words, *lines[15:]])
        assert reprint_of(article("b", text, publisher="Hill Herald"), VALLEY) is found


def test_metadata_may_say_it() -> None:
    assert says("", canonical_url="https://valley-post.example/bread")
    assert not says("", canonical_url="https://valley-post.example/weather")
    assert says("", source="Valley Post")


def test_a_name_of_one_word_needs_a_label() -> None:
    metro = replace(VALLEY, publisher="Metro", url=None)
    assert not reprint_of(article("b", f"{STORY}\n\nMetro", publisher="Hill Herald"), metro)
    assert reprint_of(article("b", f"{STORY}\n\nSource: Metro", publisher="Hill Herald"), metro)


def test_the_words_of_a_note_are_kept() -> None:
    note = reprint_note(article("b", f"{STORY}\n\nSource: Valley Post", publisher="Hill Herald"), VALLEY)
    assert note is not None
    assert note.words == "Source: Valley Post"


def test_hostile_texts_are_read_quickly() -> None:
    for text in ("this article " * 30_000, "source: " * 40_000, "www." * 60_000, "this " + "\n" * 100_000 + "first"):
        assert not reprint_of(article("b", text), VALLEY)
