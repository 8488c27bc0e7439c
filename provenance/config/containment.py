"""Settings of rows that are inside longer rows of a reference."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SettingsError

SHARE = 0.8  # least part of the shorter of two texts that the longer one has, unless the caller says otherwise


@dataclass(frozen=True, slots=True)
class ContainmentSettings:
    """When a row is inside a longer one, and how much is kept and compared to find out."""

    share: float = SHARE
    """Least part of the shorter text's runs of five words that the longer one has."""
    fewest_words: int = 8
    """Words of a row of the inputs that is looked for: shorter ones occur in long texts by themselves."""
    fewest_reference_words: int = 13
    """Words of a row of the reference that is looked for in the inputs, as in decontamination by 13-grams: there a
    short row speaks against a long one."""
    sampled: int = 16
    """Lowest hashes that are kept of each text, 16 bytes each."""
    margin: float = 0.3
    """A pair is compared whose samples agree at most this far below `share`: three standard errors of 16 samples."""
    holders: int = 200
    """Most texts that a sampled hash may be of: what more have is a notice or a form."""
    matches: int = 8
    """Candidates of a text that are compared exactly."""

    def validate(self) -> None:
        """Raise SettingsError for an impossible share."""
        if not 0 < self.share <= 1:
            raise SettingsError(f"contained must be above 0 and at most 1, not {self.share}")
