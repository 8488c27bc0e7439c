"""Every renderer of passages shows the words of the version that they are in, and says so."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from provenance.model import Article, Findings, LineageEdge, LineageView, Link, Passage
from provenance.reports.contract_json import findings_object, lineage_object
from provenance.reports.html.pairs import pairs
from provenance.reports.html.sections import section
from provenance.reports.passage_words import exchanged, version_words
from provenance.reports.terminal.findings import print_findings
from provenance.reports.verdicts import naming, of_link


@pytest.fixture
def source(herald: Article) -> Article:
    """The herald after it took everything out."""
    return replace(herald, text="Nothing is left of it.", earlier={2: herald})


@pytest.fixture
def link(post_from_herald: Link, herald: Article) -> Link:
    of_herald = (2, None) if post_from_herald.a == herald.id else (None, 2)
    return replace(
        post_from_herald, passages=tuple(replace(each, versions=of_herald) for each in post_from_herald.passages)
    )


@pytest.fixture
def marked(findings: Findings, source: Article, link: Link) -> Findings:
    return replace(findings, links=(link,), others={source.id: source})


def words_of(passage: Passage, link: Link, herald: Article) -> str:
    return (passage.match.a if link.a == herald.id else passage.match.b).of(herald.text)


def test_json_has_the_words_and_the_version(marked: Findings, link: Link, herald: Article) -> None:
    (written,) = findings_object(marked)["links"]
    side, other = ("a", "b") if link.a == herald.id else ("b", "a")
    for passage, each in zip(written["passages"], link.passages, strict=True):
        assert passage[side]["version"] == 2
        assert passage[side]["text"] == words_of(each, link, herald)
        assert "version" not in passage[other]


def test_json_of_a_lineage_too(marked: Findings, post: Article, source: Article, link: Link) -> None:
    view = LineageView(post, (post, source), (LineageEdge(link),))
    (written,) = lineage_object(view)["links"]
    assert all(
        {"a", "b"} and 2 in (each["a"].get("version"), each["b"].get("version")) for each in written["passages"]
    )
    assert None not in [each[side]["text"] for each in written["passages"] for side in "ab"]


def test_text_for_people(marked: Findings, link: Link, herald: Article) -> None:
    output = StringIO()
    print_findings(Console(file=output, width=80, color_system=None, legacy_windows=False), marked)
    printed = " ".join(output.getvalue().split())
    assert "in version 2 of" in printed
    assert "no longer in" in printed
    assert "made from an earlier version of Harbour Herald's article of 4 March" in printed
    first = words_of(link.passages[0], link, herald).split()
    assert " ".join(first[:4]) in printed


def test_the_page(marked: Findings, link: Link, herald: Article) -> None:
    made, _ = pairs(marked, naming(marked))
    assert len(made) == len(link.passages)
    assert all("in version 2 of" in pair.there.version and pair.in_text for pair in made)
    assert {"".join(run.text for run in pair.there.words) for pair in made} == {
        words_of(each, link, herald) for each in link.passages
    }


def test_what_the_article_itself_had_is_not_marked_in_its_text(marked: Findings, link: Link) -> None:
    own = replace(link, passages=tuple(replace(each, versions=each.versions[::-1]) for each in link.passages))
    article = replace(marked.article, earlier={2: marked.article}, text="Nothing is left here, either.")
    turned = replace(marked, article=article, links=(own,))
    assert of_link(own, naming(turned)).startswith("an earlier version of this article was")
    made, _ = pairs(turned, naming(turned))
    assert not any(pair.in_text for pair in made)
    page = section(1, turned, None)
    assert not any(stretch.covers for paragraph in page.paragraphs for stretch in paragraph.stretches)


def test_words_follow_the_sides(link: Link, source: Article, post: Article) -> None:
    passage = link.passages[0]
    ends = {source.id: source, post.id: post}
    one, other = ends[link.a], ends[link.b]
    names = ("One", "Other")
    said = version_words(passage, one, other, names)
    assert said.startswith("in version 2 of ")
    assert version_words(exchanged(passage), other, one, names[::-1]) == said
    assert version_words(replace(passage, versions=(None, None)), one, other, names) == ""
    unknown = version_words(passage, None, None, names)
    assert unknown.startswith("in version 2, no longer in ")


def test_prov_has_the_version_as_an_entity(post: Article, source: Article, link: Link) -> None:
    pytest.importorskip("prov")
    from provenance.reports.prov_document import document

    view = LineageView(post, (post, source), (LineageEdge(link),))
    written = json.loads(document(view).serialize(format="json"))
    (name,) = [each for each in written["entity"] if each.endswith("@2") and each.startswith("article:")]
    assert any(each["prov:collection"] == name for each in written["hadMember"].values())
    assert any(
        each["prov:usedEntity"] == name and each["prov:generatedEntity"] == name.removesuffix("@2")
        for each in written["wasDerivedFrom"].values()
    )
