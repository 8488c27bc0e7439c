"""Answers as the JSON that scripts rely on: links, passages, quotations, findings, and rows about the archive.

The keys that are promised come first, in the promised order; further keys follow, and more may be added. Nothing is
computed here beyond slicing `text[start:end]`. Offsets are half-open counts of code points in the text as read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from numbers import Integral, Real
from typing import Any

from provenance.model import (
    Addition,
    Appearance,
    Article,
    ArticleView,
    Attribution,
    Cluster,
    Findings,
    LineageEdge,
    LineageView,
    Link,
    Note,
    Passage,
    PublicationTime,
    QuotationRow,
    QuotationUse,
    SkippedInput,
    Span,
    TraceView,
    Verification,
)
from provenance.model.dated_parts import time_of
from provenance.reports import reasons, verdicts
from provenance.reports.characters import plain_json
from provenance.reports.detection_json import searched_object
from provenance.reports.disguise_words import disguise_objects
from provenance.reports.identity_json import archived_object, correction_object
from provenance.reports.naming import Naming
from provenance.reports.passage_json import passage_object, shared_object, stretch
from provenance.reports.public_json import occasion_object, public_object
from provenance.reports.review_json import review_object

DECIMALS = 6  # of every printed fraction: enough for any use, and the same on machines whose last bits differ

# Legal inside a JSON string, but able to drive a terminal (C1 controls), to break a reader that splits at Unicode
# line ends, to reorder what a person sees (bidirectional controls) or to be impossible to encode (lone surrogates).


def dump(value: Any) -> str:
    """One line of JSON without a line end; the same bytes for the same value.

    Fractions are rounded to `DECIMALS`, a number that is not finite is written as null. The line can be printed on a
    terminal, split with `str.splitlines` and encoded as UTF-8, whatever the texts hold.
    """
    written = json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)
    return plain_json(written)


def article_object(article: Article, *, with_text: bool = False) -> dict[str, Any]:
    """What is known about an article. `with_text` adds the text, so that the row can be read in again."""
    described: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "published": _written(article.published),
        "modified": _written(article.modified),
        "agency": article.agency,
        "language": article.language,
        "origin": article.origin,
        "published_precision": article.published.precision if article.published else None,
        "published_how": article.published.how if article.published else None,
        "body": {"start": article.body.start, "end": article.body.end},
        "guesses": dict(sorted(article.guesses.items())),
        "metadata": dict(sorted(article.metadata.items())),
    }
    if article.text:
        described["characters"] = len(article.text)
        described["sha256"] = article.text_digest
    if with_text:
        described["text"] = article.text
    return described


def link_object(link: Link, articles: Mapping[str, Article], naming: Naming | None = None) -> dict[str, Any]:
    """A link with its evidence and passages.

    `articles` are those that the link names (`Link.named`), by id, as far as they are known. An article that is not
    known goes by its id; one that came without its text has null words in passages. `naming` is what the answer that
    the link is in calls them; without it they are named for this link alone.
    """
    naming = naming or Naming.of(articles[name] for name in link.named if name in articles)
    names = reasons.Names.of(link, naming)
    ends = [articles.get(name) for name in (link.a, link.b)]
    return {
        "a": link.a,
        "b": link.b,
        "relation": link.relation,
        "derived": link.derived,
        "source": link.source,
        "common_source": link.common_source,
        "credited_source": link.credited_source,
        "confidence": link.confidence,
        "share": {"a": link.share_a, "b": link.share_b},
        "credited": link.credited,
        "evidence": [
            {
                "kind": each.kind.name,
                "favours": each.favours,
                "weight": each.weight,
                "detail": reasons.detail(each, names),
            }
            for each in link.evidence
        ],
        "passages": [passage_object(each, *_texts_of(each, ends)) for each in link.passages],
        "likeliest": link.likeliest,
        "jaccard": link.jaccard,
        "containment": {"a": link.containment[0], "b": link.containment[1]} if link.containment else None,
        "left_out": link.left_out,
        "review": review_object(link.review),
        "summary": verdicts.sentence(link, naming),
    }


def _texts_of(passage: Passage, ends: Sequence[Article | None]) -> list[str]:
    return [end.text_in(version) if end else "" for end, version in zip(ends, passage.versions, strict=True)]


def findings_object(findings: Findings) -> dict[str, Any]:
    """What `check` prints for one article; `articles` describes every article that a link names."""
    articles = {findings.article.id: findings.article, **findings.others}
    naming = verdicts.naming(findings)
    return {
        "article": article_object(findings.article),
        "summary": verdicts.summary(findings),
        "links": [link_object(link, articles, naming) for link in findings.links],
        "share": findings.share,
        "articles": {name: article_object(findings.others[name]) for name in sorted(findings.others)},
        "compared": findings.compared,
        "candidates": findings.candidates,
        "truncated": findings.truncated,
        "settings": dict(sorted(findings.settings.items())),
        "attribution": _attribution(findings.attribution) if findings.attribution else None,
        "archived": archived_object(findings.archived) if findings.archived else None,
        "left_out": findings.left_out,
        "same_event_left_out": findings.same_event_left_out,
        "searched": searched_object(findings.searched) if findings.searched else None,
        "public_quotations": [public_object(each, findings.article) for each in findings.public],
        "disguises": disguise_objects(findings),
    }


def comparison_object(findings: Findings) -> dict[str, Any]:
    """What `compare` prints for two texts: their link, and which quotations both have from one public occasion."""
    link = link_object(findings.links[0], {findings.article.id: findings.article, **findings.others})
    public = [public_object(each, findings.article) for each in findings.public]
    return {**link, "public_quotations": public, "disguises": disguise_objects(findings)}


def lineage_object(view: LineageView) -> dict[str, Any]:
    """The links of a lineage, each with `direct` and `hops`; the articles that they name, in the view's order; the
    siblings (other users of a source), each with the link's confidence and the characters of the source in both.

    Apart from them are links that people rejected and, where they were asked for, other reports of the same event.
    """
    articles = {**view.named, view.article.id: view.article, **{node.id: node for node in view.nodes}}
    naming = Naming.of(view.known, view.article.id)
    return {
        "article": article_object(view.article),
        "summary": verdicts.of_lineage(view, naming),
        "articles": [article_object(node) for node in view.nodes],
        "links": [edge_object(edge, articles, naming) for edge in view.edges],
        "siblings": [
            {
                "article": article_object(each.article),
                "source": each.link.source,
                "confidence": each.link.confidence,
                "common_characters": each.common,
            }
            for each in view.siblings
        ],
        "left_out": view.left_out,
        "rejected": [link_object(link, articles, naming) for link in view.rejected],
        "same_event": [link_object(link, articles, naming) for link in view.same_event],
        "same_event_left_out": view.same_event_left_out,
    }


def edge_object(edge: LineageEdge, articles: Mapping[str, Article], naming: Naming | None = None) -> dict[str, Any]:
    """A link of a lineage; `articles` and `naming` as for `link_object`."""
    return {**link_object(edge.link, articles, naming), "direct": edge.direct, "hops": edge.hops}


def quotation_object(row: QuotationRow) -> dict[str, Any]:
    """What `quotes` prints for one quotation."""
    text, quotation = row.article.text, row.quotation
    return {
        "article": row.article.id,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": quotation.span.of(text),
        "type": quotation.type,
        "speaker": quotation.speaker,
        "cue": stretch(quotation.cue, text) if quotation.cue else None,
        "first": _use(row.first) if row.first else None,
        "altered": row.altered,
        "affiliation": quotation.affiliation,
        "confidence": quotation.confidence,
        "marks": [{"start": span.start, "end": span.end} for span in quotation.marks],
        "later": [_use(use) for use in row.later],
        "public": occasion_object(row.public) if row.public else None,
    }


def trace_object(view: TraceView) -> dict[str, Any]:
    """What `trace` prints: the passage and its appearances, the earliest known first."""
    return {
        "passage": view.passage,
        "article": view.article.id if view.article else None,
        "start": view.span.start if view.span else None,
        "end": view.span.end if view.span else None,
        "earliest_known": _earliest(view),
        "appearances": [_appearance(each) for each in view.appearances],
        "origins": view.origins,
        "origins_at_least": view.origins_at_least,
        "lines": [
            {
                "article": each.article.id if each.article else None,
                "outside": each.outside,
                "holders": [holder.id for holder in each.holders],
            }
            for each in view.lines
        ],
        "said_to_several": list(view.several),
        "compared": view.compared,
        "word_for_word": view.word_for_word,
        "found": view.found,
        "notes": list(view.notes),
    }


def _earliest(view: TraceView) -> str | None:
    """The earliest known appearance; an article without a date is never it."""
    first = view.appearances[0].article if view.appearances else None
    return first.id if first and first.published else None


def article_view_object(view: ArticleView) -> dict[str, Any]:
    """What `show` prints: the article with its text, the digests of its versions and counts."""
    return {
        **article_object(view.article, with_text=True),
        "versions": list(view.versions),
        "version": view.version or len(view.versions) or None,
        "counts": dict(sorted(view.counts.items())),
        "corrections": [correction_object(each) for each in view.corrections],
    }


def cluster_object(cluster: Cluster) -> dict[str, Any]:
    """One group of near duplicates, the earliest known member first."""
    weakest = cluster.weakest
    return {
        "kept": cluster.kept,
        "members": [member.id for member in cluster.members],
        "weakest": {"a": weakest[0], "b": weakest[1], "jaccard": weakest[2]} if weakest else None,
    }


def addition_object(addition: Addition) -> dict[str, Any]:
    """What `add` did, every skipped input with its reason."""
    return {
        "added": list(addition.added),
        "renewed": list(addition.renewed),
        "unchanged": addition.unchanged,
        "skipped": [_told(skipped) for skipped in addition.skipped],
        "archive": addition.archive,
        "corrected": list(addition.corrected),
        "notes": [f"{note.where}: {note.reason}" for note in addition.notes],
        "noted": [_told(note) for note in addition.notes],
    }


def _told(one: SkippedInput | Note) -> dict[str, str]:
    return {"where": one.where, "reason": one.reason, "kind": one.kind}


def verification_object(verification: Verification) -> dict[str, Any]:
    """What `verify` looked at and found."""
    return {
        "checked": dict(sorted(verification.checked.items())),
        "problems": list(verification.problems),
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    parts = {
        name: {"credited": shares.credited, "partly": shares.partly, "uncredited": shares.uncredited}
        for name, shares in (("quotations", attribution.quotations), ("prose", attribution.prose))
    }
    return {**parts, "own": attribution.own}


def _appearance(appearance: Appearance) -> dict[str, Any]:
    return {
        "article": appearance.article.id,
        "label": appearance.article.label,
        "published": _written(appearance.article.published),
        "appeared": _written(time_of(appearance.article, [appearance.span])),
        **_place(appearance.span),
        "text": appearance.text,
        "kind": appearance.kind,
        "score": appearance.score,
        "shared": shared_object(appearance.shared),
        "times": appearance.times,
        **({} if appearance.version is None else {"version": appearance.version}),
    }


def _use(use: QuotationUse) -> dict[str, Any]:
    return {
        "article": use.article.id,
        **stretch(use.quotation.span, use.article.text),
        "type": use.quotation.type,
        "speaker": use.quotation.speaker,
        "altered": use.altered,
    }


def _place(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _written(time: PublicationTime | None) -> str | None:
    return time.written if time else None


def _plain(value: Any) -> Any:
    kind = type(value)  # looked at first: asking whether a dict is a Mapping took a third of a page of the API
    if kind is str or kind is int or kind is bool:
        return value
    if kind is dict:
        return {name if type(name) is str else str(name): _plain(part) for name, part in value.items()}
    if kind is list or kind is tuple:
        return [_plain(part) for part in value]
    if kind is float:
        return round(value, DECIMALS) + 0.0 if math.isfinite(value) else None
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return round(float(value), DECIMALS) + 0.0 if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value
