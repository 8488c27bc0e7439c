"""Which lines and sentences of an article are boilerplate: footers, mastheads, disclaimers, agency formulas.

A line that many articles have is boilerplate when these articles are otherwise different from each other and from
this one, and either come from one publisher and end (or begin) with the line, or use it over a long time. The lines
of a wire story that everybody ran occur in many articles too, but these are alike; a quotation that everybody used
occurs in different texts, but within days and in the middle of them. A notice under a stub of a story makes stubs
alike; it is told from a story by outlets that go on using it for months. In doubt a line is not boilerplate: hiding
reuse is worse than showing a footer.

Lines and sentences are compared by their hashes (`segments`). Nothing here looks anything up: the caller brings what
the archive knows of the articles that have a line, and gets a mask of segments.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import BoilerplateSettings
from provenance.fingerprint.kernels import minhash
from provenance.text.tokens import Tokens

SHORT = 8  # words: a line of at most so many ("Contact: name") does not end a run of footer lines
FORMULA = 6  # words: shorter ones are pieces of sentences ("Department of Agriculture") more often than formulas
NOTICE = 120  # words: the longest of 20 notices of paywalls, consent boxes and securities law at hand has 96
SHORTEST_SEGMENT = 3  # words, as in `minhash.cut`: it bounds how many segments a text has
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Segments:
    """Sentences and lines of at least three words, in text order: token numbers [starts, ends) and word hashes."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    hashes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.starts)


def segments(tokens: Tokens) -> Segments:
    """Cut a text at sentence ends, line ends and blank lines."""
    room = len(tokens) // SHORTEST_SEGMENT + 1
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    hashes = np.empty(room, np.uint64)
    count = minhash.cut(tokens.words, tokens.borders, tokens.traits, starts, ends, hashes)
    return Segments(starts[:count].copy(), ends[:count].copy(), hashes[:count].copy())


@dataclass(frozen=True, slots=True)
class Holder:
    """An article that holds a line: its publisher (folded, "" unknown), its time (seconds) and its signature."""

    publisher: str
    published: float | None
    values: NDArray[np.uint32]

    @property
    def place(self) -> tuple[float, str, bytes]:
        """Holders ascend by this, undated ones last; those with equal places cannot be told apart here."""
        time = math.inf if self.published is None else self.published
        return time, self.publisher, self.values.tobytes()


def recognise(
    lengths: Sequence[int],
    holders: Sequence[Sequence[int]],
    known: Mapping[int, Holder],
    own: Holder,
    settings: BoilerplateSettings,
) -> list[bool]:
    """For each segment of the article `own`, in text order, whether it is boilerplate.

    `lengths` are in words; `holders[i]` are the numbers of the other articles that hold segment i, and `known`
    describes those articles.
    """
    house, formula, used_on = [], [], []
    judged: dict[tuple[int, ...], tuple[bool, bool, bool]] = {}
    for names in holders:
        key = tuple(names)
        if key not in judged:
            judged[key] = _judge([known[name] for name in key if name in known], own, settings)
        house.append(judged[key][0])
        formula.append(judged[key][1])
        used_on.append(judged[key][2])
    formula = [found and length >= FORMULA for found, length in zip(formula, lengths, strict=True)]
    tail = _run(house[::-1], list(lengths)[::-1])[::-1]
    head = _run(house, lengths)
    notice = _notice(used_on, lengths)
    return [any(each) for each in zip(head, tail, formula, notice, strict=True)]


def _judge(holders: Sequence[Holder], own: Holder, settings: BoilerplateSettings) -> tuple[bool, bool, bool]:
    """Whether a line with these holders belongs to one publisher, whether it is a formula of many publishers, and
    whether many publishers go on using it, in texts that may be alike."""
    if len(holders) + 1 < min(settings.house, settings.unsigned, settings.everybody):
        return False, False, False
    different = _different(holders, own, settings.alike)
    same = sum(one.publisher == own.publisher for one in different)
    times = [one.published for one in different if one.published is not None]
    spread = max(times) - min(times) if times else 0.0
    lasting = spread >= settings.house_days * DAY or len(times) < 2
    house = lasting and same >= (settings.house if own.publisher else settings.unsigned)
    houses = len({one.publisher for one in different})
    common = len(different) >= settings.everybody and (houses >= settings.houses or not own.publisher)
    return house, common and spread >= settings.days * DAY, _used_on([own, *holders], settings)


def _used_on(holders: Sequence[Holder], settings: BoilerplateSettings) -> bool:
    """Whether enough articles of enough publishers have a line, the middle half of them `days` apart or more.

    One late reprint makes no notice of a story that all others ran within days.
    """
    times = sorted(one.published for one in holders if one.published is not None)
    if len(times) < settings.everybody or len({one.publisher for one in holders}) < settings.everybody:
        return False
    quarter = len(times) // 4
    return times[-1 - quarter] - times[quarter] >= settings.days * DAY


def _notice(used_on: Sequence[bool], lengths: Sequence[int]) -> list[bool]:
    """The lines that end a text of other words, all of them `used_on`, and no more words than notices have."""
    last = [False] * len(used_on)
    words = 0
    for place in range(len(used_on) - 1, -1, -1):
        words += lengths[place]
        if not used_on[place]:
            return last if words - lengths[place] <= NOTICE else [False] * len(used_on)
        last[place] = True
    return [False] * len(used_on)


def _different(holders: Sequence[Holder], own: Holder, alike: float) -> list[Holder]:
    """This article and holders of the line such that no two are alike, those published earlier preferred.

    The order of archiving plays no part: what is boilerplate would depend on it, and with that what is linked.
    """
    everybody = [own, *sorted(holders, key=lambda holder: holder.place)]
    kept = unlike(np.array([one.values for one in everybody]), alike).tolist()
    return [one for one, is_kept in zip(everybody, kept, strict=True) if is_kept]


def unlike(signatures: NDArray[np.uint32], alike: float) -> NDArray[np.bool_]:
    """Mask of the rows of a matrix that are kept: a row is dropped where it agrees with a kept row before it in a
    part `alike` of its values or more."""
    kept = np.zeros(len(signatures), np.bool_)
    minhash.unlike(signatures, alike, kept)
    return kept


def _run(house: Sequence[bool], lengths: Sequence[int]) -> list[bool]:
    """`[i]`: whether line i belongs to the run of the publisher's own lines that begins at the edge of the text.

    One short line between two of them does not end the run.
    """
    chosen = [False] * len(house)
    skipped = 0
    for place, length in enumerate(lengths):
        if house[place]:
            chosen[place] = True
            skipped = 0
        elif skipped or length > SHORT:
            break
        else:
            skipped = 1
    return chosen
