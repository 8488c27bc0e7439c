"""Settings of the aligner, in three profiles: how passages of some length and rewritten sentences are found.

The measurements that set the values are in docs/pages/calibration.md. A number in brackets after a setting is the
score with another value: for passages plagdet on the PAN 2013 training corpus (.966 with the values chosen), for
sentences character F1 on half of `corpus/` (.953).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from provenance.errors import SettingsError

SummaryPass = Literal["off", "generic", "full"]


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """How passages of some length are found: block seeds, refinement, acceptance (`provenance.align.aligner`)."""

    block: int = 24
    """Words per block of the seed matrix."""
    highest_seed_chance: float = 0.8
    """A word that two blocks hold by chance with a higher probability than this seeds nothing."""
    least_seed: float = 30.0
    """Least score, in nats, of a pair of blocks that is tried as a seed."""
    most_tries: int = 60
    """Most pairs of blocks tried per pair of articles; longer texts get one more for each two blocks."""
    first_window: int = 8
    """Words by which the seed is widened on each side before the first round of refinement."""
    window_margin: int = 36
    """Words by which each later window is widened on each side (without any: .900)."""
    rounds: int = 6
    """Rounds of refinement per seed (3 instead of 6: .962)."""
    trim: int = 12
    """Words that a passage may give up at each border for a better score (none: .962)."""
    drop: float = 12.0
    """Nats that an extension may lose before it stops."""
    first_copy_rate: float = 0.3
    """Copy rate (share of words kept) that is assumed before words are counted: the mean of the prior."""
    copy_rate_weight: float = 20.0
    """Weight of the prior of the copy rate, in words (a fixed rate: .959)."""
    lowest_copy_rate: float = 0.2
    """Lower limit of the estimated copy rate."""
    highest_copy_rate: float = 0.97
    """Upper limit of the estimated copy rate."""
    repeat_factor: float = -0.1
    """Score of a word that occurs more often than in the other window, as a multiple of a miss (1: .951)."""
    border_bonus: tuple[float, ...] = (0.0, 0.25, 1.0, 1.75, 2.25, 2.25)
    """Nats for a border after: no mark, a comma, a colon, a line, a sentence, at the edge of the text (no bonus:
    .954)."""
    least_score: float = 12.0
    """Least score of a passage, in nats."""
    merge_gap: int = 40
    """Passages at most so many words apart, in both texts, are joined."""
    repeats: bool = True
    """Whether the same words may be part of two passages."""
    acceptance: tuple[float, float, float, float] = (-16.8, 3.29, 1.35, -0.65)
    """Bias and weights of ln score, ln (characters of A x B) and ln (words of text A x B); fitted on even pairs of
    PAN."""
    acceptance_limit: float = 2.0
    """A passage is accepted when the weighted sum exceeds this (by score alone: .942)."""


@dataclass(frozen=True, slots=True)
class SentenceSettings:
    """How short and heavily rewritten passages are found sentence by sentence (`provenance.align.aligner`).

    *Likeness* of two sentences is the mean of the TF-ISF cosine and the Dice coefficient of their stems.
    *Information* sums over shared stems how rare each is, in nats, names counting half. *Strength* is likeness times
    information.
    """

    strong: float = 0.5
    """Likeness that is enough by itself, together with `strong_information`."""
    strong_information: float = 6.5
    """Strength that is enough by itself, in nats, together with `strong`."""
    strong_run: int = 7
    """Shared words in a row that are enough by themselves."""
    supported: float = 0.2
    """Likeness that a pair needs at all."""
    least_stems: int = 3
    """Shared stems that a pair needs at all."""
    least_information: float = 4.0
    """Information that a pair needs at all, in nats."""
    least_strength: float = 1.3
    """Strength that a pair needs at all, in nats (1.2: .951, 1.5: .941)."""
    faint: float = 0.6
    """Strength that is enough, in texts that correspond as a whole, between pairs in order or beside an only
    partner."""
    near_best: float = 0.6
    """Least strength of a pair, as a part of the best pair of either of its sentences."""
    reach: int = 2
    """Sentences, in both texts, within which a strong pair or a passage supports a weaker pair."""
    neighbour_information: float = 4.2
    """Strength that is enough within `reach`, in nats (3.6: .951)."""
    adjoining_strength: float = 2.2
    """Strength that is enough right before or right after a passage in both texts, in nats (1.5 and 3: .951)."""
    ordered_strength: float = 1.0
    """Strength per sentence of the shorter text, times the part of pairs in order, from which on two texts correspond
    as a whole and every pair counts."""
    least_pairs: int = 3
    """Least number of pairs, each sentence counted once, for two texts to correspond as a whole."""
    most_partners: int = 3
    """Most accepted pairs per sentence."""


@dataclass(frozen=True, slots=True)
class ShortTextSettings:
    """How sentences are found that a short text has word for word (`provenance.align.short_copies`).

    Measured on lone sentences of `newsroom` beside texts that hold them, and on 20,000 pairs of press releases of
    different offices and months, of which 34 share a run of 8 words.
    """

    most_words: int = 150
    """Words of the shorter text above which the other passes find what it shares (in texts of 130 words they find all
    of 115 sentences of 8 to 16 words, of lone sentences of 8 to 12 none)."""
    least_run: int = 8
    """Fewest equal words in a row. Two texts with equal words need none."""
    least_information: float = 10.0
    """How rare the words of a run are in English at least, in nats, each counted once: .95 of sentences of 8 words
    have as much, "at the end of the day it is what it is" has 5.5."""
    part: float = 0.6
    """Part of a sentence, of either text, that a run makes at least."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How words copied in a row are found in any text, however long (`provenance.align.copied_runs`).

    Measured on random runs of 8, 10 and 12 words that have 10 nats of rarity: of `newsroom` .99, 1 and 1 have what is
    asked here, of press releases .92, .98 and .99 (the others are names, titles and set phrases). Of 30,000 pairs of
    press releases of different offices and months none has a run that has it, of all 8,910 of `basil`'s different
    events 3. The settings below were chosen together on these.
    """

    least_run: int = 8
    """Fewest equal words in a row."""
    least_information: float = 8.0
    """How rare the words of a run are in English at least, in nats, each counted once."""
    capitals: float = 0.5
    """What a capitalised word counts for: names and titles have one wording ("Senate Minority Leader Schumer")."""
    phrases: float = 0.25
    """What a word of a set phrase counts for: these have one wording, too (1, with two words for `least_small` and 9
    nats: .918 and .945 of eight and ten words of press releases, in 12 pairs)."""
    least_small: int = 1
    """Fewest words without a capital that are not among the commonest nor part of a set phrase, in runs that are not
    long."""
    least_beside_names: int = 2
    """Fewest such words where more than `most_capitals` of the distinct words have a capital: "Senator Chuck
    Schumer of New York, the Democratic leader" has one (1: .942 of eight words of releases, in 5 pairs)."""
    most_capitals: float = 0.6
    """Share of capitalised words up to which a run is more than names (.5: the same)."""
    longest_notice: int = 16
    """Most words of a passage of any pass that is dropped where its words are those of a notice."""
    longest_phrase: int = 40
    """Most words of one that is dropped where the words that both texts have are those of set phrases (without: 1.3
    pairs of press releases in 2,000 have a passage, and not .6)."""
    long_run: int = 10
    """Words from which on a run needs no such words, if it has `long_information` (12: .958 of ten words)."""
    long_information: float = 12.0
    """Information of a long run, in nats, without such words."""


