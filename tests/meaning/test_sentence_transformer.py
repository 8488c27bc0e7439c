"""Models of `sentence-transformers`, end to end, with a stand-in for that package: it is heavy, and models are not
fetched."""

import sys
import types
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest
from tiny_encoder import TinyEncoder

from provenance import Archive
from provenance.errors import ArchiveError, ProvenanceError, UsageError
from provenance.meaning import encoder as encoders
from provenance.usecases.embedding import embed

ROWS = [
    {
        "id": "a",
        "text": "The mayor closed the bridge in winter. Inspectors found cracks in the steel.",
        "language": "en",
    },
    {"id": "b", "text": "Gardeners planted tulips along the avenue. The ferry runs at nine.", "language": "en"},
]


class Model:
    """As the package's class: random weights that a folder holds."""

    def __init__(self, name: str, local_files_only: bool = False) -> None:
        assert local_files_only, "nothing may be fetched"
        if not Path(name, "weights.npy").exists():
            raise OSError(f"{name} is no folder with a model")
        self.weights = np.load(Path(name, "weights.npy"))

    def encode(
        self, sentences: Sequence[str], normalize_embeddings: bool, show_progress_bar: bool
    ) -> "np.typing.NDArray[np.float32]":
        counts = np.zeros((len(sentences), 256), np.float32)
        for row, sentence in enumerate(sentences):
            for byte in sentence.encode():
                counts[row, byte] += 1
        found = counts @ self.weights
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = types.ModuleType("sentence_transformers")
    package.SentenceTransformer = Model  # type: ignore[attr-defined]
    package.__spec__ = ModuleSpec("sentence_transformers", None)
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    return model(tmp_path / "model", 1)


def model(folder: Path, seed: int) -> Path:
    folder.mkdir()
    np.save(folder / "weights.npy", np.random.default_rng(seed).standard_normal((256, 384)).astype(np.float32))
    return folder


def test_an_archive_is_encoded_by_a_model_of_a_folder(folder: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "t.db") as archive:
        archive.add(ROWS)
        made = embed(archive.store, str(folder))
        assert (made.encoded, made.articles) == (2, 2)
        assert made.encoder.startswith(f"{folder} ")
        codes = archive.store.meanings.of(archive.store.meanings.held().tolist())
        assert {text.codes.shape[1] * 64 for text in codes.values()} == {2 * 384}
        assert embed(archive.store).encoded == 0


def test_codes_of_two_encoders_are_never_mixed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "t.db") as archive:
        archive.add(ROWS)
        embed(archive.store, str(folder))
        with pytest.raises(ArchiveError, match="encoded by"):
            embed(archive.store, str(model(tmp_path / "other", 2)))
        again = embed(archive.store, str(tmp_path / "other"), again=True)
        assert (again.encoded, again.articles) == (2, 2)
        monkeypatch.setattr(encoders, "encoder_named", lambda name=encoders.DEFAULT: TinyEncoder())
        with pytest.raises(ArchiveError, match="encoded by"):
            embed(archive.store)


def test_other_weights_in_the_same_folder_are_another_encoder(folder: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "t.db") as archive:
        archive.add(ROWS)
        embed(archive.store, str(folder))
        (folder / "weights.npy").unlink()
        folder.rmdir()
        model(folder, 3)
        with pytest.raises(ArchiveError, match="encoded by"):
            embed(archive.store, str(folder))


def test_a_model_that_is_not_here_is_said_in_one_line(folder: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "t.db") as archive:
        archive.add(ROWS)
        with pytest.raises(UsageError, match="no model"):
            embed(archive.store, str(tmp_path / "nowhere"))


def test_without_the_package_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with Archive(tmp_path / "t.db") as archive:
        archive.add(ROWS)
        with pytest.raises(ProvenanceError, match="sentence-transformers"):
            embed(archive.store, "some/model")
