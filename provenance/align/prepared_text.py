"""A text made ready once and aligned many times: words, sentences and stems, each computed when first needed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.model import Quotation, Span
from provenance.model.text_parts import union

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from provenance.align.kernels.comparison import Words
    from provenance.align.kernels.search import TextWords
    from provenance.align.kernels.sentences import Units
    from provenance.text.tokens import Tokens


# The quotations, or a function that reads them: reading costs more than aligning, and most candidates share nothing.
Quoted = Sequence[Quotation] | Callable[[], Sequence[Quotation]]

NUMBER, NAME, NEGATION = 1, 2, 3  # sorts of notable words
NEGATIONS = ("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "t")
NOUNS_CAPITALISED = frozenset(("de", "lb"))


class PreparedText:
    """One text of an alignment; make it with `prepare` and treat it as frozen.

    `tokens` are the words of the article's body without the ignored spans; `units` its sentences with their stems.
    """

    def __init__(
        self,
        text: str,
        within: Span,
        quotations: Quoted = (),
        ignored: Sequence[Span] = (),
        words: Tokens | None = None,
        language: str | None = None,
    ) -> None:
        self.text = text
        self.language = None if language == "en" else language
        self.within = within
        self.ignored = tuple(union(ignored, within))
        self._quoted = quotations
        if words is not None:
            self.tokens = self._made_ready(words)

    @functools.cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What the text quotes."""
        return tuple(self._quoted() if callable(self._quoted) else self._quoted)

    @functools.cached_property
    def tokens(self) -> Tokens:
        """The words that may be matched, in reading order, with offsets into the whole text."""
        from provenance.text.tokens import tokenise

        return self._made_ready(tokenise(self.text, self.within))

    def _made_ready(self, tokens: Tokens) -> Tokens:
        """The words without the ignored ones. Beyond English the ends of sentences that words do not show are marked,
        too: the danda, the Arabic question mark, the space of Thai."""
        if self.language is not None:
            tokens = with_sentence_ends(tokens, self.sentences)
        return without(tokens, self.ignored) if self.ignored else tokens

    @functools.cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the article's body."""
        from provenance.text.sentences import sentences

        return sentences(self.text, self.within, self.language)

    @functools.cached_property
    def word_stems(self) -> NDArray[np.uint64]:
        """A hash of the Snowball stem of each word, parallel to `tokens`."""
        from provenance.text.normalisation import stem_hashes

        return stem_hashes(self.text, self.tokens, self.language)

    @functools.cached_property
    def in_set_phrases(self) -> NDArray[np.bool_]:
        """Whether each word is part of a set phrase of the English press, parallel to `tokens`."""
        from provenance.text.set_phrases import in_set_phrases

        return in_set_phrases(self.tokens.words)

    @functools.cached_property
    def rarities(self) -> NDArray[np.float64]:
        """How rare each word is in its language, parallel to `tokens`: -ln of the share of articles that have it.

        In nats: 0 for "the", 5.5 for words not listed. A text whose language is not known is taken for English.
        """
        from provenance.text.common_words import SCALE, content_table

        if self.language is not None:
            from provenance.text.other_words import rarities

            return rarities(self.text, self.tokens, self.language)
        return content_table().weights_of(self.tokens.stems) / SCALE

    @functools.cached_property
    def notable(self) -> NDArray[np.uint8]:
        """Which words are numbers, names or negations, parallel to `tokens`; see `notable_words`."""
        return notable_words(self.text, self.tokens, self.language)

    @functools.cached_property
    def notice_words(self) -> NDArray[np.int64]:
        """How many words of notices are among the first 0, 1, 2 ... words (`short_copies`): one more than words."""
        import numpy as np

        from provenance.align.short_copies import notice_stems

        return np.concatenate(([0], np.cumsum(np.isin(self.tokens.stems, notice_stems()))))

    @functools.cached_property
    def openings(self) -> NDArray[np.bool_]:
        """Which words begin a clause: after a mark, or where an utterance or its attribution begins."""
        import numpy as np

        tokens = self.tokens
        openings = np.ones(len(tokens), bool)
        openings[1:] = tokens.borders[:-1] > 0
        spans = [span for quotation in self.quotations for span in (quotation.span, *quotation.marks)]
        words = np.searchsorted(tokens.starts, np.array(spans, np.int32).ravel())
        openings[words[words < len(tokens)]] = True
        return openings

    @functools.cached_property
    def units(self) -> Units:
        """The sentences that hold words to be matched, and their stems."""
        import numpy as np

        from provenance.align.kernels.sentences import sentence_units
        from provenance.text.tokens import CAPITALISED

        tokens, stems = self.tokens, self.word_stems
        ends = np.array([span.end for span in self.sentences], np.int64)
        small = tokens.traits & CAPITALISED == 0
        return sentence_units(
            tokens.starts, ends, stems, self.rarities, self.notable == NAME, small, np.argsort(stems)
        )

    @functools.cached_property
    def text_words(self) -> TextWords:
        """The words as the search for passages takes them."""
        from provenance.align.kernels.search import TextWords
        from provenance.kernels.signatures import made

        return made(TextWords, self.tokens.words, self.tokens.stems, self.tokens.borders)

    @functools.cached_property
    def words(self) -> Words:
        """All arrays about each word, as kernels take them; reads the quotations."""
        from provenance.align.kernels.comparison import Words
        from provenance.kernels.signatures import made

        tokens = self.tokens
        return made(
            Words,
            tokens.words,
            self.word_stems,
            self.rarities,
            tokens.borders,
            self.openings,
            self.notable,
            self.quoted,
            self.uttered,
        )

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key: of two texts the smaller one is A inside the aligner, whatever the order of the call."""
        return len(self.tokens), self.within.length, self.within.of(self.text)

    @functools.cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """Which words are inside quotation marks."""
        return words_inside(self.tokens, [mark for quotation in self.quotations for mark in quotation.marks])

    @functools.cached_property
    def uttered(self) -> NDArray[np.bool_]:
        """Which words belong to something that somebody is reported to have said, in quotation marks or not."""
        return words_inside(self.tokens, [quotation.span for quotation in self.quotations])


def prepare(
    text: str,
    within: Span,
    quotations: Quoted = (),
    ignored: Sequence[Span] = (),
    words: Tokens | None = None,
    language: str | None = None,
) -> PreparedText:
    """Make a text ready to be aligned.

    `within` is the article's body; `quotations` are its quotations, or a function that returns them, which is called
    when two texts turn out to share something; `ignored` spans are neither matched nor counted. Offsets, here and in
    every match, count code points of the whole text. `words` are the words of the body, where they are known;
    `language` is a code, None where nobody knows it. Nothing else is computed before it is needed.
    """
    return PreparedText(text, within, quotations, ignored, words, language)


def words_inside(tokens: Tokens, spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Which words lie wholly inside one of the spans."""
    import numpy as np

    inside = np.zeros(len(tokens), bool)
    bounds = np.array(spans, np.int32).reshape(-1, 2)
    firsts = np.searchsorted(tokens.starts, bounds[:, 0]).tolist()
    lasts = np.searchsorted(tokens.ends, bounds[:, 1], side="right").tolist()
    for first, last in zip(firsts, lasts, strict=True):
        inside[first:last] = True
    return inside


