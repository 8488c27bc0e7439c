"""Kernels are loaded compiled or plain, all of them or none, and in both worlds refuse the same arguments."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from plain_twins import plain

from provenance import kernels
from provenance.kernels.signatures import made
from provenance.text.kernels import words

MODULE = "provenance.text.kernels.words"
WORLDS = pytest.mark.parametrize("world", [words, plain(MODULE)], ids=["as installed", "plain"])


def frozen(values: np.ndarray) -> np.ndarray:
    values.flags.writeable = False
    return values


ZEROS = np.zeros(4, np.uint64)
REFUSED = [
    (np.zeros(4, np.int64), "is an array of int64"),
    (np.zeros((2, 2), np.uint64), "is an array of shape"),
    (np.zeros(8, np.uint64)[::2], "is not contiguous"),
    (frozen(np.zeros(4, np.uint64)), "is read-only"),
    (bytes(32), "is an array of uint8"),
    ([0, 0, 0, 0], "is of type list"),
    (None, "is of type NoneType"),
]


@WORLDS
@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_arguments_are_refused_by_name(world, given, message: str) -> None:
    with pytest.raises(TypeError, match=rf"{MODULE}\.look_up_stems: argument 'stems' {message}"):
        world.look_up_stems(ZEROS, ZEROS, ZEROS, given)


@WORLDS
@pytest.mark.parametrize(("place", "name", "kind"), [(1, "characters", "Characters"), (2, "found", "Words")])
def test_records_are_refused_by_name(world, place: int, name: str, kind: str) -> None:
    """A compiled loop would read the fields of None and end the process."""
    records = [world.Characters.__new__(world.Characters), world.Words.__new__(world.Words)]
    for given in (None, 5):
        arguments = [np.zeros(4, np.uint32), *records]
        arguments[place] = given
        message = f"argument '{name}' is of type {type(given).__name__}; it must be a {kind}"
        with pytest.raises(TypeError, match=message):
            world.scan(*arguments)


@WORLDS
def test_what_is_only_read_may_be_read_only(world) -> None:
    found = np.ones(4, np.uint64)
    world.look_up_stems(frozen(np.zeros(4, np.uint64)), ZEROS, ZEROS, found)
    assert found.tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_fields_of_records_are_refused_by_name(given, message: str) -> None:
    arrays = [np.zeros(4, element) for element in (np.int32, np.int32, np.uint64, np.uint64, np.uint8, np.uint8)]
    made(words.Words, *arrays)
    arrays[2] = given
    with pytest.raises(TypeError, match=rf"{MODULE}\.Words: argument 'words' {message}"):
        made(words.Words, *arrays)


@WORLDS
def test_numbers_wrap_silently(world) -> None:
    codes = np.frombuffer("word".encode("utf-32-le"), np.uint32)
    kinds, letters = np.ones(128, np.uint8), np.zeros((128, 3), np.uint32)
    letters[:, 0] = np.arange(128)
    arrays = [np.zeros(4, element) for element in (np.int32, np.int32, np.uint64, np.uint64, np.uint8, np.uint8)]
    count = world.scan(codes, made(world.Characters, kinds, letters, kinds), made(world.Words, *arrays))
    assert (count, arrays[1][0]) == (1, 4)


def test_all_kernels_are_compiled_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROVENANCE_PLAIN", raising=False)
    monkeypatch.setattr(kernels, "_extension_of", lambda module: None if module == kernels.ARRAYS else "there")
    kernels.is_compiled.cache_clear()
    try:
        spec = kernels._Finder.find_spec(MODULE)
        assert not kernels.is_compiled()
        assert spec is not None
        assert isinstance(spec.loader, kernels.Plain)
    finally:
        kernels.is_compiled.cache_clear()


def test_only_kernels_are_found() -> None:
    assert MODULE in kernels.modules()
    assert kernels._Finder.find_spec("provenance.text.kernels.poems") is None
    assert kernels._Finder.find_spec("provenance.text.tokens") is None
    assert kernels._Finder.find_spec("numpy") is None


def test_plain_kernels_are_had_for_the_asking() -> None:
    script = f"import {MODULE} as words; from provenance import kernels; print(words.__file__, kernels.is_compiled())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env={**os.environ, "PROVENANCE_PLAIN": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[0].endswith("words.py")
    assert done.stdout.split()[1] == "False"
