"""The entrances: order, folders, names, streams, one article."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from provenance.config.files import SourceSettings
from provenance.errors import SettingsError, UnreadableInput, UsageError
from provenance.model import Article, SkippedInput
from provenance.sources import read, read_one

TEXT = "The ferry stayed in the harbour all night because of the storm."


def ids(*paths: str | Path) -> list[str]:
    return [found.id if isinstance(found, Article) else f"!{found.reason}" for found in read(list(paths))]


def feed_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Article | SkippedInput]:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    return list(read(["-"]))


def test_arguments_keep_their_order_and_folders_are_sorted(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.txt", "b/m/q.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert ids(tmp_path / "b", tmp_path / "a.txt") == ["a", "q", "z", "a"]


def test_hidden_names_and_unknown_suffixes_of_a_folder_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/x.txt", ".hidden.txt", "picture.png", "LICENSE", "a.txt"):
        (tmp_path / name).write_text(TEXT)
    assert [one for one in ids(tmp_path) if one[0] != "!"] == ["a"]


def test_a_named_file_of_an_unknown_suffix_is_skipped_with_what_to_do(tmp_path: Path) -> None:
    for name, words in (("a.doc", (".doc", "save its text")), ("a.xyz", (".xyz", ".jsonl"))):
        (tmp_path / name).write_text(TEXT)
        (skipped,) = read([tmp_path / name])
        assert isinstance(skipped, SkippedInput)
        assert all(word in skipped.reason for word in words)


def test_a_named_file_without_a_suffix_is_plain_text(tmp_path: Path) -> None:
    (tmp_path / "article").write_text(TEXT)
    assert ids(tmp_path / "article") == ["article"]


def test_links_in_a_circle_end_and_every_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert ids(tmp_path) == ["x"]


def test_gzip_is_known_by_its_bytes_not_by_its_name(tmp_path: Path) -> None:
    row = json.dumps({"id": "one", "text": TEXT}).encode()
    (tmp_path / "packed.jsonl").write_bytes(gzip.compress(row))
    (tmp_path / "plain.jsonl.gz").write_bytes(row)
    (tmp_path / "story.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    assert ids(tmp_path) == ["one", "one", "story"]


def test_standard_input_is_json_lines_where_it_begins_with_a_brace(monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps({"text": TEXT}).encode()
    assert [r.id for r in feed_stdin(monkeypatch, b"\xef\xbb\xbf \n" + row) if isinstance(r, Article)] == ["stdin:2"]
    (article,) = feed_stdin(monkeypatch, TEXT.encode())
    assert isinstance(article, Article)
    assert (article.id, article.text, article.origin) == ("stdin", TEXT, "stdin")
    (article,) = feed_stdin(monkeypatch, gzip.compress(row))
    assert isinstance(article, Article)


def test_an_empty_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert feed_stdin(monkeypatch, b"") == [SkippedInput("stdin", "it is empty", "empty")]
    assert feed_stdin(monkeypatch, b" \n\n") == [SkippedInput("stdin", "it holds only white space", "empty")]


def test_one_article_is_read_or_the_reason_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "many.jsonl").write_text((json.dumps({"text": TEXT}) + "\n") * 2)
    (tmp_path / "empty.txt").write_text("")
    assert read_one(tmp_path / "a.txt").text == TEXT
    for name, words in (
        ("many.jsonl", "more than one article"),
        ("empty.txt", "it is empty"),
        ("none.txt", "no such file"),
        ("", "it is a folder"),
    ):
        with pytest.raises(UnreadableInput, match=words):
            read_one(tmp_path / name)


def test_wrong_requests_are_raised_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="tittle"):
        read(["x"], {"tittle": "headline"})
    with pytest.raises(SettingsError, match="largest_text"):
        read(["x"], None, SourceSettings(largest_text=0))


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    heavy = "trafilatura lxml charset_normalizer pyarrow numpy provenance.sources.heads.text_clues"
    code = f"import sys, provenance.sources; print(*(set('{heavy}'.split()) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_same_bytes_give_the_same_articles(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text("KYIV (Reuters) - " + TEXT)
    (tmp_path / "c.jsonl").write_text((json.dumps({"text": TEXT}) + "\n") * 2)
    assert list(read([tmp_path])) == list(read([tmp_path]))
