"""A day on which a program saw an article is called that in every format that has the articles' dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import Article, LineageView
from provenance.reports.formats import FORMATS, writer
from tests.reports.test_formats import Recorded

MACHINES = ("json", "graphml", "gexf", "prov-json", "prov-n", "prov-jsonld")


def written(form: str, view: LineageView) -> str:
    if form.startswith("prov-"):
        pytest.importorskip("prov")
    output = Recorded()
    writer(form)("lineage", view, output)
    return "".join(output.written)


@pytest.mark.parametrize("form", [form for form in MACHINES if "lineage" in FORMATS[form][1]])
def test_how_a_date_was_got_goes_with_it(form: str, lineage_view: LineageView) -> None:
    def crawled(article: Article) -> Article:
        assert article.published is None or article.published.how == "given"
        return replace(article, published=article.published and replace(article.published, how="crawl time"))

    assert "crawl time" not in written(form, lineage_view)
    view = replace(lineage_view, article=crawled(lineage_view.article), nodes=tuple(map(crawled, lineage_view.nodes)))
    assert written(form, view).count("crawl time") >= sum(node.published is not None for node in view.nodes)


def test_the_list_of_formats_is_whole() -> None:
    drawn = {"text", "dot", "mermaid", "svg", "csv", "jsonl", "html", "annotations"}  # "by 4 Mar", or no dates
    assert {form for form, (_, answers) in FORMATS.items() if "lineage" in answers} - drawn <= set(MACHINES)
