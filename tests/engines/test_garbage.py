"""Tasks without the search for circular references leave their process as they found it."""

import gc

from provenance.engines.garbage import uncollected


def test_circular_references_are_searched_for_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_whoever_never_searches_is_left_alone() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
