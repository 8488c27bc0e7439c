"""Dates in values and in texts, in all languages, and what is made of them."""

from provenance.model.appearance import appearance
from provenance.sources.times.timestamps import find_time, parse_time

SEEDS = [
    "2013-03-14T10:15:00+01:00",
    "14 March 2013 10:15 CET", "mars 14, 2013", "14.03.13", "1363255200", "2013年3月14日",
    "Thu, 14 Mar 2013 10:15:00 GMT", "/Date(1363255200000+0100)/", "Updated: 3 de marzo de 2013, a las 10:15",
    "١٤/٠٣/٢٠١٣", "9999-12-31T23:59:60Z", "0001-01-01", "２０１３年", "十二月三日",
]  # fmt: skip
RUNS = 15000
LONGEST = 120


def attempt(data: bytes) -> None:
    """Read it as a whole value and as the beginning of a text."""
    text = data.decode("utf-8", "replace")
    for found in (parse_time(text), (find_time(text) or (None, 0))[0], parse_time(text, placeholders=True)):
        if found is not None:
            assert found.earliest <= found.latest
            appearance(found)
