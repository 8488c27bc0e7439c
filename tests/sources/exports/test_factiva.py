"""Factiva as HTML: lines in a fixed order, or a table of codes; any of them may be missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.exports.samples import TEXT, factiva, factiva_table

ReadBytes = Callable[..., list[Article | SkippedInput]]
HEADS = {
    "en": [
        "News",
        "#Harbour shut",
        "Ana Rao",
        "39 words",
        "14 March 2013",
        "Skerrow Argus",
        "SKARG",
        "1; National",
        "4",
        "English",
        "(c) 2013 Skerrow Press",
    ],
    "de": [
        "Lokales",
        "#Harbour shut",
        "Ana Rao",
        "39 Wörter",
        "14 März 2013",
        "10:15",
        "Skerrow Argus",
        "SKARG",
        "4",
        "Deutsch",
        "(c) 2013 Skerrow Press",
    ],
    "fr": [
        "#Harbour shut",
        "Ana Rao",
        "39 mots",
        "14 mars 2013",
        "Skerrow Argus",
        "SKARG",
        "Français",
        "Copyright 2013",
    ],
    "es": [
        "Local",
        "#Harbour shut",
        "Ana Rao",
        "39 palabras",
        "14 marzo 2013",
        "Skerrow Argus",
        "SKARG",
        "Español",
        "© 2013 Skerrow Press",
    ],
    "it": [
        "#Harbour shut",
        "Ana Rao",
        "39 parole",
        "14 marzo 2013",
        "Skerrow Argus",
        "SKARG",
        "Italiano",
        "(c) 2013",
    ],
    "nl": [
        "#Harbour shut",
        "Ana Rao",
        "39 woorden",
        "14 maart 2013",
        "Skerrow Argus",
        "SKARG",
        "Nederlands",
        "(c) 2013",
    ],
}


@pytest.mark.parametrize("language", HEADS)
def test_lines(read_bytes: ReadBytes, language: str) -> None:
    page = factiva(
        [HEADS[language], HEADS[language]], language, {"de": "Dokument", "es": "Documento"}.get(language, "Document")
    )
    found = read_bytes("export.html", page)
    assert [one.id for one in found] == ["SKARG00020130314e93e00001", "SKARG00020130314e93e00002"]
    for one in found:
        assert (one.title, one.publisher, one.author) == ("Harbour shut", "Skerrow Argus", "Ana Rao")
        assert one.published.written.startswith("2013-03-14")
        assert one.language == language
        assert one.text == "\n\n".join(TEXT)
        assert one.metadata["length"].startswith("39")
        assert one.metadata["journal_code"] == "SKARG"
        assert {note.kind for note in one.notes} <= {"language-doubtful"}  # the text is English in all of them
    assert ("T10:15" in found[0].published.written) == (language == "de")


def test_an_export_behind_long_scripts(read_bytes: ReadBytes) -> None:
    page = factiva([HEADS["en"]]).replace("<title>Factiva</title>", f"<script>{'x();' * 40_000}</script>")
    (one,) = read_bytes("export.html", page)
    assert one.title == "Harbour shut"


def test_without_author_section_and_length(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("export.html", factiva([["#Harbour shut", "14 March 2013", "Skerrow Argus"]]))
    assert (one.title, one.publisher, one.author) == ("Harbour shut", "Skerrow Argus", None)


def test_codes(read_bytes: ReadBytes) -> None:
    rows = [
        ("SE", "News"),
        ("HD", "<b>Harbour shut</b>"),
        ("BY", "By Ana Rao"),
        ("WC", "39 words"),
        ("PD", "14 March 2013"),
        ("ET", "10:15"),
        ("SN", "Skerrow Argus"),
        ("SC", "SKARG"),
        ("PG", "4"),
        ("LA", "English"),
        ("CY", "(c) 2013"),
        ("LP", f"<p>{TEXT[0]}</p>"),
        ("TD", f"<p>{TEXT[1]}</p><p>{TEXT[2]}</p>"),
        ("AN", "Document SKARG00020130314e93e00001"),
    ]
    (one,) = read_bytes("export.html", factiva_table(rows))
    assert one.id == "SKARG00020130314e93e00001"
    assert (one.title, one.publisher, one.author) == ("Harbour shut", "Skerrow Argus", "Ana Rao")
    assert one.published.written == "2013-03-14T10:15"
    assert one.text == "\n\n".join(TEXT)


def test_a_dollar_and_a_word_count_are_no_heads(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("export.html", factiva([["#Letter of 300 words", *HEADS["en"][2:]]]))
    assert one.title == "Letter of 300 words"
    assert one.metadata["length"] == "39 words"


UNKNOWN = {
    "pl": ["#Harbour shut", "Ana Rao", "39 słów", "14 marca 2013", "Skerrow Argus", "SKARG", "Polski", "(c) 2013"],
    "ja": [
        "#Harbour shut",
        "Ana Rao",
        "39 文字",
        "2013 年 3 月 14 日",
        "Skerrow Argus",
        "SKARG",
        "日本語",
        "(c) 2013",
    ],
    "ko": ["#Harbour shut", "Ana Rao", "39 단어", "2013년 3월 14일", "Skerrow Argus", "SKARG", "한국어", "(c) 2013"],
    "ru": ["#Harbour shut", "Ana Rao", "39 слов", "14 марта 2013", "Skerrow Argus", "SKARG", "Русский", "(c) 2013"],
    "pt": [
        "#Harbour shut",
        "Ana Rao",
        "39 palavras",
        "14 Março 2013",
        "Skerrow Argus",
        "SKARG",
        "Português",
        "(c) 2013",
    ],
    "zh": ["#Harbour shut", "Ana Rao", "39 字", "2013 年 3 月 14 日", "Skerrow Argus", "SKARG", "中文", "(c) 2013"],
}


@pytest.mark.parametrize("language", UNKNOWN)
def test_interfaces_without_words_of_their_own_here(read_bytes: ReadBytes, language: str) -> None:
    document = {"ja": "ドキュメント", "ko": "문서", "ru": "Документ", "zh": "文档", "pl": "Dokument nr"}.get(
        language, "Documento"
    )
    (one,) = read_bytes("export.html", factiva([UNKNOWN[language]], language, document))
    assert (one.id, one.title, one.publisher, one.author) == (
        "SKARG00020130314e93e00001",
        "Harbour shut",
        "Skerrow Argus",
        "Ana Rao",
    )
    assert (one.published.written, one.language) == ("2013-03-14", language)
    assert one.metadata["length"].startswith("39")


def test_articles_in_chinese_have_longer_names_of_classes(read_bytes: ReadBytes) -> None:
    head = ["#港口关闭", "39 字", "2013 年 3 月 14 日", "灯塔报", "DENGTA", "中文(简体)", "(c) 2013 灯塔报"]
    (one,) = read_bytes("export.html", factiva([head], "zhcn", "文件").encode())
    assert (one.title, one.publisher, one.published.written) == ("港口关闭", "灯塔报", "2013-03-14")
