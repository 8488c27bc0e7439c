"""Texts that are one speech, letter or ruling from beginning to end, by their heads, openings and closings.

A head alone proves nothing: news about a speech has it, too. A speech speaks of "I" and "we" outside quotation marks,
as no report does; a letter has its opening and its closing line; a ruling has lines that only rulings have. What
comes before ("made the following statement:") and behind (contacts) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from provenance.model import Span
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.documents.said import DocumentKind
from provenance.quotes.documents.speaker_names import full_names
from provenance.quotes.languages import Language
from provenance.quotes.word_classes import PRONOUN

# Words of the first person per word outside quotation marks. Of 2,000 press releases the median of reports is 0, of
# texts that their heads call remarks .028; a lower share is asked for where a head says "speech".
OWN_WITH_HEAD, OWN_WITHOUT = 0.008, 0.015
FEWEST_OWN = 2  # words of the first person
ADDRESSED = 0.01  # words of the second person per word of a letter
MOST_QUOTED = 0.35  # part of a speech inside quotation marks
LONGEST_HEAD = 240  # code points of a line that may be a head
LONGEST_LEAD = 400  # code points in which a sentence hands over to the text behind its colon
NEAR = 60  # code points between "remarks by" and a name
MOST_SIGNED = 5  # words of a name that ends in a full stop: "Joseph R. Biden, Jr."
MOST_SIGNERS, LONGEST_SIGNER = 40, 100  # lines below a closing line, and code points of one
MOST_ABOVE_LETTER = 14  # paragraphs: dates and addresses
MOST_HEAD = 6  # paragraphs in which the text of a document begins
LONGEST_SMALL, MOST_SMALL = 3, 4  # letters of words that are small in titles, and how many longer ones may be
MOST_TITLE = 16  # longer words of a title
FEWEST_RULING = 2  # signs of a ruling, one of them at its top
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]{2,2000}”|\"[^\"]{2,2000}\"")
_NUMBERED = re.compile(r"[\[(]?\d{1,3}[\].)]\s+\S")


class Whole(NamedTuple):
    """A document: its kind, the words that show it, its paragraphs, who speaks, and where the text says so."""

    kind: DocumentKind
    shown: str
    parts: tuple[Span, ...]
    speaker: str | None
    place: Span | None


def whole_document(
    text: str, parts: Sequence[Span], head: str, language: Language, words: DocumentWords
) -> Whole | None:
    """What document the paragraphs are, if they are one; `head` is the title and what else comes before them."""
    if not parts:
        return None
    return (
        _letter(text, parts, head, language, words)
        or _ruling(text, parts, head, language, words)
        or _speech(text, parts, head, language, words)
    )


def own_share(text: str, parts: Sequence[Span], words: DocumentWords) -> tuple[float, int]:
    """Words of the first person outside quotation marks: per word, and how many."""
    plain = " ".join(_QUOTED.sub(" ", part.of(text)) for part in parts)
    count = len(_WORD.findall(plain))
    own = len(words.first_person.findall(plain))
    return own / max(1, count), own


def until_end(text: str, parts: Sequence[Span], words: DocumentWords) -> list[Span]:
    """The paragraphs before the line at which a document is over, without lines that nobody says."""
    kept: list[Span] = []
    for part in parts:
        line = part.of(text)
        if kept and words.end.match(line):
            break
        if not words.aside.fullmatch(line):
            kept.append(part)
    return kept


# Letters ----------------------------------------------------------------------------------------------------------


def _letter(text: str, parts: Sequence[Span], head: str, language: Language, words: DocumentWords) -> Whole | None:
    found = letter_in(text, parts, language, words)
    if found is not None and found.first <= MOST_ABOVE_LETTER:
        return Whole("letter", found.shown, found.parts, found.speaker, found.place)
    opened = _opening(text, parts, words)
    if opened is not None and opened <= MOST_ABOVE_LETTER:
        body = until_end(text, parts[opened + 1 :], words)
        share, own = own_share(text, body, words)
        if share >= OWN_WITH_HEAD and own >= FEWEST_OWN:
            return Whole("letter", parts[opened].of(text), tuple(body), None, None)
    heads = [head, *(part.of(text) for part in parts[:2] if part.length <= LONGEST_HEAD)]
    opens = next((match for line in heads for match in [words.open_letter.search(line)] if match), None)
    named = opens or next((match for line in heads for match in [words.letter_head.search(line)] if match), None)
    if named is None:
        return None
    body = until_end(text, _behind_head(text, parts, words), words)
    addressed = sum(len(words.second_person.findall(part.of(text))) for part in body)
    if opens is None and addressed < ADDRESSED * sum(len(part.of(text).split()) for part in body):
        return None
    share, own = own_share(text, body, words)
    if share < OWN_WITH_HEAD or own < FEWEST_OWN or _quoted_share(text, body) > MOST_QUOTED:
        return None
    speaker, place = _signer(text, body[-1:], language, words)
    if place is not None and len(body) > 1:
        body = body[:-1]
    return Whole("letter", named[0], tuple(body), speaker, place)


class Letter(NamedTuple):
    """A letter among paragraphs: the numbers of its first one and of the first behind it, its words, its sender."""

    first: int
    last: int
    shown: str
    parts: tuple[Span, ...]
    speaker: str | None
    place: Span | None


def letter_in(text: str, parts: Sequence[Span], language: Language, words: DocumentWords) -> Letter | None:
    """The first letter with an opening and a closing line."""
    opened = _opening(text, parts, words)
    if opened is None:
        return None
    for number, part in enumerate(parts[opened + 2 :], opened + 2):
        line = part.of(text)
        if part.length <= LONGEST_HEAD and words.letter_closing.fullmatch(line):
            signed = parts[number + 1 : number + 1 + MOST_SIGNERS]
            speaker, place = _signer(text, signed, language, words)
            last = number + 1 + sum(each.length <= LONGEST_HEAD for each in signed[:1])
            body = tuple(parts[opened + 1 : number])
            shown = f"{parts[opened].of(text)} … {line}"
            return Letter(opened, last, shown, body, speaker, place)
    return None


def _opening(text: str, parts: Sequence[Span], words: DocumentWords) -> int | None:
    """The number of the paragraph that greets whom a letter is to."""
    lines = enumerate(parts)
    return next(
        (n for n, part in lines if part.length <= LONGEST_HEAD and words.letter_opening.fullmatch(part.of(text))),
        None,
    )


def _signer(
    text: str, lines: Sequence[Span], language: Language, words: DocumentWords
) -> tuple[str | None, Span | None]:
    """The one person who signs; nobody where several do."""
    found: list[tuple[str, Span]] = []
    for line in lines:
        written = line.of(text)
        if words.end.match(written) or line.length > LONGEST_SIGNER:
            break
        if written[-1:] in ".?!:" and len(written.split()) > MOST_SIGNED:
            break
        found += full_names(text, language, *line)
    names = {name for name, _ in found}
    return found[0] if len(names) == 1 else (None, None)


# Rulings ----------------------------------------------------------------------------------------------------------


def _ruling(text: str, parts: Sequence[Span], head: str, language: Language, words: DocumentWords) -> Whole | None:
    top = [line for line in head.splitlines() if line.strip()]
    top += [part.of(text) for part in parts[:8] if part.length <= LONGEST_HEAD and part.of(text)[-1:] not in '.?!”"']
    signs_of = [line for line in top if words.court.search(line) or words.ruling_head.search(line)]
    if all(_is_sentence(line, language) for line in signs_of):
        return None
    top = [line for line in top if not _is_sentence(line, language)]
    court = next((line for line in top if words.court.search(line)), None)
    called = next((line for line in top if words.ruling_head.search(line)), None)
    if court is None and called is None:
        return None
    parties = any(words.parties.search(line) for line in top)
    body = _behind_head(text, parts, words)
    written = " ".join(part.of(text) for part in body)
    said = len(words.ruling_words.findall(_QUOTED.sub(" ", written)))
    numbered = sum(bool(_NUMBERED.match(part.of(text))) for part in body)
    full = any(words.speech_head.search(line) for line in top)  # "full text"
    signs = (court is not None) + (called is not None) + parties + (numbered >= 2) + full + min(2, said)
    reported = _quoted_share(text, body) > MOST_QUOTED
    if reported or not said or signs <= FEWEST_RULING or not (parties or numbered >= 2 or full or said >= 3):
        return None
    speaker = next(
        (
            name[0]
            for line in top
            for cue in words.judge.finditer(line)
            for name in [next(full_names(line, language, cue.end()), None)]
            if name
        ),
        None,
    )
    if speaker is None and court is not None:
        named = re.search(r"[^,;:–—|]{0,60}\b(?:[Cc]ourt|COURT|[Tt]ribunal|TRIBUNAL)\b(?: of [\w ]{2,30})?", court)
        speaker = "the court" if named is None or named[0].isupper() else _court_name(named[0])
    return Whole("ruling", (called or court or "").strip(), tuple(until_end(text, body, words)), speaker, None)


def _is_sentence(line: str, language: Language) -> bool:
    """Whether a line is no title of a ruling: a full stop ends it, or many of its words are small."""
    if line.isupper():
        return False
    listed = [word for word in _WORD.findall(line) if len(word) > LONGEST_SMALL]
    small = [word for word in listed if word[:1].islower()]
    return (
        line[-1:] in ".?!:"
        or len(listed) > MOST_TITLE
        or any(language.lexicon.words.get(word.lower(), 0) & PRONOUN for word in _WORD.findall(line))
        or len(small) > MOST_SMALL
    )


def _court_name(written: str) -> str:
    """ "Judgment of the Norrvik District Court" names "the Norrvik District Court"."""
    behind = re.split(r"\b(?:of|by|in|from)\s+(?=the\b)", written.strip(), maxsplit=1)[-1]
    return behind[:1].lower() + behind[1:] if behind.startswith("The ") else behind


# Speeches ---------------------------------------------------------------------------------------------------------


def _speech(text: str, parts: Sequence[Span], head: str, language: Language, words: DocumentWords) -> Whole | None:
    body = _behind_head(text, parts, words)
    if not body:
        return None
    before = [
        Span(part.start, min(part.end, body[0].start)) for part in parts[:MOST_HEAD] if part.start < body[0].start
    ]
    heads = [line for line in head.splitlines() if line.strip()] + [part.of(text) for part in before]
    shown = next((match[0] for line in heads for match in [words.speech_head.search(line)] if match), None)
    opens = words.address.match(body[0].of(text).lstrip('“" '))
    if shown is None and opens is None:
        return None
    kept = until_end(text, body, words)
    share, own = own_share(text, kept, words)
    least = OWN_WITH_HEAD if shown else OWN_WITHOUT
    if share < least or own < FEWEST_OWN or _quoted_share(text, kept) > MOST_QUOTED:
        return None
    plain = _QUOTED.sub(" ", " ".join(part.of(text) for part in kept))
    if 2 * len(words.reported.findall(plain)) > own or not any(mark in plain for mark in ".,"):
        return None  # a report whose quotation marks got lost
    speaker, place = _speaker(text, heads, before, language, words)
    return Whole("speech", shown or (opens[0] if opens else ""), tuple(kept), speaker, place)


def _speaker(
    text: str, heads: Sequence[str], above: Sequence[Span], language: Language, words: DocumentWords
) -> tuple[str | None, Span | None]:
    """Whose speech it is: the name behind "remarks by", before "'s speech", or the only one of who hands over."""
    for line in heads:
        for cue in words.speaker_next.finditer(line):
            found = next(full_names(line, language, cue.end(), min(len(line), cue.end() + NEAR)), None)
            if found is not None:
                return found[0], None
        owned = words.speaker_before.search(line)
        if owned is not None:
            before_it = [name for name, place in full_names(line, language) if 0 <= owned.start() + 2 - place.end < 4]
            if before_it:
                return before_it[-1], None
    for part in above:
        if part.of(text).rstrip().endswith(":"):
            named = dict(full_names(text, language, *part))
            if len(named) == 1:
                return next(iter(named.items()))
    return None, None


def _behind_head(text: str, parts: Sequence[Span], words: DocumentWords) -> list[Span]:
    """The paragraphs behind titles, datelines and the sentence that hands over."""
    start = 0
    for number, part in enumerate(parts[:MOST_HEAD]):
        line = part.of(text)
        inside = words.statement_inside.search(line[:LONGEST_LEAD]) if ":" in line[:LONGEST_LEAD] else None
        if inside is not None:
            return [Span(part.start + inside.end(), part.end), *parts[number + 1 :]]
        if (line.endswith(":") and (part.length <= LONGEST_HEAD or words.statement_next.search(line))) or (
            number == start and part.length <= LONGEST_HEAD and line[-1:] not in '.?!,:—–”"'
        ):
            start = number + 1
    return list(parts[start:])


def _quoted_share(text: str, parts: Sequence[Span]) -> float:
    written = " ".join(part.of(text) for part in parts)
    return sum(len(found[0]) for found in _QUOTED.finditer(written)) / max(1, len(written))
