"""A cursor says where a list goes on; one that nobody was given is refused."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.web.cursors import cursor_of, key_of

PARTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.integers(-(2**62), 2**62),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(st.lists(PARTS, min_size=1, max_size=6).map(tuple))
def test_a_key_comes_back_as_it_was(key: tuple[str | float | int, ...]) -> None:
    cursor = cursor_of("newest", key)
    assert cursor.replace("-", "").replace("_", "").isalnum()
    assert key_of(cursor, "newest", len(key)) == key
    for sort, parts in (("oldest", len(key)), ("newest", len(key) + 1)):
        with pytest.raises(UsageError):
            key_of(cursor, sort, parts)


@given(st.text(max_size=60))
def test_no_text_is_a_cursor_by_chance(text: str) -> None:
    with pytest.raises(UsageError):
        key_of(text, "newest", 3)


NO_KEYS = ([], {}, "newest", ["newest"], ["newest", None], ["newest", [1]], ["newest", True], ["newest", 2**70])


@pytest.mark.parametrize("value", [*NO_KEYS, ["newest", "\ud800"]])
def test_only_what_the_store_can_be_asked_with_is_a_key(value: object) -> None:
    written = base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
    with pytest.raises(UsageError):
        key_of(written, "newest", 1)
    with pytest.raises(UsageError):
        key_of("A" * 30_000, "newest", 1)
