"""Quotation rules: every language pack on any text; the first byte says which."""

from provenance.model import Span
from provenance.quotes.extraction import extract
from provenance.quotes.languages import CATALOGUE, language
from tests.fuzz.reading import text_of

CODES = [*CATALOGUE, "eo"]
TEXTS = {
    "en": "“Nobody sails,” said Ana Rao, who runs the port. She added that 'repairs' \"cost\" four.\n\nQ: Why? A: Storm.",
    "de": "„Niemand läuft aus“, sagte Ana Rao. Die Reparatur koste vier Millionen, so der Minister.",
    "fr": "« Personne ne sort », a déclaré Ana Rao. Selon elle, le quai est brisé.\n— Pourquoi ? dit-il.",
    "es": '«Nadie zarpa», dijo Ana Rao. Según el puerto, "todo" está cerrado.\n—¿Por qué? —preguntó.',
    "it": "«Nessuno parte», ha detto Ana Rao. Secondo il porto “tutto” è chiuso.",
    "pt": "“Ninguém sai”, disse Ana Rao. Segundo o porto, tudo fechou.",
    "nl": "„Niemand vaart uit”, zei Ana Rao. Volgens de haven is alles dicht.",
    "pl": "„Nikt nie wypłynie” – powiedziała Ana Rao. Zdaniem portu „wszystko” jest zamknięte.",
    "ru": "«Никто не выйдет», — сказала Ана Рао. По словам порта, всё закрыто.",
    "zh": "饶安娜说：“码头修好以前谁也不出海。”她表示，修理需要四百万。",
    "ja": "ラオ氏は「誰も出航しない」と述べた。修理には四百万かかるという。",
    "eo": "“Neniu velas,” diris Ana Rao.",
}
SEEDS = [bytes([CODES.index(code)]) + text.encode() for code, text in TEXTS.items()]
RUNS = 500
LONGEST = 1500


def attempt(data: bytes) -> None:
    """Find the quotations of a text; each lies inside it."""
    code = CODES[data[0] % len(CODES)] if data else "en"
    text = text_of(data[1:])
    for found in extract(text, Span(0, len(text)), language(code)):
        assert 0 <= found.span.start < found.span.end <= len(text), found
        for mark in found.marks:
            assert found.span.start <= mark.start <= mark.end <= found.span.end, found
        if found.cue is not None:
            assert 0 <= found.cue.start <= found.cue.end <= len(text)
        assert found.speaker is None or found.speaker.strip()
