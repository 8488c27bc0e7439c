"""The verdict as sentences: who took what from whom, how sure that is, and whether the source is named.

`of_link` makes the sentence of one link for every format, `of_findings` and `of_lineage` say the few that an answer
begins with. An editor should understand each without the manual; reasons are in `reasons`. The words are plain text
and may hold any characters of a name: the caller escapes or neutralises them for its medium.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import Findings, LineageView, Link, Sibling
from provenance.model.evidence import Boilerplate
from provenance.model.own_work import in_common
from provenance.reports import event_words, review_words, wording
from provenance.reports.copy_words import copies, one_a_text, or_copies
from provenance.reports.disguise_words import disguise_words
from provenance.reports.extent_words import how_taken, paragraphs_taken
from provenance.reports.naming import THIS, Naming
from provenance.reports.reasons import MODERATE, STRONG

RIVAL = "rival_source"  # the kind of evidence that names the next best source
SOURCES = 3  # told one by one, the others counted
LABELS = {"common_source": "used the same source", "same_event": "reports the same event"}
# What is said of several links of one kind: of one, of more.
COUNTED = {
    "near_duplicate": (
        "archived article is a copy of the same text",
        "archived articles are copies of the same text",
    ),
    "made": ("archived article was made from this one", "archived articles were made from this one"),
    "common_source": (
        "archived article used a source that this one used too",
        "archived articles used a source that this one used too",
    ),
    "same_event": ("archived article reports the same event", "archived articles report the same event"),
    "undetermined": ("link stays open", "links stay open"),
}
MAY_BE_SOURCE = ("near_duplicate", "common_source")


def naming(findings: Findings) -> Naming:
    """The names of one answer of `check` or `report`: its article is "this article"."""
    return Naming.of((*findings.others.values(), findings.article), findings.article.id)


def sentence(link: Link, names: Naming, subject: str = "") -> str:
    """The verdict on a link after what people decided, with a full stop."""
    return _ended(link, of_link(link, names, subject or names.subject), names)


def _ended(link: Link, said: str, names: Naming) -> str:
    """With what people decided and a full stop. A name keeps its first letter, a small one too."""
    may_begin = (link.derived,) if link.derived else (link.a, link.b) if link.relation == "undetermined" else ()
    begins = any(said.startswith(names.story(each)) for each in may_begin if each != names.subject)
    return review_words.sentence(link, said, begins_with_name=begins)


def of_link(link: Link, names: Naming, subject: str = "", *, places: bool = False) -> str:
    """The verdict on a link without a full stop; `subject` is the one of the two that is named first.

    `places` adds which paragraphs the derived article took.
    """
    if link.rejected:
        guess = "" if link.likeliest == "none" else f" (the program: {_guess(link, names, subject)})"
        return f"no link between {_both(link, names, subject)}{guess}"
    if link.derived and link.source:
        return f"{_made_from(link, names)}{_taken(link, names, places=places)}"
    if link.relation == "near_duplicate":
        alike = f" ({wording.percent(link.confidence)} the same words{_when_found(link)})"
        return f"two copies of one text: {_both(link, names, subject)}{alike}; which came first is not known"
    if link.relation == "common_source":
        used = f"{_both(link, names, subject)} both used {common_source(link, names)}"
        return f"{sure(link)}neither copied: {used}{_own(link)}"
    if link.relation == "same_event" and event_words.far_apart(link):
        return f"{sure(link)}neither copied: what {_both(link, names, subject)} share was known to both{_own(link)}"
    if link.relation == "same_event":
        shared = "; what they share was said or known there" if link.passages else ""
        return f"{sure(link)}neither copied: {_both(link, names, subject)} report the same event{_own(link)}{shared}"
    return _open(link, names, subject)


def label(link: Link, subject: str) -> str:
    """What the other article is to `subject`, and how sure that is: "its source, very probably (88%)"."""
    if link.rejected:
        return "rejected"
    how = "" if link.confirmed else f", {wording.certainty(link.confidence)}"
    if link.derived and link.source:
        what = ("its source", "its original") if link.derived == subject else ("made from it", "a copy of it")
        return f"{what[link.relation == 'near_duplicate']}{how}"
    if link.relation == "near_duplicate":
        return "the same text, order not known"
    return f"{LABELS[link.relation]}{how}" if link.relation in LABELS else "open"


def sure(link: Link) -> str:
    """ "very probably (88%) ", for the middle of a sentence; nothing where people confirmed the link."""
    return "" if link.confirmed else f"{wording.certainty(link.confidence)} "


def common_source(link: Link, names: Naming) -> str:
    """Which source two articles used, and whether it can be looked at."""
    if link.common_source:
        return names.story(link.common_source)
    if link.credited_source:
        return f"a text from {_line(link.credited_source)} that is not in the archive"
    return "a third text that is not in the archive"


def of_findings(findings: Findings) -> list[str]:
    """The sentences that the answer of `check` begins with: sources first, then copies, what was made from the
    article, and what shares a source or an event with it. Further kinds, and what stays open, are counted. Last comes
    how texts are disguised."""
    if not findings.disguises:
        return _of_links(findings, naming(findings))
    names = naming(findings)
    return [*_of_links(findings, names), *disguise_words(findings, names)]


def _of_links(findings: Findings, names: Naming) -> list[str]:
    subject = findings.article.id
    links = [link for link in findings.links if not link.rejected]
    directed = [link for link in links if link.derived and link.source]
    sources = [link for link in directed if link.derived == subject]
    named = {each for link in sources for each in copies(link)}
    undirected = [link for link in links if not (link.derived and link.source) and named.isdisjoint((link.a, link.b))]
    kinds = {kind: [link for link in undirected if link.relation == kind] for kind in COUNTED}
    kinds["made"] = [link for link in directed if link.source == subject]
    found = [(kind, group) for kind, group in kinds.items() if group]
    if sources:
        return [*_sources(sources, names), *(_counted(kind, len(group)) for kind, group in found)]
    if not found:
        return [_nothing(findings)]
    (kind, group), *further = found
    told = [] if kind in MAY_BE_SOURCE or kinds["undetermined"] else [_nothing(findings)]
    told.append(sentence(group[0], names))
    if len(group) > 1:
        told.append(_counted(kind, len(group) - 1, "more "))
    return [*told, *(_counted(kind, len(group)) for kind, group in further)]


def share_words(findings: Findings, called: str = "it") -> str:
    """How much of the article is shared with how many others, without a full stop; "" where nothing is."""
    sharing = sum(bool(link.asserted) and not link.is_same_event for link in findings.links)
    if not sharing:
        return ""
    other = "other archived article" if findings.archived else "archived article"
    places = wording.count(sharing, other)
    if findings.compared > sharing:
        places = f"{sharing:,} of {wording.count(findings.compared, other)}"
    return f"{wording.capital(wording.percent(findings.share))} of {called} is in {places}"


def summary(findings: Findings) -> str:
    """The answer in a few sentences: the verdict, how much is shared, and whether the article is archived already."""
    shared = share_words(findings, THIS)
    parts = [*of_findings(findings), f"{shared}." if shared else "", wording.archived_words(findings.archived)]
    return " ".join(part for part in parts if part)


def of_lineage(view: LineageView, names: Naming) -> str:
    """How many sources and derivatives an article has, and what is open, as a sentence; "" without links."""
    links = [edge.link for edge in view.edges if edge.direct and view.article.id in (edge.link.a, edge.link.b)]
    sources = [link for link in links if link.derived == view.article.id and link.source]
    made = [link for link in links if link.source == view.article.id and link.derived]
    rest = [link for link in links if not (link.derived and link.source)]
    if not links:
        return ""
    if len(links) == 1:
        return sentence(links[0], names, view.article.id)
    none = "no sure source" if _of(rest, "undetermined") else "no source found"
    parts = [
        f"made from {wording.count(len(sources), 'article')}" if sources else none,
        f"source of {wording.count(len(made), 'article')}" if made else "",
        *(
            f"{wording.count(len(found), one, many)}"
            for relation, one, many in (
                ("near_duplicate", "copy without a known order", "copies without a known order"),
                ("common_source", "article from the same source", "articles from the same source"),
                ("same_event", "article on the same event", "articles on the same event"),
                ("undetermined", "open link", "open links"),
            )
            if (found := _of(rest, relation))
        ),
    ]
    return f"{wording.capital('; '.join(part for part in parts if part))}."


def of_event(link: Link, names: Naming) -> str:
    """The other report of an event, where a heading says so: "Coast Wire's article of 2 May, probably (66%)."."""
    other = names.story(link.b if link.a == names.subject else link.a)
    said = f"{other}{_own(link)}" if link.confirmed else f"{other}, {wording.certainty(link.confidence)}"
    return review_words.sentence(link, said, begins_with_name=True)


def of_sibling(sibling: Sibling, names: Naming) -> str:
    """What a sibling took from which source: "5 March 2024 · very probably (88%) took other parts of ...\"."""
    source, link = names.story(sibling.link.source or ""), sibling.link
    same = f"{sibling.common:,} of the same characters from"
    taken = f"{same if sibling.common else 'other parts of'} {source}"
    return f"{wording.time_words(sibling.article.published)} · {sure(link)}took {taken}{_own(link)}"


