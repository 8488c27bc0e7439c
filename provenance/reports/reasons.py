"""Evidence in words: one function per kind, so that every format gives the same reasons.

A function gets the arguments of its kind and the names of the articles; it never looks at how the evidence was
weighed. Each sentence says what an editor can check in the two texts; kinds that she cannot check there are listed in
`reason_lists`. The result is plain text and may hold any characters that a title has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch
from typing import Any

from provenance.model import Evidence, Link, PublicationTime
from provenance.model import evidence as found
from provenance.model.evidence_kinds import Favours
from provenance.reports.lapses import later_words
from provenance.reports.naming import Naming
from provenance.reports.wording import certainty, listing, told_time

# Weights are nats: e to the 2 is odds of 7 to 1, e to the 1 of nearly 3 to 1.
STRONG, MODERATE = 2.0, 1.0
TEXTS = {
    "dated": "texts with exact dates",
    "day": "texts dated to the day",
    "mixed": "texts of which some have dates",
    "undated": "texts without dates",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What to call the articles of a link: `a`, `b`, and others (`label`)."""

    a: str
    b: str
    naming: Naming

    @classmethod
    def of(cls, link: Link, naming: Naming) -> Names:
        """The short names of the answer that the link is in."""
        return cls(naming.short(link.a), naming.short(link.b), naming)

    def label(self, article: str) -> str:
        """What to call a third article."""
        return self.naming.short(article)

    def is_undated(self, article: str) -> bool:
        """Whether a third article is known and has no date."""
        known = self.naming.articles.get(article)
        return known is not None and known.published is None


@dataclass(frozen=True, slots=True)
class Sides:
    """The articles as one reason sees them: `source` is the one that it favours (A where it favours neither)."""

    names: Names
    favours: Favours

    @property
    def source(self) -> str:
        """The favoured article."""
        return self.names.b if self.favours == "b" else self.names.a

    @property
    def other(self) -> str:
        """The other one."""
        return self.names.a if self.favours == "b" else self.names.b


def detail(evidence: Evidence, names: Names) -> str:
    """One reason as a sentence without a full stop."""
    return reason(evidence.arguments, Sides(names, evidence.favours))


@singledispatch
def reason(arguments: Any, sides: Sides) -> str:
    """The sentence for one kind of evidence; raises for a kind that has no function here."""
    raise TypeError(f"{type(arguments).__name__} has no words: register some in provenance.reports.reasons")


@reason.register(found.RecordedSentence)
def _(arguments: found.RecordedSentence, sides: Sides) -> str:
    return arguments.sentence


@reason.register(found.PublicationTimes)
def _(arguments: found.PublicationTimes, sides: Sides) -> str:
    if sides.favours == "none":
        return _order_not_known(arguments, sides)
    ours, theirs = (arguments.b, arguments.a) if sides.favours == "b" else (arguments.a, arguments.b)
    if ours and theirs and ours.latest < theirs.earliest:
        return f"{_dated(sides.source, ours)}; {_dated(sides.other, theirs)}, {later_words(ours, theirs)}"
    if ours and theirs and theirs.latest < ours.earliest:
        first = _dated(sides.other, theirs)
        return f"although {first}, most of the shared words are found first in {sides.source}"
    if ours is None:
        return f"{sides.source} has no date, but seems to have had most of the shared words first"
    return f"most of the shared words are found first in {sides.source}"


def _order_not_known(arguments: found.PublicationTimes, sides: Sides) -> str:
    a, b, names = arguments.a, arguments.b, sides.names
    if a and b:
        if a.latest < b.earliest or b.latest < a.earliest:
            return f"{_dated(names.a, a)}, {_dated(names.b, b)}"
        return f"{_dated(names.a, a)} and {_dated(names.b, b)}: the dates do not show which came first"
    if a or b:
        dated, other = (_dated(names.a, a), names.b) if a else (_dated(names.b, b), names.a)
        return f"{dated}, {other} has no date: the dates do not show which came first"
    return "neither has a date"


@reason.register(found.LikelyOrder)
def _(arguments: found.LikelyOrder, sides: Sides) -> str:
    ours, theirs = (arguments.b, arguments.a) if sides.favours == "b" else (arguments.a, arguments.b)
    return f"{_dated(sides.source, ours)}; {_dated(sides.other, theirs)}, probably later"


@reason.register(found.WordsMayBeLater)
def _(arguments: found.WordsMayBeLater, sides: Sides) -> str:
    times = ((sides.names.a, arguments.a), (sides.names.b, arguments.b))
    changed = " and ".join(f"{name} was changed until {told_time(time)}" for name, time in times if time)
    return f"{changed}: what they share may have come with the change"


@reason.register(found.Credit)
def _(arguments: found.Credit, sides: Sides) -> str:
    named = arguments.words
    if named and named.casefold() in sides.source.casefold():
        return f"{sides.other} names {sides.source}"
    return f"{sides.other} names {f'{named}, ' if named else ''}the author or outlet of {sides.source}"


