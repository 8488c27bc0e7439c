"""Attributions inside one Japanese sentence: 「…」と述べた, clauses with と, and 「…によると」.

What is said comes before its verb; who speaks is the topic, before or behind the quotation, and may be left out.
Nothing here looks beyond the sentence, except that a topic left out means who spoke last.
"""

from __future__ import annotations

import re

from provenance.model import Span
from provenance.quotes.japanese.speakers import NAMED, remember, speaker_in
from provenance.quotes.japanese.word_lists import ACCORDING, ASKING, CLAUSE_SAYING, EDITS, LEADING, SAYING
from provenance.quotes.languages import Report, Subject
from provenance.quotes.person_names import Names
from provenance.quotes.sentence_tokens import Landmarks, Sentence, Token
from provenance.quotes.unspaced.pieces import Piece, pieces, trimmed, type_of
from provenance.quotes.unspaced.speaking import Speaker
from provenance.quotes.word_classes import PRONOUN, read_lexicon

LONGEST_BEHIND = 70  # letters between a quotation and its verb
SEARCHED_BEFORE = 300  # letters before a sentence in which its topic is looked for
SHORTEST_CLAUSE = 5  # letters of what is said without marks
MARKS = "、，。：: 　"


def _any(listed: str) -> str:
    return "|".join(sorted(map(re.escape, set(listed.split())), key=lambda word: (-len(word), word)))


_SAID = re.compile(rf"と(?:、|も|は|の|して|し、)?(?:[^。「」]{{0,{LONGEST_BEHIND}}}?)({_any(SAYING)})")
_DIRECT = re.compile(rf"(?:などと|など|と)(?:、|の|も|して)?({_any(SAYING)})")
_CLAUSE = re.compile(
    rf"(?:などと|と)(?:の|も|、|して|[^、。「」は]{{0,6}}?)(?P<cue>{_any(CLAUSE_SAYING)})|よう(?:に)?、?(?P<asked>{_any(ASKING)})"
)
_TOPIC = re.compile(r"(?:(?<=[^\u3041-\u309f])|(?<=さん)|(?<=たち)|(?<=ちゃん))(?:は|が|も)")
_TOPIC_COMMA = re.compile(r"(?:は|が|も)、")
_ACCORDING = re.compile(rf"(.{{1,40}}?)({_any(ACCORDING)})、?")
_CLOSES = re.compile(rf"[。\s]*([^。「」]{{1,40}}?)(?:は|が)、?(?:こう|そう|このように)({_any(SAYING)})")
_CLEFT = re.compile(r"[^、。「」]{0,8}の(?:は|が)、?([^。「」]{1,40}?)(?=だ|で|。|$)")
_DATE = re.compile(r"\d{1,2}日(?:午前|午後|夜|朝|夕方)?、")
_LEADS = re.compile(rf"({_any(LEADING)})、?({_any(SAYING)})[^。「」]{{0,8}}[。：:]?\s*$")
LEXICON = read_lexicon(
    {
        "verbs": {"reporting": " ".join(sorted(set(SAYING.split())))},
        "notes": ["編集部注", "編注", "訂正：", "おわび"],
        "edits": EDITS,
    }
)


def has_cue(text: str) -> bool:
    """Whether the writer's words may report speech."""
    return _CLAUSE.search(text) is not None or _ACCORDING.search(text) is not None


def follows(text: str) -> bool:
    """Whether words behind a quotation report it: they begin with "と" or the like."""
    return text.lstrip().startswith(("と", "など", "、と"))


def closes(text: str) -> bool:
    """Whether a sentence behind a quotation reports it: 「…」。社長はこう語った。"""
    return _CLOSES.match(text) is not None


