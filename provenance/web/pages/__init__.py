"""The subjects of the site, one file each, in the order of the navigation. A new page is a file and a line here."""

from provenance.web.pages import (
    article,
    articles,
    audit,
    check,
    compare,
    exclusions,
    lineage,
    review_queue,
    reviewing,
    versions,
)
from provenance.web.routing import Subject

SUBJECTS: tuple[Subject, ...] = (
    articles.SUBJECT,
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