def with_sentence_ends(tokens: Tokens, sentences: Sequence[Span]) -> Tokens:
    """The same words, the last one of each sentence followed by the border of a sentence."""
    import numpy as np

    from provenance.text.tokens import SENTENCE

    lasts = np.searchsorted(tokens.starts, np.array([span.end for span in sentences], np.int64)) - 1
    lasts = lasts[lasts >= 0]
    borders = tokens.borders.copy()
    borders[lasts] = np.maximum(borders[lasts], SENTENCE)
    return replace(tokens, borders=borders)


def without(tokens: Tokens, ignored: Sequence[Span]) -> Tokens:
    """The words that touch no ignored span; the word before one is followed by a sentence border."""
    import numpy as np

    from provenance.text.tokens import SENTENCE, Tokens

    kept = np.ones(len(tokens), bool)
    borders = tokens.borders.copy()
    for span in ignored:
        first = int(np.searchsorted(tokens.ends, span.start, side="right"))
        last = int(np.searchsorted(tokens.starts, span.end))
        kept[first:last] = False
        if first:
            borders[first - 1] = max(int(borders[first - 1]), SENTENCE)
    return Tokens(
        tokens.starts[kept],
        tokens.ends[kept],
        tokens.words[kept],
        tokens.stems[kept],
        borders[kept],
        tokens.traits[kept],
    )


def notable_words(text: str, tokens: Tokens, language: str | None = None) -> NDArray[np.uint8]:
    """Words whose change a reader should look at: NUMBER, NAME or NEGATION for each, or 0.

    A name is capitalised where no sentence begins; where all nouns are, a name has a second capitalised word beside
    it. The negations are those of the language (a code, None for English): "t" in "don't".
    """
    import numpy as np

    from provenance.align.kernels.matches import sorts_of_words
    from provenance.text.tokens import CAPITALISED

    sorts, single = np.zeros(len(tokens), np.uint8), np.empty(len(tokens), np.int64)
    lengths = tokens.ends - tokens.starts
    negations = _negation_hashes(language)
    count = sorts_of_words(tokens.words, lengths, tokens.borders, tokens.traits, negations, sorts, single)
    if language is not None:
        sorts[single[:count]] = NEGATION  # in Chinese a negation has one letter
        if language in NOUNS_CAPITALISED:
            names = sorts == NAME
            capital = tokens.traits & CAPITALISED > 0
            beside = np.zeros(len(tokens), bool)
            beside[1:] |= capital[:-1] & (tokens.borders[:-1] == 0)
            beside[:-1] |= capital[1:] & (tokens.borders[:-1] == 0)
            sorts[names & ~beside] = 0
        return sorts
    for word in single[:count].tolist():
        start = int(tokens.starts[word])
        if text[max(0, start - 2) : start] in {"n'", "n’"}:
            sorts[word] = NEGATION
    return sorts


@functools.lru_cache(maxsize=64)
def _negation_hashes(language: str | None) -> NDArray[np.uint64]:
    from provenance.text.tokens import tokenise

    if language is not None:
        from provenance.languages.negations import NEGATIONS as OTHERS

        return tokenise("\n".join(OTHERS.get(language, ()))).words
    return tokenise(" ".join(NEGATIONS)).words
