"""The language of a text is told from its letters and function words; the library is asked where these do not say."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from provenance.languages.codes import language_name
from provenance.languages.detection import LIBRARY, SCRIPT, WORDS, detect
from provenance.languages.function_words import FUNCTION_WORDS
from tests.languages.sentences import SENTENCES


@pytest.mark.parametrize("code", SENTENCES)
def test_two_sentences_are_enough(code: str) -> None:
    found = detect(SENTENCES[code])
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("code", sorted(set(SENTENCES) - {"bg", "cs", "sk", "da", "no"}))
def test_few_texts_need_the_library(code: str) -> None:
    found = detect(" ".join([SENTENCES[code]] * 2), ask_library=False)
    assert found is not None
    assert (found.code, found.how in (WORDS, SCRIPT)) == (code, True)


def test_a_language_without_a_table_is_left_to_the_library() -> None:
    found = detect(
        "Ji ber vê yekê şaredariyê biryar da ku pira kevn were girtin, lê welatî dibêjin ku kesî ji wan nepirsî."
    )
    assert found is not None
    assert (found.code, found.how) == ("ku", LIBRARY)


@pytest.mark.parametrize(
    "text", ["", "   ", "12:30 – 4 × 7", "Bundesliga", "Oslo 3 Bergen 1", "\ud800", "🙂🙂", "x" * 30]
)
def test_what_is_too_short_has_no_language(text: str) -> None:
    assert detect(text) is None


def test_only_the_part_asked_about_counts() -> None:
    german, english = SENTENCES["de"], SENTENCES["en"]
    text = f"{english} {german}"
    found = detect(text, len(english))
    assert found is not None
    assert found.code == "de"


def test_a_quotation_in_another_language_does_not_decide() -> None:
    found = detect(f"{SENTENCES['en']} “{SENTENCES['de'][:40]}” he said to those who were there. {SENTENCES['en']}")
    assert found is not None
    assert found.code == "en"


def test_chinese_with_a_name_in_kana_is_no_japanese() -> None:
    found = detect(
        "市议会周二决定关闭旧桥。居民们说，没有人征求过他们的意见。日本公司ソニー也参加了这个项目，记者在会后采访了市长。"
    )
    assert found is not None
    assert found.code == "zh"


def test_words_of_the_clear_cases_do_not_load_the_library() -> None:
    script = (
        "import sys; from provenance.languages.detection import detect\n"
        "from tests.languages.sentences import SENTENCES;"
        "found = [detect(SENTENCES[code]) for code in ('en', 'de', 'ja', 'ru', 'ar')];"
        "sys.exit('py3langid' in sys.modules or None in found)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_long_text_is_sampled_and_hostile_ones_end() -> None:
    rng = random.Random(3)
    noise = "".join(chr(rng.randrange(0x20, 0x3000)) for _ in range(200_000))
    for text in (noise, "'" * 200_000, "a'" * 100_000, "é" * 200_000, SENTENCES["fr"] * 2000):
        detect(text)


def test_tables_are_of_known_codes_in_lower_case_and_without_repetition() -> None:
    for code, words in FUNCTION_WORDS.items():
        assert language_name(code) != code
        assert words == words.lower()
        assert len(words.split()) > 20
