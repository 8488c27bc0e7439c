"""Speech between dashes: "– Nie wiem – powiedział Nowak. – Zobaczymy.", "—No vengo —dijo Juan—. Mañana sí.".

A dash opens speech at the beginning of a paragraph, or behind a full stop where another dash and a cue close it. A
paragraph without a cue counts only where others of the article have one, since lists begin with dashes as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from provenance.model import Span
from provenance.quotes.cued.grammar import ADVERB, AUXILIARY, CLITIC, CUE_VERB, FINITE, SO, Grammar
from provenance.quotes.quotation_marks import Apostrophes, Marked, marked
from provenance.quotes.word_classes import PERSON

_DASH = re.compile(r"(?<=\s)[—–―](?=\S)|[—–―](?=[\s.,;:?!…])|(?<=\s)-(?=\s)|\A[—–―-]")
_OPENS = re.compile(r"[—–―]\s?(?=[^\W\d_]|[¡¿«„“\"])|-\s(?=[^\W\d_])")
_MIDDLE = re.compile(r"(?<=[.?!…:])\s[—–]\s(?=[^\W\d_])")
_SPOKEN = re.compile(r"[,?!…]\s+(?=[^\W\d_])")
_STOP = re.compile(r"[.?!…](?=\s|\Z)")
WORDS_BEFORE_CUE = 3  # words of the narrator in which the cue comes
LONGEST_NARRATION = 140  # code points of "dit-il en riant."
FEWEST_LETTERS = 2


def marked_with_dashes(
    grammar: Grammar, apostrophes: Apostrophes, undivided: bool = False
) -> Callable[[str, Iterable[Span]], list[Marked]]:
    """The `marked` of a language whose speech may come between dashes.

    `undivided`: no dash separates speech from a cue behind a comma ("— Je ne viens pas, dit-il.").
    """

    def found(text: str, paragraphs: Iterable[Span]) -> list[Marked]:
        parts = list(paragraphs)
        plain = marked(text, parts, apostrophes)
        if not any(dash in text for dash in "—–―") and "\n- " not in text and not text.startswith("- "):
            return plain
        spoken = _Dashes(grammar, text, undivided).read(parts)
        if not spoken:
            return plain
        kept = [one for one in plain if not any(one.start < said.end and said.start < one.end for said in spoken)]
        return sorted([*kept, *spoken])

    return found


class _Dashes:
    """Reads the paragraphs of one text."""

    def __init__(self, grammar: Grammar, text: str, undivided: bool) -> None:
        self.grammar = grammar
        self.text = text
        self.undivided = undivided

    def read(self, parts: list[Span]) -> list[Marked]:
        """What is said between dashes, ascending."""
        opened = [part for part in parts if _OPENS.match(self.text, *part)]
        cued = {part.start: self._paragraph(part) for part in opened}
        some = any(found for found in cued.values())
        said: list[Marked] = []
        for part in parts:
            if part.start in cued:
                found = cued[part.start]
                if not found and some and self.text[part.end - 1] in ".?!…":
                    found = self._speech([(part.start, part.end)])
                said += found
            else:
                said += self._middle(part)
        return said

    def _paragraph(self, part: Span) -> list[Marked]:
        """The speech of a paragraph that a dash opens; nothing where it has no cue."""
        dashes = [at.start() for at in _DASH.finditer(self.text, *part)]
        if not dashes or dashes[0] != part.start:
            dashes.insert(0, part.start)
        speech: list[tuple[int, int]] = []
        start, narrated = part.start, False
        open_speech = True
        for dash, end in pairwise([*dashes[1:], part.end]):
            if open_speech and self._cue_opens(dash + 1, end):
                speech.append((start, dash))
                open_speech, narrated = False, True
            elif not open_speech:
                start, open_speech = dash, True
        if open_speech and (narrated or not self.undivided):
            speech.append((start, part.end))
        if not narrated:
            speech = self._undivided(part) if self.undivided else []
        return self._speech(speech)

    def _undivided(self, part: Span) -> list[tuple[int, int]]:
        for mark in _SPOKEN.finditer(self.text, *part):
            if not self._cue_opens(mark.end(), part.end):
                continue
            stop = _STOP.search(self.text, mark.end(), min(part.end, mark.end() + LONGEST_NARRATION))
            found = [(part.start, mark.start() + 1)]
            if stop is not None and stop.end() < part.end:
                found.append((stop.end(), part.end))
            return found
        return []

    def _middle(self, part: Span) -> list[Marked]:
        """Speech inside a paragraph: ". – Nie wiem – powiedział Nowak"."""
        speech: list[tuple[int, int]] = []
        place = part.start
        for opening in _MIDDLE.finditer(self.text, *part):
            if opening.start() < place:
                continue
            start = opening.start() + 1
            cued = bool(speech) and speech[-1][1] < start and "\n" not in self.text[speech[-1][1] : start]
            for dash in _DASH.finditer(self.text, opening.end(), part.end):
                if self._cue_opens(dash.end(), part.end):
                    speech.append((start, dash.start()))
                    place = dash.end()
                    break
            else:
                if cued:
                    speech.append((start, part.end))
                break
        return self._speech(speech)

    def _cue_opens(self, start: int, end: int) -> bool:
        """Whether a cue verb is among the first words of the narrator at `start`."""
        known, seen = self.grammar.vocabulary, 0
        for word, _ in known.pattern.findall(self.text, start, min(end, start + 60)):
            if not word[0].isalnum() and not word.startswith("-"):
                if seen or word not in "—–-,":
                    return False
                continue
            bits = known[word][1]
            if word[0].isupper() and not bits & PERSON:
                return False
            if bits & CUE_VERB:
                return bool(bits & FINITE) or seen > 0
            seen += 1
            if seen >= WORDS_BEFORE_CUE or not bits & (ADVERB | AUXILIARY | CLITIC | PERSON | SO):
                return False
        return False

    def _speech(self, parts: list[tuple[int, int]]) -> list[Marked]:
        """Each part as a quotation without its dash and the blanks and marks around it."""
        found = []
        for start, end in parts:
            inner = start
            while inner < end and (self.text[inner] in "—–―-.,;:" or self.text[inner].isspace()):
                inner += 1
            while end > inner and self.text[end - 1].isspace():
                end -= 1
            if end - inner >= FEWEST_LETTERS:
                found.append(Marked(inner if start == inner else start, end, inner, end, True, False, False))
        return found
