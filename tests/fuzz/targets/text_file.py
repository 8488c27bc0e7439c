"""Plain text: its encoding, its head, its dates and bylines."""

from tests.fuzz.reading import read_as

SEEDS = [
    "Harbour shut\nBy Ana Rao\nSkerrow Argus, 14 March 2013\n\nNothing sailed on Thursday, said the port.\n" * 2,
    "Hafen geschlossen\nVon Ana Rao, 14. März 2013, 10:15 Uhr\n\n„Niemand läuft aus“, sagte der Kapitän.",
    "Le port fermé — Ana Rao – 14 mars 2013".encode("utf-16"),
    "Zamknięty port, łódź została".encode("cp1250"),
    "caf\xc3\xa9 \xe2\x80\x9cquoted\xe2\x80\x9d and more words follow here in a row",
]
RUNS = 500


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("story.txt", data)
