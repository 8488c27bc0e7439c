"""A translation of a report is linked to what it was made from where the archive is encoded, and only there."""

import io

import pytest
from rich.console import Console
from tiny_encoder import TinyEncoder

from provenance import Archive
from provenance.comparison.weights_in_force import meant_weights_in_force
from provenance.events import meaning_weights
from provenance.events.weights import as_stored, shipped
from provenance.meaning import encoder as encoders
from provenance.model import Article, Span
from provenance.reports.contract_json import findings_object
from provenance.reports.terminal.findings import print_findings
from provenance.sources.times.timestamps import parse_time
from provenance.usecases.adding import add
from provenance.usecases.checking import check

FILLER = (
    " It was a long day for everybody who had waited beside the road since six in the morning, and few of them "
    "went home before the lamps were lit again at the old toll house."
)
SENTENCES = (
    "The mayor closed the bridge in winter.",
    "Inspectors found cracks in the steel.",
    "Lorries face a detour for angry drivers.",
    "Repairs cost a million.",
    "The council voted on extra ferry runs.",
    "Schools closed at the river.",
)
SOURCE = " ".join(SENTENCES) + FILLER
SIBLING = " ".join((SENTENCES[0], SENTENCES[3], SENTENCES[1], "A choir sang.", "Nobody was hurt anywhere.")) + FILLER
TRANSLATION = (
    "Die Bürgermeisterin schloss die Brücke im Wintermonate. Prüfer fanden Risse im Stahl. "
    "Lastwagen Umleitung wütend Fahrer. Reparatur kosten Millionen. Der Rat stimmte zusätzliche Fähre fährt. "
    "Schulen schloss am Fluss."
)


def article(name, text, day, language="en"):
    time = parse_time(f"2025-03-0{day}T08:00:00Z")
    return Article(name, text, Span(0, len(text)), published=time, publisher=f"{name} Post", language=language)


@pytest.fixture
def tiny(monkeypatch):
    """The encoder of tests, and the weights that ship as if they had been fitted with it."""
    encoder = TinyEncoder()
    monkeypatch.setattr(encoders, "encoder_named", lambda name=encoders.DEFAULT: encoder)
    stored = meaning_weights.as_stored(meaning_weights.shipped())
    fitted = meaning_weights.from_stored({**stored, "about": {"encoder": encoder.name}})
    monkeypatch.setattr(meaning_weights, "shipped", lambda: fitted)
    return encoder


NEW = article("translated", TRANSLATION, 5, "de")


@pytest.fixture
def archive(tmp_path, tiny):
    with Archive(tmp_path / "a.db") as opened:
        add(opened.store, [article("source", SOURCE, 1), article("sibling", SIBLING, 2)])
        yield opened


def test_a_check_and_an_audit_say_the_same_of_a_translation(archive):
    assert check(archive.store, NEW).links == ()
    archive.embed()
    (checked,) = check(archive.store, NEW).links
    assert (checked.source, checked.derived, checked.likeliest) == ("source", "translated", "b->a")
    assert "sentences_meant" in [each.kind.name for each in checked.evidence]
    assert {(each.match.kind, each.match.by) for each in checked.passages} == {("translation", "meaning")}
    assert checked.share_a > 0.8
    add(archive.store, [NEW])
    archive.embed()
    archive.audit(jobs=1)
    (audited,) = archive.store.links.of("translated")
    assert (audited.source, audited.derived) == ("source", "translated")
    assert audited.confidence == checked.confidence
    seen = [(each.match.b, each.match.a, each.match.score) for each in checked.passages]
    assert seen == [(each.match.a, each.match.b, each.match.score) for each in audited.passages]
    assert {each.match.by for each in audited.passages} == {"meaning"}
    assert (audited.share_a, audited.share_b) == (checked.share_b, checked.share_a)


def test_json_and_terminal_show_what_was_translated(archive):
    archive.embed()
    findings = check(archive.store, NEW)
    (passage,) = findings_object(findings)["links"][0]["passages"]
    assert (passage["kind"], passage["by"]) == ("translation", "meaning")
    assert passage["a"]["text"] == NEW.text
    console = Console(file=io.StringIO(), width=80)
    print_findings(console, findings)
    assert "translated, found by meaning" in " ".join(console.file.getvalue().split())


def test_the_record_is_the_same_after_other_commands(archive, tmp_path):
    add(archive.store, [NEW])
    archive.audit(jobs=1)
    archive.embed()
    archive.audit(jobs=1)
    with Archive(tmp_path / "b.db") as other:
        add(other.store, [article("source", SOURCE, 1), article("sibling", SIBLING, 2), NEW])
        other.embed()
        other.audit(jobs=2)
        assert list(other.store.links.iterate()) == list(archive.store.links.iterate()) != []


def test_weights_know_meaning_only_by_the_encoder_they_were_fitted_with_and_where_no_labels_decide(archive, tiny):
    assert meant_weights_in_force(archive.store) is None
    archive.embed()
    assert meant_weights_in_force(archive.store) is not None
    archive.store.weights.write(as_stored(shipped()))
    assert meant_weights_in_force(archive.store) is None
    archive.store.weights.write(None)
    tiny.version = "2"
    archive.embed(again=True)
    assert meant_weights_in_force(archive.store) is None
