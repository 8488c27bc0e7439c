"""What portions of an audit leave behind in their process."""

import gc

import pytest

from provenance.usecases.pairing import uncollected


def test_circular_references_are_searched_for_again_afterwards() -> None:
    with pytest.raises(ValueError, match="inside"), uncollected():
        assert not gc.isenabled()
        raise ValueError("inside")
    assert gc.isenabled()


def test_whoever_never_searches_is_left_alone() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
