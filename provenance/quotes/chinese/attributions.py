"""Attributions inside one Chinese sentence: a verb of speech beside a quotation, before a clause, and “据……称”.

The words between quotations are read as text. Nothing here looks beyond the sentence, except that a pronoun means who
spoke last.
"""

from __future__ import annotations

import re

from provenance.model import Span
from provenance.quotes.chinese.speakers import dotted_names, remember, speaker_in
from provenance.quotes.chinese.word_lists import ACCORDING, BARE, EDITS, NO_CUES_AFTER, NO_CUES_BEFORE, SAYING
from provenance.quotes.languages import Report, Subject
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import Landmarks, Sentence, Token
from provenance.quotes.unspaced.pieces import Piece, pieces, trimmed, type_of
from provenance.quotes.unspaced.speaking import Speaker
from provenance.quotes.word_classes import PRONOUN, read_lexicon

LONGEST_BEFORE = 60  # letters between a quotation and the verb behind it
LONGEST_AFTER = 12  # letters between a verb and the quotation behind it: "说：", "对记者说，"
LONGEST_CLAUSE = 600  # letters of what is said without marks
SHORTEST_CLAUSE = 4  # letters of what is said without a comma
SEARCHED_BEFORE = 300  # letters in which a speaker, or the person that a pronoun means, is looked for
MARKS = "，,：:。；;、！？!? "
_VERBS = sorted(SAYING.split(), key=lambda verb: (-len(verb), verb))
_CUE = re.compile("(" + "|".join(map(re.escape, _VERBS)) + ")(道|到|着)?")
_BARE = frozenset(BARE.split())
_ACCORDING = re.compile(
    "|".join(
        rf"(?:{before})(?P<who{number}>[^，,。；;：:“”「」]{{1,30}}?)(?:{'|'.join(behind.split())})(?=[，,：:]|[\u3400-\u9fff])"
        for number, (before, behind) in enumerate(ACCORDING)
    )
)
LEXICON = read_lexicon(
    {"verbs": {"reporting": " ".join(_VERBS)}, "notes": ["编者按", "编者注", "（编辑", "更正："], "edits": EDITS}
)


def has_cue(text: str) -> bool:
    """Whether the writer's words may report speech."""
    return any(True for _ in cues(text, 0, len(text))) or _ACCORDING.search(text) is not None


def follows(text: str) -> bool:
    """Whether words behind a quotation name its speaker: “……。”王明说。"""
    for cue in cues(text, 0, min(len(text), LONGEST_BEFORE)):
        behind = text[cue.end() : cue.end() + 1]
        if not behind or behind in "。，,；;！":
            before = text[: cue.start()]
            return "。" not in before and before.count("，") <= 2
    return False


