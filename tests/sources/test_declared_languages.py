"""What an input says of its language is kept as a code; else the words of the text say it, and that is told."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from provenance.model import Article
from tests.languages.sentences import SENTENCES
from tests.sources.conftest import ReadBytes

ReadArticle = Callable[..., Article]
GERMAN, ENGLISH = (" ".join([SENTENCES[code]] * 3) for code in ("de", "en"))


@pytest.mark.parametrize(
    "row",
    [{"language": "de-AT"}, {"lang": "de"}, {"language": "German"}, {"inLanguage": "de"}, {"Sprache": "Deutsch"}],
)
def test_rows(read_article: ReadArticle, row: dict[str, str]) -> None:
    article = read_article("a.jsonl", json.dumps({"text": "Kurz.", **row}) + "\n")
    assert article.language == "de"
    assert "language" not in article.metadata


def test_a_column_and_a_mapping(read_bytes: ReadBytes) -> None:
    first, second = read_bytes("a.csv", f'id,text,language\n1,"{GERMAN}",\n2,"Kort nieuws",nl\n')
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.language, first.guesses["language"], second.language) == ("de", "the words of the text", "nl")
    (mapped,) = read_bytes("b.jsonl", '{"text": "Kort", "taalcode": "nld"}\n', {"language": "taalcode"})
    assert isinstance(mapped, Article)
    assert mapped.language == "nl"


def test_what_is_no_language_stays_among_the_metadata(read_article: ReadArticle) -> None:
    article = read_article("a.jsonl", json.dumps({"text": ENGLISH, "language": "formal"}) + "\n")
    assert (article.language, article.metadata["language"]) == ("en", "formal")
    article = read_article("b.txt", f"---\ntitle: One\nlanguage: formal\n---\n{ENGLISH}\n")
    assert (article.language, article.metadata["language"]) == ("en", "formal")


@pytest.mark.parametrize(
    "matter", ["---\ntitle: A\nlang: de\n---\n", "+++\nlanguage = 'de-CH'\n+++\n", "Title: A\nLanguage: German\n\n"]
)
def test_front_matter(read_article: ReadArticle, matter: str) -> None:
    article = read_article("a.txt", f"{matter}Kurz und gut.\n")
    assert article.language == "de"
    assert "language" not in article.guesses


@pytest.mark.parametrize(
    ("root", "head", "language"),
    [
        ('lang="de-DE"', "", "de"),
        ("", '<meta http-equiv="content-language" content="de">', "de"),
        ("", '<meta name="DC.language" content="de">', "de"),
        ("", '<meta property="og:locale" content="de_DE">', "de"),
        ('lang="en"', '<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"de"}</script>', "de"),
        (
            'lang="en"',
            '<script type="application/ld+json">'
            '{"@type":"NewsArticle","inLanguage":{"@type":"Language","name":"German"}}</script>',
            "de",
        ),
        ("", "", "de"),
    ],
)
def test_pages(read_article: ReadArticle, root: str, head: str, language: str) -> None:
    body = "".join(f"<p>{SENTENCES['de']}</p>" for _ in range(4))
    article = read_article("a.html", f"<html {root}><head>{head}</head><body><article>{body}</article></body></html>")
    assert article.language == language
    assert ("language" in article.guesses) == (not root and not head)


def test_a_declaration_that_the_words_contradict_is_kept_with_a_note(read_article: ReadArticle) -> None:
    article = read_article("a.jsonl", json.dumps({"text": GERMAN, "language": "en"}) + "\n")
    assert article.language == "en"
    (note,) = article.notes
    assert (note.kind, "--set language=de" in note.reason) == ("language-doubtful", True)
    near = read_article("b.jsonl", json.dumps({"text": SENTENCES["no"], "language": "da"}) + "\n")
    assert (near.language, near.notes) == ("da", ())
