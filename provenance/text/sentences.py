"""Sentences, with offsets into the text as it was read.

Rules decide at each full stop, question or exclamation mark; sentences never cross paragraphs. Nothing here needs a
language model, and the time grows with the length of the text whatever it holds: no expression can backtrack beyond
a fixed window. When in doubt a sentence goes on after an abbreviation and ends elsewhere. A sentence of more than
LONGEST words (full stops were lost, or it is a list or a table) is cut at visible pauses: scraped archives have
thousands of articles without a single full stop, and as one sentence such a text would count as reused from its first
word to its last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from provenance.model import Span
from provenance.text import abbreviations
from provenance.text.abbreviations import Listed
from provenance.text.paragraphs import paragraphs

__all__ = ["paragraphs", "sentences"]

# Of 29,830 press releases, half of them without full stops, 1.6 % of the sentences are longer; of those with full
# stops .1 %.
LONGEST = 80  # words
SHORTEST = 15  # words before a cut: two capitalised words with a lost comma between them are no sentence
_FEWEST_CODE_POINTS = 2 * LONGEST  # of a sentence worth counting

_WRITTEN = re.compile(r"\S+")
_PAUSES = ";:?!.…"

LOOK_BACK = 24  # code points; no abbreviation is longer
LOOK_AHEAD = 80  # code points that an attribution after a quoted question may take

# The pattern takes in what comes before a stop, too: looking at each character for a stop takes twice as long.
_TO_STOP = re.compile(r"[^.!?…‽؟۔।॥։።။។。！？｡]*([.!?…‽؟۔।॥։።။។。！？｡]*)")
_WIDE = frozenset("。！？｡።။។")
_CLOSERS = frozenset("\"'”’»›)]}」』”）］】〉》｣`")
_EITHER_WAY = frozenset("“«‘‹")  # German and Danish close with these; elsewhere they open
_SURE_CLOSERS = frozenset("”’»›」』）】〉》｣")
_OPENERS = frozenset("\"'“”„‚‘’«»‹›([{¿¡—–-「『（［【〈《｢`*•$€£#@")
_CONTINUES = frozenset(",;:)]}、，；：%…")
_JAPANESE_QUOTATIVE = ("と", "って", "という")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# Thai and Lao end no sentence with a mark: a space stands between sentences, and between some clauses.
_SPACE_AFTER_THAI = re.compile("(?<=[\u0e00-\u0eff])[ \u00a0]+(?=[\u0e00-\u0eff])")
LEAST_THAI = 30  # code points of a sentence, seven words; between shorter pieces the space is inside one
_ATTRIBUTION = re.compile(r"(?:[^\W\d_a-z][^\s,]{0,20} ){1,4}([a-z]+)\b")


def sentences(text: str, within: Span | None = None, code: str | None = None) -> list[Span]:
    """The sentences of `text`, or of the part `within`: trimmed, not empty, ascending, inside paragraphs.

    Closing quotation marks and brackets stay with the sentence that they end. `code` is the language of the text,
    whose abbreviations are known besides those that languages share.
    """
    listed = abbreviations.of_language(code)
    found: list[Span] = []
    for paragraph in paragraphs(text, within):
        start = paragraph.start
        for end in _ends(text, paragraph, listed):
            found.append(Span(start, end))
            start = _after_blanks(text, end)
        found.append(Span(start, paragraph.end))
    if not text.isascii() and _SPACE_AFTER_THAI.search(text):
        found = [part for sentence in found for part in _parted_at_spaces(text, sentence)]
    return cut_overlong(text, found)


def _parted_at_spaces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence of Thai or Lao at the spaces that leave LEAST_THAI code points on both sides; others stay whole."""
    start = sentence.start
    for space in _SPACE_AFTER_THAI.finditer(text, *sentence):
        if space.start() - start >= LEAST_THAI and sentence.end - space.end() >= LEAST_THAI:
            yield Span(start, space.start())
            start = space.end()
    yield Span(start, sentence.end)


def _ends(text: str, paragraph: Span, listed: Listed) -> Iterator[int]:
    """Where sentences end inside a paragraph, except at its own end."""
    limit = paragraph.end
    begin = paragraph.start
    for found in _TO_STOP.finditer(text, *paragraph):
        stop, after_stop = found.span(1)
        end = _after_closers(text, after_stop, limit)
        if end >= limit:
            return
        if _ends_here(text, begin, stop, after_stop, end, limit, listed):
            begin = end
            yield end


def _after_closers(text: str, place: int, limit: int) -> int:
    """Where the closing marks end that follow a stop at `place`."""
    while place < limit:
        character = text[place]
        if character in _CLOSERS or (
            character in _EITHER_WAY and (place + 1 >= limit or not text[place + 1].isalnum())
        ):
            place += 1
        elif character in " \u00a0\u202f" and place + 1 < limit and text[place + 1] in _SURE_CLOSERS:
            if place + 2 < limit and text[place + 2].isalnum():
                return place  # » and ’ open here
            place += 2
        else:
            return place
    return place


def _after_blanks(text: str, place: int) -> int:
    """The first place from `place` on without white space; there is one before the end of a paragraph."""
    while text[place].isspace():
        place += 1
    return place


def _ends_here(text: str, begin: int, stop: int, after_stop: int, end: int, limit: int, listed: Listed) -> bool:
    closed = end > after_stop
    if text[after_stop - 1] in _WIDE:
        return text[end] not in _CONTINUES and not (closed and text.startswith(_JAPANESE_QUOTATIVE, end))
    if not text[end].isspace():
        return _glued(text, begin, stop, end, closed)
    following = _after_blanks(text, end)
    first = text[following]
    if first in _CONTINUES or (first in ".!?" and not text[following + 1 : following + 2].isalnum()):
        return False
    return _starts_sentence(text, following, limit) and not _goes_on(
        text, begin, stop, after_stop, closed, following, listed
    )


