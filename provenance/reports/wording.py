"""Relations, dates and shares as sentences that people read; the terminal and the page say the same.

The result is plain text and may contain any characters that a title has: the caller escapes or neutralises them for
its medium. Words claim only what is known ("earliest known", "likeliest").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from provenance.model import (
    Archived,
    Article,
    Attribution,
    Findings,
    Link,
    PublicationTime,
    Sibling,
)
from provenance.reports import event_words, review_words
from provenance.reports.characters import line

NOT_SEARCHED = (
    "Nothing outside the archive was looked at. "
    "Translations, and texts that keep almost none of the words, are not found."
)
NO_REVIEWS = "No person has reviewed any of these links."
EVEN = 0.5  # a guess of a higher confidence is likelier right than wrong
TITLE_LENGTH = 110


def percent(share: float) -> str:
    """A share of 0 to 1 as whole per cent; what is neither nothing nor all never reads as 0% or 100%."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{share * 100:.0f}%"


def confidence(value: float) -> str:
    """A confidence as ".93"; certainty is not claimed."""
    return "over .99" if value > 0.995 else f"{max(value, 0.0):.2f}"[1:]


def count(number: int, singular: str, plural: str | None = None) -> str:
    """ "1 passage", "1,204 passages"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listing(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def name(article: Article | None, identifier: str = "") -> str:
    """The label of an article in one line of at most `TITLE_LENGTH` characters; its id where nothing is known."""
    label = " ".join((article.label if article else identifier).split())
    return label if len(label) <= TITLE_LENGTH else label[: TITLE_LENGTH - 1].rstrip() + "…"


def short_name(article: Article | None, identifier: str = "") -> str:
    """The publisher or agency where it is known, else the start of the label: for column heads and pictures."""
    label = " ".join(((article.publisher or article.agency or article.label) if article else identifier).split())
    return label if len(label) <= 30 else label[:29].rstrip() + "…"


def time_words(time: PublicationTime | None) -> str:
    """ "4 March 2024, 07:30 UTC", "March 2024 (dateline in the text)", "no date"."""
    if time is None:
        return "no date"
    written = _dated(time, "%B", " UTC")
    return written if time.how == "given" else f"{written} ({time.how})"


def short_time(time: PublicationTime | None) -> str:
    """ "4 Mar 2024, 07:30" (UTC), "Mar 2024", "no date": for axes and columns."""
    return "no date" if time is None else _dated(time, "%b", "")


def relation_words(link: Link, subject: str, others: Mapping[str, Article], named: str = "") -> str:
    """What the link says about the article `subject`, without a full stop: "derives from ..." and the like.

    `named` is what to call the other article, its label where nothing is given.
    """
    other = link.b if link.a == subject else link.a
    named = named or name(others.get(other), other)
    sure = f"({sure_words(link)})"
    if link.rejected:
        return f"shares passages with {named}{_guess_before(link, subject)}"
    if link.relation == "derived":
        verb = "derives from" if link.derived == subject else "is a source of"
        return f"{verb} {named} {sure}"
    if link.relation == "near_duplicate":
        return f"is a near duplicate of {named}; {_first(link, subject)} {sure}"
    if link.relation == "common_source":
        return f"draws, like {named}, on {common_source_words(link, others)} {sure}"
    if link.relation == "same_event":
        return f"{event_words.relation_words(named)} {sure}"
    return f"shares passages with {named}{_undetermined(link, subject)}"


def sure_words(link: Link) -> str:
    """ "confidence .93"; beside a person's word the program's own confidence is called its own."""
    value = confidence(link.confidence)
    if not link.confirmed:
        return f"confidence {value}"
    found = link.review is None or link.review.found
    return f"the program's own confidence {value}" + ("" if found else ", when it found the link last")


def sibling_words(sibling: Sibling, others: Mapping[str, Article]) -> str:
    """What a sibling took from which source: "5 March 2024 · took other parts from ... (confidence .88)"."""
    source = sibling.link.source or ""
    shared = f"{sibling.common:,} of the same characters" if sibling.common else "other parts"
    sure = f"({sure_words(sibling.link)})"
    return f"{time_words(sibling.article.published)} · took {shared} from {name(others.get(source), source)} {sure}"


def relation_label(link: Link, subject: str) -> str:
    """The relation in two or three words, seen from the article `subject`."""
    if link.rejected:
        return "rejected"
    if link.relation == "derived":
        return "its source" if link.derived == subject else "derives from it"
    labels = {"near_duplicate": "near duplicate", "common_source": "common source", "same_event": "same event"}
    return labels.get(link.relation, "undetermined")


def common_source_words(link: Link, others: Mapping[str, Article]) -> str:
    """Which source two articles share, and whether it can be looked at."""
    if link.common_source:
        return name(others.get(link.common_source), link.common_source)
    if link.credited_source:
        return f"{link.credited_source}, which is not in the archive"
    return "a source that is not in the archive"


def credit_words(link: Link, this: Article | None = None, other: Article | None = None) -> str:
    """Whether the texts credit their source; "" where there is nothing to say.

    Nobody needs to credit their own earlier work, so of articles of one publisher or author this is said instead.
    """
    if link.credited_source and link.credited:
        return f"credited: {link.credited_source}"
    if link.credited_source:
        return f"the texts name {link.credited_source}"
    if link.credited:
        return "the source is credited" if link.derived else "a source or speaker is credited"
    for mine, yours in ((this.author, other.author), (this.publisher, other.publisher)) if this and other else ():
        if mine and yours and line(mine).casefold() == line(yours).casefold():
            return f"both are of {line(mine)}"
    return "the source is not credited" if link.derived else ""


def verdict(findings: Findings) -> str:
    """The answer in a few sentences: how much is shared with how many articles, the strongest relation, and whether
    the article is archived already. What people rejected is no part of it."""
    known = archived_words(findings.archived)
    return f"{_shared_words(findings)} {known}" if known else _shared_words(findings)


def archived_words(archived: Archived | None) -> str:
    """Which archived article it is, and how far that has changed; "" for a new one."""
    if archived is None:
        return ""
    since = f"{archived.id} since {archived.since[:10]}"
    if archived.changed:
        return f"Archived as {since}; changed in {count(archived.changed, 'place')}."
    if archived.version < archived.versions:
        return f"Archived already as {since}, as version {archived.version} of {archived.versions}."
    return f"Archived already as {since}, unchanged."


def _shared_words(findings: Findings) -> str:
    other = "other archived article" if findings.archived else "archived article"
    links = [link for link in findings.links if not link.rejected]
    if findings.links and not links:
        many = "the only link" if len(findings.links) == 1 else f"all {len(findings.links):,} links"
        return f"Nothing is left that this article shares with others: people rejected {many} that the program found."
    if not links:
        if not findings.compared:
            return f"There was nothing {'else ' if findings.archived else ''}to compare this article with."
        if findings.same_event_left_out and not findings.left_out:
            return event_words.only_unlisted_words(findings.same_event_left_out, count(findings.compared, other))
        if findings.left_out:
            return f"Nothing is left to show: {filtered_words(findings.left_out, 'link')}."
        return f"No passage of this article was found in the {count(findings.compared, other)}."
    sharing = sum(bool(link.asserted) and not link.is_same_event for link in links)
    places = count(sharing, other)
    if findings.compared > sharing:
        places = f"{sharing:,} of {count(findings.compared, other)}"
    shared = f"{capital(percent(findings.share))} of this article is shared with {places}. " if sharing else ""
    return f"{shared}{strongest_words(findings, 'it ')}"


def strongest_words(findings: Findings, subject: str = "") -> str:
    """A sentence on the strongest relation ("Derives from ... (confidence .93)."), sources first; "" where no link is
    left that people did not reject. `subject` begins it."""
    links = [link for link in findings.links if not link.rejected]
    if not links:
        return ""
    sources = [link for link in links if link.derived == findings.article.id and link.relation == "derived"]
    chosen = sources[0] if sources else links[0]
    relation = relation_words(chosen, findings.article.id, findings.others)
    more = f", and from {len(sources) - 1:,} more" if len(sources) > 1 else ""
    if len(sources) == 2:
        second = sources[1].source or ""
        more = (
            f", and from {name(findings.others.get(second), second)} (confidence {confidence(sources[1].confidence)})"
        )
    return review_words.sentence(chosen, f"{subject}{relation}{more}")


def attribution_words(attribution: Attribution | None) -> str:
    """How much of what an article takes it credits; "" where nothing is known or nothing was taken."""
    if attribution is None:
        return ""
    quoted, prose = attribution.quotations, attribution.prose
    levels = (
        (quoted.credited + prose.credited, "with credit"),
        (quoted.partly + prose.partly, "with only the speaker named"),
        (quoted.uncredited + prose.uncredited, "without credit"),
    )
    parts = [f"{percent(share)} {how}" for share, how in levels if share > 0]
    sentences = ""
    if parts:
        words = sum((quoted.credited, quoted.partly, quoted.uncredited))
        rest = sum((prose.credited, prose.partly, prose.uncredited))
        sentences = (
            f"Taken from its sources: {listing(parts)} ({percent(words)} in quotations, {percent(rest)} in prose)."
        )
    if attribution.own > 0:
        sentences += f" {capital(percent(attribution.own))} repeats its own author's or publisher's work."
    return sentences.strip()


def rejected_words(links: Sequence[Link]) -> str:
    """How many of the links, and of the passages of the others, people rejected; "" where there is none."""
    rejected = sum(link.rejected for link in links)
    passages = sum(each.rejected for link in links if not link.rejected for each in link.passages)
    parts = [count(number, what) for number, what in ((rejected, "link"), (passages, "passage")) if number]
    verb = "counts" if rejected + passages == 1 else "count"
    return f"{listing(parts)} rejected by people {verb} in no figure." if parts else ""


def scope_words(findings: Findings) -> str:
    """What was searched and compared, and what a limit left out."""
    scope = f"Searched {count(findings.compared, 'archived article')}"
    if findings.candidates:
        most = "the most similar one" if findings.candidates == 1 else f"the {findings.candidates:,} most similar"
        scope += f" and compared {most} word by word"
    if findings.truncated:
        scope += f". {count(findings.truncated, 'further candidate')} left out by the limit on candidates"
    if findings.links and findings.left_out:
        scope += f". {capital(filtered_words(findings.left_out, 'further link'))}"
    unlisted = event_words.unlisted_words(findings.same_event_left_out)
    return f"{scope}. {unlisted}".rstrip()


def filtered_words(left_out: int, singular: str) -> str:
    """How many links or passages were found and are not shown because the reader's filters leave them out."""
    return f"{count(left_out, singular)} {'was' if left_out == 1 else 'were'} left out by the filters"


