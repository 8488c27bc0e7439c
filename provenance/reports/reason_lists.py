"""Which reasons a reader sees, in which order: the weightiest first, a few before all are asked for.

`Reasons.of` gathers those of one link by what they speak for. Before all are asked for (`--why`), reasons that nobody
can check in the two texts are left out, and of the others at most `FEW` are given; what is left out is counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from provenance.model import Evidence, Link
from provenance.model import evidence as found
from provenance.reports import wording
from provenance.reports.naming import Naming
from provenance.reports.reasons import MODERATE, STRONG, Names, detail

FEW = 5
KNOWN = "Also known"  # what weighs nothing
# What follows from many texts, or says how the others were weighed: nothing to check in the two.
NOT_IN_THE_TEXTS = (found.OrderOfTexts.kind, found.ThirdTexts.kind, found.CommonSourceNamed.kind)


@dataclass(frozen=True, slots=True)
class Group:
    """Reasons that speak for the same: the weightiest first, each a sentence without a full stop."""

    head: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons of one link that are shown; `left_out` of further ones, `against` of which speak against it."""

    groups: tuple[Group, ...]
    left_out: int = 0
    against: int = 0

    @classmethod
    def of(cls, link: Link, naming: Naming, *, all_: bool = False) -> Reasons:
        """At most `FEW`, each with how strong it is in words; with `all_` every one, with its odds."""
        names = Names.of(link, naming)
        ranked = sorted(
            (each for each in _dates_once(link.evidence) if each.kind is not found.WeightsUsed.kind),
            key=lambda each: (-each.weight, each.kind.name, detail(each, names)),
        )
        shown = ranked if all_ else [each for each in ranked if each.kind not in NOT_IN_THE_TEXTS][:FEW]
        aim = _aim(link)
        heads = _heads(names, aim)
        told: dict[str, list[str]] = {heads[aim]: []} if aim else {}
        for each in sorted(shown, key=lambda each: each.weight <= 0):
            words = odds(each, names) if all_ else strength(each, names)
            told.setdefault(heads[each.favours] if each.weight > 0 else KNOWN, []).append(words)
        hidden = [each for each in ranked if each not in shown]
        return cls(
            tuple(Group(head, tuple(reasons)) for head, reasons in told.items() if reasons),
            len(hidden),
            sum(aim is not None and each.weight > 0 and each.favours != aim for each in hidden),
        )

    @property
    def more(self) -> str:
        """ "3 more reasons, 1 of them against it"; "" where all are shown."""
        if not self.left_out:
            return ""
        of_them = f", {self.against} of them against it" if self.against else ""
        return f"{wording.count(self.left_out, 'more reason')}{of_them}"


def _dates_once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence with one reason that names both dates for each side: the strongest, with the weights of all.

    Where there is one, that dates show no order, or are known, is not said in addition.
    """
    rest: list[Evidence] = []
    dates: dict[str, list[Evidence]] = {}
    for each in evidence:
        (dates.setdefault(each.favours, []) if _names_both_dates(each) else rest).append(each)
    if dates:
        rest = [each for each in rest if each.kind is not found.PublicationTimes.kind or each.weight > 0]
    for alike in dates.values():  # of equal ones that with the time between the dates
        strongest = max(alike, key=lambda one: (one.weight, one.kind is found.PublicationTimes.kind))
        rest.append(replace(strongest, weight=sum(each.weight for each in alike)))
    return rest


def _names_both_dates(evidence: Evidence) -> bool:
    """Whether a reason that weighs something says that the one article is dated before the other."""
    arguments, favours = evidence.arguments, evidence.favours
    if evidence.weight <= 0 or favours not in ("a", "b"):
        return False
    if isinstance(arguments, found.LikelyOrder):
        return True
    if not (isinstance(arguments, found.PublicationTimes) and arguments.a and arguments.b):
        return False
    first, then = (arguments.a, arguments.b) if favours == "a" else (arguments.b, arguments.a)
    return first.latest < then.earliest


def strength(evidence: Evidence, names: Names) -> str:
    """A reason and how strong it is in a word."""
    words, weight = detail(evidence, names), evidence.weight
    if weight <= 0:
        return words
    return f"{words} ({'strong' if weight >= STRONG else 'clear' if weight >= MODERATE else 'slight'})"


def odds(evidence: Evidence, names: Names) -> str:
    """A reason and the odds that it gives: "(12 to 1)"."""
    words, weight = detail(evidence, names), evidence.weight
    if weight <= 0:
        return words
    ratio = math.exp(min(weight, 20.0))
    return f"{words} ({f'{ratio:.1f}' if ratio < 9.95 else f'{ratio:,.0f}'} to 1)"


def weighing_words(links: Iterable[Link]) -> str:
    """How the reasons of all these links were weighed, each way once; a sentence, "" where it is not known."""
    nobody = Naming.of(())
    ways = {
        detail(each, Names.of(link, nobody))
        for link in links
        for each in link.evidence
        if each.kind is found.WeightsUsed.kind
    }
    return f"{wording.capital('; '.join(sorted(ways)))}." if ways else ""


def _aim(link: Link) -> str | None:
    """What reasons for the verdict favour; None where nothing is asserted that they could speak for."""
    if link.rejected:
        return None
    if link.source:
        return "a" if link.source == link.a else "b"
    return {"common_source": "common", "same_event": "none"}.get(link.relation)


def _heads(names: Names, aim: str | None) -> dict[str, str]:
    """The head over the reasons for each side."""
    if aim is not None:
        return {side: "Why" if side == aim else "Against it" for side in ("a", "b", "common", "none")}
    return {
        "a": f"For {names.a} as the source",
        "b": f"For {names.b} as the source",
        "common": "For a third text as the source of both",
        "none": "For neither: what both could know",
    }
