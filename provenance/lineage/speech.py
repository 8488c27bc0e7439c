"""Evidence from quotations, numbers and details that changed on the way from one article to the other.

The weights are argued (`weights/news.json`): the newsgroup posts that weights are fitted on have no such changes, and
news has little else. Each reason favours the side that it makes the source. What is said in a primary document
(`primary_documents`) was said there: it is never the other text's quotation retold. Words in the first person without
marks are a document's, or lost their marks. Nothing here decides a relation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from provenance.lineage.lexicon import lexicon
from provenance.lineage.primary_documents import PrimaryDocument, in_marks, words_said
from provenance.lineage.said_in_public import weigh_public_speech
from provenance.lineage.voices import Voice
from provenance.model import Article, Evidence, Favours, Passage, Quotation, Span
from provenance.model.evidence import (
    ExactNumber,
    FullerPassages,
    FullerQuotation,
    OnlyQuoted,
    QuotationReported,
    Recredited,
    SpeakerDropped,
    WhereSaid,
)
from provenance.model.evidence_kinds import CATALOGUE
from provenance.model.text_parts import overlap, union
from provenance.quotes.languages import language

_DIGITS = re.compile(r"\d[\d,. ]{0,20}")
_TIME = re.compile(r"\d:\d|\d ?[ap]\.?m\b", re.IGNORECASE)  # "2:10" and "2.10am" are one time of day, not a rounding
_JOINING = frozenset(
    ("and", "or", "of", "the", "a", "but", "as", "while", "when", "that", "than", "for", "with", "by")
)
# Parts of a passage inside quotation marks: at least this much on the quoting side, at most this much on the other.
MOSTLY_QUOTED, MOSTLY_REPORTED = 0.5, 0.2
QUOTATION_MARKS = '“”"„«»‟「」『』＂'
# Shared wording of a passage that was copied (apostrophes that are lost change words), and the part of a text.
COPIED, MOSTLY_COPIED = 0.8, 0.5
# Code points of a document's words that another article has nearly word for word, where no one person says them in
# both. Of 49 asserted links between senators that rested on such words, 43 had fewer, nearly all wrong: "send it to
# the President for his signature", "thank you for your attention to this matter".
LEAST_QUOTED = 90
EXAMPLE = 60  # characters of a passage that a reason gives as an example
MOST_NUMBERS = 3  # of one reason
_MOST_FULLER = 2.0  # nats of length that count


def weigh_speech(
    a: Voice,
    b: Voice,
    passages: Sequence[Passage],
    credited: bool,
    argued: Mapping[str, float],
    others: float = 0.0,
) -> list[Evidence]:
    """The reasons that passages give, the strongest kind first; none without passages.

    `credited`: one of the two names the other, so that a shared quotation needs no other source. `others`: how many
    further articles share it; a report of a quotation that all of them have is as likely a report of any of them.
    """
    found: list[Evidence] = []
    both, documents = (a.article, b.article), (a.document, b.document)
    quotations = (a.quotations, b.quotations)
    said = [words_said(documents[side], both[side], quotations[side], passages, side) for side in (0, 1)]
    there = {id(each) for part in said for each in part}
    open_ones = [each for each in passages if id(each) not in there]
    weaker = {name for name, entry in CATALOGUE.items() if entry.kind.weaker_among_holders}
    argued = {name: weight / (1 + others) if name in weaker else weight for name, weight in argued.items()}
    for side, one, other in ((0, a, b), (1, b, a)):
        favours: Favours = "a" if side == 0 else "b"
        if not other.lacks_marks and not _copied_without_marks(passages, side, other.article):
            retold = [each for each in open_ones if not _is_own_speech(each, 1 - side, other)]
            found += _reported(side, favours, both, retold, quotations, argued["quotation_reported"])
            found += _credited_worse(side, favours, one.article, other.article, retold, argued)
    found += _fuller_quotation(open_ones, argued["fuller_quotation"])
    found += _numbers(passages, argued["exact_number"])
    if not a.lacks_marks and not b.lacks_marks:
        found += _fuller_passages(open_ones, argued["fuller_passage"])
    found += where_said(documents, said, argued)
    found += weigh_public_speech(*both, open_ones, argued)
    return found if credited else [*found, *_only_quoted(passages, open_ones, argued["only_quoted"])]


def where_said(
    documents: tuple[PrimaryDocument | None, PrimaryDocument | None],
    said: Sequence[Sequence[Passage]],
    argued: Mapping[str, float],
) -> list[Evidence]:
    """That one article is the document in which shared words were said, and the other quotes or reports them.

    `said` has the passages whose words are said in the document of A, and of B. Two documents give no reason.
    """
    for side, document in enumerate(documents):
        if document is None or documents[1 - side] is not None:
            continue
        quoted = [each for each in said[side] if _is_quoted(each, 1 - side, document)]
        close = sum(each.match.a.length for each in quoted if each.match.score >= COPIED)
        if close >= LEAST_QUOTED or any(each.speech == "same speaker" for each in quoted):
            weight = argued["where_released" if document.kind == "release" else "where_said"]
            arguments = WhereSaid(document.kind, document.shown[:EXAMPLE], len(quoted))
            return [Evidence(arguments, "b" if side else "a", round(weight, 3))]
    return []


def _is_quoted(passage: Passage, side: int, document: PrimaryDocument) -> bool:
    """Whether the article on `side` quotes these words or reports them of somebody, but of no other person than the
    document does: what two people say is a formula, or from elsewhere. A ruling tells what others said."""
    if passage.speech == "re-credited" and document.kind != "ruling" and all(map(_is_person, passage.speakers)):
        return False
    return passage.in_quotes[side] or passage.speakers[side] is not None


def _is_person(speaker: str | None) -> bool:
    """Whether a speaker is called by a name, of one word or more, and not by a part that he has."""
    return speaker is not None and all(word[0].isupper() for word in speaker.split()) and not is_generic(speaker)


def _is_own_speech(passage: Passage, side: int, voice: Voice) -> bool:
    """Whether a passage without marks and speaker is in the first person on a side, or all of that text is: reports
    are not."""
    words = language(voice.article.language).documents
    if words is None or passage.in_quotes[side] or passage.speakers[side]:
        return False
    return voice.is_first_person or bool(words.first_person.search(_side(passage, side).of(voice.article.text)))


def _reported(
    side: int,
    favours: Favours,
    both: tuple[Article, Article],
    passages: Sequence[Passage],
    quotations: tuple[Sequence[Quotation], Sequence[Quotation]],
    weight: float,
) -> list[Evidence]:
    """One side quotes directly, the other reports in its own words."""
    source = both[side]
    marks = [[mark for each in part for mark in each.marks] for part in quotations]
    marks[side] = [
        mark for mark in marks[side] if in_marks(source.text, mark)
    ]  # a block quotation may quote the other
    turned = [
        place
        for each in passages
        if each.in_quotes[side] != each.in_quotes[1 - side] or each.match.kind != "verbatim"
        for place in [_quoted_part(_side(each, side), marks[side])]
        if place and _quoted_share(_side(each, 1 - side), marks[1 - side]) <= MOSTLY_REPORTED
    ]
    turned = sorted(set(turned))
    if not turned:
        return []
    nats = weight * sum(1 / number for number in range(1, len(turned) + 1))
    arguments = QuotationReported(len(turned), _first_words(turned[0].of(source.text)))
    return [Evidence(arguments, favours, round(nats, 3))]


def _copied_without_marks(passages: Sequence[Passage], side: int, other: Article) -> bool:
    """Whether a text without any quotation mark is mostly a copy of the other one, which is on `side`: then marks
    were dropped, and nobody told anything in other words."""
    body = other.body.of(other.text)
    if any(mark in body for mark in QUOTATION_MARKS):
        return False
    changed = (each.match.score < COPIED or each.speech == "re-credited" for each in passages if each.in_quotes[side])
    if any(changed):
        return False
    copied = [_side(each, 1 - side) for each in passages if each.match.score >= COPIED]
    return overlap([other.body], union(copied)) >= MOSTLY_COPIED * other.body.length


def _quoted_share(place: Span, marks: Sequence[Span]) -> float:
    """Part of a passage that is inside quotation marks, 0 to 1."""
    return sum(place.overlap(mark) for mark in marks) / max(1, place.length)


def _quoted_part(place: Span, marks: Sequence[Span]) -> Span | None:
    """The longest quotation in a passage that is mostly inside quotation marks, else None."""
    if _quoted_share(place, marks) < MOSTLY_QUOTED:
        return None
    longest = max(marks, key=lambda mark: (place.overlap(mark), -mark.start))
    return Span(max(place.start, longest.start), min(place.end, longest.end))


def _credited_worse(
    side: int,
    favours: Favours,
    source: Article,
    other: Article,
    passages: Sequence[Passage],
    argued: Mapping[str, float],
) -> list[Evidence]:
    """One side names the speaker, the other a vague one or none."""
    vague: dict[str, set[str]] = {}
    dropped: dict[str, None] = {}
    for each in passages:
        named, credited = each.speakers[side], each.speakers[1 - side]
        if not named or not is_name(named):
            continue
        named_elsewhere = _named_elsewhere(each, side, named, passages)
        if named_elsewhere and not each.in_quotes[side]:
            continue  # a summary beside a report of the same speaker: neither is nearer to what was said
        words = credited or vague_credit(_side(each, 1 - side).of(other.text))
        if words and is_generic(words):
            vague.setdefault(named, set()).add(words)
        elif not words and not named_elsewhere:
            dropped.setdefault(named)
    found = []
    if vague:
        speakers = tuple((name, tuple(sorted(words))) for name, words in sorted(vague.items()))
        found.append(Evidence(Recredited(speakers), favours, round(argued["recredited"], 3)))
    lost = tuple(sorted(name for name in dropped.keys() - vague.keys() if not _mentions(other, name)))
    if lost:
        found.append(Evidence(SpeakerDropped(lost), favours, round(argued["speaker_dropped"], 3)))
    return found


def _mentions(article: Article, name: str) -> bool:
    """Whether the surname occurs anywhere in the article: then the speaker was not lost, at most not repeated."""
    return name.rsplit(maxsplit=1)[-1].casefold() in article.body.of(article.text).casefold()


def _side(passage: Passage, side: int) -> Span:
    return passage.match.a if side == 0 else passage.match.b


def _named_elsewhere(passage: Passage, side: int, speaker: str, passages: Sequence[Passage]) -> bool:
    """Whether another passage pairs the same words with the same speaker: then nothing was lost on the way."""
    place = _side(passage, side)
    return any(
        each.speakers == (speaker, speaker) and 2 * _side(each, side).overlap(place) >= place.length
        for each in passages
    )


def vague_credit(words: str) -> str | None:
    """The first credit to nobody in particular ("Russian military sources"), or None."""
    found = lexicon().vague_credit.search(words)
    if not found:
        return None
    parts = found.group().split()
    while parts[0].lower() in _JOINING and len(parts) > 1:
        parts = parts[1:]
    return " ".join(parts)


def is_name(speaker: str) -> bool:
    """Whether a speaker looks like a full name: two words or more, all with capitals, and not a nobody."""
    words = speaker.split()
    return len(words) >= 2 and all(word[0].isupper() for word in words) and not is_generic(speaker)


def is_generic(speaker: str) -> bool:
    """Whether a speaker is nobody in particular ("experts", "Russian military sources")."""
    words = speaker.split()
    return not words or words[-1].lower().strip(".,") in lexicon().vague_speakers


def _fuller_quotation(passages: Sequence[Passage], weight: float) -> list[Evidence]:
    """Both sides quote, one of them at greater length."""
    longer = [0, 0]
    for each in passages:
        if each.in_quotes == (True, True) and each.altered:
            one, two = each.match.a.length, each.match.b.length
            if max(one, two) >= 1.25 * min(one, two):
                longer[0 if one > two else 1] += 1
    if longer[0] == longer[1]:
        return []
    return [Evidence(FullerQuotation(), "a" if longer[0] > longer[1] else "b", weight)]


def _numbers(passages: Sequence[Passage], weight: float) -> list[Evidence]:
    """One side has an exact number, the other a rounded one."""
    votes: dict[Favours, list[tuple[str, str]]] = {"a": [], "b": []}
    for each in passages:
        for difference in each.match.differences:
            if difference.what == "number":
                side = exact_side(difference.a, difference.b)
                if side:
                    votes[side].append((difference.a, difference.b))
    if len(votes["a"]) == len(votes["b"]):
        return []
    favours: Favours = "a" if len(votes["a"]) > len(votes["b"]) else "b"
    numbers = sorted(set(votes[favours]), key=" / ".join)
    return [Evidence(ExactNumber(tuple(numbers[:MOST_NUMBERS])), favours, weight)]


def exact_side(a: str, b: str) -> Favours | None:
    """The side with the more exact of two numbers that agree within 10 %, or None."""
    if _TIME.search(a) or _TIME.search(b):
        return None
    one, two = _number(a), _number(b)
    if one is None or two is None or one == two or abs(one - two) > 0.1 * max(abs(one), abs(two)):
        return None
    zeros_a, zeros_b = _trailing_zeros(one), _trailing_zeros(two)
    if zeros_a == zeros_b:
        return None
    return "a" if zeros_a < zeros_b else "b"


def _number(text: str) -> float | None:
    found = _DIGITS.search(text[:60])
    try:
        return float(found.group().replace(",", "").replace(" ", "").rstrip(".")) if found else None
    except ValueError:
        return None


def _trailing_zeros(value: float) -> int:
    if value != int(value):
        return -1
    zeros, whole = 0, abs(int(value))
    while whole and whole % 10 == 0 and zeros < 12:
        whole //= 10
        zeros += 1
    return zeros


def _fuller_passages(passages: Sequence[Passage], weight: float) -> list[Evidence]:
    """Where wording was changed, one side says the same at greater length."""
    changed = [each.match for each in passages if each.match.kind != "verbatim"]
    one, two = sum(each.a.length for each in changed), sum(each.b.length for each in changed)
    if min(one, two) < 40 or max(one, two) < 1.15 * min(one, two):
        return []
    ratio = max(one, two) / min(one, two)
    nats = weight * min(_MOST_FULLER, 2 * (ratio - 1))
    return [Evidence(FullerPassages(max(one, two), min(one, two)), "a" if one > two else "b", round(nats, 3))]


def _only_quoted(passages: Sequence[Passage], open_ones: Sequence[Passage], weight: float) -> list[Evidence]:
    """Most of what is shared is in quotation marks on both sides, and not said in one of the two."""
    total = sum(each.match.a.length for each in passages)
    quoted = sum(each.match.a.length for each in open_ones if each.in_quotes == (True, True))
    if not total or quoted < 0.5 * total:
        return []
    return [Evidence(OnlyQuoted(quoted, total), "common", round(weight * quoted / total, 3))]


def _first_words(passage: str) -> str:
    """The beginning of a passage on one line, without quotation marks around it."""
    flat = " ".join(passage.split()).strip("“”\"'‘’")
    return flat if len(flat) <= EXAMPLE else flat[:EXAMPLE].rsplit(" ", 1)[0] + " …"
