"""The JSON that scripts rely on: promised keys first, offsets that hold, bytes that any reader can take."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import (
    Addition,
    Article,
    ArticleView,
    Cluster,
    Findings,
    LineageView,
    Link,
    ListedArticle,
    QuotationRow,
    SkippedInput,
    Span,
    TraceView,
    Verification,
)
from provenance.reports import contract_json
from provenance.reports.identity_json import listed_object

LINK_KEYS = [
    "a",
    "b",
    "relation",
    "derived",
    "source",
    "common_source",
    "credited_source",
    "confidence",
    "share",
    "credited",
    "evidence",
    "passages",
]
PASSAGE_KEYS = ["kind", "by", "a", "b", "score", "speaker", "in_quotes", "altered"]
QUOTATION_KEYS = ["article", "start", "end", "text", "type", "speaker", "cue", "first", "altered"]


def first_keys(value: dict[str, Any], expected: list[str]) -> bool:
    return list(value)[: len(expected)] == expected


def test_a_link_has_the_promised_keys_in_order(post_from_herald: Link, post: Article, herald: Article) -> None:
    described = contract_json.link_object(post_from_herald, {post.id: post, herald.id: herald})
    assert first_keys(described, LINK_KEYS)
    assert described["share"] == {"a": 0.384, "b": 0.41}
    assert described["evidence"][0] == {
        "kind": "credit",
        "favours": "b",
        "weight": 3.1,
        "detail": "names the Harbour Herald: “the Harbour Herald reports”",
    }
    for passage in described["passages"]:
        assert first_keys(passage, PASSAGE_KEYS)
        for side, text in (("a", post.text), ("b", herald.text)):
            assert list(passage[side]) == ["start", "end", "text"]
            assert passage[side]["text"] == text[passage[side]["start"] : passage[side]["end"]]
        for pair in passage["shared"]:
            words = [text[slice(*pair[side])] for side, text in (("a", post.text), ("b", herald.text))]
            assert words[0] == words[1]


def test_findings_have_the_promised_shape(findings: Findings) -> None:
    described = json.loads(contract_json.dump(contract_json.findings_object(findings)))
    assert first_keys(described, ["article", "summary", "links", "share"])
    assert described["article"]["published"] == "2024-03-05"
    assert [link["b"] for link in described["links"]] == ["herald-0304", "post-0305"]
    assert described["links"][1]["passages"][0]["a"]["text"].startswith("The papers list 14")
    assert sorted(described["articles"]) == ["blog-9", "herald-0304"]
    assert described["attribution"]["quotations"] == {"credited": 0.0, "partly": 0.06, "uncredited": 0.08}


def test_an_article_row_can_be_read_in_again(herald: Article) -> None:
    row = contract_json.article_object(herald, with_text=True)
    known = {"id", "url", "title", "author", "publisher", "published", "text"}
    assert known <= set(row)
    assert row["sha256"] == herald.text_digest
    assert "sha256" not in contract_json.article_object(replace(herald, text=""))


def test_a_quotation_has_the_promised_keys_in_order(quotation_rows: tuple[QuotationRow, ...]) -> None:
    told, cut = (contract_json.quotation_object(row) for row in quotation_rows)
    assert first_keys(told, QUOTATION_KEYS)
    assert told["first"] is None
    assert [use["altered"] for use in told["later"]] == [False, True]
    assert cut["first"]["article"] == "herald-0304"
    assert cut["cue"]["text"] == "said"
    assert cut["altered"] is True


def test_a_lineage_tells_direct_links_from_explained_ones(lineage_view: LineageView) -> None:
    described = contract_json.lineage_object(lineage_view)
    assert [link["direct"] for link in described["links"]] == [True, True, True, False]
    assert [link["hops"] for link in described["links"]] == [1, 1, 2, 1]
    assert all(first_keys(link, LINK_KEYS) for link in described["links"])


def test_a_lineage_names_the_siblings_and_what_both_took(lineage_view: LineageView) -> None:
    siblings = contract_json.lineage_object(lineage_view)["siblings"]
    assert [each["article"]["id"] for each in siblings] == ["wire-77", "blog-9"]
    assert siblings[1] | {"article": None} == {
        "article": None,
        "source": "herald-0304",
        "confidence": 0.84,
        "common_characters": 0,
    }


def test_words_are_null_where_an_article_came_without_its_text(post_from_herald: Link, post: Article) -> None:
    described = contract_json.link_object(post_from_herald, {post.id: post})
    assert described["passages"][0]["b"] == {"start": 110, "end": 207, "text": None}


def test_a_trace_names_the_earliest_known(trace_view: TraceView) -> None:
    described = contract_json.trace_object(trace_view)
    assert described["earliest_known"] == "herald-0304"
    assert [each["article"] for each in described["appearances"]] == ["herald-0304", "post-0305", "blog-9"]
    assert contract_json.trace_object(TraceView("x", ()))["earliest_known"] is None


def test_listings_are_plain(herald: Article, post: Article) -> None:
    row = ListedArticle("a", "Title", published=herald.published, characters=12)
    assert listed_object(row)["published"] == "2024-03-04T07:30"
    assert (listed_object(row)["published_how"], listed_object(row)["published_precision"]) == ("given", "minute")
    view = contract_json.article_view_object(ArticleView(herald, ("d1",), {"links": 2}))
    assert (view["text"], view["versions"], view["counts"]) == (herald.text, ["d1"], {"links": 2})
    cluster = Cluster((herald, post), "herald-0304", ("herald-0304", "post-0305", 0.81))
    assert contract_json.cluster_object(cluster)["weakest"] == {
        "a": "herald-0304",
        "b": "post-0305",
        "jaccard": 0.81,
    }
    addition = Addition(("a",), (), 3, (SkippedInput("feed.jsonl line 7", "no text"),), "x.db")
    assert contract_json.addition_object(addition)["skipped"] == [
        {"where": "feed.jsonl line 7", "reason": "no text", "kind": "other"}
    ]
    assert contract_json.verification_object(Verification({"articles": 3}, ("bad",)))["problems"] == ["bad"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), np.float64("nan")])
def test_a_number_that_is_none_becomes_null(number: float) -> None:
    assert contract_json.dump({"n": number}) == '{"n": null}'


def test_numbers_are_rounded_alike_whatever_made_them() -> None:
    numbers = {"a": 0.1 + 0.2, "b": np.float32(0.5), "c": np.int64(7), "d": -1e-9, "e": True}
    assert contract_json.dump(numbers) == '{"a": 0.3, "b": 0.5, "c": 7, "d": 0.0, "e": true}'


def test_readable_text_stays_readable_and_dangerous_text_is_escaped() -> None:
    written = contract_json.dump({"text": "“Köln” 日本 \ud800 \x1b[2J \x9b2J \u2028 \u202e \x7f \x00"})
    assert "“Köln” 日本" in written
    assert written.encode("utf-8").isascii() is False
    for code in ("\\ud800", "\\u001b", "\\u009b", "\\u2028", "\\u202e", "\\u007f", "\\u0000"):
        assert code in written


@given(st.text(st.characters(), max_size=200))
def test_any_text_survives_on_one_line(text: str) -> None:
    written = contract_json.dump({"text": text})
    assert written.encode("utf-8").decode("utf-8").splitlines() == [written]
    back = json.loads(written)["text"]
    assert back.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_the_same_findings_give_the_same_bytes(findings: Findings) -> None:
    other = replace(
        findings,
        others=dict(reversed(findings.others.items())),
        settings=dict(reversed(findings.settings.items())),
        article=replace(findings.article, body=Span(*findings.article.body)),
    )
    assert contract_json.dump(contract_json.findings_object(findings)) == contract_json.dump(
        contract_json.findings_object(other)
    )
