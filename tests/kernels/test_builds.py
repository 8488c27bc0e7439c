"""Compiled kernels are made of the sources that lie beside them, and nothing slow hides in them."""

from __future__ import annotations

import re
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from provenance import kernels

pytestmark = pytest.mark.skipif(not kernels.is_compiled(), reason="kernels run as plain Python")

FUNCTION = re.compile(
    r"^static [^\n;]*?\b__pyx_f_\w*?(?P<name>[a-z]\w*)\([^\n;]*\) \{\n(?P<body>.*?)^\}", re.M | re.S
)
LOCAL = re.compile(r"^  PyObject \*__pyx_v_([a-z]\w*) = ", re.M)
# Results for Python, and lists of records: what a kernel makes once per call.
MEANT: set[tuple[str, str, str]] = {
    ("provenance.align.kernels.borders", "tightened", "ordered"),
    ("provenance.align.kernels.borders", "tightened", "tight"),
    ("provenance.align.kernels.matches", "drawn_passages", "found"),
    ("provenance.align.kernels.matches", "drawn_passages", "tight"),
}


@pytest.mark.parametrize("module", sorted(kernels.modules()))
def test_no_extension_is_older_than_its_sources(module: str) -> None:
    """Python runs an extension without a look at the file that it was made from."""
    path = kernels.path_of(module)
    built = max(Path(path + end).stat().st_mtime for end in EXTENSION_SUFFIXES if Path(path + end).exists())
    for source in (Path(path + (".pyx" if Path(path + ".pyx").exists() else ".py")), Path(path + ".pxd")):
        assert source.stat().st_mtime <= built, f"{source} has changed: build again"


def objects(c_file: Path, module: str) -> set[tuple[str, str, str]]:
    """Module, function and name of the local variables of kernels that Cython made Python objects of.

    Each is slow, and nothing else says so. A kernel that is declared `nogil` cannot have any.
    """
    mangled = "_".join(f"{len(part)}{part}" for part in module.split(".")).lstrip("0123456789")
    return {
        (module, function["name"].rpartition(mangled + "_")[2] or function["name"], local)
        for function in FUNCTION.finditer(c_file.read_text(encoding="utf-8"))
        for local in LOCAL.findall(function["body"])
    }


@pytest.mark.parametrize("module", sorted(kernels.modules()))
def test_no_kernel_holds_objects_unseen(module: str) -> None:
    c_file = Path(kernels.path_of(module) + ".c")
    if not c_file.exists():
        pytest.skip("the C that Cython wrote is not here")
    assert objects(c_file, module) <= MEANT
