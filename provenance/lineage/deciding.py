"""From weighed evidence to a link: which relation is asserted, with which confidence, and what stays undetermined.

Five rules hold whatever the weights say. A common source that is neither archived nor credited is never asserted.
Two copies of one text whose dates have no order get no direction unless a credit gives one. A direction that rests on
wording alone, among texts of a kind that wording was never checked on, is not confident; nor is one between a live
page and an article that appeared while it was written. Words of nobody make no article the source of another
(`nobodys`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.events.linear import probabilities
from provenance.lineage import weights
from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.lineage.choice import BACKWARD, FORWARD, NAMED, SAME, UNSEEN
from provenance.lineage.credits import names_source
from provenance.lineage.fitted_evidence import date_evidence
from provenance.lineage.marks import is_dispatch
from provenance.lineage.mentions import Mentions
from provenance.lineage.nobodys import unclaimed, words_of_nobody
from provenance.lineage.times import pair_times
from provenance.model import Article, Evidence, Favours, Link, Passage, Relation
from provenance.model.event_evidence import CopyOfSource
from provenance.model.evidence import AgencyMark, Boilerplate, WhereSaid
from provenance.model.links import Likeliest

# Words of prose in long stretches, outside quotation marks, from which on "both report one event" is no explanation.
MOST_COPIED = 25
# Part of the words of both texts, quotations among them, in stretches of equal words, from which on it is none, too:
# 4 of 834 independent pairs of `newsroom` have so much, none of 94 of `basil`; of copies with noise in every tenth
# letter, or with every third word another, all.
MOST_SAME = 0.44
# Confidence never reaches 1: labels of the posts themselves are wrong about once in 500.
MOST_CONFIDENT = 0.995
# Of two copies a common source is said from this confidence on, which is that of reports; below it they are copies.
SURE_COMMON = 0.8
# Weight of `Thin` evidence from which so little is shared that it may be a set phrase, which has no source to name.
SET_PHRASE = 1.5
# Where there are no dates and the weights were not checked on texts of this kind, argued reasons are unsure as well.
MOST_ARGUED = 0.9
# Part of an argued reason for one direction that is added to "a common source": a lost release or interview would
# explain the same observation.
SHARED_WITH_COMMON = 0.25
# Pairs that share nothing but signatures and footers and yet are in a gold relation have a common source in .83 of
# 52 cases. It is never asserted.
SAME_FOOTER = 0.75
NOTHING = Mentions(None, (), ())


@dataclass(frozen=True, slots=True)
class Case:
    """One pair of articles with everything that was found about it; a tuple of two is (of A, of B).

    passages       what they share, ascending in A
    shares         part of each body inside passages, 0 to 1
    same_words     part of each body in stretches of equal words, 0 to 1
    utilities      of the alternatives of `choice`, in nats, from the fitted weights alone; without "both report one
                   event" (four) where that was not asked
    fitted         the evidence that these weights give
    argued         further evidence, whose weights are not in `utilities`
    about          which fitted weights were used, if that depends on the texts
    holder         the third article that has most of what is shared
    naming         probability that it is the common source, if there is one
    holder_agency  the agency whose text it only ran
    named          words of each text that name the author or outlet of the other
    mentions       what each says of its sources
    agencies       the names of agencies
    unsure         whether the weights were not checked on this kind of text, and no dates help
    ordered        whether dates say for sure where the shared words were first
    open_order     whether one is a live page that was written before and after the other appeared
    doubted        whether the few known reports of the event leave a direction open
    copied_words   words of prose that both have in stretches of equal words
    other_holders  how many further articles share these passages with one of the two
    ordering       evidence that says which of the two is the source, if one of them is, and nothing else
    printed        the agencies whose text each only printed, "" for one that is not named
    copies         further articles with the text of A, of B, that the other may have used instead
    """

    a: Article
    b: Article
    passages: tuple[Passage, ...] = ()
    shares: tuple[float, float] = (0.0, 0.0)
    same_words: tuple[float, float] = (0.0, 0.0)
    utilities: NDArray[np.float64] = field(default_factory=lambda: np.zeros(UNSEEN + 1))
    fitted: tuple[Evidence, ...] = ()
    argued: tuple[Evidence, ...] = ()
    about: Evidence | None = None
    holder: Article | None = None
    naming: float = 1.0
    holder_agency: str | None = None
    named: tuple[str | None, str | None] = (None, None)
    mentions: tuple[Mentions, Mentions] = (NOTHING, NOTHING)
    unsure: bool = False
    ordered: bool = False
    open_order: bool = False
    doubted: bool = False
    copied_words: int = 0
    other_holders: float = 0.0
    ordering: tuple[Evidence, ...] = ()
    agencies: Agencies = SHIPPED
    printed: tuple[str | None, str | None] = (None, None)
    copies: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def decide(case: Case, settings: LineageSettings) -> Link:
    """The link of a case."""
    found = words_of_nobody(case.a, case.b, case.passages)
    return unclaimed(_weighed(case, settings), found, case.a, case.b, case.holder)


def _weighed(case: Case, settings: LineageSettings) -> Link:
    """The link of a case, as far as its weights go."""
    chances = probabilities(_with_argued(case)[None, :])[0]
    same_event = float(chances[SAME]) if len(chances) > SAME else 0.0
    forward, backward = float(chances[FORWARD]), float(chances[BACKWARD])
    common = float(chances[NAMED] + chances[UNSEEN])
    likeliest = _likeliest(forward, backward, common, same_event)
    confidence = min(max(forward, backward, common, same_event), MOST_CONFIDENT)
    if case.unsure:
        limit = MOST_ARGUED if _has_reason(case, likeliest) else settings.uncertain_kind
        confidence = min(confidence, limit)
    if case.open_order and likeliest in ("a->b", "b->a") and not _names_source(case, likeliest):
        confidence = min(confidence, settings.uncertain_kind)
    if case.doubted and likeliest in ("a->b", "b->a"):
        confidence = min(confidence, settings.uncertain_kind)
    sender = _sender(case, chances)
    agency = _credited_source(case, likeliest, sender)
    asserted = confidence >= settings.reporting_confidence
    relation: Relation = "undetermined"
    if asserted and likeliest in ("a->b", "b->a"):
        relation = "derived"
    elif asserted and likeliest == "common_source" and _has_common_source(case, chances, sender):
        relation = "common_source"
        agency = agency or case.holder_agency
    elif asserted and likeliest == "same_event" and not _has_copied(case):
        relation = "same_event"
    revised = any(each.kind.is_revision for each in case.argued)
    copies = min(case.same_words) >= settings.near_duplicate and not revised
    # A record is made at reporting confidence 0: there, too, copies are copies before they perhaps have one source.
    if copies and (relation != "common_source" or confidence < SURE_COMMON):
        relation = "near_duplicate"
        if likeliest == "same_event" or _without_order(case):
            likeliest, asserted = "none", False
    directed = asserted and likeliest in ("a->b", "b->a")
    if relation == "near_duplicate" and not directed:
        confidence = min(case.same_words)
    ends = (case.a.id, case.b.id) if likeliest == "a->b" else (case.b.id, case.a.id)
    named_common = likeliest == "common_source" and relation != "derived" and _is_source(case, sender)
    return Link(
        a=case.a.id,
        b=case.b.id,
        relation=relation,
        confidence=round(confidence, 6),
        share_a=case.shares[0],
        share_b=case.shares[1],
        passages=case.passages,
        source=ends[0] if directed else None,
        derived=ends[1] if directed else None,
        common_source=case.holder.id if named_common and case.holder and relation == "common_source" else None,
        credited_source=agency,
        credited=_is_credited(case, likeliest, agency),
        evidence=(*case.argued, *case.ordering, *case.fitted, *_about(case, likeliest)),
        likeliest=likeliest,
    )


def _has_copied(case: Case) -> bool:
    """Whether so many words are equal that two reporters would not both have written them."""
    return case.copied_words >= MOST_COPIED or min(case.same_words) >= MOST_SAME


def _about(case: Case, likeliest: Likeliest) -> list[Evidence]:
    """The articles with the text of the source that may have been used instead, and which weights were used."""
    of_source = {"a->b": case.copies[0], "b->a": case.copies[1]}.get(likeliest, ())
    return [*(Evidence(CopyOfSource(each), "none", 0.0) for each in of_source), *filter(None, (case.about,))]


def only_footers(a: Article, b: Article, passages: tuple[Passage, ...], shares: tuple[float, float]) -> Link:
    """The link of two articles that share nothing but signatures, footers and credit lines."""
    return Link(
        a=a.id,
        b=b.id,
        relation="undetermined",
        confidence=SAME_FOOTER,
        share_a=shares[0],
        share_b=shares[1],
        passages=passages,
        evidence=(Evidence(Boilerplate(), "none", 0.0), *date_evidence(pair_times(a, b, ((), ())))),
        likeliest="common_source",
    )


def _with_argued(case: Case) -> NDArray[np.float64]:
    """The utilities with the argued reasons added: each to the alternative that it favours, and in part to a common
    source."""
    utilities = case.utilities.copy()
    ordering = (*case.ordering, *(each for each in case.argued if each.kind.only_orders))
    ordered = sum(each.weight * {"a": 1, "b": -1}.get(each.favours, 0) for each in ordering)
    if ordered:
        either = np.logaddexp(utilities[FORWARD], utilities[BACKWARD])
        difference = utilities[FORWARD] - utilities[BACKWARD] + ordered
        utilities[FORWARD] = either - np.logaddexp(0.0, -difference)
        utilities[BACKWARD] = either - np.logaddexp(0.0, difference)
    for reason in case.argued:
        if reason.favours == "common":
            utilities[[NAMED, UNSEEN] if reason.kind.names_common_source else UNSEEN] += reason.weight
        elif reason.favours != "none" and not reason.kind.only_orders:
            utilities[FORWARD if reason.favours == "a" else BACKWARD] += reason.weight
            if not reason.kind.settles:
                utilities[[NAMED, UNSEEN]] += SHARED_WITH_COMMON * reason.weight
    return utilities


def _likeliest(forward: float, backward: float, common: float, same_event: float) -> Likeliest:
    if same_event > max(forward, backward, common):
        return "same_event"
    if common > max(forward, backward):
        return "common_source"
    if forward == backward:
        return "none"
    return "a->b" if forward > backward else "b->a"


def _has_reason(case: Case, likeliest: Likeliest) -> bool:
    """Whether something beyond wording speaks for a relation."""
    side = {"a->b": "a", "b->a": "b"}.get(likeliest, "common")
    return any(each.favours == side and each.weight > 0 and not each.kind.is_set_phrase for each in case.argued)


def _names_source(case: Case, likeliest: Likeliest) -> bool:
    """Whether the derived article names the other."""
    side, source = (1, "a") if likeliest == "a->b" else (0, "b")
    return case.named[side] is not None or any(
        each.favours == source and each.kind.names_source for each in case.argued
    )


def _has_common_source(case: Case, chances: NDArray[np.float64], sender: str | None) -> bool:
    """Whether the common source is archived, or is an agency whose text both have, or an outlet that both credit."""
    if any(_is_guess(each) for each in case.argued):
        return False
    if sender or any(each.kind.both_credit for each in case.argued):
        return True
    if any(each.kind.is_set_phrase and each.weight > SET_PHRASE for each in case.argued):
        return False
    return case.holder is not None and bool(chances[NAMED] >= chances[UNSEEN])


def _is_guess(evidence: Evidence) -> bool:
    """Whether one of two names an agency, and nothing shows that the other has its text."""
    mark = evidence.arguments
    return isinstance(mark, AgencyMark) and mark.shows in ("ascribed", "retold")


def _is_source(case: Case, sender: str | None) -> bool:
    """Whether the best third text may be named as the common source; a third copy of an agency's text may not."""
    if case.holder is None or case.holder_agency is not None:
        return False
    return sender is None or is_dispatch(case.holder, sender, case.agencies)


