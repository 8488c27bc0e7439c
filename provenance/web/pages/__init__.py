"""The subjects of the site, one file each, in the order of the navigation. A new page is a file and a line here."""

from provenance.web.pages import articles
from provenance.web.routing import Subject

SUBJECTS: tuple[Subject, ...] = (articles.SUBJECT,)