@reason.register(found.OwnWording)
def _(arguments: found.OwnWording, sides: Sides) -> str:
    return f"the shared words read like the rest of {sides.source}, and less like the rest of {sides.other}"


@reason.register(found.LongerOriginal)
def _(arguments: found.LongerOriginal, sides: Sides) -> str:
    return f"{sides.source} says more around and between the shared passages than {sides.other}"


@reason.register(found.ThirdTexts)
def _(arguments: found.ThirdTexts, sides: Sides) -> str:
    return f"other articles share with {sides.source} what {sides.other} lacks"


@reason.register(found.OrderOfTexts)
def _(arguments: found.OrderOfTexts, sides: Sides) -> str:
    return f"what both share with other articles fits best if {sides.source} came before {sides.other}"


@reason.register(found.ThirdHolder)
def _(arguments: found.ThirdHolder, sides: Sides) -> str:
    holder = sides.names.label(arguments.holder)
    if sides.names.is_undated(arguments.holder):
        return f"{holder}, which has no date, has the shared words as well"
    return f"{holder} has the shared words as well, and is the earliest known to have them apart from these two"


@reason.register(found.CommonSourceNamed)
def _(arguments: found.CommonSourceNamed, sides: Sides) -> str:
    return f"if both used one source, it is {certainty(arguments.confidence)} {sides.names.label(arguments.holder)}"


@reason.register(found.WeightsUsed)
def _(arguments: found.WeightsUsed, sides: Sides) -> str:
    agreeing = f"{arguments.agreeing} of {arguments.links} dated links"
    about = {
        "fits": f"the weights agree with {agreeing} here",
        "same kind": "the texts are of the kind that the weights were fitted on",
        "refitted": f"the weights agreed with only {agreeing} and were refitted on those",
        "unchecked": "too few dated links here to check the weights, so wording alone decides little",
        "disagrees": f"the weights agree with only {agreeing}, so wording decides little",
    }[arguments.verdict]
    return f"weighed as for {TEXTS[arguments.texts]}: {about}"


@reason.register(found.QuotationReported)
def _(arguments: found.QuotationReported, sides: Sides) -> str:
    if arguments.passages == 1:
        return f"{sides.source} quotes “{arguments.example}”, {sides.other} says it without quotation marks"
    return (
        f"{sides.other} says {arguments.passages} times without quotation marks what {sides.source} quotes, such as "
        f"“{arguments.example}”"
    )


@reason.register(found.Recredited)
def _(arguments: found.Recredited, sides: Sides) -> str:
    became = "; ".join(
        f"{speaker} became {listing([f'“{each}”' for each in words])}" for speaker, words in arguments.speakers
    )
    return f"{sides.other} names speakers less exactly than {sides.source}: {became}"


@reason.register(found.SpeakerDropped)
def _(arguments: found.SpeakerDropped, sides: Sides) -> str:
    return f"{sides.source} says whose words they are, {sides.other} does not: {listing(arguments.speakers)}"


@reason.register(found.FullerQuotation)
def _(arguments: found.FullerQuotation, sides: Sides) -> str:
    return f"{sides.source} prints more of a quotation than {sides.other}"


DOCUMENTS = {
    "transcript": "a transcript",
    "interview": "an interview",
    "speech": "the text of a speech or statement",
    "letter": "a letter",
    "ruling": "a court’s ruling",
    "release": "a press release",
}


@reason.register(found.WhereSaid)
def _(arguments: found.WhereSaid, sides: Sides) -> str:
    words = "words" if arguments.passages == 1 else f"{arguments.passages} passages"
    verb = "written" if arguments.document in ("letter", "ruling", "release") else "said"
    return (
        f"{sides.source} is {DOCUMENTS[arguments.document]} (“{arguments.shown}”), where the {words} that "
        f"{sides.other} quotes were {verb}"
    )


@reason.register(found.SaidInPublic)
def _(arguments: found.SaidInPublic, sides: Sides) -> str:
    whose = f"{arguments.speaker} said" if arguments.speaker else "was said"
    return (
        f"what both quote {whose} in public, where others could hear or read it, too: “{arguments.words}” "
        f"({arguments.occasion})"
    )


@reason.register(found.ExactNumber)
def _(arguments: found.ExactNumber, sides: Sides) -> str:
    pairs = [(b, a) if sides.favours == "b" else (a, b) for a, b in arguments.numbers]
    rounded = listing([f"{exact} became {about}" for exact, about in pairs])
    return f"{sides.other} rounds numbers of {sides.source}: {rounded}"


@reason.register(found.FullerPassages)
def _(arguments: found.FullerPassages, sides: Sides) -> str:
    more = 100 * (arguments.longer / arguments.shorter - 1)
    return f"where both say the same in words of their own, {sides.source} is {more:.0f}% longer"


@reason.register(found.OnlyQuoted)
def _(arguments: found.OnlyQuoted, sides: Sides) -> str:
    if arguments.quoted >= arguments.shared:
        return "all that they share is quoted in both: both may have heard it"
    part = f"{100 * arguments.quoted / arguments.shared:.0f}%"
    return f"{part} of what they share is quoted in both: both may have heard it"


