"""The rule for words that are nobody's: forms that are filled in, notices of two deaths, and public texts that both
articles introduce.

Whatever the weights say of dates and wording, neither article is said to come from the other for such words alone. A
credit, a link or a newer version of one address says more than the rule, and is left to the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.align.coverage import share
from provenance.align.templates import counted_spans, template
from provenance.lineage.death_notices import of_two_people
from provenance.lineage.public_texts import public_texts, shared_public_text
from provenance.model import Article, Evidence, Link, Passage
from provenance.model.evidence import ExactNumber, FilledForm, NoticesOfTwo, PublicText
from provenance.model.evidence_kinds import DIRECTION

# Nats. The weights are for readers: the rule holds with any others.
FORM, PUBLIC = 4.0, 4.0
# Confidence that both have the words from elsewhere, below any reporting confidence in use: where from has no name.
UNCLAIMED = 0.75
PROBE = 6  # words by which a block is looked for in a third article


def words_of_nobody(a: Article, b: Article, passages: Sequence[Passage]) -> tuple[Evidence, ...]:
    """Evidence that all that speaks of copying in the passages of two articles is nobody's."""
    matches = [passage.match for passage in passages]
    form = template(matches, a.text, b.text)
    if form is not None:
        arguments = FilledForm(form.numbers_differ, form.numbers, form.names_differ, form.names)
        return (Evidence(arguments, "common", FORM),)
    if of_two_people((a.text, a.body), (b.text, b.body)):
        return (Evidence(NoticesOfTwo(), "common", FORM),)
    public = shared_public_text((a.text, a.body), (b.text, b.body), matches)
    if public is None or not public.is_all:
        return ()
    return (Evidence(PublicText(*public.names, public.characters, public.shared), "common", PUBLIC),)


def unclaimed(link: Link, found: tuple[Evidence, ...], a: Article, b: Article, holder: Article | None) -> Link:
    """A link with the evidence of `words_of_nobody`, and no relation that this evidence takes the ground from.

    `holder` is the third article that may be the source of both.
    """
    if not found:
        return link
    form = any(each.kind.only_equal_words for each in found)
    placed = any(each.kind is NoticesOfTwo.kind for each in found)
    kept = (each for each in link.evidence if not (form or placed) or not _misled(each))
    link = replace(link, evidence=(*found, *kept))
    if form:
        spans = counted_spans([passage.match for passage in link.passages], a.text, b.text)
        link = replace(
            link,
            share_a=share((one for one, _ in spans), a.body),
            share_b=share((two for _, two in spans), b.body),
        )
    if any(each.kind.is_revision or (each.kind.names_source and each.favours in DIRECTION) for each in link.evidence):
        return link
    common = link.relation == "common_source" and _has_it(holder, a)
    if not (form or placed) and (link.relation == "same_event" or common):
        return link
    return replace(
        link,
        relation="undetermined",
        source=None,
        derived=None,
        common_source=None,
        confidence=min(link.confidence, UNCLAIMED),
        likeliest="common_source",
    )


def _misled(evidence: Evidence) -> bool:
    """Whether evidence takes the figures of two reports for one figure that was rounded."""
    return evidence.kind is ExactNumber.kind


def _has_it(holder: Article | None, a: Article) -> bool:
    """Whether the third article has a public text of A as its own words, and does not introduce it as A does."""
    if holder is None:
        return False
    blocks = [each.span.of(holder.text).split() for each in public_texts(holder.text, holder.body)]
    introduced = " ".join(" ".join(words) for words in blocks)
    probes = [" ".join(each.span.of(a.text).strip('“„«" >').split()[:PROBE]) for each in public_texts(a.text, a.body)]
    return not any(probe in introduced for probe in probes)
