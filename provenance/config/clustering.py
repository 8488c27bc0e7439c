"""Settings of near-duplicate groups."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError

THRESHOLD = 0.7  # near duplicates have at least this exact Jaccard similarity, unless the caller says otherwise


@dataclass(frozen=True, slots=True)
class ClusteringSettings:
    """When articles are near duplicates, and how much is compared to find out."""

    threshold: float = THRESHOLD
    """Least exact Jaccard similarity of two articles' word shingles, 0 to 1."""
    margin: float = 0.18
    """A pair is verified when its estimated Jaccard is at most this far below the threshold. The default is four
    standard errors with 128 permutations, which loses one pair in 30,000."""
    partners: int = 200
    """Most partners per article in one LSH band, the oldest ones: a template of n articles gives at most n times this
    many pairs."""
    compared: int = 50
    """Largest group in which all pairs are compared exactly to name the weakest one."""

    def validate(self) -> None:
        """Raise SettingsError naming every impossible value at once."""
        faults = []
        if not 0 < self.threshold <= 1:
            faults.append(f"threshold must be above 0 and at most 1, not {self.threshold}")
        if not 0 <= self.margin <= 1:
            faults.append(f"margin must be 0 to 1, not {self.margin}")
        if self.partners < 1:
            faults.append(f"partners must be 1 or more, not {self.partners}")
        if self.compared < 2:
            faults.append(f"compared must be 2 or more, not {self.compared}")
        if faults:
            raise SettingsError("; ".join(faults))
