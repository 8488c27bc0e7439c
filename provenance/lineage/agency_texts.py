"""Whether an article only printed what an agency sent, so that another may have it from the agency as well.

An agency's mark above its text says so, and so does another article that ascribes to the agency what this one says.
An agency's text was there before any outlet printed it. Whose marks and credits there are is read in `mentions`.
"""

from __future__ import annotations

from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.lineage.agency_evidence import ASCRIBED
from provenance.lineage.credits import agency_credit, credit_of
from provenance.lineage.mentions import Mentions
from provenance.lineage.reprints import reprint_note
from provenance.model import Article
from provenance.model.agencies import OUTLETS

UNNAMED = ""  # an agency whose text an article says it has, without its name


def only_printed(
    a: Article, b: Article, mentions: tuple[Mentions, Mentions], agencies: Agencies = SHIPPED
) -> tuple[str | None, str | None]:
    """The agency whose text each of two only printed, so that the other more likely has it from the agency, too.

    An article printed what an agency sent where it carries the agency's mark, or where the other ascribes to the
    agency what it says. None for the agency's own articles, and where the other names the outlet; "" for an agency
    that is not named ("Staff and agencies").
    """
    one, two = mentions
    return passed_on(a, b, one, two, agencies), passed_on(b, a, two, one, agencies)


def passed_on(
    source: Article, article: Article, of_source: Mentions, of_article: Mentions, agencies: Agencies = SHIPPED
) -> str | None:
    """The agency whose text `source` only printed, as far as its own mentions and those of `article` show."""
    if not source.publisher or not (of_source.agency or of_source.unnamed or of_article.credited):
        return None
    agency = of_source.agency or _credited_agency(source, article, of_source, of_article, agencies)
    if agency is None and of_source.unnamed and agencies.of_publisher(source) is None:
        agency = UNNAMED
    if agency is None or (agency and _is_no_sender(agency, source, of_article, agencies)):
        return None
    if credit_of(source, article, agencies) is not None or reprint_note(article, source, agencies) is not None:
        return None
    return agencies.settled(agency)


def _is_no_sender(agency: str, source: Article, of_article: Mentions, agencies: Agencies) -> bool:
    """Whether an agency did not send its text to both: it published one, or the other carries another's mark."""
    other = of_article.agency is not None and not agencies.same(agency, of_article.agency)
    return other or agencies.published_by(source, agency)


def _credited_agency(
    source: Article, article: Article, of_source: Mentions, of_article: Mentions, agencies: Agencies
) -> str | None:
    """The agency to which an article ascribes what the other one says without naming it. Where both name it, the
    credit may have been copied."""
    for name in of_article.credited:
        agency = agencies.named(name)
        if agency is None or agency in OUTLETS or any(agencies.same(agency, each) for each in of_source.credited):
            continue
        if agency_credit(agency, source, article, agencies) >= ASCRIBED:
            return agency
    return None
