"""`compare` shows passages in other words in essays and translations, and changes nothing without the extra."""

import pytest
from tiny_encoder import TinyEncoder

from provenance.config.settings import Settings
from provenance.meaning import encoder as encoders
from provenance.model import Article, Span
from provenance.reports.contract_json import findings_object
from provenance.reports.passage_words import described
from provenance.usecases.comparing import compare

SOURCE = "The mayor closed the bridge in winter. Inspectors found cracks in the steel."
REWRITTEN = "Burgomaster shut overpass cold-season. Examiners discovered fissures in metal."
GERMAN = "Die Bürgermeisterin schloss die Brücke im wintermonate. Die Prüfer fanden Risse im Stahl."


def article(name: str, text: str, language: str | None = "en") -> Article:
    return Article(name, text, Span(0, len(text)), language=language)


@pytest.fixture
def tiny(monkeypatch) -> None:
    monkeypatch.setattr(encoders, "encoder_named", lambda name=encoders.DEFAULT: TinyEncoder())
    monkeypatch.setattr(encoders, "is_installed", lambda name=encoders.DEFAULT: True)


def test_an_essay_shows_paraphrases(tiny) -> None:
    findings = compare(article("a", SOURCE), article("b", REWRITTEN), Settings.of("essay"))
    (link,) = findings.links
    (passage,) = link.passages
    assert (link.relation, link.share_a, link.share_b) == ("undetermined", 1.0, 1.0)
    assert described(passage).startswith("reworded, found by meaning (")
    shown = findings_object(findings)["links"][0]["passages"][0]
    assert (shown["kind"], shown["by"]) == ("paraphrase", "meaning")
    assert (shown["a"]["text"], shown["b"]["text"]) == (SOURCE, REWRITTEN)


def test_news_in_one_language_shows_none_and_a_translation_does(tiny) -> None:
    assert compare(article("a", SOURCE), article("b", REWRITTEN)).links[0].passages == ()
    (passage,) = compare(article("a", SOURCE), article("b", GERMAN, "de")).links[0].passages
    assert (passage.match.kind, passage.match.by) == ("translation", "meaning")
    assert described(passage).startswith("translated, found by meaning (")
    assert compare(article("a", SOURCE), article("b", GERMAN, None)).links[0].passages == ()


def test_what_words_find_is_by_words_and_judged_as_before(tiny, monkeypatch) -> None:
    copied = f"{SOURCE} Lorries wait."
    with_extra = compare(article("a", SOURCE), article("b", copied), Settings.of("essay")).links
    monkeypatch.setattr(encoders, "is_installed", lambda name=encoders.DEFAULT: False)
    assert with_extra == compare(article("a", SOURCE), article("b", copied), Settings.of("essay")).links
    assert {passage.match.by for passage in with_extra[0].passages} == {"words"}


def test_without_the_extra_nothing_is_found_by_meaning(monkeypatch) -> None:
    monkeypatch.setattr(encoders, "is_installed", lambda name=encoders.DEFAULT: False)
    assert compare(article("a", SOURCE), article("b", REWRITTEN), Settings.of("essay")).links[0].passages == ()