def cues(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The verbs of speech between two places, ascending, that are no part of another word."""
    found = []
    for cue in _CUE.finditer(text, start, end):
        verb = cue.group(1)
        before = text[cue.start() - 1] if cue.start() > start else ""
        after = text[cue.end()] if cue.end() < end else ""
        if before and before in NO_CUES_BEFORE.get(verb, ""):
            continue
        if after and after in NO_CUES_AFTER.get(verb, ""):
            continue
        found.append(cue)
    return found


def reports_in(sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> list[Report]:
    """The attributions of a sentence, in the order of their cues."""
    return _Reader(sentence, landmarks, text, names).read()


class _Reader:
    """Reads one sentence; remembers its last speaker and the quotations that are taken."""

    def __init__(self, sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> None:
        self.sentence = sentence
        self.text = text
        self.names = names
        self.quoted = [sentence[place].span for place in landmarks.quoted]
        self.end = sentence[-1].end
        self.reports: list[Report] = []
        self.taken: set[Span] = set()
        self.previous: tuple[Subject | None, str | None] | None = None

    def read(self) -> list[Report]:
        read_to = self.sentence[0].start
        for piece in pieces(self.sentence):
            for name in dotted_names(self.text[piece.start : piece.end]):
                remember(name, self.names)
            start = max(piece.start, read_to)
            source = self._according(piece, start)
            if source is not None:
                start = read_to = source
            for cue in cues(self.text, start, piece.end):
                if cue.start() < read_to:
                    continue
                reached = self._cue(piece, cue, max(start, read_to))
                read_to = max(read_to, reached)
        return self.reports

    def _cue(self, piece: Piece, cue: re.Match[str], start: int) -> int:
        """Take in one cue; where to go on."""
        text = self.text
        right, left = piece.right, piece.left
        between = text[cue.end() : piece.end]
        goes_on = left is not None and left.span not in self.taken and between.strip() in ("，", ",")
        if right is not None and right.span not in self.taken and self._leads(between) and not goes_on:
            speaker = self._speaker(start, cue.start())
            self._add([right.span], "quotation right", speaker, cue)
            return cue.end()
        before = text[piece.start : cue.start()]
        ended = between[:1] in ("。", "，", ",", "；", ";", "！", "：", ":", "")
        near = left is not None and left.span not in self.taken and len(before) <= LONGEST_BEFORE
        if near and left is not None and ended and "。" not in before:
            contents = [left.span]
            if right is not None and between.strip(MARKS) == "":
                contents.append(right.span)
            self._add(contents, "quotation left", self._speaker(piece.start, cue.start()), cue, quoted_first=True)
            return cue.end()
        bare = not ended and cue.group(1) in _BARE and not cue.group(2)
        if not (between[:1] in ("，", ",", "：", ":") or bare):
            return cue.start() + 1
        content = trimmed(text, cue.end(), self._clause_end(cue.end()), MARKS)
        if content.length < SHORTEST_CLAUSE:
            return cue.start() + 1
        speaker = self._speaker(start, cue.start())
        if speaker is None and self.previous is None and bare:
            return cue.start() + 1
        self._add([content], "clause", speaker, cue)
        return content.end

    def _leads(self, between: str) -> bool:
        plain = between.strip()
        return plain in ("", "：", ":", "，", ",") or (
            len(plain) <= LONGEST_AFTER and plain[-1] in "：:" and "。" not in plain
        )

    def _clause_end(self, start: int) -> int:
        """The end of what is said: at a semicolon, a full stop, or where another speaker begins."""
        for at in range(start, min(self.end, start + LONGEST_CLAUSE)):
            if self.text[at] in "。；;" and not any(one.start <= at < one.end for one in self.quoted):
                return at
        return min(self.end, start + LONGEST_CLAUSE)

    def _speaker(self, start: int, end: int) -> Speaker | None:
        start = max(start, end - SEARCHED_BEFORE)
        found = speaker_in(self.text[start:end], self.names)
        if found is None:
            return None
        return Speaker(found.name, start + found.start, start + found.end, found.pronoun)

    def _person_before(self) -> str | None:
        """The first person named in the last sentence before a pronoun's, in its paragraph."""
        end = self.sentence[0].start
        start = max(self.text.rfind("\n", 0, end) + 1, end - SEARCHED_BEFORE)
        before = self.text[start:end].rstrip()
        last = before[before.rfind("。", 0, len(before) - 1) + 1 :]
        known = [(last.find(name), full) for name, full in self.names.fullest.items() if name in last]
        return min(known)[1] if known else None

    def _according(self, piece: Piece, start: int) -> int | None:
        """Take in “据X称，……” at the beginning of a piece; where to go on."""
        found = _ACCORDING.search(self.text, start, piece.end)
        if found is None or found.start() - piece.start > SHORTEST_CLAUSE:
            return None
        group = next((key for key, value in found.groupdict().items() if value), None)
        if group is None:
            return None
        speaker = self._speaker(*found.span(group))
        content = trimmed(self.text, found.end(), self._clause_end(found.end()), MARKS)
        if speaker is None or content.length < SHORTEST_CLAUSE:
            return None
        self._add([content], "according to", speaker, found)
        return found.end()

    def _add(
        self, contents: list[Span], rule: str, speaker: Speaker | None, cue: re.Match[str], quoted_first: bool = False
    ) -> None:
        subject, name = None, None
        if speaker is not None:
            span = Span(speaker.start, speaker.end)
            name = speaker.name or self._person_before() or self.names.speaker
            head = self.text[span.start : span.end]
            subject = Subject(span, head, 0, PRONOUN if speaker.pronoun else 0)
        elif self.previous is not None:
            subject, name = self.previous
        else:
            rule, name = "left out", self.names.speaker
        made = Report(contents, type_of(contents, self.quoted), rule, subject, Span(*cue.span()), name)
        made.quoted_first = quoted_first
        self.taken.update(one for one in self.quoted if any(part.overlap(one) for part in contents))
        self.reports.append(made)
        if name:
            self.previous = (subject, name)
            self.names.speaker = name


def beside(token: Token, sentence: Sentence, names: Names) -> tuple[Subject, str] | None:
    """Nobody: a name right before a quotation takes a verb of speech or a colon."""
    return None


def leads_on(sentence: Sentence, places: list[int], text: str, names: Names) -> tuple[Subject, Span] | None:
    """Who speaks where a sentence ends with a verb of speech and a colon: “王明说：”."""
    start, end = sentence[0].start, sentence[-1].end
    found = cues(text, start, end)
    if not found or len(text[found[-1].end() : end].strip(MARKS)) > LONGEST_AFTER:
        return None
    words = text[start : found[-1].start()].rsplit("，", maxsplit=1)[-1]
    if not words.strip():
        return None
    offset = found[-1].start() - len(words)
    return Subject(Span(offset, found[-1].start()), words, 0), Span(*found[-1].span())
