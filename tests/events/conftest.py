"""Articles taken apart, for all tests of events."""

from collections.abc import Callable

import pytest
from articles_apart import taken_apart

from provenance.events.telling import Telling


@pytest.fixture
def told() -> Callable[[str], Telling]:
    """Takes a text apart."""
    return taken_apart
