"""README and docs cannot drift: their examples run, their output is real, their links lead somewhere."""

import importlib.util
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import register_functions
from provenance.sources.readers import MODULES

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "pages").rglob("*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "corpus" / "README.md", *sorted((ROOT / ".github").glob("*.md")), *PAGES]
README = (ROOT / "README.md").read_text("utf-8")
LIMIT = 120  # seconds: a command that takes longer hangs


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def generated():
    specification = importlib.util.spec_from_file_location("generated", Path(__file__).with_name("generated.py"))
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def examples(text: str) -> list[list[str]]:
    """The commands of the console blocks that run `provenance`."""
    console = "\n".join(re.findall(r"```console\n(.*?)```", text, re.DOTALL))
    lines = [line[2:] for line in console.splitlines() if line.startswith("$ provenance ")]
    return [shlex.split(line, comments=True) for line in lines]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=LIMIT
    )


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    incoming = sorted((ROOT / "corpus" / "incoming").glob("*.txt"))
    (folder / "mine.txt").write_bytes(incoming[0].read_bytes())
    (folder / "theirs.txt").write_bytes(incoming[1].read_bytes())
    return folder


@pytest.mark.parametrize("name", ["commands.md", "evidence.md"])
def test_generated_pages_are_what_the_program_says(name):
    ((path, page),) = [(path, page) for path, page in generated().GENERATED.items() if path.name == name]
    assert page() == path.read_text("utf-8"), "run `make docs`"


def test_every_suffix_that_has_a_reader_is_among_the_input_formats():
    page = (ROOT / "docs" / "pages" / "formats.md").read_text("utf-8")
    assert [suffix for suffix in MODULES if f"`{suffix}`" not in page] == []


def test_the_help_of_every_command_has_an_example():
    page = (ROOT / "docs" / "pages" / "commands.md").read_text("utf-8")
    for command in generated().commands():
        assert "Example" in page.partition(f"\n## {command}\n")[2].partition("\n## ")[0], command


def test_the_examples_of_readme_and_tutorial_run_in_their_order(workplace):
    tutorial = (ROOT / "docs" / "pages" / "tutorial.md").read_text("utf-8")
    found = examples(README) + examples(tutorial)
    assert len(found) >= 14
    for example in found:
        done = run(example, workplace)
        assert done.returncode == 0, f"{example}: {done.stderr}"
        assert done.stdout or done.stderr


def test_the_answer_in_the_readme_is_what_the_command_prints(workplace):
    """Its parts between lines of "..." occur in the output, in this order."""
    ((command, shown),) = re.findall(
        r"<!-- output: (.*?) -->\n```text\n\$ [^\n]*\n\n(.*?)```\n<!-- end of output -->", README, re.DOTALL
    )
    assert run(["provenance", "--db", "answer.db", "add", "corpus/articles"], workplace).returncode == 0
    printed = run([*command.replace("provenance", "provenance --db answer.db", 1).split()], workplace).stdout
    for part in shown.split("...\n"):
        before, found, printed = printed.partition(part)
        assert found, f"not printed, or not in this order:\n{part}\nin\n{before}"


def test_the_python_examples_run(workplace):
    for document in (README, (ROOT / "docs" / "pages" / "python.md").read_text("utf-8")):
        examples = re.findall(r"```python\n(.*?)```", document, re.DOTALL)
        for number, example in enumerate(examples):
            done = subprocess.run(
                [sys.executable, "-c", example], cwd=workplace, capture_output=True, text=True, timeout=LIMIT
            )
            assert done.returncode == 0, done.stderr
            assert number or "%" in done.stdout
            assert done.stdout


def test_the_sql_examples_run_on_an_audited_archive(workplace):
    page = (ROOT / "docs" / "pages" / "sql.md").read_text("utf-8")
    assert run(["provenance", "--db", "sql.db", "add", "corpus/articles"], workplace).returncode == 0
    assert run(["provenance", "--db", "sql.db", "audit"], workplace).returncode == 0
    archive = sqlite3.connect(workplace / "sql.db")
    register_functions(archive)
    for statement in ";".join(re.findall(r"```sql\n(.*?)```", page, re.DOTALL)).split(";"):
        assert not statement.strip() or archive.execute(statement).fetchall(), statement
    tables = {name for (name,) in archive.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    archive.close()
    described = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", page, re.M)
    assert {name for row in described for name in re.findall(r"`(\w+)`", row)} <= tables


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_links_to_files_of_the_project_lead_somewhere(document):
    text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (document.parent / target).exists(), target


def test_the_readme_is_short():
    """A screen and a half: whoever wants more follows a link."""
    assert len(README.splitlines()) <= 125


def test_every_page_is_in_the_navigation():
    navigation = (ROOT / "docs" / "mkdocs.yml").read_text("utf-8")
    for page in PAGES:
        assert page.relative_to(ROOT / "docs" / "pages").as_posix() in navigation
