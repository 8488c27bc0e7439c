"""RTF: groups, code pages, Unicode escapes, tables of fonts."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [
    WHOLE["story.rtf"],
    rb"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\u8220?x\\u-10179?\\u-8704? \\'e4\\par\\bin3 abc{\\*\\x y}}",
]
RUNS = 800


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("story.rtf", data)
