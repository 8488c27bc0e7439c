"""What one article tells, as sets of numbers: names and figures, wording, quoted words, sentences.

Made once per article, in about .3 ms, from the words that `text.tokens` finds. Equal numbers mean equal words (or
words of one light stem, or one figure however it is written); no strings are kept. How rare a word is comes from the
list of common words that ships, so that what an article tells does not depend on the archive.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from provenance.align.prepared_text import NAME, notable_words, words_inside
from provenance.events.kernels.overlaps import Told, index_sentences
from provenance.events.kernels.telling import number_runs
from provenance.kernels.signatures import made
from provenance.model import Span
from provenance.text.common_words import UNKNOWN, content_table
from provenance.text.tokens import NUMERIC, SENTENCE, Tokens, tokenise

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]

# A word that occurs in more than three articles of ten says nothing of what one tells.
CONTENT = 38  # 1/32 nats: common_words.weight_of(.3)
GRAM, QUOTED_GRAM = 3, 4  # words in a row outside and inside quotation marks
LEAST_QUOTED = 4  # words in quotation marks that are a quotation and not a title or a word held at arm's length
LEAST_SENTENCE = 3  # words
# Each sentence is compared with each of the other text: two texts of 20,000 words take .02 s, of 300,000 minutes.
# The longest of 29,818 press releases has 13,157 words, so that what goes on beyond is no report of an event.
MOST_WORDS = 20_000
LONGEST_FIGURE = 6  # words of "1,234,567.89"
FACT, PLAIN = 1, 2  # traits of a word, for `Told`: a name or a figure; told outside quotation marks


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What one article tells.

    `facts` are names and figures, `words` all content words (facts among them), `plain` those outside quotation
    marks; each ascends, and each has its weights in 1/32 nats of rarity. `grams` are the runs of three words outside
    quotation marks, `quoted` the runs of four inside; `gram_places` has the number of the run (in ascending order)
    that begins at each place in reading order, -1 for none. `cuts` are the first and last runs of every
    quotation, in pairs of numbers of `quoted`. `fact_spans` has the characters at which each fact is first told.
    `sentence_words` has the numbers (in `words`) of each sentence's content words, sentence s at
    `sentences[s]:sentences[s + 1]`. `length` is the number of words. `laid_out` has all this as the kernels take it.
    """

    facts: Hashes
    fact_weights: Numbers
    fact_spans: NDArray[np.int32]
    words: Hashes
    word_weights: Numbers
    plain: Hashes
    plain_weights: Numbers
    grams: Hashes
    gram_places: Numbers
    quoted: Hashes
    cuts: Numbers
    sentence_words: Numbers
    sentences: Numbers
    length: int
    laid_out: Told


def tell(text: str, tokens: Tokens, marks: Sequence[Span]) -> Telling:
    """What a text tells; `tokens` are its words without boilerplate, `marks` the spans inside quotation marks.

    Of more than MOST_WORDS words the first ones tell; `length` is that of the whole text.
    """
    length, tokens = len(tokens), _beginning(tokens)
    inside = words_inside(tokens, marks)
    values, numeric, joined = _values(text, tokens)
    weights = content_table().weights_of(tokens.stems).astype(np.int64)
    weights[numeric] = UNKNOWN
    content = (weights >= CONTENT) & ~joined
    names = (notable_words(text, tokens) == NAME) & (tokens.ends - tokens.starts > 2) & content
    facts, fact_places = np.unique(values[names | (numeric & ~joined)], return_index=True)
    places = np.flatnonzero(names | (numeric & ~joined))[fact_places]
    words, first, numbered = _unique(values[content])
    plain, plain_first, _ = _unique(values[content & ~inside])
    of_sentences = _sentence_numbers(tokens)[content]
    grams, gram_places = _runs(tokens.words, ~inside, GRAM)
    quoted, cuts = _quotations(tokens.words, inside)
    sentences = np.searchsorted(of_sentences, np.arange(_count(of_sentences) + 1))
    return Telling(
        facts=facts,
        fact_weights=weights[places],
        fact_spans=_spans(tokens, places, joined),
        words=words,
        word_weights=weights[content][first],
        plain=plain,
        plain_weights=weights[content & ~inside][plain_first],
        grams=grams,
        gram_places=gram_places,
        quoted=quoted,
        cuts=cuts,
        sentence_words=numbered,
        sentences=sentences,
        length=length,
        laid_out=_laid_out(words, weights[content][first], facts, plain, numbered, sentences, grams, quoted, cuts),
    )


def _beginning(tokens: Tokens) -> Tokens:
    if len(tokens) <= MOST_WORDS:
        return tokens
    return Tokens(*(getattr(tokens, each.name)[:MOST_WORDS] for each in fields(tokens)))


def _laid_out(
    words: Hashes,
    weights: Numbers,
    facts: Hashes,
    plain: Hashes,
    sentence_words: Numbers,
    sentences: Numbers,
    grams: Hashes,
    quoted: Hashes,
    cuts: Numbers,
) -> Told:
    traits = np.zeros(len(words), np.uint8)
    of_facts, of_plain = np.searchsorted(words, facts), np.searchsorted(words, plain)
    traits[of_facts] = FACT
    traits[of_plain] |= PLAIN
    totals = np.array([weights[of_facts].sum(), weights[of_plain].sum()], np.int64)
    count, uses = len(sentences) - 1, len(sentence_words)
    starts, inside, repeated = np.zeros(count + 1, np.int64), np.zeros(uses, np.int64), np.zeros(uses, np.uint8)
    begins, holders = np.zeros(len(words) + 1, np.int64), np.zeros(uses, np.int64)
    squares, masses = np.zeros(count), np.zeros(count)
    index_sentences(sentence_words, sentences, weights, starts, inside, repeated, begins, holders, squares, masses)
    ends = np.zeros(len(quoted), np.uint8)
    ends[cuts[:, 0]] = 1
    ends[cuts[:, 1]] |= 2
    return made(
        Told, words, weights, traits, totals, starts, inside, repeated, begins, holders, squares, masses, grams,
        quoted, ends,
    )  # fmt: skip