def _sources(links: Sequence[Link], names: Naming) -> list[str]:
    links = one_a_text(links, names)
    several = len(links) > 1
    said = [_ended(links[0], of_link(links[0], names, names.subject, places=several), names)]
    for link in links[1:SOURCES]:
        source = _as_found(link, names, link.source or "")
        also = f"{sure(link)}also from {source}{_own(link)}{_taken(link, names, places=True)}"
        said.append(_ended(link, also, names))
    if len(links) > SOURCES:
        said.append(f"And from {len(links) - SOURCES:,} more.")
    return said


def _made_from(link: Link, names: Naming) -> str:
    derived, source = _as_found(link, names, link.derived or ""), _as_found(link, names, link.source or "")
    how = "made from"
    if any(each.kind.is_revision for each in link.evidence):
        how = "a later version of"
    elif link.relation == "near_duplicate":
        how = "a copy of"
    verb, sources = "was" if how == "made from" else "is", f"{source}{or_copies(link, names)}"
    return f"{derived} {verb} {sure(link)}{how} {sources}{_own(link)}"


def _taken(link: Link, names: Naming, *, places: bool) -> str:
    """ ": 62% of its text, word for word; source not named"."""
    derived = link.derived or ""
    share = link.share_b if derived == link.b else link.share_a
    if not link.passages and not share:
        return ""
    article = names.articles.get(derived)
    where = paragraphs_taken(link, article) if places and article else ""
    parts = [f"{wording.percent(share)} of its text", where, how_taken(link, derived)]
    said = [", ".join(part for part in parts if part), credit_words(link, names), _runner_up(link, names)]
    return f": {'; '.join(part for part in said if part)}"


