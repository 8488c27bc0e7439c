"""Passages as words that people read: their kind, who speaks in them, and which version they are in.

The words are plain text and may hold any characters of a name: the caller escapes or neutralises them for its medium.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from provenance.model import Article, Link, Passage, PassageKind
from provenance.model.evidence_kinds import Side
from provenance.reports import review_words, wording

KINDS: Mapping[PassageKind, str] = {
    "verbatim": "word for word",
    "edited": "edited",
    "paraphrase": "reworded",
    "quotation": "quotation",
    "translation": "translated",
}
ALL_WORDS = 0.995  # from this score on a passage reads "word for word" without a percentage


def described(passage: Passage, derived: Side | None = None) -> str:
    """What people said of a passage, its kind, who speaks in it, and what became of the quotation.

    `derived` is the side that derives.
    """
    said = [review_words.decision(passage.review)] if passage.review else []
    return " · ".join([*said, kind_words(passage, derived)])


def kind_words(passage: Passage, derived: Side | None = None) -> str:
    """The same without what people said."""
    parts = [KINDS[passage.match.kind]]
    if passage.match.kind == "verbatim" and passage.match.score < ALL_WORDS:
        parts[0] = f"almost {parts[0]}"
    if passage.match.by == "meaning":
        parts[0] += f", found by meaning ({passage.match.score:.2f} of 1)"
    elif passage.match.kind != "quotation" and passage.match.score < ALL_WORDS:
        parts[0] += f", {wording.percent(passage.match.score)} of the wording shared"
    if any(passage.in_quotes) and passage.match.kind != "quotation":
        parts.append("quoted" if all(passage.in_quotes) else "quoted in one, reported in the other")
    parts.extend(speech_words(passage, derived))
    for each in passage.match.differences:
        both = each.a and each.b
        parts.append(f"{each.what} {f'differs: {each.a} / {each.b}' if both else f'in one only: {each.a or each.b}'}")
    return " · ".join(parts)


def version_words(passage: Passage, this: Article | None, other: Article | None, names: tuple[str, str]) -> str:
    """ "in version 1 of 4 March 2024, no longer in Coast Post" where one side is in an earlier version; else "".

    Articles and what to call them are in the order of the passage's sides.
    """
    for version, article, called in zip(passage.versions, (this, other), names, strict=True):
        if version is not None:
            earlier = article.earlier.get(version) if article else None
            time = (earlier.modified or earlier.published) if earlier else None
            return f"in version {version}{f' of {wording.time_words(time)}' if time else ''}, no longer in {called}"
    return ""


def speech_words(passage: Passage, derived: Side | None = None) -> list[str]:
    """Speakers and what became of them and of their words, from the source to what derives from it where that is
    known; else from the first text to the second."""
    parts = []
    before, after = passage.speakers if derived != "a" else passage.speakers[::-1]
    named = before or after or passage.speaker
    if passage.speech in (None, "same speaker"):
        if passage.speaker or (named and passage.speech):
            parts.append(f"{passage.speaker or named}" + (", same speaker" if passage.speech else ""))
    elif before and after:
        change = f"re-credited: {before} became {after}" if derived else f"speakers differ: {before} / {after}"
        parts.append(change)
    elif derived and named:
        parts.append(f"speaker {'dropped' if before else 'added'}: {named}")
    elif named:
        parts.append(f"speaker named in one only: {named}")
    else:
        parts.append(str(passage.speech))
    if passage.altered:
        parts.append("words inside the quotation marks differ")
    return parts


def derived_side(link: Link, first: str) -> Side | None:
    """Which side derives from the other where `first` is printed as side A; None where that is not known."""
    return None if link.derived is None else "a" if link.derived == first else "b"


def exchanged(passage: Passage) -> Passage:
    """The same passage seen from the other text."""
    quoted, speakers = passage.in_quotes, passage.speakers
    speech = {"speaker dropped": "speaker added", "speaker added": "speaker dropped"}
    return replace(
        passage,
        speech=speech.get(passage.speech or "", passage.speech),
        match=passage.match.exchanged(),
        in_quotes=(quoted[1], quoted[0]),
        speakers=(speakers[1], speakers[0]),
        versions=(passage.versions[1], passage.versions[0]),
    )
