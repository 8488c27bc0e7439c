"""The sources that an article names, whatever the others are, and what two articles' sources say of their relation.

`Mentions` has the agency whose mark an article carries, the agencies and outlets that its prose credits, and where
addresses may be. `weigh_mentions` turns those of two articles into reasons: links, versions of one address, notes of
reprints, agencies' marks, sources that both credit. Whether one article credits the other is read in `credits`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.languages.news_words import CATALOGUE
from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.lineage.agency_evidence import ASCRIBED, LEAST, weigh_agencies
from provenance.lineage.credit_grammar import AFTER, BEFORE, Manner, manner_of
from provenance.lineage.credits import credit_of, held_share
from provenance.lineage.lexicon import lexicon
from provenance.lineage.marks import agency_of, contributors, says_agencies
from provenance.lineage.outlets import STILL_IT
from provenance.lineage.reprints import reprint_note
from provenance.lineage.texts import occurrences
from provenance.model import Article, Evidence
from provenance.model.evidence import Ascribed, CreditedAlike, LinkTo, Reprint, Revision
from provenance.model.evidence_kinds import Side

_NAME = re.compile(
    r"(?:[Tt]he |(?:[a-z][\w-]{1,15} ){0,3}(?:agency|broadcaster|newspaper|magazine|network|channel|daily) )?"
    r"(?P<name>(?:[^\W\d_a-zß-ÿ][\w&’'.-]{0,30}|dpa|epd)(?: [^\W\d_a-zß-ÿ][\w&’'-]{0,30}){0,4}"
    r"(?: (?:radio|television|tv)\b)?)"  # "told Norrvik radio"
)
_BEFORE_VERB = re.compile(
    r"(?P<the>[Tt]he )?(?P<name>[^\W\d_a-zß-ÿ][\w&’'-]{0,30}(?: [^\W\d_a-zß-ÿ][\w&’'-]{0,30}){0,4})$"
)
_VERBS = (" reported", " reports")
_STATIONS = frozenset(("radio", "television", "tv"))
_DAILY = frozenset(("Daily", "Evening", "Morning", "Sunday", "Weekly"))


@dataclass(frozen=True, slots=True)
class Mentions:
    """The sources that one article names: the `agency` whose mark it carries, the agencies and outlets `credited` in
    its prose in reading order, those among them that were only `told` something, and `haystacks`, the parts of its
    text and metadata that may contain addresses. `unnamed`: it says that it is from agencies and not from which."""

    agency: str | None
    credited: tuple[str, ...]
    haystacks: tuple[str, ...]
    told: frozenset[str] = frozenset()
    unnamed: bool = False

    @property
    def everything(self) -> tuple[str, ...]:
        """The agency and the credited outlets."""
        return (*((self.agency,) if self.agency else ()), *self.credited)

    @property
    def sources(self) -> tuple[str, ...]:
        """What the article says it has its report from; an interview that it mentions was given to somebody else."""
        return tuple(name for name in self.everything if name not in self.told)

    def links_to(self, other: Article) -> bool:
        """Whether the address of `other` is in the text or the metadata."""
        address = address_of(other)
        return bool(address) and any(address in haystack for haystack in self.haystacks)


def mentions_of(article: Article, agencies: Agencies = SHIPPED) -> Mentions:
    """Read one article; `agencies` are those of the table and those that the articles at hand show."""
    haystacks = (article.text, *(article.metadata[key] for key in sorted(article.metadata)))
    credited = credited_sources(article, agencies)
    helped = tuple(name for name in contributors(article, agencies) if name not in credited)
    agency = agency_of(article, agencies)
    return Mentions(
        agency,
        (*credited, *helped),
        tuple(each for each in haystacks if "/" in each),
        frozenset(name for name, manner in credited.items() if manner == "interview"),
        agency is None and says_agencies(article),
    )


def address_of(article: Article) -> str:
    """The address without scheme, "www." and last slash; "" where it is that of a whole site."""
    if not article.url:
        return ""
    address = re.sub(r"^https?://(?:www\.)?", "", article.url).rstrip("/")
    return address if len(address) >= 8 and "/" in address else ""


def credited_sources(article: Article, agencies: Agencies = SHIPPED) -> dict[str, Manner]:
    """Agencies and outlets that the text credits ("told Reuters", "according to the Herald", "the Herald reported"),
    in reading order, each with the stronger manner in which it does; the article's own outlet is none."""
    text, body = article.text, article.body
    found: list[tuple[int, str]] = []
    for cue in lexicon().credit_cues:
        for place in occurrences(text, cue, body):
            behind = place + len(cue)
            if text[behind : behind + 1] in (" ", "\n") and not text[place - 1 : place].isalnum():
                name = _NAME.match(text, behind + 1, min(body.end, behind + 120))
                known = name and _known(name["name"].split(), text[name.start() : name.start("name")], agencies)
                if name and known:
                    found.append((name.start("name"), known))
    for verb in _VERBS:
        for place in occurrences(text, verb, body):
            name = _BEFORE_VERB.search(text[max(body.start, place - BEFORE) : place].rpartition("\n")[2])
            words = name["name"].split() if name else []
            known = next(
                filter(None, (_known(words[first:], "the", agencies, whole=True) for first in range(len(words)))),
                None,
            )
            if known:
                found.append((text.rfind(words[-1], 0, place), known))
    if article.language in CATALOGUE:
        from provenance.lineage.credit_words import named_sources

        for place, words_of_name, sure in named_sources(article):
            if source := agencies.named(words_of_name) or (words_of_name if sure else None):
                found.append((place, source))
    own = (article.publisher or "").lower()
    credited: dict[str, Manner] = {}
    for place, source in sorted(found):
        if source.lower() in own or (own and agencies.same(source, own)):
            continue
        before = text[max(body.start, place - BEFORE) : place].rpartition("\n")[2]
        manner = manner_of(before, text[place : place + AFTER].removeprefix(source), article.language) or "report"
        credited[source] = "report" if credited.get(source) == "report" else manner
    return credited


