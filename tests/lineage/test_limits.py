"""Reading a recorded link at another confidence."""

import pytest

from provenance.lineage.limits import at_confidence
from provenance.model import Link

DERIVED = Link("x", "y", "derived", 0.7, 0.4, 0.3, (), derived="y", source="x", likeliest="a->b")
COMMON = Link("x", "y", "common_source", 0.7, 0.4, 0.3, (), common_source="z", likeliest="common_source")
COPY = Link("x", "y", "near_duplicate", 0.7, 0.97, 0.95, (), derived="y", source="x", likeliest="a->b")


@pytest.mark.parametrize("link", [DERIVED, COMMON, COPY])
def test_at_or_below_its_own_confidence_a_link_reads_as_it_was_judged(link):
    assert at_confidence(link, 0.0) == at_confidence(link, 0.7) == link


@pytest.mark.parametrize("link", [DERIVED, COMMON])
def test_above_it_the_relation_is_undetermined_and_what_is_likeliest_is_kept(link):
    read = at_confidence(link, 0.8)
    assert (read.relation, read.source, read.derived, read.common_source) == ("undetermined", None, None, None)
    assert (read.likeliest, read.confidence, read.share_a) == (link.likeliest, 0.7, 0.4)


def test_a_near_duplicate_only_loses_its_direction():
    read = at_confidence(COPY, 0.8)
    assert (read.relation, read.source, read.confidence) == ("near_duplicate", None, 0.95)
    assert at_confidence(read, 0.99) == read
