"""The catalogue of evidence: every reason that can speak for a relation of two articles, as typed data.

An entry is a class: its `kind` has the properties that `lineage.deciding` asks for, its fields are the arguments
(what was found), each with its unit. To add a kind, write a class here, the code that finds it in
`provenance.lineage`, and its words in `provenance.reports.reasons`. There are no sentences here: arguments refer to
an article by its side or its id, and reports print its name. Archives store the fields in their order: a new field
comes last and has a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_type_hints

from provenance.model.articles import PublicationTime
from provenance.model.evidence_kinds import (
    CATALOGUE,
    COMMON,
    DIRECTION,
    NOTHING,
    Arguments,
    ArticleId,
    Articles,
    Characters,
    Count,
    Favours,
    Kind,
    Probability,
    Side,
    Words,
)


@dataclass(frozen=True, slots=True)
class RecordedSentence:
    """Evidence that an older version recorded as a sentence: its kind is known, its arguments are not."""

    kind: Kind
    sentence: str

    @classmethod
    def of(cls, name: str, sentence: str) -> RecordedSentence:
        """A sentence under the name of its kind, which need not be in the catalogue."""
        entry = CATALOGUE.get(name)
        return cls(entry.kind if entry else Kind(name, (*DIRECTION, *COMMON, *NOTHING)), sentence)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason. `favours` names the side that it makes the *source*; `weight` is in nats (log odds), >= 0."""

    arguments: Arguments | RecordedSentence
    favours: Favours
    weight: float

    @property
    def kind(self) -> Kind:
        """What the decision may ask of it."""
        return self.arguments.kind

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of further articles that it names, beside A and B."""
        if isinstance(self.arguments, RecordedSentence):
            return ()
        return tuple(getattr(self.arguments, field) for field in _article_fields(self.kind.name))

    def renamed(self, names: Mapping[str, str]) -> Evidence:
        """The same reason with other ids for those of its further articles that are in `names`."""
        if isinstance(self.arguments, RecordedSentence):
            return self
        changed = dict(zip(self.arguments.fields, self.arguments.values, strict=True))
        for field in _article_fields(self.kind.name):
            changed[field] = names.get(changed[field], changed[field])
        return Evidence(type(self.arguments)(**changed), self.favours, self.weight)


@cache
def _article_fields(kind: str) -> tuple[str, ...]:
    hints = get_type_hints(CATALOGUE[kind], include_extras=True)
    return tuple(name for name, hint in hints.items() if hint == ArticleId)


# Dates.


class PublicationTimes(Arguments):
    """When A and B appeared. It favours a side by the dates, or by who is the earliest known with each passage."""

    kind = Kind("publication_time", (*DIRECTION, *NOTHING))
    a: PublicationTime | None
    b: PublicationTime | None


class LikelyOrder(Arguments):
    """The times overlap, such as a day and one of its hours, and one order is likelier."""

    kind = Kind("likely_order", DIRECTION, orders_by_chance=True)
    a: PublicationTime
    b: PublicationTime


class WordsMayBeLater(Arguments):
    """A or B (each that has a time here) was changed until then, and what is shared may have come with the change."""

    kind = Kind("words_may_be_later", NOTHING)
    a: PublicationTime | None
    b: PublicationTime | None


# What the fitted weights find in wording and credits.


class Credit(Arguments):
    """The other article names the author or outlet of the favoured one."""

    kind = Kind("credit", DIRECTION, names_source=True)
    words: str | None


class OwnWording(Arguments):
    """The shared passages sit in the favoured article like its own words, in the other like something quoted."""

    kind = Kind("own_wording", DIRECTION, from_wording=True)


class LongerOriginal(Arguments):
    """The favoured article says more around and between the shared passages."""

    kind = Kind("longer_original", DIRECTION, from_wording=True)


class ThirdTexts(Arguments):
    """Further texts share with the favoured article what the other one lacks."""

    kind = Kind("third_texts", DIRECTION, from_wording=True)


class OrderOfTexts(Arguments):
    """All links of the archive taken together place the favoured article before the other."""

    kind = Kind("order_of_texts", DIRECTION, from_wording=True)


class ThirdHolder(Arguments):
    """Of the archived articles beside A and B that have the shared words, `holder` is the earliest known."""

    kind = Kind("third_holder", COMMON)
    holder: ArticleId


class CommonSourceNamed(Arguments):
    """How sure it is that the third article is the common source, if there is one; the weight is the log odds."""

    kind = Kind("common_source_named", COMMON)
    holder: ArticleId
    confidence: Probability


class WeightsUsed(Arguments):
    """Which fitted weights were used, and how far dated links of this archive agree with them.

    `texts` is the state of the dates ("day": known to the day). Of `links` dated links `agreeing` have the direction
    that the wording alone gives.
    """

    kind = Kind("weights", NOTHING)
    texts: Literal["dated", "day", "mixed", "undated"]
    verdict: Literal["fits", "same kind", "refitted", "unchecked", "disagrees"]
    agreeing: Count
    links: Count


# What became of quotations, numbers and details.


class QuotationReported(Arguments):
    """Passages in quotation marks in the favoured article are the other's own words; the first words of one."""

    kind = Kind("quotation_reported", DIRECTION, weaker_among_holders=True)
    passages: Count
    example: str


class Recredited(Arguments):
    """Speakers named in the favoured article are nobody in particular in the other: (name, what became of it)."""

    kind = Kind("recredited", DIRECTION, weaker_among_holders=True)
    speakers: tuple[tuple[str, tuple[str, ...]], ...]


