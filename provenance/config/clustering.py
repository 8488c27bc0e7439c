"""Settings of near-duplicate groups."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError

THRESHOLD = 0.7  # near duplicates have at least this exact Jaccard similarity, unless the caller says otherwise


@dataclass(frozen=True, slots=True)
class ClusteringSettings:
    """When articles are near duplicates, and how much is compared to find out.

    `threshold`: least exact Jaccard similarity of two articles' word shingles.
    `margin`: a pair is verified when its estimate lies no further than this below the threshold. An estimate from
    128 permutations has a standard error of at most .044, so .18 is four of them: one pair in 30,000 is lost to it.
    `partners`: in a band shared by more articles than this each is paired with the first so many only, which bounds
    the pairs of a template of n articles by n times this instead of n squared. The first ones are the oldest in the
    archive, so whoever leads such a group is compared with every member.
    `compared`: in groups of up to so many articles all pairs are compared exactly to name the weakest; in larger ones
    those that were verified anyway.
    """

    threshold: float = THRESHOLD
    margin: float = 0.18
    partners: int = 200
    compared: int = 50

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