def _sender(case: Case, chances: NDArray[np.float64]) -> str | None:
    """The agency that sent the shared text to both, as far as the marks and credits of one or both show."""
    least = weights.news()["one_agency"] / 2
    for each in case.argued:
        mark = each.arguments
        if isinstance(mark, AgencyMark) and each.favours == "common" and each.weight >= least:
            return None if mark.shows == "two" else mark.agency
    one, two = (agency or None for agency in case.printed)  # "" is an agency without a name
    if one and two and not case.agencies.same(one, two):
        return None
    return (one or two) if chances[UNSEEN] > chances[NAMED] else None


def _without_order(case: Case) -> bool:
    """Whether two near identical texts have no order but by wording, which means nothing between copies."""
    return (
        not case.ordered
        and not any(case.named)
        and not any(each.favours in ("a", "b") and not each.kind.orders_by_chance for each in case.argued)
    )


def _credited_source(case: Case, likeliest: Likeliest, sender: str | None) -> str | None:
    """An outlet, agency or author that the derived text (one of both, for a common source) names as its source."""
    if likeliest in ("a->b", "b->a"):
        side = 1 if likeliest == "a->b" else 0
        derived, source = (case.b, case.a) if side else (case.a, case.b)
        revised = any(each.kind.is_revision for each in case.argued)
        names = [
            source.publisher if revised else None,
            names_source(derived, source, case.agencies),
            case.named[side] and source.author,
        ]
        mentioned = case.mentions[side]
        told = mentioned.credited if _was_spoken(case, "b" if side == 0 else "a") else ()
        return next((name for name in (*names, *mentioned.sources, *told) if name), None)
    if likeliest in ("none", "same_event"):
        return None
    one, two = case.mentions
    same = case.agencies.same
    names = [max(name, other, key=len) for name in one.everything for other in two.everything if same(name, other)]
    names += [sender] if sender else []
    if case.holder is not None:
        names += [names_source(each, case.holder, case.agencies) for each in (case.a, case.b)]
    return next((name for name in names if name), None)


def _was_spoken(case: Case, source: Favours) -> bool:
    """Whether the source is a conversation in which the shared words were said, so that whom they were told is where
    the derived text has them from."""
    said = (each.arguments for each in (*case.argued, *case.ordering) if each.favours == source)
    return any(isinstance(each, WhereSaid) and each.document in ("transcript", "interview") for each in said)


def _is_credited(case: Case, likeliest: Likeliest, name: str | None) -> bool:
    """Whether the derived text (either, for a common source) names its source or the agency, or links to it."""
    if name:
        return True
    sides = {"a->b": (1,), "b->a": (0,), "none": (), "same_event": ()}.get(likeliest, (0, 1))
    others = (case.b, case.a)
    return any(case.named[side] or case.mentions[side].links_to(others[side]) for side in sides)
