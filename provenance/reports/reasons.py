"""Evidence in words: one function per kind, so that every format gives the same reasons.

A function gets the arguments of its kind and the names of the articles; it never looks at how the evidence was
weighed. The result is plain text and may contain any characters that a title has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from provenance.model import Article, Evidence, Link, PublicationTime
from provenance.model import evidence as found
from provenance.reports.lapses import later_words
from provenance.reports.wording import time_words

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
    """Names of the articles of a link: `a` and `b`; their ids (`ids`) where an id is printed; labels of other
    articles."""

    a: str
    b: str
    ids: tuple[str, str]
    articles: Mapping[str, Article]

    @classmethod
    def of(cls, link: Link, articles: Mapping[str, Article], names: tuple[str, str] | None = None) -> Names:
        """The labels of `articles`, an id where one is not known; `names`, for A and B, are taken instead of them.

        Names are not taken where both articles have one label, nor for a label of three letters and fewer.
        """
        ids = (link.a, link.b)
        labels = [_label(articles, name) for name in ids]
        if names is None or labels[0] == labels[1]:
            return cls(labels[0], labels[1], ids, articles)
        a, b = (name if len(label) > 3 else label for name, label in zip(names, labels, strict=True))
        return cls(a, b, (a if labels[0] == ids[0] else ids[0], b if labels[1] == ids[1] else ids[1]), articles)

    def label(self, article: str) -> str:
        """What to call a third article."""
        return _label(self.articles, article)


@dataclass(frozen=True, slots=True)
class Sides:
    """The articles as one reason sees them: `source` is the one that it favours (A where it favours neither)."""

    names: Names
    favours: found.Favours

    @property
    def source(self) -> str:
        """The favoured article."""
        return self.names.b if self.favours == "b" else self.names.a

    @property
    def other(self) -> str:
        """The other one."""
        return self.names.a if self.favours == "b" else self.names.b

    @property
    def other_id(self) -> str:
        """The id of the other one."""
        return self.names.ids[0 if self.favours == "b" else 1]


def detail(evidence: Evidence, names: Names) -> str:
    """One reason as a sentence without a full stop."""
    return reason(evidence.arguments, Sides(names, evidence.favours))


def evidence_groups(
    link: Link, articles: Mapping[str, Article], names: tuple[str, str]
) -> list[tuple[str, list[str]]]:
    """The reasons gathered by what they speak for, the weightiest group and the weightiest reason first.

    Each group is a head ("Speaks for the Herald as the source") and its reasons in words. `names` are what to call
    the articles A and B.
    """
    heads = {
        "a": f"Speaks for {names[0]} as the source",
        "b": f"Speaks for {names[1]} as the source",
        "common": "Speaks for a common source",
        "none": "Also known",
    }
    labels, called = Names.of(link, articles), Names.of(link, articles, names)
    groups: dict[str, list[Evidence]] = {}
    for each in sorted(link.evidence, key=lambda each: (-each.weight, each.kind.name, detail(each, labels))):
        if (
            each.kind is not found.WeightsUsed.kind
        ):  # nothing that can be checked in the two texts: see `weighing_words`
            groups.setdefault(each.favours if each.weight > 0 else "none", []).append(each)
    ranked = sorted(groups, key=lambda aim: (aim == "none", -sum(each.weight for each in groups[aim]), aim))
    return [(heads[aim], [_with_strength(each, called) for each in groups[aim]]) for aim in ranked]


def weighing_words(links: Iterable[Link]) -> str:
    """How the reasons of all these links were weighed, each way once; a sentence, "" where it is not known."""
    ways = {
        reason(each.arguments, Sides(Names.of(link, {}), "none"))
        for link in links
        for each in link.evidence
        if each.kind is found.WeightsUsed.kind
    }
    return f"{'; '.join(sorted(ways))}." if ways else ""


def _with_strength(evidence: Evidence, names: Names) -> str:
    words = detail(evidence, names)
    if evidence.favours == "none" or evidence.weight <= 0:
        return words
    strength = "strong" if evidence.weight >= STRONG else "clear" if evidence.weight >= MODERATE else "slight"
    return f"{words} ({strength})"


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
        return f"{first} first, but {sides.source} is the earlier holder of more of the shared words"
    if ours is None:
        return f"{sides.source} has no date, but seems to have been the first to hold more of the shared words"
    return f"{sides.source} is the earliest known holder of more of the shared words"


def _order_not_known(arguments: found.PublicationTimes, sides: Sides) -> str:
    a, b, names = arguments.a, arguments.b, sides.names
    if a and b:
        if a.latest < b.earliest or b.latest < a.earliest:
            return f"{_dated(names.a, a)}, {_dated(names.b, b)}"
        return f"{_dated(names.a, a)} and {_dated(names.b, b)}: the dates do not settle which came first"
    if a or b:
        dated, other = (_dated(names.a, a), names.b) if a else (_dated(names.b, b), names.a)
        return f"only one has a date: {dated}; {other} has none, so dates do not settle which came first"
    return "neither has a date"


@reason.register(found.LikelyOrder)
def _(arguments: found.LikelyOrder, sides: Sides) -> str:
    ours, theirs = (arguments.b, arguments.a) if sides.favours == "b" else (arguments.a, arguments.b)
    return f"{_dated(sides.source, ours)} and {_dated(sides.other, theirs)}: {sides.source} was probably first"


@reason.register(found.WordsMayBeLater)
def _(arguments: found.WordsMayBeLater, sides: Sides) -> str:
    times = ((sides.names.a, arguments.a), (sides.names.b, arguments.b))
    changed = " and ".join(f"{name} was changed until {time_words(time)}" for name, time in times if time)
    return f"{changed}: what is shared may have come with the change"


@reason.register(found.Credit)
def _(arguments: found.Credit, sides: Sides) -> str:
    return f"{sides.other} names {arguments.words or 'the other'}, the author or outlet of {sides.source}"


@reason.register(found.OwnWording)
def _(arguments: found.OwnWording, sides: Sides) -> str:
    return f"the shared wording fits {sides.source}'s style better than {sides.other}'s"


@reason.register(found.LongerOriginal)
def _(arguments: found.LongerOriginal, sides: Sides) -> str:
    return f"{sides.source} says more around and between the shared passages than {sides.other}"


@reason.register(found.ThirdTexts)
def _(arguments: found.ThirdTexts, sides: Sides) -> str:
    return f"further texts share with {sides.source} what {sides.other} lacks"


@reason.register(found.OrderOfTexts)
def _(arguments: found.OrderOfTexts, sides: Sides) -> str:
    return f"what both share with further articles fits best if {sides.source} came before {sides.other}"


@reason.register(found.ThirdHolder)
def _(arguments: found.ThirdHolder, sides: Sides) -> str:
    holder, article = sides.names.label(arguments.holder), sides.names.articles.get(arguments.holder)
    if article is not None and article.published is None:
        return f"{holder}, which has no date, holds the shared words as well"
    return f"{holder} holds the shared words as well and is their earliest known holder outside the two"


@reason.register(found.CommonSourceNamed)
def _(arguments: found.CommonSourceNamed, sides: Sides) -> str:
    holder = sides.names.label(arguments.holder)
    return f"{holder} is the source of both with confidence {arguments.confidence:.2f}, if they have a common one"


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
    many = arguments.passages > 1
    passages, are = (f"{arguments.passages} passages", "are") if many else ("a passage", "is")
    return (
        f"{passages} that {sides.source} has in quotation marks {are} told in {sides.other}'s own words, "
        f"such as “{arguments.example}”"
    )


@reason.register(found.Recredited)
def _(arguments: found.Recredited, sides: Sides) -> str:
    became = "; ".join(
        f"{speaker} became {', '.join(f'“{each}”' for each in words)}" for speaker, words in arguments.speakers
    )
    return f"{sides.other} names speakers less exactly than {sides.source}: {became}"


@reason.register(found.SpeakerDropped)
def _(arguments: found.SpeakerDropped, sides: Sides) -> str:
    return f"{sides.other} does not credit {', '.join(arguments.speakers)}, whom {sides.source} names"


@reason.register(found.FullerQuotation)
def _(arguments: found.FullerQuotation, sides: Sides) -> str:
    return f"{sides.source} has the fuller wording of a quotation that {sides.other} cuts"


@reason.register(found.ExactNumber)
def _(arguments: found.ExactNumber, sides: Sides) -> str:
    numbers = ", ".join(f"{a} / {b}" for a, b in arguments.numbers)
    return f"numbers are exact on one side and rounded on the other: {numbers}"


@reason.register(found.FullerPassages)
def _(arguments: found.FullerPassages, sides: Sides) -> str:
    more = 100 * (arguments.longer / arguments.shorter - 1)
    return f"{sides.source} tells the shared passages in {more:.0f}% more words"


@reason.register(found.OnlyQuoted)
def _(arguments: found.OnlyQuoted, sides: Sides) -> str:
    part = f"{100 * arguments.quoted / arguments.shared:.0f}%"
    return f"{part} of what is shared is in quotation marks in both: both may have heard it"


@reason.register(found.LinkTo)
def _(arguments: found.LinkTo, sides: Sides) -> str:
    return f"{sides.other} links to {sides.source}"


@reason.register(found.Revision)
def _(arguments: found.Revision, sides: Sides) -> str:
    return f"both are at {arguments.address}; {sides.other_id} is the version of {arguments.modified}"


@reason.register(found.AgencyMark)
def _(arguments: found.AgencyMark, sides: Sides) -> str:
    agency, names = arguments.agency, sides.names
    if arguments.shows == "publisher":
        return f"{sides.other} carries the mark of {agency}, which published {sides.source}"
    if arguments.shows == "dispatch":
        return f"both carry the mark of {agency}, and no other outlet is named in {sides.source}: its own dispatch"
    if arguments.shows == "both":
        return f"both carry the mark of {agency}, whose own text is not in the archive"
    marked, other = (names.b, names.a) if arguments.marked == "b" else (names.a, names.b)
    return f"{marked} carries the mark of {agency}, {other} carries none"


@reason.register(found.CreditedAlike)
def _(arguments: found.CreditedAlike, sides: Sides) -> str:
    return f"both credit {', '.join(arguments.names)} in their text"


@reason.register(found.Thin)
def _(arguments: found.Thin, sides: Sides) -> str:
    words = "word is" if arguments.words == 1 else "words are"
    return f"only {arguments.words} {words} shared, names not counted: both may have such a phrase from anywhere"


@reason.register(found.WidelyHeld)
def _(arguments: found.WidelyHeld, sides: Sides) -> str:
    others = f"{arguments.others:.1f} further articles on average"
    return f"{others} hold what is shared, and little of it is copied prose"


@reason.register(found.Boilerplate)
def _(arguments: found.Boilerplate, sides: Sides) -> str:
    return "what they share occurs where signatures and credit lines do, and says nothing about a source"


def _label(articles: Mapping[str, Article], name: str) -> str:
    article = articles.get(name)
    return article.label if article else name


def _dated(name: str, time: PublicationTime | None) -> str:
    if time is None:
        return f"{name} has no date"
    return f"{name} is dated {time_words(time)}"