@reason.register(found.LinkTo)
def _(arguments: found.LinkTo, sides: Sides) -> str:
    return f"{sides.other} links to {sides.source}"


@reason.register(found.Revision)
def _(arguments: found.Revision, sides: Sides) -> str:
    return f"both are at {arguments.address}; {sides.other} is how it read on {_day_of(arguments.modified)}"


@reason.register(found.Reprint)
def _(arguments: found.Reprint, sides: Sides) -> str:
    return f"{sides.other} says that it is a reprint of {sides.source}: “{arguments.words}”"


@reason.register(found.AgencySends)
def _(arguments: found.AgencySends, sides: Sides) -> str:
    return f"{sides.source} is a dispatch of {arguments.agency}, which sends its texts to other outlets"


@reason.register(found.Disguised)
def _(arguments: found.Disguised, sides: Sides) -> str:
    many = f" ({arguments.letters:,} letters or characters)" if arguments.letters else ""
    return f"{sides.other} is disguised{many} and {sides.source} is not: who disguises a text hides its source"


@reason.register(found.Ascribed)
def _(arguments: found.Ascribed, sides: Sides) -> str:
    return f"{sides.other} ascribes what it says to {arguments.words}, and {sides.source} says so"


@reason.register(found.AgencyMark)
def _(arguments: found.AgencyMark, sides: Sides) -> str:
    agency, names = arguments.agency, sides.names
    if arguments.shows == "publisher":
        return f"{sides.other} carries the mark of {agency}, which published {sides.source}"
    if arguments.shows == "dispatch":
        return (
            f"both carry the mark of {agency}; {sides.source} names no other outlet, so it is the agency's own text"
        )
    if arguments.shows == "both":
        return f"both carry the mark of {agency}, and the agency's own text is not in the archive"
    if arguments.shows == "two":
        return f"they carry the marks of two agencies, {agency}"
    if arguments.shows == "named":
        return f"both name {agency} as where they have it from, and the agency's own text is not in the archive"
    marked, other = (names.b, names.a) if arguments.marked == "b" else (names.a, names.b)
    if arguments.shows == "credited":
        return f"{marked} carries the mark of {agency}, and {other} ascribes to {agency} what it says"
    if arguments.shows == "ascribed":
        return f"{marked} ascribes to {agency} what {other} says without naming it"
    return f"{marked} carries the mark of {agency}, {other} does not"


@reason.register(found.AgenciesUnnamed)
def _(arguments: found.AgenciesUnnamed, sides: Sides) -> str:
    if arguments.side is None:
        return "both say that they are from agencies, and not from which"
    article = sides.names.b if arguments.side == "b" else sides.names.a
    return f"{article} says that it is from agencies, and not from which"


@reason.register(found.CreditedAlike)
def _(arguments: found.CreditedAlike, sides: Sides) -> str:
    return f"both name {listing(arguments.names)} as a source"


@reason.register(found.Thin)
def _(arguments: found.Thin, sides: Sides) -> str:
    words = "word is" if arguments.words == 1 else "words are"
    return f"only {arguments.words} {words} shared, names not counted: such words may come from anywhere"


@reason.register(found.WidelyHeld)
def _(arguments: found.WidelyHeld, sides: Sides) -> str:
    many = max(round(arguments.others), 1)
    others = "one more article has" if many == 1 else f"about {many:,} more articles have"
    return f"{others} what they share, and little of it is running text"


@reason.register(found.FilledForm)
def _(arguments: found.FilledForm, sides: Sides) -> str:
    numbers = f"{arguments.numbers_differ} of {arguments.numbers} numbers" if arguments.numbers else ""
    names = f"{arguments.names_differ} of {arguments.names} names" if arguments.names else ""
    differ = " and ".join(filter(None, (numbers, names)))
    return f"the same words carry other numbers and names, like a form that is filled in: {differ} differ"


@reason.register(found.NoticesOfTwo)
def _(_arguments: found.NoticesOfTwo, _sides: Sides) -> str:
    return "both are notices of a death, of two people, in one form"


@reason.register(found.PublicText)
def _(arguments: found.PublicText, sides: Sides) -> str:
    one, two = arguments.a.casefold(), arguments.b.casefold()
    called = f"“{one}”" if one == two else f"“{one}”, “{two}”"
    return f"both introduce what they share as words of a third ({called}): each may have them from there"


@reason.register(found.Boilerplate)
def _(arguments: found.Boilerplate, sides: Sides) -> str:
    return "they share only signatures, footers or credit lines, which say nothing about a source"


def _dated(name: str, time: PublicationTime | None) -> str:
    if time is None:
        return f"{name} has no date"
    return f"{name} is dated {told_time(time)}"


def _day_of(moment: str) -> str:
    """ "2 May 2024" of a time in ISO 8601; as it is written where it is none."""
    try:
        day = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{day.day} {day:%B} {day.year}"


# The further kinds register themselves; they need what stands above.
from provenance.reports import event_reasons  # noqa: E402, F401
