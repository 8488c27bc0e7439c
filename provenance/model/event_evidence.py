"""Evidence of what the reports of one event say together: further entries of the catalogue (`model.evidence`).

`others` counts the further reports that were looked at. The weights are those of `provenance.events`: fitted.
"""

from __future__ import annotations

from typing import Annotated

from provenance.model.evidence_kinds import COMMON, DIRECTION, NOTHING, Arguments, ArticleId, Count, Kind


class FactsOfTwo(Arguments):
    """Names and figures that both tell; `examples` are such as no further report of the event has."""

    kind = Kind("facts_of_two", (*DIRECTION, *NOTHING))
    examples: tuple[str, ...]
    others: Count


class WordingOfTwo(Arguments):
    """The wording outside quotation marks that both have, beside what further reports have of it."""

    kind = Kind("wording_of_two", (*DIRECTION, *NOTHING))
    others: Count


class QuotationsChosen(Arguments):
    """Which quotations both have of those that were said in public, and where they are cut."""

    kind = Kind("quotations_chosen", (*DIRECTION, *NOTHING))
    others: Count


class SentencesAlike(Arguments):
    """How many sentences are told most like the other article tells them, of all reports of the event."""

    kind = Kind("sentences_alike", (*DIRECTION, *NOTHING))
    others: Count


class SentencesMeant(Arguments):
    """How many sentences say most nearly what the other article says, in whatever words or language, of all reports
    of the event in that article's language."""

    kind = Kind("sentences_meant", (*DIRECTION, *NOTHING))
    others: Count


class Lengths(Arguments):
    """How long the two are: what is made from an article is shorter more often than longer."""

    kind = Kind("lengths", (*DIRECTION, *NOTHING))


class OwnReport(Arguments):
    """The two are of one outlet or author, and the later one keeps wording that no further report has."""

    kind = Kind("own_report", (*DIRECTION, *NOTHING))


class RivalSource(Arguments):
    """The next best source among the reports of the event, and how far it is behind the favoured article (nats)."""

    kind = Kind("rival_source", (*DIRECTION, *NOTHING))
    rival: ArticleId
    behind: Annotated[float, "nats"]


class CopyOfSource(Arguments):
    """A further article has the text of the source, nearly word for word, and may be what was used instead."""

    kind = Kind("copy_of_source", NOTHING)
    copy: ArticleId


class Through(Arguments):
    """A further report lies between the two: it explains the one, and is explained by the other."""

    kind = Kind("through", (*DIRECTION, *NOTHING))
    between: ArticleId


class ThirdReport(Arguments):
    """One further report explains both articles better than they explain each other."""

    kind = Kind("third_report", COMMON)
    report: ArticleId


class ToldElsewhere(Arguments):
    """What the two share is told by further reports of the event as well, or is what everybody could know."""

    kind = Kind("told_elsewhere", NOTHING)
    others: Count