def _known(words: list[str], before: str, agencies: Agencies, *, whole: bool = False) -> str | None:
    """The agency or outlet that the first of some capitalised words name (all of them, if `whole`), or None.

    The nouns that papers share with people and things need "the", "Daily" or the like: "according to Emily Post".
    """
    ends = [word.endswith((".", ",", "'", "’", "'s", "’s")) for word in words]
    words = [word.removesuffix("'s").removesuffix("’s").rstrip(".,'’") for word in words]
    sure, unsure = lexicon().outlet_nouns, lexicon().unsure_outlet_nouns
    for count in range(len(words), 0, -1):
        if whole and count < len(words):
            break
        if agency := agencies.named(" ".join(words[:count])):
            return agency
        named = count > 1 and (words[count - 1] in sure or words[count - 1] in _STATIONS)
        named = named or (
            count > 1 and words[count - 1] in unsure and ("the" in before.lower() or words[0] in _DAILY)
        )
        if named and count < len(words) and not ends[count - 1] and words[count] not in STILL_IT:
            return None  # "New York Independent System Operator": no part of a longer name is an outlet
        if named and words[0] not in ("The", "A", "This", "That"):
            return " ".join(words[:count])
    return None


def weigh_mentions(
    a: Article,
    b: Article,
    mentions: tuple[Mentions, Mentions],
    argued: Mapping[str, float],
    copied: float,
    agencies: Agencies = SHIPPED,
    *,
    retold: bool = False,
) -> list[Evidence]:
    """Reasons from links, notes and agencies. `copied`, 0 to 1: whether enough prose is shared to be one text;
    `retold`: whether an agency's name weighs as well where one may tell the other's story in words of its own."""
    one, two = mentions
    found = []
    back, forth = one.links_to(b), two.links_to(a)
    if back != forth:
        found.append(Evidence(LinkTo(), "a" if forth else "b", argued["link"]))
    found += _weigh_revision(a, b, argued["revision"])
    if copied >= LEAST:
        found += _weigh_credits(a, b, argued, copied, agencies)
    found += weigh_agencies(a, b, mentions, argued, copied, agencies, retold=retold)
    alike = tuple(name for name in one.credited if any(agencies.same(name, other) for other in two.credited))
    if alike and not any(each.kind.names_sender and each.favours == "common" for each in found):
        found.append(Evidence(CreditedAlike(alike), "common", argued["credited_alike"]))
    return found


def _weigh_credits(
    a: Article, b: Article, argued: Mapping[str, float], copied: float, agencies: Agencies
) -> list[Evidence]:
    """The article that says it is a reprint of the other's outlet, else the one that ascribes to the other's outlet
    or author what is there; nothing where both do."""
    notes = (reprint_note(a, b, agencies), reprint_note(b, a, agencies))
    note = notes[0] or notes[1]
    if note is not None:
        weight = round(argued["reprint"] * copied, 3)
        return [] if all(notes) else [Evidence(Reprint(note.words), "b" if notes[0] else "a", weight)]
    found: list[Evidence] = []
    sides: tuple[tuple[Side, Article, Article], ...] = (("a", a, b), ("b", b, a))
    for side, source, other in sides:
        credited = credit_of(source, other, agencies)
        if credited is None:
            continue
        # "The Post reports that all is over" may say in words of its own what the rest of the text copies.
        held = credited.strength
        held = held if held >= ASCRIBED else round(held_share(source, other), 3)
        if held >= ASCRIBED:
            found.append(Evidence(Ascribed(credited.words, held), side, round(argued["ascribed"] * copied * held, 3)))
    return found if len(found) == 1 else []


def _weigh_revision(a: Article, b: Article, weight: float) -> list[Evidence]:
    """Two versions of one address: the one that was modified later is the revision."""
    if not address_of(a) or address_of(a) != address_of(b):
        return []
    one, two = a.modified or a.published, b.modified or b.published
    if one is None or two is None or not (one.latest < two.earliest or two.latest < one.earliest):
        return []
    if one.latest < two.earliest:
        return [Evidence(Revision(address_of(a), two.written), "a", weight)]
    return [Evidence(Revision(address_of(a), one.written), "b", weight)]
