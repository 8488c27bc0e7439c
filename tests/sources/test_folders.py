"""A folder: what is read of it, and that everything else is told of, by kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources import read

TEXT = "The ferry stayed in the harbour all night because of the storm."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(data)
    return folder


def seen(folder: Path) -> tuple[list[str], dict[str, str]]:
    """Ids of the articles; name -> kind of everything that was left out."""
    found = list(read([folder]))
    ids = [one.id for one in found if isinstance(one, Article)]
    left_out = {
        Path(one.where).relative_to(folder).as_posix(): one.kind for one in found if isinstance(one, SkippedInput)
    }
    return ids, left_out


def test_whatever_is_not_read_is_named_with_its_kind(tmp_path: Path) -> None:
    files = ("a.doc", "b.ppt", "c/d.png", "c/e.jpeg", ".hidden", ".git/config", "LICENSE", "f.xyz", "g.msg", "h.mp3")
    put(tmp_path, dict.fromkeys((*files, "story.txt"), TEXT))
    assert seen(tmp_path) == (
        ["story"],
        {
            ".git": "hidden-names",
            ".hidden": "hidden-names",
            "LICENSE": "no-suffix",
            "a.doc": "word-files",
            "b.ppt": "presentations",
            "c/d.png": "pictures",
            "c/e.jpeg": "pictures",
            "f.xyz": "no-reader",
            "g.msg": "e-mails",
            "h.mp3": "recordings",
        },
    )


def test_every_reason_says_what_to_do_or_why_not(tmp_path: Path) -> None:
    put(tmp_path, dict.fromkeys(("a.doc", "b.7z", "c.xls", "d.png", "e.msg", "f.webarchive", "g.q", "h"), TEXT))
    for one in read([tmp_path]):
        assert isinstance(one, SkippedInput)
        assert any(word in one.reason for word in ("save", "unpack", "known are", "give it one")), one


@pytest.mark.parametrize("parts", ["bridge_files", "bridge-Dateien", "bridge_fichiers", "bridge_archivos"])
def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path, parts: str) -> None:
    put(tmp_path, {"bridge.html": PAGE, f"{parts}/ad.html": PAGE, f"{parts}/x.js": "x()"})
    assert seen(tmp_path) == (["bridge"], {parts: "folders-of-saved-pages"})


def test_a_folder_that_only_sounds_like_parts_is_read(tmp_path: Path) -> None:
    put(tmp_path, {"news.html": PAGE, "news_archive/a.txt": TEXT, "court_files/b.txt": TEXT})
    assert seen(tmp_path) == (["b", "news", "a"], {})


def test_pages_under_the_suffix_of_a_script_or_none_are_read_scripts_are_not(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "story.php": PAGE,
            "view.aspx": PAGE,
            "bridge-closed": PAGE,
            "page?id=7": PAGE,
            "index.php": "<?php echo 'hello'; ?>",
            "notes": TEXT,
        },
    )
    ids, left_out = seen(tmp_path)
    assert sorted(ids) == ["bridge-closed", "page?id=7", "story", "view"]
    assert sorted(left_out) == ["index.php", "notes"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, {"secret/s.txt": TEXT, "in/a.txt": TEXT, "in/deep/b.txt": TEXT})
    inside = tmp_path / "in"
    (inside / "out").symlink_to(tmp_path / "secret")
    (inside / "file.txt").symlink_to(tmp_path / "secret" / "s.txt")
    (inside / "up").symlink_to(tmp_path)
    (inside / "again").symlink_to(inside / "deep")
    (inside / "nowhere.txt").symlink_to(inside / "gone.txt")
    ids, left_out = seen(inside)
    assert sorted(ids) == ["a", "b"]
    outside = {"out": "links-outside", "file.txt": "links-outside", "up": "links-outside"}
    assert left_out == {**outside, "nowhere.txt": "unreadable"}


def test_a_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    put(tmp_path / "in", {"a.txt": TEXT})
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert seen(tmp_path / "link") == (["a"], {})


def test_an_empty_folder_is_said_and_a_full_one_is_walked_in_the_same_order(tmp_path: Path) -> None:
    assert Counter(seen(tmp_path)[1].values()) == {"empty": 1}
    put(tmp_path, {"b.txt": TEXT, "a/z.txt": TEXT, "a.pdf": TEXT, "a/.x": TEXT})
    assert [getattr(one, "where", None) for one in read([tmp_path])] == [
        getattr(one, "where", None) for one in read([tmp_path])
    ]
