"""Who else in the archive has the public quotations of two articles that were compared with each other alone.

A check knows all links of an article; a comparison knows one, and finds the others in the record of the last audit.
Nothing is judged here.
"""

from __future__ import annotations

from dataclasses import replace

from provenance.audit.reviews import Reviews
from provenance.config.settings import Settings
from provenance.lineage.limits import at_confidence
from provenance.lineage.public_words import public_quotations
from provenance.model import Findings
from provenance.store import Store
from provenance.usecases.narrowing import public_in


def with_recorded(findings: Findings, store: Store, settings: Settings) -> Findings:
    """The findings about two archived articles, with all that the recorded links of the first one tell of who has
    its public quotations."""
    if not findings.public:
        return findings
    (link,), article = findings.links, findings.article
    reviews, least = Reviews(store), settings.lineage.reporting_confidence
    recorded = [reviews.over(at_confidence(each, least)) for each in store.links.of(article.id)]
    further = [each for each in recorded if {each.a, each.b} != {link.a, link.b}]
    names = {name for each in further for name in (each.a, each.b)} - {article.id}
    others = {**store.articles.get_known(sorted(names)), **findings.others}
    found = public_quotations(article, findings.quotations[article.id], [link, *further], others)
    return replace(findings, public=public_in(found, article.id, [link]))
