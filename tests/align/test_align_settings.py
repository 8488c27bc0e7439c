"""Profiles, and settings that make no sense."""

from dataclasses import replace

import pytest

from provenance.config.align import AlignmentSettings, PassageSettings, SentenceSettings, profile
from provenance.config.settings import digest
from provenance.errors import SettingsError


@pytest.mark.parametrize("name", ["news", "essay", "pan"])
def test_profiles_are_valid_and_differ(name):
    settings = profile(name)
    settings.validate()
    others = {digest(profile(other)) for other in ("news", "essay", "pan") if other != name}
    assert digest(settings) not in others
    assert digest(settings) == digest(profile(name))


def test_an_unknown_profile_is_named():
    with pytest.raises(SettingsError, match="'blog'"):
        profile("blog")


def test_all_bad_values_are_named_at_once():
    settings = AlignmentSettings(
        min_words=0,
        min_score=1.5,
        passages=PassageSettings(block=1, rounds=0, border_bonus=(1.0,), highest_copy_rate=1.0, drop=float("nan")),
        sentences=SentenceSettings(strong=2.0, least_stems=0, most_partners=0, near_best=-1),
        summary="some",
    )
    with pytest.raises(SettingsError) as caught:
        settings.validate()
    said = str(caught.value)
    for name in (
        "min_words",
        "min_score",
        "passages.block",
        "passages.rounds",
        "passages.border_bonus",
        "passages.highest_copy_rate",
        "passages.drop",
        "sentences.strong",
        "sentences.least_stems",
        "sentences.most_partners",
        "sentences.near_best",
        "summary",
    ):
        assert name in said


def test_settings_without_sentences_are_valid():
    replace(profile("news"), sentences=None).validate()
