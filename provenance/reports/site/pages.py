"""The pages of a static site, each filled in from an answer that is whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.model import Article, Cluster, Findings, LineageView, Link, QuotationRow, Span
from provenance.model.appearance import by_time
from provenance.model.networks import Network
from provenance.model.overview import Overview
from provenance.reports import verdicts, wording
from provenance.reports.characters import clean
from provenance.reports.html.index import IndexRow, kinds, row, summary
from provenance.reports.html.overview import front
from provenance.reports.html.sections import section
from provenance.reports.html.stories import stories, stories_left_out
from provenance.reports.html.templating import STATIC, TEMPLATES, environment, style_sheet
from provenance.reports.naming import Naming
from provenance.reports.networks.page import network_values
from provenance.reports.site.addresses import Addresses, article_file, pair_file
from provenance.reports.site.search_index import Searchable, search_index
from provenance.reports.terminal.quotation_list import utterances

ENTRIES = (
    ("index", "Overview"),
    ("articles", "Articles"),
    ("network", "Network"),
    ("publishers", "Publishers"),
    ("timeline", "Timeline"),
    ("clusters", "Clusters"),
    ("quotations", "Quotations"),
    ("search", "Search"),
)
SCRIPTS = ("cytoscape.min.js", "network.js", "search.js")
LICENCES = ("cytoscape-LICENSE.txt",)
UTTERANCES, CLUSTERS, USES = 1_000, 500, 12


@dataclass(frozen=True, slots=True)
class SitePages:
    """The pages of one site. `left_out` is a sentence about the whole, "" where every article has a page."""

    name: str
    version: str
    articles: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    left_out: str = ""
    anonymous: bool = False

    def article(self, findings: Findings, lineage: LineageView | None) -> tuple[str, str, IndexRow, Searchable]:
        """An article's file with its page, its row in the list, and what the search knows of it."""
        to = Addresses(self.articles, self.pairs, "../")
        part = section(1, findings, lineage)
        text = self._page("site/article.html", to, "articles", s=part, why=False, own_page=to.article)
        name = article_file(findings.article.id)
        note = " · ".join((findings.article.publisher or "publisher not known", part.when))
        return name, text, row(part, name), Searchable(name, part.title, note, findings.article.text)

    def comparison(self, link: Link, articles: dict[str, Article]) -> tuple[str, str]:
        """The file and the page of two articles beside each other, seen from the one that took, where one did."""
        to = Addresses(self.articles, self.pairs, "../")
        first, second = (link.derived, link.source) if link.derived and link.source else (link.a, link.b)
        one, other = articles[first], articles[second]
        share = link.share_a if first == link.a else link.share_b
        part = section(1, Findings(one, (link,), {second: other}, share), None)
        naming = Naming.of((one, other))
        text = self._page(
            "site/compare.html",
            to,
            "articles",
            s=part,
            sentence=verdicts.sentence(link, naming),
            names=(naming.head(first), naming.head(second)),
            ids=(first, second),
            both=(wording.time_words(one.published), wording.time_words(other.published)),
        )
        return pair_file(first, second), text

    def front(self, overview: Overview) -> str:
        """The first page."""
        return self._single("pages/overview.html", "index", front=front(overview), show_waiting=False)

    def list_of(self, rows: Sequence[IndexRow]) -> str:
        """The list of all articles that have a page."""
        return self._single("site/articles.html", "articles", rows=rows, kinds=kinds(rows), summary=summary(rows))

    def network(self, network: Network, name: str) -> str:
        """A network of articles or of publishers."""
        to = Addresses(self.articles, self.pairs)
        return self._single("pages/network.html", name, **network_values(network, to, NOTHING))

    def timeline(self, articles: Mapping[str, Article], links: Sequence[Link], total: int) -> str:
        """The stories of the links in time; `total` counts all links."""
        to = Addresses(self.articles, self.pairs)
        found, more = stories(articles, links, to.article, to.compare)
        return self._single(
            "pages/timeline.html",
            "timeline",
            stories=found,
            left_out=stories_left_out(len(links), total, len(found), more),
            nothing=NOTHING,
        )

    def clusters(self, clusters: Sequence[Cluster]) -> str:
        """Groups of near duplicates."""
        return self._single(
            "site/clusters.html",
            "clusters",
            clusters=clusters[:CLUSTERS],
            more=max(len(clusters) - CLUSTERS, 0),
            members=USES,
        )

    def quotations(self, rows: Sequence[QuotationRow]) -> str:
        """Utterances that several have, with who had them first."""
        found = [each for each in utterances(rows) if each.uses]
        said = []
        for each in found[:UTTERANCES]:
            uses = sorted(each.uses.values(), key=lambda use: by_time(use.article))
            said.append((each.row, _words(each.row.article, each.row.quotation.span), uses[:USES], len(uses) - USES))
        return self._single(
            "site/quotations.html", "quotations", said=said, more=max(len(found) - UTTERANCES, 0), words=_words
        )

    def search(self) -> str:
        """The search."""
        return self._single("site/search.html", "search")

    def static_files(self, searchable: Sequence[Searchable]) -> dict[str, bytes]:
        """Style sheet, scripts, their licences and the words of all texts."""
        files = {f"static/{name}": (STATIC / name).read_bytes() for name in (*SCRIPTS, *LICENCES)}
        files["static/behaviour.js"] = (TEMPLATES / "behaviour.js").read_bytes()
        files["static/pages.css"] = style_sheet().encode()
        files["static/search-index.js"] = search_index(_clean(each) for each in searchable).encode()
        return files

    def _single(self, template: str, name: str, **values: Any) -> str:
        to = Addresses(self.articles, self.pairs)
        values = {"left_out": self.left_out, "heading": dict(ENTRIES)[name]} | values
        return self._page(template, to, name, **values)

    def _page(self, template: str, to: Addresses, here: str, **values: Any) -> str:
        return (
            environment()
            .get_template(template)
            .render(
                layout="site/layout.html",
                to=to,
                here=here,
                entries=ENTRIES,
                site_name=self.name,
                version=self.version,
                anonymous=self.anonymous,
                label=wording.name,
                **values,
            )
        )


NOTHING = "the record has no links between these articles."


def _words(article: Article, span: Span) -> str:
    return span.of(article.text)


def _clean(each: Searchable) -> Searchable:
    return Searchable(each.address, clean(each.title), clean(each.note), clean(each.text))