@dataclass(frozen=True, slots=True)
class ClauseSettings:
    """How clauses copied word for word are found in languages other than English (`provenance.align.copied_clauses`).

    How rare their words are is not known as it is of English ones, and their sentences are longer. Of nine words of
    one news text inside a sentence of another (`newsroom`, texts of the tests) the other passes find .54 in German,
    .64 in Hindi, .79 in Spanish and French, .74 in English; with this one, all in 15 others.
    """

    least_run: int = 8
    """Fewest equal words in a row (of 61,075 pairs of German news none shares 8)."""
    least_information: float = 16.0
    """How rare the words of a run are at least, in nats, each counted once: three rare words."""


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """All settings of one alignment."""

    min_words: int = 4
    """Fewest words on the shorter side of a match."""
    min_score: float = 0.0
    """Least score of a match, 0 to 1: the share of its words that are the same."""
    passages: PassageSettings = field(default_factory=PassageSettings)
    """How passages of some length are found."""
    sentences: SentenceSettings | None = field(default_factory=SentenceSettings)
    """How rewritten sentences are found; None looks for passages only."""
    short: ShortTextSettings | None = field(default_factory=ShortTextSettings)
    """How short texts are treated; None treats them like others."""
    runs: RunSettings | None = field(default_factory=RunSettings)
    """How words in a row are found in any text; None leaves them to the other passes."""
    clauses: ClauseSettings | None = field(default_factory=ClauseSettings)
    """How copied clauses are found in other languages; None leaves them to the other passes."""
    summary: SummaryPass = "off"
    """A pass for summaries, for PAN's corpus alone: "full" uses that corpus's shape (abstracts of 100 words, the
    whole source as the passage), "generic" does not."""
    tighten: bool = True
    """Whether passages are split at new text and cut back to clauses with shared words; PAN's gold is not."""

    def validate(self) -> None:
        """Raise SettingsError that names every impossible value."""
        passages, sentences, short = self.passages, self.sentences, self.short
        shares = {
            "min_score": self.min_score,
            "passages.highest_seed_chance": passages.highest_seed_chance,
            "passages.first_copy_rate": passages.first_copy_rate,
            "passages.lowest_copy_rate": passages.lowest_copy_rate,
            "passages.highest_copy_rate": passages.highest_copy_rate,
        }
        if sentences is not None:
            shares |= {
                "sentences.strong": sentences.strong,
                "sentences.supported": sentences.supported,
                "sentences.near_best": sentences.near_best,
            }
        if short is not None:
            shares["short.part"] = short.part
        wrong = [
            f"{name} must be between 0 and 1, not {value}" for name, value in shares.items() if not 0 <= value <= 1
        ]
        least: dict[str, tuple[float, float]] = {
            "min_words": (self.min_words, 1),
            "passages.block": (passages.block, 2),
            "passages.most_tries": (passages.most_tries, 0),
            "passages.first_window": (passages.first_window, 0),
            "passages.window_margin": (passages.window_margin, 0),
            "passages.rounds": (passages.rounds, 1),
            "passages.trim": (passages.trim, 0),
            "passages.drop": (passages.drop, 0),
            "passages.copy_rate_weight": (passages.copy_rate_weight, 0),
            "passages.least_score": (passages.least_score, 0),
            "passages.merge_gap": (passages.merge_gap, 0),
        }
        if sentences is not None:
            least["sentences.least_stems"] = (sentences.least_stems, 1)
            least["sentences.most_partners"] = (sentences.most_partners, 1)
            least["sentences.least_pairs"] = (sentences.least_pairs, 0)
            least["sentences.strong_run"] = (sentences.strong_run, 2)
            least["sentences.reach"] = (sentences.reach, 0)
        if short is not None:
            least["short.most_words"] = (short.most_words, 0)
            least["short.least_run"] = (short.least_run, 2)
            least["short.least_information"] = (short.least_information, 0)
        if self.runs is not None:
            least["runs.least_run"] = (self.runs.least_run, 8)
            least["runs.least_information"] = (self.runs.least_information, 0)
        if self.clauses is not None:
            least["clauses.least_run"] = (self.clauses.least_run, 2)
            least["clauses.least_information"] = (self.clauses.least_information, 0)
        wrong += [
            f"{name} must be {lowest} or more, not {value}"
            for name, (value, lowest) in least.items()
            if not value >= lowest
        ]
        if not 0 < passages.highest_copy_rate < 1:
            wrong.append(f"passages.highest_copy_rate must lie inside 0 and 1, not {passages.highest_copy_rate}")
        if len(passages.border_bonus) != 6:
            wrong.append(f"passages.border_bonus must have 6 values, not {len(passages.border_bonus)}")
        if self.summary not in {"off", "generic", "full"}:
            wrong.append(f"summary must be off, generic or full, not {self.summary!r}")
        if wrong:
            raise SettingsError("; ".join(wrong))


def profile(name: Literal["news", "essay", "pan"]) -> AlignmentSettings:
    """The settings for a kind of texts; SettingsError when there is no such profile.

    "news": independent reports of one event stay silent, shared quotations are found. "essay": answers to the same
    question. "pan": passages of 150 characters and more, with the summary pass, no sentence pairs.
    """
    if name == "news":
        return AlignmentSettings()
    if name == "essay":
        return AlignmentSettings(
            passages=PassageSettings(acceptance_limit=1.0),
            sentences=SentenceSettings(
                strong=0.4,
                strong_information=5.5,
                reach=50,
                neighbour_information=2.5,
                strong_run=12,
            ),
            runs=None,
        )
    if name == "pan":
        # Plagdet of the even pairs is .9694 with a limit of .3, .9703 with .6, .9679 with .8; 5, 4 and 4 of 500 pairs
        # without reuse get a detection.
        return AlignmentSettings(
            min_words=1,
            passages=PassageSettings(acceptance_limit=0.6, repeats=False),
            sentences=None,
            short=None,
            runs=None,
            clauses=None,
            tighten=False,
            summary="full",
        )
    raise SettingsError(f"no profile is named {name!r}: choose news, essay or pan")