def _starts_sentence(text: str, place: int, limit: int) -> bool:
    """Whether what is at `place`, after white space, can open a sentence."""
    ahead = min(limit, place + 8)
    while place < ahead and text[place] in _OPENERS:
        place += 1
    if place >= ahead:
        return True
    if text[place].islower():
        return text[place + 1 : place + 2].isupper()  # "iPhone"
    return True


def _glued(text: str, begin: int, stop: int, end: int, closed: bool) -> bool:
    """Whether a sentence ends although no space follows: "the end.Start", "“Yes.”The"."""
    character = text[end]
    opens = character in "“«„" and text[end + 1 : end + 2].isalpha()
    if not (opens or (character.isupper() and not text[end + 1 : end + 2].isupper())):
        return False
    chunk = text[max(begin, stop - LOOK_BACK) : stop].rsplit(None, 1)
    word = chunk[-1] if chunk else ""
    if closed or opens:
        return True
    if any(sign in word for sign in "@/\\.:"):  # an address or a name of a file
        return False
    return len(word) > 2 and (word[-3:].islower() or word[-2:].isdigit()) and text[stop] != "…"


def _goes_on(text: str, begin: int, stop: int, after_stop: int, closed: bool, following: int, listed: Listed) -> bool:
    """Whether the sentence goes on although a stop and a space come before a capital, a digit or a mark."""
    if text[stop] != "." or after_stop - stop > 1:
        if closed and text[after_stop - 1] in "?!":
            attribution = _ATTRIBUTION.match(text, following, following + LOOK_AHEAD)
            return attribution is not None and attribution.group(1) in abbreviations.SPEECH
        return text[stop] == "!" and not closed and _word_before(text, begin, stop) in abbreviations.EXCLAIMED
    if closed:
        return False
    word = _word_before(text, begin, stop)
    if listed.spaced_letters and ("’" in word or "'" in word):
        word = word.replace("’", "'").rpartition("'")[2]  # "l’art. 12"
    if not (
        word in listed.any
        or word.isdigit()
        or len(word) == 1
        or "." in word
        or (len(word) > 3 and word.endswith(listed.endings))
    ):
        return False
    if listed.spaced_letters and len(word) == 1 and text[following + 1 : following + 2] == "." and word.isalpha():
        return True  # "z. B. Fähren"
    match = _WORD.match(text, following)
    upcoming = match.group() if match else ""
    opens = stop - len(word) - begin < 8 and not text[begin : stop - len(word)].strip()
    parts = text[max(begin, stop - 2 * LOOK_BACK) : stop].rsplit(None, 2)
    before = parts[-2] if len(parts) > 1 else ""
    return _abbreviated(text[stop - len(word) : stop], word, before, upcoming, opens, listed)


def _word_before(text: str, begin: int, stop: int) -> str:
    """The word that ends at `stop`, in lower case without brackets."""
    chunk = text[max(begin, stop - 2 * LOOK_BACK) : stop]
    if not chunk or chunk[-1].isspace():
        return ""
    return chunk.rsplit(None, 1)[-1].lstrip("\"'“”„‚‘’«»‹›([{¿¡—–-").lower()


def _abbreviated(written: str, word: str, before: str, upcoming: str, opens_sentence: bool, listed: Listed) -> bool:
    """Whether the full stop after `word` marks an abbreviation, an initial, a number or an ordinal."""
    follower = upcoming.lower()
    opener = follower in listed.openers
    if word.isdigit():
        ordinal = before.lower() in listed.ordinal_leads and upcoming[:1].isupper() and not opener
        return len(word) < 3 and (opens_sentence or ordinal or follower in abbreviations.AFTER_ORDINALS)
    if word in listed.before_names:
        return bool(upcoming)
    if follower[:1].isdigit() and word in listed.before_numbers:
        return True
    if word in listed.before_numbers and word not in listed.either - {"no", "nos"}:
        return False
    if word in ("a.m", "p.m"):
        return follower in abbreviations.AFTER_CLOCK
    if word in listed.either or (listed.endings and len(word) > 3 and word.endswith(listed.endings)):
        return bool(upcoming) and not opener
    if len(word) == 1 and written.isupper():
        if before.lower() in abbreviations.LABELLED or (written == "I" and before.islower()):
            return False
        return not opener
    if "." in word and all(
        part.isalpha() and len(part) < 3 for part in word.split(".")
    ):  # "U.S. Senate", "e.g. Berlin"
        return bool(upcoming) and not opener
    return False


def cut_overlong(text: str, found: Iterable[Span]) -> list[Span]:
    """The sentences; any of more than `LONGEST` words in parts of at most that many.

    A part ends before two blanks and a capital, after a mark, or else after `LONGEST` words.
    """
    kept: list[Span] = []
    for sentence in found:
        start, end = sentence
        if end - start < _FEWEST_CODE_POINTS or len(text[start:end].split()) <= LONGEST:
            kept.append(sentence)
        else:
            kept.extend(_parts(text, sentence))
    return kept


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    words = [match.span() for match in _WRITTEN.finditer(text, *sentence)]
    first, place = 0, SHORTEST
    while place < len(words):
        if place - first == LONGEST or _pauses(text, words[place - 1][1], words[place][0]):
            yield Span(words[first][0], words[place - 1][1])
            first, place = place, place + SHORTEST
        else:
            place += 1
    yield Span(words[first][0], words[-1][1])


def _pauses(text: str, end: int, start: int) -> bool:
    """Whether a pause shows between the word that ends at `end` and the one that begins at `start`."""
    return text[end - 1] in _PAUSES or (start - end > 1 and not text[start].islower())
