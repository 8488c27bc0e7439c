"""The README cannot drift: its command help is generated, its examples run."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def command_help():
    specification = importlib.util.spec_from_file_location(
        "command_help", Path(__file__).with_name("command_help.py")
    )
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    incoming = sorted((ROOT / "corpus" / "incoming").glob("*.txt"))
    (folder / "mine.txt").write_bytes(incoming[0].read_bytes())
    (folder / "theirs.txt").write_bytes(incoming[1].read_bytes())
    return folder


def test_the_help_of_every_command_is_in_the_readme():
    module = command_help()
    assert module.readme_with(module.section()) == README, "run `make docs`"


def test_the_help_of_every_command_has_an_example():
    module = command_help()
    for command in module.commands():
        assert "Example" in module.help_of(command), command


def test_the_console_examples_run(workplace):
    console = "\n".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL))
    examples = [line[2:].split("#")[0].split() for line in console.splitlines() if line.startswith("$ provenance ")]
    assert len(examples) >= 4
    for example in examples:
        done = subprocess.run([sys.executable, "-m", *example], cwd=workplace, capture_output=True, text=True)
        assert done.returncode == 0, f"{example}: {done.stderr}"
        assert done.stdout or done.stderr


def test_the_python_example_runs(workplace):
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], cwd=workplace, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "%" in done.stdout
