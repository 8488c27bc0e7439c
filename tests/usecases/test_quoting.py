"""`quotes` answers from its index as a listing of the whole archive does, whatever was added, changed and removed."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.comparison import known_quotations
from provenance.model import QuotationRow
from provenance.quotes import extract
from provenance.quotes.linking.linker import appearances, link_utterances
from provenance.quotes.linking.quoted_passages import with_echoes
from provenance.quotes.linking.speakers import same_speaker
from provenance.quotes.linking.utterance_pieces import QuotedArticle

SAID = [
    "The ferry will stop at weekends because nobody pays for a second crew",
    "The ferry will not stop at weekends because nobody pays for a second crew",
    "We bought forty pumps for the flooded tunnel and not one of them works",
    "A bridge without a budget is a painting of a bridge",
    "My grandmother rowed to school and my daughter will row there, too",
]
PEOPLE = ["Lena Ortiz", "Karl Dunmore", "the harbour master", "Mayor Berit Lund"]


def text_of(chance: random.Random) -> str:
    parts = [f"Notes from Velden, page {chance.randrange(1000)}."]
    for _ in range(chance.randrange(1, 4)):
        words, who = chance.choice(SAID), chance.choice(PEOPLE)
        parts.append(f"“{words},” {who} said." if chance.random() < 0.7 else f"{who} said that {words.lower()}.")
    return "\n\n".join(parts)


def put(archive: Archive, folder: Path, *articles: dict[str, str]) -> None:
    """Add articles as rows of a file."""
    rows = folder / "rows.jsonl"
    rows.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    archive.add([rows])


def some(chance: random.Random, count: int = 6) -> list[dict[str, str]]:
    return [{"id": f"n{number}", "text": text_of(chance)} for number in range(count)]


def names(archive: Archive) -> list[str]:
    return archive.store.articles.ids(archive.store.articles.all_numbers().tolist())


def brief(rows: list[QuotationRow]) -> list[tuple[object, ...]]:
    return [
        (
            row.article.id,
            row.quotation,
            row.altered,
            row.first and (row.first.article.id, row.first.quotation.span, row.first.altered, row.first.shared),
            [(use.article.id, use.quotation.span, use.altered, use.shared) for use in row.later],
        )
        for row in rows
    ]


def slow(archive: Archive) -> list[tuple[object, ...]]:
    """All quotations of the archive, read and compared anew, without links."""
    articles = {name: archive.article(name) for name in names(archive)}
    quoted = [
        QuotedArticle(
            name,
            one.text,
            extract(one.text, one.body),
            one.published.earliest if one.published else None,
            one.published.latest if one.published else None,
        )
        for name, one in sorted(articles.items())
    ]
    pairs = link_utterances(with_echoes(quoted, {}))
    known = appearances(quoted, pairs)
    found = []
    for one in quoted:
        for number, said in enumerate(one.quotations):
            elsewhere = known.get((one.id, number))
            first, later = None, []
            if elsewhere:
                for use in ([elsewhere.first] if elsewhere.first else []) + list(elsewhere.others):
                    shared = use.pair.shared
                    if use.pair.a.article != one.id:
                        shared = tuple(sorted((here, there) for there, here in shared))
                    other = next(each for each in quoted if each.id == use.place.article)
                    row = (other.id, other.quotations[use.place.quotation].span, use.pair.altered, shared)
                    if use is elsewhere.first:
                        first = row
                    else:
                        later.append(row)
            found.append((one.id, said, bool(elsewhere and elsewhere.altered), first, later))
    return found


@pytest.fixture
def unlinked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No articles are checked on the spot: what is compared here is the index."""
    monkeypatch.setattr("provenance.usecases.quoting.MOST_CHECKED", 0)
    return


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("unlinked")
def test_the_index_gives_what_a_look_at_everything_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Archive(tmp_path / "a.db") as archive:
        for step in range(12):
            name = f"n{chance.randrange(7)}"
            if chance.random() < 0.2 and name in names(archive):
                archive.remove([name])
            else:
                day = chance.randrange(1, 28)
                row = {"id": name, "text": text_of(chance)}
                put(archive, tmp_path, row | ({"published": f"2025-03-{day:02}"} if chance.random() < 0.8 else {}))
            if step % 4 == 3:
                everything = slow(archive)
                assert brief(archive.quotes()) == everything
                assert brief(archive.quotes(altered=True)) == [row for row in everything if row[2]]
                assert brief(archive.quotes(reused=True)) == [row for row in everything if row[3] or row[4]]
                for asked in sorted({str(row[0]) for row in everything}):
                    assert brief(archive.quotes([asked])) == [row for row in everything if row[0] == asked]
                for speaker in (*PEOPLE, "Ortiz", "K. Dunmore"):
                    expected = [row for row in everything if same_speaker(speaker, row[1].speaker) is True]
                    assert brief(archive.quotes(speaker=speaker)) == expected


def test_an_interruption_leaves_whole_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_quotations, "ARTICLES_A_TASK", 2)
    chance = random.Random(1)
    with Archive(tmp_path / "a.db") as archive:
        put(archive, tmp_path, *some(chance))

        def stop(stage: str, done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            known_quotations.index_quotations(archive.store, stop)
        assert len(archive.store.utterances.missing(known_quotations.SCHEME)) == 4
        known_quotations.index_quotations(archive.store)
        assert archive.store.utterances.missing(known_quotations.SCHEME) == []


def test_removed_speakers_leave_nothing_behind(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        put(
            archive,
            tmp_path,
            {"id": "a", "text": "“The ferry is late again today,” said Lena Ortiz."},
            {"id": "b", "text": "“The quay is closed for winter,” said Karl Dunmore."},
        )
        assert len(archive.quotes()) == 2
        archive.remove(["a"])
        left = [name for (name,) in archive.store.connection.rows("SELECT name FROM speakers")]
        assert left == ["Karl Dunmore"]
        assert archive.store.connection.value("SELECT count(*) FROM utterances") == 1


def test_an_archive_that_cannot_be_written_is_answered_alike(tmp_path: Path) -> None:
    chance = random.Random(2)
    with Archive(tmp_path / "a.db") as archive:
        put(archive, tmp_path, *some(chance))
    with Archive(tmp_path / "a.db", readonly=True) as archive:
        rows = brief(archive.quotes()), brief(archive.quotes(speaker="Ortiz"))
        assert archive.store.connection.value("SELECT count(*) FROM utterances") == 0
    with Archive(tmp_path / "a.db") as archive:
        assert (brief(archive.quotes()), brief(archive.quotes(speaker="Ortiz"))) == rows


def test_what_other_rules_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "a.db") as archive:
        put(archive, tmp_path, {"id": "a", "text": "“The ferry is late again today,” said Lena Ortiz."})
        archive.quotes()
        monkeypatch.setattr(known_quotations, "SCHEME", "other rules")
        assert archive.store.utterances.missing("other rules") == ["a"]
        known_quotations.index_quotations(archive.store)
        assert archive.store.utterances.missing("other rules") == []
