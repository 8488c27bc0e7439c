"""The catalogue of evidence: what archives and the decision rely on."""

from __future__ import annotations

import pickle
from typing import Any, get_args

import pytest

from provenance.model import Evidence, Favours, Link
from provenance.model.evidence import (
    AgencyMark,
    CommonSourceNamed,
    LinkTo,
    LongerOriginal,
    OwnWording,
    RecordedSentence,
    ThirdHolder,
)
from provenance.model.evidence_kinds import CATALOGUE, Arguments, Kind


@pytest.mark.parametrize("name", CATALOGUE)
def test_an_entry_says_what_it_is(name: str) -> None:
    entry = CATALOGUE[name]
    assert entry.kind.name == name
    assert entry.__doc__
    assert entry.kind.favours
    assert set(entry.kind.favours) <= set(get_args(Favours))


def test_only_kinds_that_favour_a_common_source_name_one() -> None:
    naming = [entry.kind for entry in CATALOGUE.values() if entry.kind.names_common_source]
    assert naming
    assert all("common" in kind.favours for kind in naming)


def test_two_kinds_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="'link'"):

        class Again(Arguments):
            kind = Kind("link", ("a",))


def test_an_entry_is_a_frozen_value_of_its_fields() -> None:
    mark = AgencyMark("Reuters", shows="both")
    assert (mark.agency, mark.shows, mark.marked) == ("Reuters", "both", None)
    assert mark == AgencyMark("Reuters", "both", None) != AgencyMark("Reuters", "dispatch")
    assert OwnWording() == OwnWording() != LongerOriginal()
    assert len({mark, AgencyMark("Reuters", "both"), OwnWording(), LongerOriginal()}) == 3
    assert repr(mark) == "AgencyMark(agency='Reuters', shows='both', marked=None)"
    assert pickle.loads(pickle.dumps(mark)) == mark
    with pytest.raises(AttributeError, match="frozen"):
        mark.agency = "AP"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("Reuters",), {}), (("Reuters", "both", None, 1), {}), (("Reuters", "both"), {"agency": "AP"})],
)
def test_arguments_that_do_not_fit_are_named(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="AgencyMark takes agency, shows, marked"):
        AgencyMark(*values, **named)
    with pytest.raises(TypeError, match="takes nothing"):
        OwnWording(1)  # type: ignore[call-arg]


def test_a_recorded_sentence_keeps_its_kind() -> None:
    assert RecordedSentence.of("link", "b links to a").kind is LinkTo.kind
    assert RecordedSentence.of("omen", "a raven").kind.name == "omen"


def test_a_link_names_the_articles_of_its_evidence() -> None:
    evidence = (
        Evidence(ThirdHolder("c"), "common", 1.0),
        Evidence(CommonSourceNamed("c", 0.7), "common", 1.0),
        Evidence(RecordedSentence.of("third_holder", "d has it, too"), "common", 1.0),
        Evidence(LinkTo(), "a", 1.0),
    )
    assert Link("a", "b", "undetermined", 0.5, 0.1, 0.1, (), evidence=evidence).named == ("a", "b", "c")
