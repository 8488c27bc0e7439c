"""German articles in an archive: quotations by their language, altered words, and a language that is corrected."""

from pathlib import Path

from provenance import Archive
from provenance.sources.given_values import given_values

FIRST = """Publisher: Hafenblatt
Published: 2026-03-02 08:00

Fähre bleibt im Hafen

„Wir warten auf besseres Wetter und fahren erst am Mittwoch wieder“, sagte Hafenmeisterin Lena Orre am Montag.
Der Wind habe in der Nacht zwei Poller aus der Mole gerissen. Die Bürger der Inseln warten seit drei Tagen.
"""
SECOND = """Publisher: Küstenkurier
Published: 2026-03-03 09:00

Inseln warten auf die Fähre

„Wir warten nicht auf besseres Wetter und fahren erst am Mittwoch wieder“, sagte Bürgermeister Ole Hamre.
Die Fischer sind verärgert über die Leitung des Hafens und fordern von der Stadt eine neue Mole aus Stein.
"""


def archived(folder: Path) -> Archive:
    for name, text in (("eins.txt", FIRST), ("zwei.txt", SECOND)):
        (folder / name).write_text(text, "utf-8")
    archive = Archive(folder / "t.db")
    archive.add([folder / "eins.txt", folder / "zwei.txt"])
    return archive


def test_a_quotation_that_another_printed_with_not_and_another_speaker_is_altered(tmp_path: Path) -> None:
    with archived(tmp_path) as archive:
        first, second = [row for row in archive.quotes() if row.quotation.type == "direct"]
    assert (first.quotation.speaker, second.quotation.speaker) == ("Lena Orre", "Ole Hamre")
    assert second.first is not None
    assert second.first.quotation.speaker == "Lena Orre"
    assert second.altered


def test_quotations_are_read_again_when_the_language_is_corrected(tmp_path: Path) -> None:
    with archived(tmp_path) as archive:
        name = archive.quotes()[0].article.id
        read = [row.quotation.speaker for row in archive.quotes([name])]
        archive.edit(name, given_values(["language=Finnish"]))
        as_finnish = [row.quotation.speaker for row in archive.quotes([name])]
        archive.undo_edit(name)
        again = [row.quotation.speaker for row in archive.quotes([name])]
    assert read == again == ["Lena Orre", "Lena Orre"]
    assert as_finnish == [None]
