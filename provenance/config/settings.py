"""All settings of one run in one frozen object, and the digest of it that every stored finding carries.

A digest is the same on every machine for the same values. A finding keeps it, so that one can see how it was made,
and an audit looks only at articles that none with its digest has covered.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from provenance.config.align import AlignmentSettings
from provenance.config.align import profile as alignment_profile
from provenance.config.fingerprint import FingerprintSettings
from provenance.config.lineage import LineageSettings

ProfileName = Literal["news", "essay", "pan"]
LENGTH = 12  # hexadecimal digits: 48 bits, and an archive sees a handful of settings


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are found, aligned and judged. `profile` names the profile that `alignment` was made from."""

    profile: ProfileName = "news"
    fingerprint: FingerprintSettings = field(default_factory=FingerprintSettings)
    alignment: AlignmentSettings = field(default_factory=lambda: alignment_profile("news"))
    lineage: LineageSettings = field(default_factory=LineageSettings)

    @classmethod
    def of(cls, profile: ProfileName = "news", *, min_confidence: float | None = None) -> Settings:
        """The settings of a profile, read at the confidence given; SettingsError names every bad value.

        What is printed of the answer is the business of `provenance.Filters`, and no setting.
        """
        alignment = alignment_profile(profile)
        lineage = LineageSettings()
        if min_confidence is not None:
            lineage = replace(lineage, reporting_confidence=min_confidence)
        alignment.validate()
        lineage.validate()
        return cls(profile, FingerprintSettings(), alignment, lineage)

    @property
    def recorded(self) -> Settings:
        """The same with reporting confidence 0, as audits record links; readers choose a confidence of their own."""
        return replace(self, lineage=replace(self.lineage, reporting_confidence=0.0))

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that name these values."""
        return digest(self.fingerprint, self.alignment, self.lineage)

    @property
    def as_json(self) -> str:
        """The values themselves, as one line of JSON."""
        return as_json(self.fingerprint, self.alignment, self.lineage)

    def in_words(self) -> dict[str, str]:
        """What a reader of a report needs to repeat the comparison."""
        return {
            "profile": self.profile,
            "reporting confidence": f"{self.lineage.reporting_confidence:g}",
            "fingerprints": self.fingerprint.recipe,
            "settings": self.digest,
        }


def as_json(*settings: Any) -> str:
    """The values of settings objects (dataclasses) as one line of JSON, keys sorted, each under its class's name."""
    values = {type(part).__name__: dataclasses.asdict(part) for part in settings}
    return json.dumps(values, sort_keys=True, ensure_ascii=False, default=list)


@lru_cache(maxsize=64)  # computing it takes half a millisecond, and every check reports it
def digest(*settings: Any) -> str:
    """The first digits of the SHA-256 of `as_json`; settings are frozen."""
    return hashlib.sha256(as_json(*settings).encode()).hexdigest()[:LENGTH]
