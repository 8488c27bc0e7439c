"""An utterance of which characters were lost on the way, and none was changed by an editor, is not altered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import Archive
from provenance.quotes.damaged_marks import fits, readable

MARKS = "“”„’‘–—«»"
TEXTS = {
    "en": "“We have been forgotten on this island,” said Berit Lund, the chair of the ferry board. “Nobody’s boat "
    "will run at the weekend – and nobody’s bread will come to the café.”\n\nThe board met for ten hours. “Who’s "
    "going to pay for the crews?” Lund asked. “The county’s books don’t add up, and I’ve told the mayor so—twice.”"
    "\n\nThe ‘hotline’ won’t open, “not now, not ever again,” the mayor said on Monday.",
    "de": "„Wir können die Fähre nicht länger bezahlen – und wir wollen’s auch nicht“, sagte die Vorsitzende Berit "
    "Lund am Dienstag im Rat der Stadt. Die Behörde schwieg zu der Frage nach den Kosten der Brücke.",
    "fr": "« Nous n’avons plus d’argent pour l’été prochain », a déclaré Berit Lund mardi devant le conseil. « C’est "
    "une catastrophe pour le port – et pour l’État. »\n\nLe comité s’est réuni à Nantes pour la troisième fois.",
}
DAMAGES: dict[str, Callable[[str], str]] = {
    "U+FFFD for each character": lambda text: "".join(each if each.isascii() else "\ufffd" for each in text),
    "U+FFFD for each mark": lambda text: "".join("\ufffd" if each in MARKS else each for each in text),
    "U+FFFD for each byte": lambda text: text.encode().decode("ascii", "replace"),
    "? for each character": lambda text: text.encode("ascii", "replace").decode(),
    "? for each mark": lambda text: "".join("?" if each in MARKS else each for each in text),
    "straight": lambda text: text.translate(str.maketrans(MARKS, '"""\'\'--""')),
}
# Bytes of letters part words where question marks stand for them; of French, marks alone are put back.
READ = [
    (code, damage) for code in TEXTS for damage in DAMAGES if code != "fr" or "mark" in damage or damage == "straight"
]


@pytest.mark.parametrize(("code", "damage"), READ)
def test_what_was_lost_is_no_changed_word(code: str, damage: str, tmp_path: Path) -> None:
    rows_of_both = [
        {"id": "whole", "text": TEXTS[code], "published": "2026-03-02", "language": code},
        {"id": "damaged", "text": DAMAGES[damage](TEXTS[code]), "published": "2026-03-04", "language": code},
    ]
    with Archive(tmp_path / "t.db") as archive:
        archive.add(rows_of_both)
        rows = [row for row in archive.quotes() if row.quotation.type != "indirect" and row.first is not None]
    assert rows
    assert not any(row.altered for row in rows)


def test_a_word_that_was_changed_is_one_beside_lost_marks(tmp_path: Path) -> None:
    text = TEXTS["en"]
    changed = DAMAGES["U+FFFD for each character"](text.replace("bread", "butter"))
    (tmp_path / "whole.txt").write_text(f"Published: 2026-03-02 08:00\n\n{text}\n", "utf-8")
    (tmp_path / "damaged.txt").write_text(f"Published: 2026-03-03 08:00\n\n{changed}\n", "utf-8")
    with Archive(tmp_path / "t.db") as archive:
        archive.add([tmp_path / "whole.txt", tmp_path / "damaged.txt"])
        assert any(row.altered for row in archive.quotes())


@pytest.mark.parametrize(
    ("damaged", "word"),
    [("caf\ufffd", "cafe"), ("b\ufffd\ufffdrger", "burger"), ("\ufffdle", "ile"), ("so\ufffdtwice", "sotwice")],
)
def test_a_lost_letter_fits(damaged: str, word: str) -> None:
    assert fits(damaged, word)


@pytest.mark.parametrize(("damaged", "word"), [("caf\ufffd", "cage"), ("r\ufffdt", "great"), ("cafe", "cafes")])
def test_another_word_does_not_fit(damaged: str, word: str) -> None:
    assert not fits(damaged, word)


def test_fitting_many_lost_letters_takes_no_time() -> None:
    assert not fits("\ufffda" * 2_000, "a" * 4_000 + "b")
    assert not fits("\ufffda" * 30, "a" * 60 + "b")


def test_what_a_lost_character_was_depends_on_the_language() -> None:
    assert readable("le pa\ufffds \ufffd", "spanish") == "le pa\ufffds \ufffd"
    assert readable("l\ufffdhomme \ufffd", "french") == "l’homme \ufffd"
    assert readable("the county\ufffds \ufffd") == "the county’s \ufffd"
    assert readable("dell\ufffd\ufffd\ufffdisola \ufffd", "italian") == "dell’\ufffd\ufffdisola \ufffd"
