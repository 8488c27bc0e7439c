"""Bytes to text: which encoding, marks that were decoded wrongly before, writing that programs should not read."""

from provenance.sources.characters.damaged_text import mended
from provenance.sources.characters.decoding import UndecodableInput, decode
from provenance.sources.characters.disguise import plain

SEEDS = [
    "caf\xc3\xa9 \xe2\x80\x9cx\xe2\x80\x9d", "Zażółć gęślą".encode("cp1250"), "Привет, мир".encode("koi8-r"),
    "日本語の文".encode("shift_jis"), "中文".encode("gb18030"), "x".encode("utf-16"), "i t i s s p a c e d o u t",
    "\u202eesrever si siht\u202c", "b4n4n4 r3publ1c", "ᴛʜᴇ ǫᴜᴀʏ", b"\x93quoted\x94 \x85", "a\u200bb\u00adc",
]  # fmt: skip
RUNS = 3000


def attempt(data: bytes) -> None:
    """Decode it, mend it, read it."""
    try:
        text = decode(data).text
    except UndecodableInput:
        text = data.decode("utf-8", "replace")
    text.encode("utf-8", "surrogatepass")
    mended(text)
    plain(text)
