"""The words of a text against a slow, obvious reading of the same rules."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plain_twins import plain

from provenance.model import Span
from provenance.text import normalisation, tokens
from provenance.text.tokens import tokenise

LOOPS = plain("provenance.text.kernels.words")
ALPHABET = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("aAbzsSedingyl  ..,;:!?-–—()\n\r\t'’“”0129éÉßﬁ́\xad\u200bаеоЖ漢字のไ。！…�\x00‐")),
        st.characters(),
    ),
    max_size=60,
)


def words_of(text: str) -> list[str]:
    found = tokenise(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def folded_word(word: str) -> str:
    return "".join(normalisation.folded(character) for character in word)


# --- the oracle: one character after the other, with Python strings ---------------------------------------------


def oracle_kind(character: str) -> int:
    return normalisation.kind(character) if ord(character) < normalisation.SIZE else normalisation.ALONE


def oracle_words(text: str) -> list[tuple[int, int, str]]:
    """(start, end, folded letters) of each word."""
    found = []
    place = 0
    while place < len(text):
        kind = oracle_kind(text[place])
        if kind == normalisation.ALONE:
            letters = normalisation.folded(text[place]) if ord(text[place]) < normalisation.SIZE else text[place]
            found.append((place, place + 1, letters or text[place]))
            place += 1
        elif kind == normalisation.WORD:
            start = end = place
            letters = ""
            while place < len(text):
                kind = oracle_kind(text[place])
                if kind == normalisation.WORD:
                    letters += (normalisation.folded(text[place]) or text[place])[:3]
                    end = place = place + 1
                elif kind == normalisation.IGNORABLE:
                    place += 1
                elif kind == normalisation.SEPARATOR and (after := after_line_hyphen(text, place)) is not None:
                    place = after
                else:
                    break
            found.append((start, end, letters[: LOOPS.LONGEST_WORD]))
            place = end
        else:
            place += 1
    return found


def after_line_hyphen(text: str, place: int) -> int | None:
    """Where the word goes on when a hyphen, blanks and one line end are followed by a small letter."""
    if text[place] not in "-‐":
        return None
    rest = text[place + 1 :]
    blanks = rest[: len(rest) - len(rest.lstrip())]
    stripped = rest[len(blanks) :]
    if blanks.count("\n") != 1 or not stripped:
        return None
    first = stripped[0]
    if oracle_kind(first) != normalisation.WORD or first.isupper() or first.isdigit():
        return None
    return place + 1 + len(blanks)


def hashed(letters: str) -> int:
    value = 1469598103934665603
    for letter in letters:
        value = (value ^ ord(letter)) * 1099511628211 % 2**64
    value ^= value >> 32
    value = value * 0xD6E8FEB86659FD93 % 2**64
    return value ^ (value >> 32)


def light_stem(word: str) -> str:
    """The rules of the light stemmer as one would write them with strings."""
    if len(word) > 3:
        if word.endswith("s") and word[-2] not in "sui":
            word = word[:-1]
            if len(word) > 4 and word.endswith("ie"):
                word = word[:-1]
        if len(word) > 5 and word.endswith("ing"):
            if set(word[:-3]) & set("aeiouy"):
                word = undoubled(word[:-3])
        elif len(word) > 4 and word.endswith("ed"):
            if set(word[:-2]) & set("aeiouy"):
                word = undoubled(word[:-2])
        elif len(word) > 5 and word.endswith("ly"):
            word = word[:-2]
        if len(word) > 3 and word[-1] in "eyi":
            word = word[:-1]
    return word[: LOOPS.STEM_LENGTH]


def undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@given(ALPHABET)
@example("a-\nb")
@example("gov-\r\n  ernment")
@example("\U0002f800\U000e0100x")
def test_words_places_and_hashes_agree_with_the_oracle(text: str) -> None:
    found = tokenise(text)
    expected = oracle_words(text)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == [word[:2] for word in expected]
    assert found.words.tolist() == [hashed(letters) for _, _, letters in expected]
    assert found.stems.tolist() == [hashed(light_stem(letters)) for _, _, letters in expected]


@given(ALPHABET)
def test_traits_agree_with_the_oracle(text: str) -> None:
    found = tokenise(text)
    for place, (start, end, _) in enumerate(oracle_words(text)):
        word = text[start:end]
        capital = ord(word[0]) < normalisation.SIZE and word[0].isupper()
        alone = oracle_kind(word[0]) == normalisation.ALONE
        numeric = not alone and any(
            character.isdigit() for character in word if oracle_kind(character) == normalisation.WORD
        )
        assert bool(found.traits[place] & tokens.CAPITALISED) == capital
        assert bool(found.traits[place] & tokens.NUMERIC) == numeric


@given(ALPHABET, st.integers(0, 30), st.integers(0, 30))
def test_a_part_of_a_text_keeps_the_offsets_of_the_whole(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    part = tokenise(text, Span(start, end))
    alone = tokenise(text[start:end])
    assert (part.starts - start).tolist() == alone.starts.tolist()
    assert (part.ends - start).tolist() == alone.ends.tolist()
    assert part.words.tolist() == alone.words.tolist()


@given(ALPHABET)
def test_arrays_are_parallel_and_words_ascend_without_overlap(text: str) -> None:
    found = tokenise(text)
    sizes = {len(found.starts), len(found.ends), len(found.words), len(found.stems)}
    assert sizes == {len(found)} == {len(found.borders)} == {len(found.traits)}
    assert np.all(found.starts < found.ends)
    assert np.all(found.starts[1:] >= found.ends[:-1])
    assert len(found) == 0 or found.borders[-1] == tokens.EDGE


SAME_WORD = [
    ("Café", "cafe"),
    ("ﬁnal", "final"),
    ("co\xadoperate", "cooperate"),
    ("zero\u200bwidth", "zerowidth"),
    ("Pаris", "Paris"),  # the second letter is Cyrillic
    ("straße", "STRASSE"),
    ("①", "1"),
    ("gov-\nernment", "government"),
    ("Ｆｕｌｌ", "full"),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORD)
def test_disguised_words_are_the_same_word(one: str, other: str) -> None:
    assert tokenise(one).words.tolist() == tokenise(other).words.tolist()


BORDERS = [
    ("one two", tokens.NONE),
    ("one, two", tokens.COMMA),
    ("one – two", tokens.COMMA),
    ("one (two", tokens.COMMA),
    ("one; two", tokens.COLON),
    ("one:two", tokens.NONE),
    ("one\ntwo", tokens.LINE),
    ("one. Two", tokens.SENTENCE),
    ("one.\nTwo", tokens.SENTENCE),
    ("3.5", tokens.NONE),
    ("漢。字", tokens.SENTENCE),
    ("one  Two", tokens.NONE),
    ("one   Two", tokens.LINE),
    ("one   2", tokens.LINE),
    ("one   two", tokens.NONE),
    ("one - - - Two", tokens.COMMA),
]


@pytest.mark.parametrize(("text", "border"), BORDERS)
def test_border_after_the_first_word(text: str, border: int) -> None:
    assert tokenise(text).borders[0] == border


def test_blank_lines_are_paragraphs() -> None:
    assert (tokenise("one.\n\ntwo\nthree").traits & tokens.PARAGRAPH).tolist() == [tokens.PARAGRAPH, 0, 0]


def test_scripts_without_spaces_give_a_word_a_character() -> None:
    assert words_of("東京は大きい") == list("東京は大きい")


def test_surrogates_and_nuls_are_separators() -> None:
    assert words_of("one\ud800two\x00three") == ["one", "two", "three"]


def test_a_word_of_any_length_is_one_word() -> None:
    found = tokenise("x" * 100_000 + " y")
    assert len(found) == 2
    assert found.words[0] == tokenise("x" * 64).words[0]
