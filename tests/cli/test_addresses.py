"""Addresses on the command line: `add`, `check`, lists of them, and `watch`."""

from __future__ import annotations

import json

from tests.sources.addresses.conftest import Site, site  # noqa: F401 (a fixture)
from tests.sources.documents.samples import page
from tests.sources.exports.samples import TEXT

STORY = [f"{line} {line.replace('the', 'its')}" for line in TEXT]


def test_add_check_and_lists(run, tmp_path, site: Site) -> None:  # noqa: F811
    db = tmp_path / "a.db"
    url = site.put("/story", page(STORY))
    refused = run("add", url, db=db)
    assert refused.returncode == 1
    assert "--allow-local" in refused.stderr
    names = tmp_path / "names.txt"
    names.write_text(f"# stories\n{url}\n\n")
    done = run("add", "--from-file", names, "--allow-local", "--keep-source", db=db)
    assert done.returncode == 0, done.stderr
    assert len([one for one in (tmp_path / "a.db.sources").rglob("*.html") if one.is_file()]) == 1
    copy = site.put("/copy", page([*STORY, "And a word of our own."]))
    done = run("check", copy, "--allow-local", "--format", "json", db=db)
    found = json.loads(done.stdout)
    assert found[0]["share"] > 0.8 if isinstance(found, list) else found["share"] > 0.8


def test_nothing_named_is_wrong_usage(run, tmp_path) -> None:
    for command in ("add", "check"):
        done = run(command, db=tmp_path / "a.db")
        assert done.returncode == 2
        assert "--from-file" in done.stderr
    done = run("add", "--from-file", tmp_path / "none.txt", db=tmp_path / "a.db")
    assert done.returncode == 2


def test_watch_tells_what_is_new_once(run, tmp_path, site: Site) -> None:  # noqa: F811
    db = tmp_path / "a.db"
    site.put("/1", page(STORY))
    site.put("/2", page([*STORY, "And a word of our own."], "Copied"))
    links = [f"<item><title>{n}</title><link>{site.base}/{n}</link></item>" for n in (1, 2)]
    feed = site.put("/feed", f"<rss version='2.0'><channel><title>A</title>{links[0]}</channel></rss>", "text/xml")
    names = tmp_path / "feeds.txt"
    names.write_text(feed)
    options = ("--once", "--allow-local", "--over", "0.3")
    first = run("watch", names, *options, db=db)
    assert (first.returncode, first.stdout) == (0, ""), first.stderr
    site.put("/feed", f"<rss version='2.0'><channel><title>A</title>{''.join(links)}</channel></rss>", "text/xml")
    second = run("watch", names, *options, db=db)
    (line,) = second.stdout.splitlines()
    assert json.loads(line)["article"]["title"] == "Copied"
    assert run("watch", names, *options, db=db).stdout == ""
