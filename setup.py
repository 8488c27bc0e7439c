"""Builds the compiled kernels; everything else about the package is in pyproject.toml.

Each file in a `kernels` folder becomes one extension beside it, with the C types of its `.pxd`. The wheel serves
Python 3.11 and later (the limited API). An sdist carries the generated C, so that a C compiler is all that it needs;
without one the package is installed all the same and its kernels run as plain Python.

PROVENANCE_PURE=1 makes a wheel without extensions. PROVENANCE_CHECKED=1 makes a build that checks every bound, for
the tests and for `make fuzz`: all of it is in build/checked, and the one beside the sources stays as it is.
"""

import os
import platform
import sys
from pathlib import Path

from setuptools import Extension, setup

SHARED = "provenance.kernels._shared"  # what Cython's array views need, once and not in each extension
CHECKED = bool(os.environ.get("PROVENANCE_CHECKED"))
CHECKED_FOLDER = "build/checked"
DIRECTIVES = {
    "language_level": 3,
    "annotation_typing": False,  # annotations are mypy's; the .pxd files have C's types
    "infer_types": True,
    "boundscheck": CHECKED,
    "wraparound": False,
    "initializedcheck": CHECKED,
    "show_performance_hints": False,
    "auto_pickle": False,
}
JOBS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def flags() -> tuple[list[str], list[str]]:
    """Flags for the compiler and the linker. Without contraction floats are equal on every processor."""
    if sys.platform == "win32":
        return ["/O2", "/fp:precise"], []
    compiler = ["-O1" if CHECKED else "-O3", "-g0", "-ffp-contract=off"]
    if platform.machine() == "x86_64":
        compiler.append("-march=x86-64-v2")
    return compiler, ["-Wl,-s"] if sys.platform == "linux" else []


def sources() -> list[Path]:
    """The kernels: Python files, but for `arrays`, whose Python is a twin of the Cython that is compiled."""
    kernels = [path for path in Path("provenance").glob("*/kernels/*.py") if path.name != "__init__.py"]
    return [Path("provenance/kernels/arrays.pyx"), *sorted(kernels)]


def extension(name: str, source: Path) -> Extension:
    """One module, for Python 3.11 and every later one."""
    compiler, linker = flags()
    return Extension(
        name,
        [source.as_posix()],
        depends=["setup.py"],
        define_macros=[("Py_LIMITED_API", "0x030B0000")],
        py_limited_api=True,
        extra_compile_args=compiler,
        extra_link_args=linker,
    )


def extensions() -> list[Extension]:
    """All modules, translated to C where Cython is there; otherwise the C that came with the sdist."""
    made = [extension(".".join(source.with_suffix("").parts), source) for source in sources()]
    made.append(extension(SHARED, Path(*SHARED.split(".")).with_suffix(".c")))
    try:
        from Cython.Build import cythonize  # noqa: PLC0415
    except ImportError:
        for each in made:
            each.sources = [Path(source).with_suffix(".c").as_posix() for source in each.sources]
    else:
        made = cythonize(
            made,
            compiler_directives=DIRECTIVES,
            shared_utility_qualified_name=SHARED,
            nthreads=JOBS,
            build_dir=f"{CHECKED_FOLDER}/c" if CHECKED else None,
        )
    for each in made:
        each.optional = True  # not an argument of Extension: cythonize forgets that one
    return made


if __name__ == "__main__":
    pure = bool(os.environ.get("PROVENANCE_PURE"))
    options = {"build_ext": {"parallel": JOBS}}
    if CHECKED:
        options["build"] = {"build_lib": CHECKED_FOLDER, "build_temp": f"{CHECKED_FOLDER}/objects"}
    if not pure:
        options["bdist_wheel"] = {"py_limited_api": "cp311"}
    setup(ext_modules=[] if pure else extensions(), options=options)