def _runner_up(link: Link, names: Naming) -> str:
    """ "next likeliest source: Coast Wire, far behind", where another article comes into question; else ""."""
    side = "a" if link.source == link.a else "b"
    for each in link.evidence:
        if each.kind.name == RIVAL and each.favours == side and each.articles:
            behind = (
                "far behind" if each.weight >= STRONG else "behind" if each.weight >= MODERATE else "close behind"
            )
            return f"next likeliest source: {names.short(each.articles[0])}, {behind}"
    return ""


def credit_words(link: Link, names: Naming) -> str:
    """Whether a derived article names its source: "source named", "names Coast Wire", "source not named".

    Nobody needs to credit their own earlier work, so of articles of one publisher or author that is said instead.
    """
    derived, source = names.articles.get(link.derived or ""), names.articles.get(link.source or "")
    if derived and source and (common := in_common(derived, source)) is not None:
        return f"both are from {_line(common)}"
    if not link.credited:
        return "source not named"
    named = _line(link.credited_source or "")
    own = (source.publisher, source.author, source.agency) if source else ()
    is_source = not named or named.casefold() in {_line(each).casefold() for each in own if each}
    return "source named" if is_source else f"names {named}"


def _open(link: Link, names: Naming, subject: str) -> str:
    """What is likeliest where nothing is asserted, and that it stays open."""
    both = _both(link, names, subject)
    if any(each.kind is Boilerplate.kind for each in link.evidence):
        return f"{both} share only signatures, footers or credit lines, which say nothing about a source"
    if link.likeliest == "none":
        return f"open: {both} share text, and nothing shows which took it from which"
    return f"open: {_guess(link, names, subject)}{_own(link)}, {_other_way(link)}"


