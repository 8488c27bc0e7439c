"""Dumps of MediaWiki: the newest revision of each page, as words."""

from __future__ import annotations

from collections.abc import Callable

from provenance.model import Article, SkippedInput
from provenance.sources.wiki_dump import plain

ReadBytes = Callable[..., list[Article | SkippedInput]]
MARKED = """{{Infobox|a={{b|c}}}}'''Skerrow''' is a [[Port (place)|port]] on the [[Sea]].<ref name="x">A book.</ref>
[[File:Quay.jpg|thumb|The [[quay]]]]

== History ==
* It was founded in 1402.<ref/>
{| class="wikitable"
|-
| 1 || 2
|}
See [https://skerrow.example the town's page].
[[Category:Ports]]"""
WORDS = """Skerrow is a port on the Sea.

History
It was founded in 1402.

See the town's page."""
DUMP = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en">
<siteinfo><sitename>Wikipedia</sitename>
</siteinfo><page><title>Skerrow</title><ns>0</ns><id>7</id><revision><timestamp>2012-01-01T00:00:00Z</timestamp>
<text>Old.</text></revision><revision><timestamp>2013-03-14T10:15:00Z</timestamp><contributor><username>Rao</username>
</contributor><text>{}</text></revision></page><page><title>Talk:Skerrow</title><ns>1</ns><revision><text>No.</text>
</revision></page><page><title>Skerow</title><ns>0</ns><redirect title="Skerrow"/><revision><text>#REDIRECT</text>
</revision></page></mediawiki>"""


def test_markup_becomes_words() -> None:
    assert plain(MARKED) == WORDS


def test_a_dump(read_bytes: ReadBytes) -> None:
    dump = DUMP.format(MARKED.replace("<", "&lt;").replace(">", "&gt;"))
    for name in ("dump.xml", "dump"):
        one, told = read_bytes(name, dump)
        assert (one.id, one.title, one.publisher, one.text) == ("dump:1", "Skerrow", "Wikipedia", WORDS)
        assert one.published is None
        assert one.modified.written == "2013-03-14T10:15:00+00:00"
        assert "2 redirects and pages" in told.reason


def test_marks_without_a_pair_lose_no_words() -> None:
    assert plain("{{a [[b|c]] d") == "a c d"
    assert plain("a }} b ]] c") == "a  b  c".replace("  ", " ")


def test_thousands_of_open_marks_take_no_time() -> None:
    assert plain("{{" * 50_000 + "x") == "x"
