"""What metadata says of a language is one of the codes of ISO 639-1, or nothing."""

import pytest

from provenance.languages.codes import language_code, language_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("de", "de"), ("DE", "de"), ("de-AT", "de"), ("de_DE.UTF-8", "de"), ("ger", "de"), ("deu", "de")],
        *[("German", "de"), (" Deutsch ", "de"), ("zh-Hant-TW", "zh"), ("cmn", "zh"), ("en_US", "en"), ("eng", "en")],
        *[("nb-NO", "no"), ("nn", "no"), ("iw", "he"), ("fil", "tl"), ("Español", "es"), ("Western Frisian", "fy")],
        *[("日本語", "ja"), ("français", "fr"), ("franc\u0327ais", "fr"), ("العربية", "ar"), ("sr-Latn", "sr")],
    ],
)
def test_spellings_of_a_language(written: str, code: str) -> None:
    assert language_code(written) == code


@pytest.mark.parametrize(
    "written", ["", "xx", "en, de", "formal", "C++", "x-klingon", "e", "de" * 40, None, 7, ["de"], "-"]
)
def test_what_names_no_language(written: object) -> None:
    assert language_code(written) is None


def test_names() -> None:
    assert language_name("de") == "German"
    assert language_name("qq") == "qq"
