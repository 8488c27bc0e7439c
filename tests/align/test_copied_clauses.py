"""A clause copied word for word is found in every language and script, and nothing in texts that share none."""

from __future__ import annotations

import re

import numpy as np
import pytest

from provenance.align import align, prepare
from provenance.align.copied_clauses import copied_clauses
from provenance.align.prepared_text import NAME
from provenance.config.align import AlignmentSettings, ClauseSettings
from provenance.languages.word_lengths import TOKENS_PER_WORD
from provenance.model import Match, Span
from provenance.text.sentences import sentences
from tests.align.story_texts import STORIES

SETTINGS = AlignmentSettings()
COMMA = {"zh": "，", "ja": "、", "ar": "، ", "th": " "}
NOTHING = np.empty((0, 4), np.int64)
STOPS = ".。!?！？،,、，;:؟।॥؛"


def aligned(a: str, b: str, language: str) -> tuple[Match, ...]:
    sides = (prepare(text, Span(0, len(text)), language=language) for text in (a, b))
    return align(*sides, SETTINGS)


def clauses(text: str, language: str) -> list[Span]:
    """Nine words of each sentence long enough, from its third word on; as many characters if none are parted."""
    found = []
    for sentence in sentences(text):
        if language in TOKENS_PER_WORD:
            size = 45 if language == "th" else round(9 * TOKENS_PER_WORD[language])
            if sentence.length >= size + 4:
                found.append(Span(sentence.start + 3, sentence.start + 3 + size))
            continue
        words = [match.span() for match in re.finditer(r"\S+", sentence.of(text))]
        if len(words) >= 12:
            found.append(Span(sentence.start + words[2][0], sentence.start + words[10][1]))
    return found


def planted(text: str, clause: str, language: str) -> str:
    """The text with the clause inside one of its sentences."""
    middle = sentences(text)[len(sentences(text)) // 2]
    place = middle.start + middle.length // 2
    if language not in TOKENS_PER_WORD:
        place = text.index(" ", place)
    comma = COMMA.get(language, ", ")
    return f"{text[:place]}{comma}{clause.strip(STOPS)}{comma}{text[place:].lstrip()}"


@pytest.mark.parametrize("language", STORIES)
def test_nine_words_are_found(language: str) -> None:
    one, other = STORIES[language]
    for text, host in ((one, other), (other, one)):
        for clause in clauses(text, language):
            copy = planted(host, clause.of(text), language)
            matches = aligned(text, copy, language)
            shared = [
                min(match.a.end, clause.end) - max(match.a.start, clause.start)
                for match in matches
                if match.a.start < clause.end and match.a.end > clause.start
            ]
            assert shared, clause.of(text)
            assert max(shared) >= 0.6 * clause.length
            for match in matches:
                assert match.a.of(text)[0] not in STOPS
                assert match.b.of(copy)[0] not in STOPS


@pytest.mark.parametrize("language", STORIES)
def test_two_stories_share_nothing(language: str) -> None:
    assert aligned(*STORIES[language], language) == ()


def test_function_words_alone_are_no_clause() -> None:
    one = "Er hat es so gemacht, wie er es schon immer in der und der Art gemacht hat, sagte Anna Weber im Dorf."
    other = "Sie war in der Stadt, wie er es schon immer in der und der Weise wollte, und kaufte dort Blumen ein."
    sides = [prepare(text, Span(0, len(text)), language="de") for text in (one, other)]
    rows, told = copied_clauses(*sides, NOTHING, ClauseSettings())
    assert (len(rows), told) == (0, [])


def test_what_other_passes_found_is_not_found_again() -> None:
    text = STORIES["de"][0]
    sides = [prepare(text, Span(0, len(text)), language="de") for _ in range(2)]
    rows, _ = copied_clauses(*sides, NOTHING, ClauseSettings())
    assert rows.tolist() == [[0, len(sides[0].tokens), 0, len(sides[1].tokens)]]
    rows, _ = copied_clauses(*sides, rows, ClauseSettings())
    assert len(rows) == 0


def test_names_of_german_are_not_all_its_nouns() -> None:
    text = "Gestern sah der alte Fischer Jonas Reuter tiefe Risse in den Pfeilern der Brücke am Hafen."
    side = prepare(text, Span(0, len(text)), language="de")
    named = [
        text[side.tokens.starts[place] : side.tokens.ends[place]] for place in np.flatnonzero(side.notable == NAME)
    ]
    assert named == ["Fischer", "Jonas", "Reuter"]


def test_negations_of_the_language_are_seen() -> None:
    one = "Die Verwaltung will die alte Brücke am Hafen im nächsten Sommer für schwere Lastwagen sperren."
    other = "Die Verwaltung will die alte Brücke am Hafen im nächsten Sommer nicht für schwere Lastwagen sperren."
    (match,) = aligned(one, other, "de")
    assert [each.what for each in match.differences] == ["negation"]
