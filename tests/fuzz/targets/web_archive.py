"""Web archives: records, HTTP heads, packed or not, and the index of a WACZ file."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE
from tests.sources.documents.samples import zipped

SEEDS = [
    WHOLE["a.warc"],
    WHOLE["a.warc.gz"],
    WHOLE["a.wacz"],
    b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 5\r\n\r\nwords",
]
RUNS = 80


def attempt(data: bytes) -> None:
    """Read it under the name that its first bytes ask for."""
    if data.startswith(b"PK"):
        read_as("a.wacz", data)
        return
    read_as("a.warc.gz" if data.startswith(b"\x1f\x8b") else "a.warc", data)
    if len(data) % 8 == 0:
        read_as("b.wacz", zipped({"datapackage.json": data, "archive/a.warc": WHOLE["a.warc"]}))