def cut_off_words(texts: int, candidates: int) -> str:
    """What an audit did not compare, because of the limit on the candidates of one article."""
    share = "shares" if texts == 1 else "share"
    return (
        f"Not compared: {count(candidates, 'candidate')} of {count(texts, 'article')} that {share} words with more "
        "others than an audit looks at; the most promising were compared."
    )


def other_words(link: Link, subject: str) -> str:
    """What to call the other article in a sentence about `subject`: "it", or "an earlier version of it" where what it
    shares is in earlier versions only."""
    side = 1 if link.a == subject else 0
    earlier = bool(link.passages) and all(each.versions[side] is not None for each in link.passages)
    return "an earlier version of it" if earlier else "it"


def _dated(time: PublicationTime, month: str, zone: str) -> str:
    try:
        start = datetime.fromtimestamp(time.earliest, UTC)
    except (ValueError, OverflowError, OSError):  # a year that no calendar has
        return time.written
    written = {
        "year": f"{start.year}",
        "month": f"{start:{month}} {start.year}",
        "day": f"{start.day} {start:{month}} {start.year}",
    }
    exact = f"{start.day} {start:{month}} {start.year}, {start:%H:%M}{zone}"
    return written.get(time.precision, exact)


def _first(link: Link, subject: str) -> str:
    if link.source == subject:
        return "the other came later"
    if link.derived == subject:
        return "the other came first"
    return "which of them came first is undetermined"