def _guess(link: Link, names: Naming, subject: str) -> str:
    both, perhaps = _both(link, names, subject), wording.certainty(link.confidence, is_open=not link.rejected)
    derived = wording.likely_derived(link)
    if derived is not None:
        other = link.b if derived == link.a else link.a
        return f"{perhaps} {_as_found(link, names, derived)} used {_as_found(link, names, other)}"
    if "same_event" in (link.likeliest, link.relation):
        return f"{perhaps} {both} report the same event"
    third = f"a text from {_line(link.credited_source)}" if link.credited_source else "a third text"
    return f"{perhaps} {both} both used {third}"


def _other_way(link: Link) -> str:
    """The alternative to the guess that most of the other evidence speaks for."""
    if wording.likely_derived(link) is None:
        return "or one used the other"
    weights = {"common": 0.0, "a": 0.0, "b": 0.0}
    for each in link.evidence:
        if each.favours in weights:
            weights[each.favours] += each.weight
    opposite = "b" if wording.likely_derived(link) == link.b else "a"
    return "or the other way round" if weights[opposite] > weights["common"] else "or both used a third text"


def _both(link: Link, names: Naming, subject: str) -> str:
    one, two = (link.b, link.a) if subject == link.b else (link.a, link.b)
    return f"{_as_found(link, names, one)} and {_as_found(link, names, two)}"


def _as_found(link: Link, names: Naming, article: str) -> str:
    """One of the two, or an earlier version of it where all that it shares is in earlier versions only."""
    side = 0 if link.a == article else 1
    earlier = bool(link.passages) and all(each.versions[side] is not None for each in link.passages)
    return f"an earlier version of {names.story(article)}" if earlier else names.story(article)


def _own(link: Link) -> str:
    """The program's own certainty beside a person's word."""
    return f" (the program: {wording.confidence(link.confidence)}{_when_found(link)})" if link.confirmed else ""


def _when_found(link: Link) -> str:
    return "" if link.review is None or link.review.found else ", when it found the link last"


def _nothing(findings: Findings) -> str:
    other = "other archived article" if findings.archived else "archived article"
    if findings.links and all(link.rejected for link in findings.links):
        many = "the only link" if len(findings.links) == 1 else f"all {len(findings.links):,} links"
        return f"Nothing is left: people rejected {many} that the program found."
    if not findings.compared:
        return f"There was nothing {'else ' if findings.archived else ''}to compare this article with."
    if findings.same_event_left_out and not findings.left_out and not findings.links:
        compared = wording.count(findings.compared, other)
        return event_words.only_unlisted_words(findings.same_event_left_out, compared)
    if findings.left_out and not findings.links:
        return f"Nothing is left to show: {wording.filtered_words(findings.left_out, 'link')}."
    return f"No source among {wording.count(findings.compared, other)}."


def _counted(kind: str, number: int, more: str = "") -> str:
    """ "3 more archived articles were made from this one", with a full stop."""
    return f"{number:,} {more}{COUNTED[kind][number > 1]}."


def _of(links: Sequence[Link], relation: str) -> list[Link]:
    return [link for link in links if link.relation == relation]


def _line(text: str) -> str:
    return " ".join(text.split())
