"""Names that one input has used, however many there are."""

from provenance.ingest.seen import Seen, hashed


def test_names_are_remembered_across_packed_runs() -> None:
    seen = Seen(recent=3)
    for number in range(100):
        assert seen.text_of(f"name {number}") is None
        seen.remember(f"name {number}", hashed(str(number)))
    assert all(seen.text_of(f"name {number}") == hashed(str(number)) for number in range(100))
    assert len(seen._packed) < 8
