"""What a copy would have to look like to be found in an archive: what was measured, and what a check says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

Place = Literal["alone", "inside"]  # a short text of its own; inside the text of another article
Measured = Literal["archive", "shipped"]


@dataclass(frozen=True, slots=True)
class Planted:
    """Copies of one form: `found` of `planted` copies of `words` words, of which the part `kept` stayed in order.

    `probability` is a lower bound of the probability that such a copy is found: no less in 97 of 100 measurements.
    """

    place: Place
    words: int
    kept: float
    planted: int
    found: int
    probability: float


@dataclass(frozen=True, slots=True)
class Scrambled:
    """Controls: `found` of `planted` passages that were made of words of many articles, and so are copies of none."""

    place: Place
    planted: int
    found: int


@dataclass(frozen=True, slots=True)
class Detection:
    """What was measured in one archive, for one profile.

    `rules` names the settings and rules that find passages; `articles` counts those of the archive, `sample` the
    copies per form; `measured` is ISO 8601. `copies` ascend by place, words and part kept.
    """

    measured: str
    profile: str
    rules: str
    articles: int
    sample: int
    seed: int
    copies: tuple[Planted, ...]
    controls: tuple[Scrambled, ...]

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Detection:
        """From plain values by the names of the fields; TypeError, KeyError or ValueError where they are others."""
        own = {field.name: values[field.name] for field in fields(cls) if field.name not in ("copies", "controls")}
        copies = tuple(Planted(**row) for row in values["copies"])
        return cls(**own, copies=copies, controls=tuple(Scrambled(**row) for row in values["controls"]))


@dataclass(frozen=True, slots=True)
class Findable:
    """A copy of `words` words, the part `kept` of them unchanged, is found with at least this `probability`."""

    words: int
    kept: float
    probability: float


MeaningLacks = Literal["codes", "encoder"]


@dataclass(frozen=True, slots=True)
class MeaningSearched:
    """Whether rewriting without shared words and translations were looked for, and among how many articles.

    `lacking` says why not: no archived sentences are encoded ("codes"), or the encoder that made them, whose name the
    archive keeps, is not here ("encoder").
    """

    lacking: MeaningLacks | None
    articles: int = 0
    encoder: str | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """What a check would have found: `found_if` in ascending order of words, then of the part kept.

    `articles` were searched. `measured_in` says whether the figures are of this archive or of those measured before
    release; `measured_articles` is the size of that archive then and `measured` the day (ISO 8601); `stale` says that
    the archive has another size by now. `found_if` is empty where nothing was measured for this profile.
    `by_meaning` says whether texts in other words were looked for. `not_read` has a line for each of
    several files that could not be read.
    """

    articles: int
    found_if: tuple[Findable, ...] = ()
    measured_in: Measured = "shipped"
    measured_articles: int = 0
    measured: str = ""
    stale: bool = False
    by_meaning: MeaningSearched | None = None
    not_read: tuple[str, ...] = ()
