"""What kernels promise compiled and plain: the same answers from end to end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import kernels

EXAMPLE = """
import hashlib, sys
import numpy as np
from provenance.kernels import is_compiled
from provenance.text.tokens import tokenise
from provenance.align import align, prepare
from provenance.config.align import profile
from provenance.model import Span

text = open(sys.argv[1], encoding="utf-8").read()
first, second = text.split("=====")
sides = [prepare(part, Span(0, len(part))) for part in (first, second)]
print(is_compiled())
for name in ("news", "pan"):
    for match in align(*sides, profile(name)):
        print(match)
print(hashlib.sha256(tokenise(text).words.tobytes() + tokenise(text).stems.tobytes()).hexdigest())
assert "scipy" not in sys.modules, "importing it costs .4 s of every start"
"""

TEXT = """The council of Arden voted on Monday to close the swimming hall by the river, which has leaked since 1987.
“Nobody here wanted this, and nobody here could pay for the roof,” said Petra Holm, the mayor. The vote was 11 to 9.
A school class had swum there every Thursday. It will now take a bus to Brenn, forty minutes each way.
=====
Swimmers in Arden must look elsewhere: the leaking hall by the river closes after an 11 to 9 vote on Monday. Mayor
Petra Holm said nobody had wanted this and nobody could pay for the roof. School classes that swam there on Thursdays
will take a bus to Brenn. Ünïcode wörds stay where they are.
"""


def run(tmp_path: Path, **variables: str) -> tuple[str, str]:
    """Whether kernels were compiled, and everything else the example prints."""
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", EXAMPLE, str(text)],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    compiled, _, rest = done.stdout.partition("\n")
    return compiled, rest


@pytest.mark.skipif(not kernels.is_compiled(), reason="both worlds are plain here")
def test_plain_python_gives_the_same_answers(tmp_path: Path) -> None:
    compiled, answers = run(tmp_path, PROVENANCE_PLAIN="")
    plain, plain_answers = run(tmp_path, PROVENANCE_PLAIN="1")
    assert (compiled, plain) == (str(kernels.is_compiled()), "False")
    assert "Match(" in answers
    assert plain_answers == answers


def test_a_hash_seed_changes_nothing(tmp_path: Path) -> None:
    answers = {run(tmp_path, PYTHONHASHSEED=seed)[1] for seed in ("1", "2")}
    assert len(answers) == 1
