"""Rows that strangers wrote, through `add`, `audit`, `verify`: what is said to be added is there, and all holds."""

import json
from itertools import count

from provenance import Archive
from tests.fuzz.reading import folder, put
from tests.fuzz.small_archive import ROWS

SEEDS = [
    "\n".join(map(json.dumps, ROWS[:2])),
    '{"id": "\\u0000\\ud800", "text": "a b c"}\n{"id": "", "text": "\\u202e x y z"}',
    '{"id": "a", "url": "http://x", "text": "one two"}\n{"id": "b", "url": "http://x/", "text": "three four"}\n'
    '{"id": "a", "text": "five"}',
]
RUNS = 12
LONGEST = 1500
NUMBERS = count()


def attempt(data: bytes) -> None:
    """Archive it and look at what became of it."""
    path = folder() / f"of-rows-{next(NUMBERS)}.db"
    rows = put("of-strangers.jsonl", data)
    try:
        with Archive(path) as archive:
            done = archive.add([rows])
            listed = {each.id for each in archive.listed()}
            assert set(done.added) <= listed, (done.added, listed)
            assert all(archive.text(name) for name in listed)
            archive.audit()
            found = archive.verify()
            assert not found.problems, found.problems
            again = archive.add([rows])
            assert {each.id for each in archive.listed()} == listed, again
    finally:
        for each in folder().glob(f"{path.name}*"):
            each.unlink()
