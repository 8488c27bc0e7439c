"""Reading a corpus of PAN's form, scoring it, and writing detections that PAN's scorer reads."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from provenance.config.align import profile
from provenance.errors import UnreadableInput
from provenance.evaluation import pan
from provenance.meaning.encoder import is_installed
from provenance.model import Span

COPIED = (
    "The mill wheel at Orrin turned for the last time in the winter of 1951, when the stream above it was led into "
    "a pipe and the miller, who had no son, sold his two horses to a carter from Velden and took the train south."
)
SOURCE = (
    f"Mills of the upper valley.\r\n\r\n{COPIED}\r\n\r\nNothing of the building is left but a wall of grey stones."
)
SUSPICIOUS = (
    f"My grandmother kept bees – dozens of hives.\r\n\r\n{COPIED}\r\n\r\nShe never spoke of honey without laughing."
)
OTHER = "A recipe for plum cake needs butter, flour, four eggs, a pound of plums and an oven that keeps its heat."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("susp", "src", "01-none", "02-copies"):
        (tmp_path / folder).mkdir()
    write(tmp_path / "susp" / "suspicious-1.txt", SUSPICIOUS)
    write(tmp_path / "src" / "source-1.txt", SOURCE)
    write(tmp_path / "src" / "source-2.txt", OTHER)
    write(tmp_path / "01-none" / "pairs", "suspicious-1.txt source-2.txt\n")
    write(tmp_path / "02-copies" / "pairs", "suspicious-1.txt source-1.txt\n\n")
    write(tmp_path / "01-none" / "suspicious-1-source-2.xml", '<document reference="suspicious-1.txt"></document>')
    this, source = SUSPICIOUS.index(COPIED), SOURCE.index(COPIED)
    write(
        tmp_path / "02-copies" / "suspicious-1-source-1.xml",
        f'<document reference="suspicious-1.txt"><feature name="plagiarism" obfuscation="none" this_offset="{this}" '
        f'this_length=\'{len(COPIED)}\' source_reference="source-1.txt" source_offset="{source}" '
        f'source_length="{len(COPIED)}" /><feature name="language" value="en"/></document>',
    )
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def test_a_copy_is_found_to_the_character(corpus: Path) -> None:
    scores = pan.evaluate(corpus, profile("pan"))
    assert scores.subsets["02-copies"].plagdet == 1.0
    assert scores.subsets["01-none"].pairs_with_detection == 0
    assert scores.entire.cases == 1
    assert scores.entire.pairs == 2


def test_roles_may_be_exchanged(corpus: Path) -> None:
    assert pan.evaluate(corpus, profile("pan"), exchanged=True).entire.plagdet == 1.0


def test_halves_part_the_pairs(corpus: Path) -> None:
    assert pan.evaluate(corpus, profile("pan"), half=0).entire.cases == 0
    assert pan.evaluate(corpus, profile("pan"), half=1).entire.cases == 1


def test_detections_are_written_in_pans_form(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "deeper"
    pan.evaluate(corpus, profile("pan"), out=out)
    document = ET.parse(out / "suspicious-1-source-1.xml").getroot()
    assert document.attrib == {"reference": "suspicious-1.txt"}
    (feature,) = document
    values = feature.attrib
    assert values["name"] == "detected-plagiarism"
    assert values["source_reference"] == "source-1.txt"
    start, length = int(values["source_offset"]), int(values["source_length"])
    assert SOURCE[start : start + length] == COPIED
    assert len(ET.parse(out / "suspicious-1-source-2.xml").getroot()) == 0
    assert pan.read_cases(out / "suspicious-1-source-1.xml") == []


def test_two_processes_find_the_same(corpus: Path) -> None:
    assert pan.evaluate(corpus, profile("pan"), jobs=2).entire == pan.evaluate(corpus, profile("pan")).entire


def test_a_folder_may_be_one_subset(corpus: Path) -> None:
    (corpus / "02-copies" / "pairs").rename(corpus / "pairs")
    (corpus / "01-none" / "pairs").unlink()
    assert pan.read_pairs(corpus) == [pan.TextPair(".", "suspicious-1.txt", "source-1.txt")]


def test_cases_without_a_source_are_no_cases(corpus: Path) -> None:
    file = corpus / "case.xml"
    write(file, '<document><feature name="plagiarism" this_offset="3" this_length="4"/></document>')
    assert pan.read_cases(file) == []
    assert pan.read_cases(corpus / "missing.xml") == []


BROKEN = [("one two three\n", "line 1"), ("", "names no pairs")]


@pytest.mark.parametrize(("pairs", "says"), BROKEN)
def test_a_broken_list_of_pairs_is_named(tmp_path: Path, pairs: str, says: str) -> None:
    write(tmp_path / "pairs", pairs)
    with pytest.raises(UnreadableInput, match=says):
        pan.evaluate(tmp_path, profile("pan"))


def test_a_missing_text_is_named(corpus: Path) -> None:
    (corpus / "src" / "source-1.txt").unlink()
    with pytest.raises(UnreadableInput, match=r"source-1\.txt cannot be read"):
        pan.evaluate(corpus, profile("pan"))


def test_spans_are_spans(corpus: Path) -> None:
    ((this, source),) = pan.read_cases(corpus / "02-copies" / "suspicious-1-source-1.xml")
    assert isinstance(this, Span)
    assert this.of(SUSPICIOUS) == source.of(SOURCE) == COPIED


@pytest.mark.skipif(not is_installed(), reason="needs the extra meaning")
def test_what_is_said_in_other_words_counts_where_that_is_asked_for(corpus: Path) -> None:
    rewritten = "In the winter of 1951 the wheel of Orrin's mill stood still for good. Its miller took a train south."
    original = "The mill wheel at Orrin turned for the last time in the winter of 1951. The miller left by train."
    write(corpus / "susp" / "suspicious-1.txt", rewritten)
    write(corpus / "src" / "source-1.txt", original)
    pair = pan.TextPair("02-copies", "suspicious-1.txt", "source-1.txt")
    gold = f'<feature name="plagiarism" this_offset="0" this_length="{len(rewritten)}" source_offset="0" source_length="{len(original)}"/>'  # noqa: E501
    write(corpus / "02-copies" / "suspicious-1-source-1.xml", gold)
    assert pan.detect(corpus, pair, profile("pan")) == []
    by_words, by_meaning = (pan.evaluate(corpus, profile("pan"), meaning=asked) for asked in (False, True))
    assert by_words.subsets["02-copies"].recall == 0.0
    assert by_meaning.subsets["02-copies"].recall == 1.0
    assert by_meaning.subsets["01-none"].pairs_with_detection == 0
