"""`provenance site` writes a folder, leaves strangers' files alone, and replaces a site of its own."""

from __future__ import annotations

import json

import pytest

from provenance.cli.site_folder import SiteFolder
from provenance.errors import UsageError


def files_of(folder) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_site_is_written_and_written_again(run, corpus_db, tmp_path):
    folder = tmp_path / "out" / "site"
    done = run("site", "-o", folder, "--limit", "6", db=corpus_db)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(folder / "index.html")
    first = files_of(folder)
    assert sorted(json.loads(first["site.json"])["files"]) == sorted(first.keys() - {"site.json"})
    (folder / "note.txt").write_text("mine")
    again = run("site", "-o", folder, "--limit", "6", db=corpus_db)
    assert again.returncode == 0, again.stderr
    assert files_of(folder) == first | {"note.txt": b"mine"}
    run("site", "-o", folder, "--limit", "2", db=corpus_db)
    after = files_of(folder)
    assert len([name for name in after if name.startswith("articles/")]) == 2
    assert "note.txt" in after


def test_a_folder_with_other_files_is_left_alone(run, corpus_db, tmp_path):
    (tmp_path / "thesis.tex").write_text("mine")
    done = run("site", "-o", tmp_path, db=corpus_db)
    assert done.returncode == 2
    assert "no site" in done.stderr
    assert files_of(tmp_path) == {"thesis.tex": b"mine"}


def test_an_anonymous_site_does_not_tell_the_name_of_the_archive(run, corpus_db, tmp_path):
    done = run("site", "-o", tmp_path / "s", "--anonymous", "--limit", "3", db=corpus_db)
    assert done.returncode == 0, done.stderr
    assert b'<b dir="auto">An archive</b>' in (tmp_path / "s" / "index.html").read_bytes()
    run("site", "-o", tmp_path / "s", "--title", "Annex <B>", "--limit", "3", db=corpus_db)
    assert b"Annex &lt;B&gt;" in (tmp_path / "s" / "index.html").read_bytes()


@pytest.mark.parametrize(
    "name", ["../x.html", "articles/../x.html", "/etc/x.html", "articles/.html", "x", "a/b/c.html", ""]
)
def test_no_other_names_are_written(tmp_path, name):
    with pytest.raises(ValueError, match="no file of a site"):
        SiteFolder(tmp_path / "s").write(name, b"")


def test_a_list_of_files_that_somebody_changed_removes_nothing_else(tmp_path):
    folder, outside = tmp_path / "s", tmp_path / "x.html"
    outside.write_text("mine")
    folder.mkdir()
    (folder / "site.json").write_text(json.dumps({"files": ["../x.html", "note.html", 7, "articles/a.html"]}))
    (folder / "articles").symlink_to(tmp_path)
    (tmp_path / "a.html").write_text("mine, too")
    (folder / "note.html").write_text("of a former site")
    site = SiteFolder(folder)
    with pytest.raises(ValueError, match="no file of a site"):
        site.write("articles/b.html", b"")
    site.finish()
    assert outside.read_text() == "mine"
    assert (tmp_path / "a.html").read_text() == "mine, too"
    assert not (folder / "note.html").exists()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": 3}', "[" * 5_000])
def test_a_list_that_is_none_means_a_folder_of_somebody_else(tmp_path, content):
    (tmp_path / "site.json").write_text(content)
    with pytest.raises(UsageError, match="no site"):
        SiteFolder(tmp_path)


def test_a_site_of_which_a_killed_process_left_the_first_partial_file_is_begun_anew(tmp_path):
    (tmp_path / ".provenance-3fd9c0a64e2e.partial").write_bytes(b"ind")
    folder = SiteFolder(tmp_path)
    folder.write("index.html", b"whole")
    folder.finish()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index.html", "site.json"]