def reports_in(sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> list[Report]:
    """The attributions of a sentence, in the order of what is said."""
    return _Reader(sentence, landmarks, text, names).read()


class _Reader:
    """Reads one sentence; remembers its topic."""

    def __init__(self, sentence: Sentence, landmarks: Landmarks, text: str, names: Names) -> None:
        self.sentence = sentence
        self.text = text
        self.names = names
        self.quoted = [sentence[place].span for place in landmarks.quoted]
        self.reports: list[Report] = []
        self.topic: Speaker | None = None
        self.taken: set[Span] = set()

    def read(self) -> list[Report]:
        for piece in pieces(self.sentence):
            self._names(piece)
            start = self._according(piece)
            start = self._behind_quotation(piece, start)
            self._clauses(piece, start)
            topic = self._topic(start, piece.end)
            self.topic = topic or self.topic
        return self.reports

    def _names(self, piece: Piece) -> None:
        for found in NAMED.finditer(self.text, piece.start, piece.end):
            name = found.group(1)
            if name not in self.names.fullest and not any(
                full.endswith(name) for full in self.names.fullest.values()
            ):
                remember(name, self.names)

    def _topic(self, start: int, end: int) -> Speaker | None:
        """The speaker before the first "は、", else before "は" or "が"."""
        comma = _TOPIC_COMMA.search(self.text, start, end)
        found = comma or _TOPIC.search(self.text, start, end)
        if found is None:
            return None
        speaker = speaker_in(self.text[start : found.start()], self.names)
        if speaker is None:
            return None
        return Speaker(speaker.name, start + speaker.start, start + speaker.end, speaker.pronoun)

    def _topic_before(self) -> str | None:
        """The named topic of the last sentence before this one in its paragraph."""
        end = self.sentence[0].start
        start = max(self.text.rfind("\n", 0, end) + 1, end - SEARCHED_BEFORE)
        before = self.text[start:end].rstrip()
        at = start + before.rfind("。", 0, len(before) - 1) + 1
        topic = self._topic(at, end)
        return topic.name if topic is not None and topic.name in self.names.fullest else None

    def _behind_quotation(self, piece: Piece, start: int) -> int:
        """「…」と X は述べた: take in the quotation before a piece; where to go on."""
        left = piece.left
        if left is None or left.span in self.taken:
            return start
        words = self.text[piece.start : piece.end]
        back = _CLOSES.match(words)
        if back is not None:
            named = speaker_in(back.group(1), self.names)
            speaker = _moved(named, piece.start + back.start(1))
            self._add([left.span], "quotation left", speaker, _span(back, 2, piece.start))
            return piece.start + back.end()
        lead = words[: len(words) - len(words.lstrip("、 　"))]
        if not words[len(lead) :].startswith(("と", "など")):
            return start
        found = _SAID.search(self.text, piece.start, min(piece.end, piece.start + LONGEST_BEHIND + 20))
        stop = self.text.find("。", piece.start, piece.end)
        if found is None or (0 <= stop < found.start(1)):
            return start
        inner = piece.start + len(lead) + (len("などと") if words[len(lead) :].startswith("などと") else 1)
        speaker = self._topic(inner, found.start(1)) or self.topic
        cleft = _CLEFT.match(self.text, found.end(), piece.end)
        if cleft is not None:
            speaker = _moved(speaker_in(cleft.group(1), self.names), cleft.start(1)) or speaker
        contents = [left.span]
        earlier = self._neighbours(left)
        self._add([*earlier, *contents], "quotation left", speaker, Span(*found.span(1)))
        return found.end()

    def _neighbours(self, token: Token) -> list[Span]:
        """Quotations that end right where another begins: 「…」「…」と話した."""
        found: list[Span] = []
        place = token.index - 1
        while (
            place >= 0 and self.sentence[place].quotation is not None and self.sentence[place].span not in self.taken
        ):
            found.append(self.sentence[place].span)
            place -= 1
        return found[::-1]

    def _clauses(self, piece: Piece, start: int) -> None:
        """X は、…と述べた."""
        for cue in _CLAUSE.finditer(self.text, start, piece.end):
            if cue.start() <= start:
                continue
            comma = _TOPIC_COMMA.search(self.text, start, cue.start())
            plain = comma or _TOPIC.search(self.text, start, cue.start())
            if plain is None:
                speaker, begin = self.topic, start
                if speaker is None and self.names.speaker is None:
                    continue
            else:
                topic = self._topic(start, cue.start())
                speaker = topic or self.topic
                begin = plain.end() if topic is not None else start
            begin = self._left_quotation(piece, begin, start)
            dated = _DATE.match(self.text, begin, cue.start())
            content = trimmed(self.text, dated.end() if dated else begin, cue.start(), MARKS)
            if content.length < SHORTEST_CLAUSE:
                continue
            self._add([content], "clause", speaker, Span(*cue.span("cue" if cue.group("cue") else "asked")))
            self.topic = speaker or self.topic
            start = cue.end()

    def _left_quotation(self, piece: Piece, begin: int, start: int) -> int:
        """Where what is said begins when it holds a quotation: X は「…」として…と述べた."""
        left = piece.left
        if begin > start or left is None or left.span in self.taken or start > piece.start:
            return begin
        return left.start

    def _according(self, piece: Piece) -> int:
        """Take in "X によると、…" at the beginning of a piece; where to go on."""
        found = _ACCORDING.match(self.text, piece.start, piece.end)
        if found is None or "。" in found.group(1):
            return piece.start
        speaker = speaker_in(found.group(1), self.names)
        content = trimmed(self.text, found.end(), self.sentence[-1].end, MARKS)
        if speaker is None or content.length < SHORTEST_CLAUSE:
            return piece.start
        placed = Speaker(speaker.name, piece.start + speaker.start, piece.start + speaker.end, speaker.pronoun)
        self._add([content], "according to", placed, Span(*found.span(2)))
        return piece.end

    def _add(self, contents: list[Span], rule: str, speaker: Speaker | None, cue: Span) -> None:
        subject, name = None, self.names.speaker
        if speaker is not None:
            span = Span(speaker.start, speaker.end)
            name = speaker.name or self.names.speaker
            subject = Subject(span, span.of(self.text), 0, PRONOUN if speaker.pronoun else 0)
        else:
            rule, name = "left out", self._topic_before() or name
        made = Report(contents, type_of(contents, self.quoted), rule, subject, cue, name)
        self.taken.update(one for one in self.quoted if any(part.overlap(one) for part in contents))
        self.reports.append(made)
        if name:
            self.names.speaker = name


def _moved(speaker: Speaker | None, start: int) -> Speaker | None:
    """A speaker found in words that begin at `start`, with its place in the text."""
    if speaker is None:
        return None
    return Speaker(speaker.name, start + speaker.start, start + speaker.end, speaker.pronoun)


def _span(found: re.Match[str], group: int, start: int) -> Span:
    return Span(start + found.start(group), start + found.end(group))


def beside(token: Token, sentence: Sentence, names: Names) -> tuple[Subject, str] | None:
    """Nobody: a name before a quotation takes a verb of speech behind it."""
    return None


def leads_on(sentence: Sentence, places: list[int], text: str, names: Names) -> tuple[Subject, Span] | None:
    """Who speaks in a sentence that leads to a quotation in the next one: 「社長はこう語った。」."""
    start, end = sentence[0].start, sentence[-1].end
    found = _LEADS.search(text, start, end)
    if found is None:
        return None
    topic = re.search(r"(.{1,40}?)(?:は|が)", text[start : found.start()])
    if topic is None:
        return None
    span = Span(start + topic.start(1), start + topic.end(1))
    return Subject(span, span.of(text), 0), Span(*found.span(2))
