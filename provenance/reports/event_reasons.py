"""Evidence of what the reports of one event say together, in words; the other kinds are in `reasons`."""

from __future__ import annotations

from provenance.model import event_evidence as event
from provenance.reports.reasons import MODERATE, STRONG, Sides, reason
from provenance.reports.wording import listing


@reason.register(event.FactsOfTwo)
def _(arguments: event.FactsOfTwo, sides: Sides) -> str:
    if sides.favours == "none":
        return f"the names and figures that they share are in {_articles(arguments.others)} as well"
    if not arguments.examples:
        return f"{sides.other} gives the same choice of names and figures as {sides.source}"
    examples = listing([f"“{each}”" for each in arguments.examples])
    if not arguments.others:
        return f"both report {examples}"
    return f"only these two of {arguments.others + 2} articles on the event report {examples}"


@reason.register(event.WordingOfTwo)
def _(arguments: event.WordingOfTwo, sides: Sides) -> str:
    if sides.favours == "none":
        return "outside quotation marks they share hardly any wording"
    return (
        f"outside quotation marks {sides.other} has wording of {sides.source} that other articles on the event lack"
    )


@reason.register(event.QuotationsChosen)
def _(arguments: event.QuotationsChosen, sides: Sides) -> str:
    if sides.favours == "none":
        return "the quotations that they share were said in public"
    return f"of all that was said in public, {sides.other} quotes the words that {sides.source} quotes"


@reason.register(event.SentencesAlike)
def _(arguments: event.SentencesAlike, sides: Sides) -> str:
    if sides.favours == "none":
        return f"sentence by sentence, {_articles(arguments.others)} come as near"
    return f"sentence by sentence, no other article on the event comes as near to {sides.other} as {sides.source}"


@reason.register(event.SentencesMeant)
def _(arguments: event.SentencesMeant, sides: Sides) -> str:
    if sides.favours == "none":
        return f"by what their sentences mean, {_articles(arguments.others)} come as near"
    return (
        f"by what its sentences mean, in whatever words, {sides.other} is nearer to {sides.source} than to any other "
        "article on the event"
    )


@reason.register(event.Lengths)
def _(arguments: event.Lengths, sides: Sides) -> str:
    if sides.favours == "none":
        return "the later article is not shorter than the earlier one"
    return f"{sides.other} is shorter than {sides.source}"


@reason.register(event.OwnReport)
def _(arguments: event.OwnReport, sides: Sides) -> str:
    if sides.favours == "none":
        return "an outlet's later article keeps little of its own earlier wording"
    return f"{sides.other} keeps wording of its own outlet's earlier article"


@reason.register(event.RivalSource)
def _(arguments: event.RivalSource, sides: Sides) -> str:
    rival = sides.names.label(arguments.rival)
    if sides.favours == "none":
        return f"{rival} is the likelier source of the later article"
    far = "far " if arguments.behind >= STRONG else "" if arguments.behind >= MODERATE else "close "
    return f"of all articles on the event, {sides.source} is the likeliest source; {rival} is next, {far}behind"


@reason.register(event.CopyOfSource)
def _(arguments: event.CopyOfSource, sides: Sides) -> str:
    return f"{sides.names.label(arguments.copy)} has the same text, and may have been used instead"


@reason.register(event.Through)
def _(arguments: event.Through, sides: Sides) -> str:
    between = sides.names.label(arguments.between)
    return f"the later article may have it from {between}"


@reason.register(event.ThirdReport)
def _(arguments: event.ThirdReport, sides: Sides) -> str:
    return f"{sides.names.label(arguments.report)} is the likelier source of both"


@reason.register(event.ToldElsewhere)
def _(arguments: event.ToldElsewhere, sides: Sides) -> str:
    if not arguments.others:
        return "what they share was known to everybody"
    return f"what they share is in {_articles(arguments.others)} as well, or was known to everybody"


def _articles(others: int) -> str:
    return "another article on the event" if others == 1 else f"{others} other articles on the event"
