"""Values that need no conversion are what Typer would have made of them."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from provenance.cli.app import HOMES, Catalogue, app
from provenance.cli.plain_values import PlainValues

coercion = pytest.importorskip("typer._coercion", reason="a Typer without pydantic converts values itself")
WORDS = ["news", "json", "earliest", "words", "3", "0.5", "-1", "", "README.md", "no/such/file", "\0", "News"]
BRIEF = Path(__file__).parents[2] / "corpus" / "incoming" / "honey-brief-post.json"


def parameters():
    root = get_command(app)
    for name in HOMES:
        yield from ((f"{name} {each.name}", each) for each in Catalogue()[name].params)
    yield from ((f"(root) {each.name}", each) for each in root.params)


def outcome(converter, value, parameter):
    try:
        found = converter.coerce(value, param=parameter, ctx=None)
    except Exception as error:
        return type(error).__name__, str(error).removeprefix("Value error, ")
    return type(found), found


@pytest.mark.parametrize(("name", "parameter"), list(parameters()))
def test_every_value_is_the_one_that_typer_makes(name, parameter):
    if not hasattr(parameter, "_runtime_param"):
        pytest.skip("no parameter of this Typer's own")
    typers = coercion.build_runtime_param(parameter.type_descriptor)
    ours = PlainValues(parameter.type_descriptor)
    many = parameter.multiple or parameter.nargs == -1
    values = [("a", "b"), ["a"], ()] if many else [*WORDS, parameter.default]
    for value in [*values, None]:
        assert outcome(ours, value, parameter) == outcome(typers, value, parameter), (name, value)


def test_an_ordinary_check_does_without_pydantic(corpus_db):
    code = (
        "import sys; from provenance.cli import main; sys.argv[0] = 'provenance'\n"
        "try: main()\nexcept SystemExit: pass\nassert 'pydantic' not in sys.modules"
    )
    command = [sys.executable, "-c", code, "--db", str(corpus_db), "check", str(BRIEF), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
