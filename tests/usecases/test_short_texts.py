"""Short texts in an archive: one sentence of eight words that others hold is found by every way of asking."""

import json

import pytest

from provenance import Archive, compare, read_one
from provenance.config.fingerprint import RetrievalSettings
from tests.conftest import CORPUS

PUMP = "The cracked bell of the chapel will ring no more."
TEXTS = {
    "alone": PUMP,
    "first": f"This is a note. It says what others said. {PUMP}",
    "last": f"{PUMP} What a pity, says my aunt.",
    "unlike": "This note does not hold the words of the others. It is about nothing at all.",
    "cat": "cat",
    "dog": "dog",
    "cat-again": "Cat",
    "road-1": "County Road 1506 (CR 1506) lies in Lamar District.",
    "road-2": "County Road 1507 (CR 1507) lies in Lamar District.",
    "score-1": "Norrvik 3, Osterby 1",
    "score-2": "Norrvik 1, Osterby 3",
    "dot": ".",
    "thumbs": "👍👍👍",
}
TOGETHER = {("alone", "first"), ("alone", "last"), ("first", "last"), ("cat", "cat-again")}


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    """The texts above among the articles of the corpus."""
    folder = tmp_path_factory.mktemp("notes")
    rows = folder / "notes.jsonl"
    rows.write_text("\n".join(json.dumps({"id": name, "text": text}) for name, text in TEXTS.items()))
    with Archive(folder / "notes.db") as archive:
        archive.add([rows, CORPUS / "articles"], jobs=1)
        archive.audit(jobs=1)
        yield archive


def test_an_audit_links_the_texts_that_share_a_sentence_and_no_others(notes):
    found = {tuple(sorted((link.a, link.b))) for link in notes.links()}
    assert {pair for pair in found if set(pair) & TEXTS.keys()} == TOGETHER


def test_equal_texts_of_one_word_are_near_duplicates(notes):
    assert notes.store.links.between("cat", "cat-again").relation == "near_duplicate"


@pytest.mark.parametrize("name", TEXTS)
def test_check_finds_what_the_audit_found(notes, name, tmp_path):
    path = tmp_path / "asked.txt"
    path.write_text(TEXTS[name])
    findings = next(iter(notes.check([path])))
    if not any(character.isalnum() for character in TEXTS[name]):
        return
    same = {other for other in TEXTS if TEXTS[other].casefold() == TEXTS[name].casefold()}
    partners = {other for pair in TOGETHER if name in pair for other in pair}
    assert {link.b for link in findings.links} - same == partners - same  # equal to itself it need not be told


@pytest.mark.parametrize("pair", sorted(TOGETHER))
def test_compare_finds_it_too(pair, tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in pair]
    for name, path in zip(pair, paths, strict=True):
        path.write_text(TEXTS[name])
    (link,) = compare(*map(read_one, paths)).links
    assert len(link.passages) == 1


def test_one_sentence_of_any_article_finds_that_article(archive, tmp_path):
    """Lone sentences of eight to twelve words, each a query of its own."""
    asked = found = 0
    for row in archive.listed():
        text = archive.text(row.id)
        for number, sentence in enumerate(text.replace("\n", " ").split(". ")):
            if not 8 <= len(sentence.split()) <= 12 or '"' in sentence or number < 3:
                continue
            path = tmp_path / f"{asked}.txt"
            path.write_text(sentence)
            findings = next(iter(archive.check([path])))
            asked += 1
            found += row.id in {link.b for link in findings.links}
            break
    assert asked > 20
    assert found >= 0.85 * asked


def test_the_number_of_words_of_a_short_query_is_checked():
    from provenance.errors import SettingsError

    with pytest.raises(SettingsError, match="short"):
        RetrievalSettings(short=0).validate()
