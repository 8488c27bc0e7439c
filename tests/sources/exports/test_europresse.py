"""Europresse as HTML, in the class names of several years, French and English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.exports.samples import TEXT, europresse

ReadBytes = Callable[..., list[Article | SkippedInput]]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Région, jeudi 14 mars 2013 39 mots, p. 4", "2013-03-14"),
        ("Région, Thursday, March 14, 2013 39 words, p. 4", "2013-03-14"),
        ("Région, jeudi 14 mars 2013 - 12:35 UTC +01:00 39 mots, p. 4", "2013-03-14T12:35+01:00"),
    ],
)
def test_an_article(read_bytes: ReadBytes, head: str, day: str) -> None:
    (one,) = read_bytes("export.html", europresse(head))
    assert one.id == "news·20130314·LC·1234567"
    assert (one.title, one.publisher, one.author) == ("Le port fermé", "Le Courrier", "Ana Rao")
    assert one.published.written == day
    assert one.text == "\n\n".join(TEXT)
    assert one.metadata["section"] == "Région"
    assert one.metadata["length"].startswith("39")
    assert one.metadata["page"] == "4"
    assert not one.notes


def test_several_articles_and_one_without_text(read_bytes: ReadBytes) -> None:
    page = europresse()
    inner = page[page.index("<article>") : page.index("</body>")]
    empty = inner.replace(TEXT[0], "").replace(TEXT[1], "").replace(TEXT[2], "").replace("1234567", "1")
    found = read_bytes("export.html", page.replace("</body>", empty + inner.replace("1234567", "2") + "</body>"))
    assert [isinstance(one, Article) for one in found] == [True, False, True]
    assert "Le port fermé" in found[1].reason


def test_older_classes(read_bytes: ReadBytes) -> None:
    page = (
        europresse()
        .replace("docOcurrContainer", "x")
        .replace("titreArticleVisu", "y")
        .replace("rdp__articletitle", "z")
    )
    (one,) = read_bytes("export.html", page.replace('<footer><div class="Doc-LegalInfo">', "<footer><div>"))
    assert one.title == "Le port fermé"
    assert one.text == "\n\n".join(TEXT)
