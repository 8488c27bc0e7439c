"""Edited copies of passages, as rewriters make them, and scrambled passages that are copies of nothing.

The words that an edit brings in are those of other texts. Edits are scattered over the whole passage, which is the
hardest case: real rewriting leaves longer stretches alone. Every choice is drawn from the generator that is given.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from provenance.model import Article, Span
from provenance.text.sentences import sentences
from provenance.text.tokens import Tokens, tokenise

# How a word of a passage is lost; a rewriter replaces more than she drops. Swapping takes one word out of its order.
LOSSES = ("replace", "replace", "delete", "swap")
INSERTED = 0.25  # further foreign words per lost word
BETWEEN = "\n\n"  # paragraphs; in texts without full stops the passage would otherwise be in its neighbours' sentence
MARKS = 3  # that may follow the last word of a passage and belong to it: a full stop, closing quotation marks
NEAR_SENTENCE = 8  # a passage may begin so many words after a sentence began, where no sentence leaves room for it


@dataclass(frozen=True, slots=True)
class PlantedText:
    """A text that holds a planted passage at `span`."""

    text: str
    span: Span


def passage_of(article: Article, words: int, chance: Random) -> Span | None:
    """A passage of so many words in the body, from the start of a sentence on; None where the body is shorter."""
    tokens = tokenise(article.text, article.body)
    room = len(tokens) - words
    if room < 0:
        return None
    starts, begins = tokens.starts.tolist(), [span.start for span in sentences(article.text, article.body)]
    first = {bisect_left(starts, begin): begin for begin in begins}  # a sentence may begin with a mark
    if all(place > room for place in first):  # a text without full stops
        first |= {place: starts[place] for place in range(0, room + 1, NEAR_SENTENCE)}
    place, start = chance.choice([each for each in first.items() if each[0] <= room])
    return Span(start, _with_marks(article, int(tokens.ends[place + words - 1])))


def _with_marks(article: Article, end: int) -> int:
    """Where the passage ends with the full stop and the closing quotation marks that follow its last word."""
    last = min(end + MARKS, article.body.end)
    while end < last and not (article.text[end].isspace() or article.text[end].isalnum()):
        end += 1
    return end


def edited(text: str, passage: Span, kept: float, foreign: Sequence[str], chance: Random) -> str:
    """The passage with all but the part `kept` of its words lost, one by one and anywhere in it.

    A lost word is replaced by a foreign one, left out or swapped with the next; beside every fourth one a foreign
    word comes in. What is between words stays.
    """
    tokens = tokenise(text, passage)
    words, gaps = _words_and_gaps(text, tokens)
    before, after = text[passage.start : int(tokens.starts[0])], text[int(tokens.ends[-1]) : passage.end]
    lost = frozenset(chance.sample(range(len(words)), len(words) - round(kept * len(words))))
    for place in sorted(lost):
        how = chance.choice(LOSSES)
        if how == "swap" and place + 1 < len(words) and place + 1 not in lost:
            words[place], words[place + 1] = words[place + 1], words[place]
        else:
            words[place] = "" if how == "delete" else chance.choice(foreign)
        if chance.random() < INSERTED:
            words[place] = f"{words[place]} {chance.choice(foreign)}".strip()
    pieces = [word + (gap if word else "") for word, gap in zip(words, [*gaps, ""], strict=True)]
    return f"{before}{''.join(pieces)}{after}"


def scrambled(words: int, foreign: Sequence[str], chance: Random) -> str:
    """So many words of other texts in no order: whatever matches it is no copy."""
    return " ".join(chance.choice(foreign) for _ in range(words))


def alone(planted: str) -> PlantedText:
    """The passage as a text of its own."""
    return PlantedText(planted, Span(0, len(planted)))


def inside(host: Article, planted: str, chance: Random) -> PlantedText:
    """The passage as a paragraph of another article's body, between two of its sentences."""
    begins = [span.start for span in sentences(host.text, host.body)][1:] or [host.body.end]
    place = chance.choice(begins)
    before, after = host.text[:place].rstrip() + BETWEEN, BETWEEN + host.text[place:]
    span = Span(len(before), len(before) + len(planted))
    return PlantedText(f"{before}{planted}{after}", span)


def words_in(article: Article) -> list[str]:
    """The words of an article's body as they are written."""
    return _words_and_gaps(article.text, tokenise(article.text, article.body))[0]


def _words_and_gaps(text: str, tokens: Tokens) -> tuple[list[str], list[str]]:
    """The words as they are written, and what is between each and the next."""
    starts, ends = tokens.starts.tolist(), tokens.ends.tolist()
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    gaps = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    return words, gaps