class SpeakerDropped(Arguments):
    """Speakers named in the favoured article are not named in the other."""

    kind = Kind("speaker_dropped", DIRECTION, weaker_among_holders=True)
    speakers: tuple[str, ...]


class FullerQuotation(Arguments):
    """Both quote the same words, the favoured article more of them."""

    kind = Kind("fuller_quotation", DIRECTION, weaker_among_holders=True)


class ExactNumber(Arguments):
    """Numbers are exact in the favoured article and rounded in the other: (in A, in B), as they are written."""

    kind = Kind("exact_number", DIRECTION)
    numbers: tuple[tuple[str, str], ...]


class FullerPassages(Arguments):
    """Where both say the same in words of their own, the favoured article is longer."""

    kind = Kind("fuller_passage", DIRECTION)
    longer: Characters
    shorter: Characters


class WhereSaid(Arguments):
    """The favoured article is where the shared words were said; the other quotes them.

    `document` says what it is, `shown` by which of its words; `passages` are those that the other one quotes.
    """

    kind = Kind("where_said", DIRECTION)
    document: Literal["transcript", "interview", "speech", "letter", "ruling", "release"]
    shown: str
    passages: Count


class SaidInPublic(Arguments):
    """What is shared is quoted on both sides and was said in public, where more than one outlet may have heard it.

    `occasion` is the kind, `words` are those of a text that show it.
    """

    kind = Kind("said_in_public", COMMON)
    speaker: str | None
    occasion: Literal["press conference", "hearing", "meeting", "speech", "statement", "post"]
    words: str


class OnlyQuoted(Arguments):
    """Of what is shared, this much is inside quotation marks on both sides; counted in A."""

    kind = Kind("only_quoted", COMMON)
    quoted: Characters
    shared: Characters


# What the articles say of where they have it from.


class LinkTo(Arguments):
    """The other article has the address of the favoured one, and not the other way round."""

    kind = Kind("link", DIRECTION, names_source=True)


class Revision(Arguments):
    """Both have one address, and the other article was modified (`modified`, ISO 8601) after the favoured one."""

    kind = Kind("revision", DIRECTION, is_revision=True)
    address: str
    modified: str


class Reprint(Arguments):
    """The other article says that it is a reprint of what the outlet of the favoured one published: its note."""

    kind = Kind("reprint", DIRECTION, names_source=True, settles=True)
    words: str


class Ascribed(Arguments):
    """The other article ascribes what it says to the outlet, agency or author of the favoured one.

    `words` are the name as it has it, `held` is the part of the crediting sentence that the favoured article has.
    """

    kind = Kind("ascribed", DIRECTION, names_source=True)
    words: str
    held: Probability


class AgencySends(Arguments):
    """The favoured article is an agency's own, the other an outlet's without a mark: agencies send, outlets print."""

    kind = Kind("agency_sends", DIRECTION, only_orders=True)
    agency: str


class Disguised(Arguments):
    """The other article is disguised (0 letters: all of it), as one does who hides where words come from."""

    kind = Kind("disguised", DIRECTION, only_orders=True)
    letters: Count


class AgencyMark(Arguments):
    """An agency's mark on one article or both.

    `shows` "publisher": the agency published the favoured article, whose mark the other carries. "dispatch": the
    favoured article is its own dispatch. "both": it sent the text to both. "one": only the side `marked` has the
    mark. "credited": the other one ascribes to the agency what the side `marked` prints under its mark. "named": both
    ascribe to it what the other has, each in words of its own. "ascribed": only the side `marked` ascribes something
    to it, which the other says as well. "retold": only the side `marked` has the mark, and the other tells its story
    in words of its own; of these two no common source is asserted. "two": they carry the marks of two agencies, both
    of which `agency` names.
    """

    kind = Kind("agency", (*DIRECTION, *COMMON), names_source=True, names_sender=True)
    agency: str
    shows: Literal["publisher", "dispatch", "both", "one", "credited", "named", "ascribed", "retold", "two"]
    marked: Side | None = None


class AgenciesUnnamed(Arguments):
    """One article (`side`) or both say that they are from agencies and not from which ("Staff and agencies")."""

    kind = Kind("agencies_unnamed", COMMON)
    side: Side | None = None


class CreditedAlike(Arguments):
    """Both credit the same agencies or outlets in their prose."""

    kind = Kind("credited_alike", COMMON, names_source=True, both_credit=True)
    names: tuple[str, ...]


# How little the shared words say.


class Thin(Arguments):
    """So few words are shared, names not counted, that both may have them from anywhere."""

    kind = Kind("thin", COMMON, is_set_phrase=True)
    words: Words


class WidelyHeld(Arguments):
    """So many further articles have what is shared, and little of it is copied prose."""

    kind = Kind("widely_held", COMMON)
    others: Articles


class FilledForm(Arguments):
    """The same words carry other numbers and other names, as in a form that is filled in: how many of them differ."""

    kind = Kind("template", COMMON, is_nobodys=True, only_equal_words=True)
    numbers_differ: Count
    numbers: Count
    names_differ: Count
    names: Count


class NoticesOfTwo(Arguments):
    """They are notices of the deaths of two people, which are written in one form."""

    kind = Kind("notices_of_two", COMMON, is_nobodys=True)


class PublicText(Arguments):
    """Both introduce what they share as a law, hymn or statement: what A and B call it, and how much is in it."""

    kind = Kind("public_text", COMMON, is_nobodys=True)
    a: str
    b: str
    characters: Characters
    shared: Characters


class Boilerplate(Arguments):
    """All that is shared is where signatures, footers and credit lines are."""

    kind = Kind("boilerplate", NOTHING)
