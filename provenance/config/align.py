"""Settings of the aligner: every threshold with the measurement that set it, in three profiles.

Figures below are plagdet over the whole PAN 2013 training corpus, all subsets together, against .966 with the values
chosen (research prototype), unless they say otherwise. Values that were fitted here were fitted on the pairs with an
even number and are reported on the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from provenance.errors import SettingsError

SummaryPass = Literal["off", "generic", "full"]


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """How passages of some length are found: block seeds, refinement, acceptance (`provenance.align.aligner`).

    `block`: words in a block of the seed matrix. `highest_seed_chance`: a word that two blocks hold with a higher
    chance seeds nothing. `least_seed`: nats of a cell worth trying. `most_tries`: cells tried in a pair of articles;
    longer texts get one more for each two blocks.
    `first_window`, `window_margin`: words by which the seed, and each window but the last, is widened (margin 0:
    .900). `rounds` of refinement (3: .962). `drop`: nats an extension may lose before it stops. `trim`: words that
    borders may give up (0: .962).
    `first_copy_rate`, `copy_rate_weight`: prior of the share of words kept, and how many words it counts for;
    `lowest_copy_rate` and `highest_copy_rate` clamp the estimate (a fixed rate: .959). `repeat_factor`: score of a
    word beyond the other window's count, in misses (1: .951). `border_bonus`: nats for a border after no mark, a
    comma, a colon, a line, a sentence, at the edge of the text (none: .954): the mean of the prototype's two sides,
    so that roles may be exchanged.
    `least_score`: nats of a passage at all. `merge_gap`: words between two passages that are one. `repeats`: whether
    the same words may be used twice.
    `acceptance`: bias and weights of ln score, ln (characters of A x B) and ln (words of text A x B), fitted on even
    pairs of PAN: accepted when their sum exceeds `acceptance_limit` (by score alone: .942).
    """

    block: int = 24
    highest_seed_chance: float = 0.8
    least_seed: float = 30.0
    most_tries: int = 60
    first_window: int = 8
    window_margin: int = 36
    rounds: int = 6
    trim: int = 12
    drop: float = 12.0
    first_copy_rate: float = 0.3
    copy_rate_weight: float = 20.0
    lowest_copy_rate: float = 0.2
    highest_copy_rate: float = 0.97
    repeat_factor: float = -0.1
    border_bonus: tuple[float, ...] = (0.0, 0.25, 1.0, 1.75, 2.25, 2.25)
    least_score: float = 12.0
    merge_gap: int = 40
    repeats: bool = True
    acceptance: tuple[float, float, float, float] = (-16.8, 3.29, 1.35, -0.65)
    acceptance_limit: float = 2.0


@dataclass(frozen=True, slots=True)
class SentenceSettings:
    """How short and heavily rewritten passages are found sentence by sentence (`provenance.align.kernels.pairing`).

    The likeness of two sentences is the mean of the TF-ISF cosine and the Dice coefficient of their stems, stop words
    kept (average precision .97 on the sentences of two articles with 191 same-topic negatives). Their information is
    the sum over shared stems, in nats, of how rare each is among the sentences and in English; names count for half.
    The strength of a pair is likeness times information: among all sentences of two linked articles it puts nearly
    all true pairs first. Figures of the corpus are character F1 on the even pairs, .953 with the values chosen.
    `supported` (likeness), `least_stems`, `least_information`, `least_strength`: what a pair needs at all
    (`least_strength` 1.0: .948, 1.2: .951, 1.4: .954, 1.5: .941; `least_information`: the same from 3.5 to 5.5, but
    in texts of five sentences no stem has more than 1.4). `near_best`: a pair must have this part of the strength of
    the best pair of one of its sentences (the corpus is the same from .5 to .8; above .6 one pair of the two
    re-reported articles is lost).
    `strong`, `strong_information`: likeness and strength that are enough by themselves (the corpus is the same from 5
    to 8, reports of one event from 6 on); of answers to one question that were written independently only one in 38
    has a pair above 5.1. `strong_run`: words that are enough when they follow each other in both.
    `reach`, `neighbour_information`: strength that is enough near a strong pair or a passage, at most `reach`
    sentences away in both texts (1 in 200 pairs of unrelated articles is above 2.7, pairs of reports of one event
    reach 3.8; corpus: the same from 3.8 to 8, .951 at 3.6). `adjoining_strength`: the same right before or
    right after it in both texts (corpus: the same from 2.0 to 2.5, .951 at 1.5 and 3).
    `ordered_strength`, `least_pairs`: where what passages and strong pairs leave of two texts corresponds as a whole,
    every pair counts. That takes `least_pairs`, each sentence counted once, and so much strength for each sentence of
    the shorter text, times the part of the pairs that keep their order (of 526 pairs of long reports of one event
    that share no passage two in a hundred are above .87, one in 200 above 1.17; unrelated articles and short reports
    of one event: .48 at most; retold ones: 1.22 to 2.25; the corpus is the same from .6 to 1.2).
    `faint`: strength that is enough there for two sentences without another partner, in the order of the pairs around
    them, and for one beside another's only partner (corpus: .952 at .4 and .5, .951 at .7, .948 at .9; beside
    sentences with any number of partners .949).
    `most_partners`: pairs that one sentence may be in.
    """

    strong: float = 0.5
    strong_information: float = 6.5
    strong_run: int = 7
    supported: float = 0.2
    least_stems: int = 3
    least_information: float = 4.0
    least_strength: float = 1.3
    faint: float = 0.6
    near_best: float = 0.6
    reach: int = 2
    neighbour_information: float = 4.2
    adjoining_strength: float = 2.2
    ordered_strength: float = 1.0
    least_pairs: int = 3
    most_partners: int = 3


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """All settings of one alignment.

    `min_words`: words that the shorter side of a match has at least; `min_score`: its least score.
    `sentences` is None where only passages are looked for; `summary` is for PAN's corpus alone: "full" uses that
    corpus's shape (abstracts of 100 words, the whole source as the passage), "generic" does not. `tighten`: split
    passages at new text and cut them back to clauses with shared words, as a reader would; PAN's gold does not.
    """

    min_words: int = 4
    min_score: float = 0.0
    passages: PassageSettings = field(default_factory=PassageSettings)
    sentences: SentenceSettings | None = field(default_factory=SentenceSettings)
    summary: SummaryPass = "off"
    tighten: bool = True

    def validate(self) -> None:
        """Raise SettingsError that names every impossible value."""
        passages, sentences = self.passages, self.sentences
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
        )
    if name == "pan":
        # Plagdet of the even pairs is .9694 with a limit of .3, .9703 with .6, .9679 with .8; 5, 4 and 4 of 500 pairs
        # without reuse get a detection.
        return AlignmentSettings(
            min_words=1,
            passages=PassageSettings(acceptance_limit=0.6, repeats=False),
            sentences=None,
            tighten=False,
            summary="full",
        )
    raise SettingsError(f"no profile is named {name!r}: choose news, essay or pan")
