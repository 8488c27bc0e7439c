"""The subjects of the site, one file each, in the order of the navigation. A new page is a file and a line here."""

from provenance.web.pages import (
    article,
    articles,
    audit,
    check,
    clusters,
    compare,
    exclusions,
    lineage,
    links,
    network,
    overview,
    quotations,
    review_queue,
    reviewing,
    versions,
)
from provenance.web.routing import Subject

SUBJECTS: tuple[Subject, ...] = (
    overview.SUBJECT,
    articles.SUBJECT,
    links.SUBJECT,
    quotations.SUBJECT,
    clusters.SUBJECT,
    network.NETWORK,
    network.TIMELINE,
    article.SUBJECT,
    versions.SUBJECT,
    lineage.SUBJECT,
    check.SUBJECT,
    compare.SUBJECT,
    review_queue.SUBJECT,
    exclusions.SUBJECT,
    reviewing.SUBJECT,
    audit.SUBJECT,
)