def _spans(tokens: Tokens, places: Numbers, joined: NDArray[np.bool_]) -> NDArray[np.int32]:
    """The characters of the facts that begin at these words; a figure reaches to the last word that belongs to it."""
    last = places.copy()
    for step in range(1, LONGEST_FIGURE):
        following = np.minimum(places + step, len(tokens) - 1)
        last = np.where((last == places + step - 1) & joined[following] & (following > places), following, last)
    return np.stack([tokens.starts[places], tokens.ends[last]], axis=1)


def _unique(values: Hashes) -> tuple[Hashes, Numbers, Numbers]:
    found, first, numbers = np.unique(values, return_index=True, return_inverse=True)
    return found, first, numbers.reshape(-1)


def _count(numbers: Numbers) -> int:
    return int(numbers[-1]) + 1 if len(numbers) else 0


def _values(text: str, tokens: Tokens) -> tuple[Hashes, NDArray[np.bool_], NDArray[np.bool_]]:
    """The light stem of each word, or the number of a figure; which words are figures; and which belong to the
    figure before them ("4,200" is two words, "twenty-three" too)."""
    values = tokens.stems.copy()
    numeric = tokens.traits & NUMERIC > 0
    joined = np.zeros(len(tokens), np.bool_)
    places = np.flatnonzero(numeric).tolist()
    starts, ends = tokens.starts, tokens.ends
    at = 0
    while at < len(places):
        first = last = places[at]
        while at + 1 < len(places) and places[at + 1] == last + 1 and _one_figure(text, ends[last], starts[last + 1]):
            at += 1
            last = places[at]
            joined[last] = True
        values[first] = _figure(text[starts[first] : ends[last]])
        at += 1
    hashes, _ = number_words()
    known = np.flatnonzero(hashes[np.searchsorted(hashes[:-1], tokens.words)] == tokens.words)
    skip = -1
    for place in known.tolist():
        if place == skip:
            continue
        number = _number(tokens, place)
        following = place + 1
        if number >= 20 and number % 10 == 0 and following < len(tokens) and 0 < _number(tokens, following) < 10:
            number += _number(tokens, following)
            joined[following], skip = True, following
        if number > 2:
            values[place], numeric[place] = _figure(str(number)), True
    return values, numeric, joined


def _one_figure(text: str, end: int, start: int) -> bool:
    return start - end == 1 and text[end] in ",."


def _number(tokens: Tokens, place: int) -> int:
    """The number that a word is, or 0."""
    hashes, numbers = number_words()
    at = int(np.searchsorted(hashes, tokens.words[place]))
    return int(numbers[at]) if at < len(hashes) and hashes[at] == tokens.words[place] else 0


def _figure(written: str) -> np.uint64:
    """One number for a figure: thousands without commas, no currency, no letters behind it."""
    digits = written.replace(",", "").rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.")
    name = (digits or written).encode("utf-8", "surrogatepass")
    return np.uint64(int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), "little"))


@functools.cache
def number_words() -> tuple[Hashes, Numbers]:
    """The hashes of English number words, ascending, and their numbers."""
    units = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    hashes = tokenise(" ".join((*units, *tens))).words
    numbers = np.array((*range(1, 20), *range(20, 100, 10)), np.int64)
    order = np.argsort(hashes)
    return hashes[order], numbers[order]


def _sentence_numbers(tokens: Tokens) -> Numbers:
    """The number of the sentence of each word; sentences of a word or two belong to the next."""
    last = np.flatnonzero(tokens.borders >= SENTENCE)
    numbers = np.zeros(len(tokens), np.int64)
    begin, number = 0, 0
    for end in last.tolist():
        if end + 1 - begin >= LEAST_SENTENCE:
            numbers[begin : end + 1] = number
            begin, number = end + 1, number + 1
    numbers[begin:] = number
    return numbers


def _runs(words: Hashes, allowed: NDArray[np.bool_], size: int) -> tuple[Hashes, Numbers]:
    """The runs of `size` words in which all are allowed, ascending, and for each place the number of the run that
    begins there, -1 where none does."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    runs, places = np.empty(count, np.uint64), np.empty(count, np.int64)
    found = number_runs(words, allowed.view(np.uint8), size, runs, places)
    return runs[:found].copy(), places


def _quotations(words: Hashes, inside: NDArray[np.bool_]) -> tuple[Hashes, Numbers]:
    """The runs of four words inside quotation marks, ascending, and the first and last run of each quotation."""
    quoted, places = _runs(words, inside, QUOTED_GRAM)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8))).reshape(-1, 2)
    cuts = [
        (places[first], places[end - QUOTED_GRAM]) for first, end in edges.tolist() if end - first >= LEAST_QUOTED
    ]
    return quoted, np.array(cuts, np.int64).reshape(-1, 2)
