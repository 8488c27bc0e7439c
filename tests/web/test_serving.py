"""The command: it says where the archive is, answers there, and ends with Ctrl-C without a word."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from provenance.errors import UsageError
from provenance.web.serving import is_loopback, serve


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a whole console there")
def test_it_says_the_address_answers_and_ends_with_ctrl_c(corpus_db: Path) -> None:
    command = [sys.executable, "-m", "provenance", "--db", str(corpus_db), "serve", "--port", "0", "--read-only"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        said = process.stdout.readline()
        address = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert b"reading only" in answer.read()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert out == ""
    assert err == ""


def test_a_port_that_is_taken_is_said(corpus_db: Path) -> None:
    from provenance.config.settings import Settings

    said = pytest.raises(UsageError, match=r"port \d+ of 127\.0\.0\.1 cannot be used .* --port")
    with socket.create_server(("127.0.0.1", 0)) as taken, said:
        serve(corpus_db, Settings.of(), port=taken.getsockname()[1], say=lambda _line: None)


def test_an_address_that_is_none_is_said(corpus_db: Path) -> None:
    from provenance.config.settings import Settings

    with pytest.raises(UsageError, match="--host"):
        serve(corpus_db, Settings.of(), host="no.such.host.invalid", say=lambda _line: None)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_only_this_computer_reaches_a_loopback_address(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "example.org", "localhost.example"])
def test_others_reach_any_other(host: str) -> None:
    assert not is_loopback(host)


def test_without_the_extra_it_says_what_to_install(corpus_db: Path) -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None; sys.argv = ['provenance', '--db', sys.argv[1], 'serve'];"
        "from provenance.cli import main; main()"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(corpus_db)], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert "pip install 'text-provenance[web]'" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_no_other_command_imports_it() -> None:
    code = (
        "import sys; import provenance.cli.app, provenance.usecases.archive, provenance.cli.command_check;"
        "print([name for name in sys.modules if name.split('.')[0] in ('starlette', 'fastapi', 'uvicorn', 'anyio')"
        " or name.startswith('provenance.web')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