def _undetermined(link: Link, subject: str) -> str:
    """What is likeliest where nothing is asserted, as far as anything is."""
    if link.likeliest == "none":
        return "; who took from whom is undetermined"
    sure, perhaps = f"({sure_words(link)}: undetermined)", "probably" if link.confidence > EVEN else "perhaps"
    derived = likely_derived(link)
    if link.likeliest == "same_event":
        return f"{event_words.likely_words(perhaps)} {sure}"
    if derived is None:
        return f"; {perhaps} neither copied, and both used one source {sure}"
    return f"; they were {perhaps} taken {'from there' if derived == subject else 'by the latter'} {sure}"


def _guess_before(link: Link, subject: str) -> str:
    """What the program said of a link that a person rejected."""
    if link.likeliest == "none":
        return ""
    derived = likely_derived(link)
    direction = "it derives from the other" if derived == subject else "it is a source of the other"
    guess = event_words.guess_words(link) if derived is None else direction
    return f" (the program's guess: {guess}, {sure_words(link)})"


def likely_derived(link: Link) -> str | None:
    """The id of the article that is derived, or that likely is where the relation is undetermined."""
    if link.derived or link.likeliest not in ("a->b", "b->a"):
        return link.derived
    return link.b if link.likeliest == "a->b" else link.a
