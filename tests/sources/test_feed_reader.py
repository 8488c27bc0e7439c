"""Feeds as files: whole articles are read, teasers told with their addresses."""

from __future__ import annotations

from collections.abc import Callable

from provenance.model import Article, SkippedInput

ReadBytes = Callable[..., list[Article | SkippedInput]]
LONG = " ".join(f"The harbour of Skerrow stayed closed on day {n} because of the storm." for n in range(20))
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Skerrow Argus</title><language>en</language>
<item><title>Harbour shut</title><link>https://argus.example/1</link><guid>https://argus.example/1</guid>
<dc:creator>Ana Rao</dc:creator><pubDate>Thu, 14 Mar 2013 10:15:00 +0100</pubDate><description>Shut.</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>Nobody sails.</p>]]></content:encoded></item>
<item><title>Quay torn</title><link>https://argus.example/2</link><description>The quay is torn.</description></item>
<item><title>Whole</title><link>https://argus.example/3</link><description>&lt;p&gt;{LONG}&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Skerrow Argus</title><entry><title>Harbour shut</title>
<id>tag:argus.example,2013:1</id><link href="https://argus.example/1"/><published>2013-03-14T10:15:00+01:00</published>
<updated>2013-03-15T10:15:00+01:00</updated><author><name>Ana Rao</name></author>
<content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"""


def test_rss(read_bytes: ReadBytes) -> None:
    first, second, third = read_bytes("feed.xml", RSS)
    assert (first.title, first.publisher, first.author) == ("Harbour shut", "Skerrow Argus", "Ana Rao")
    assert (first.url, first.language) == ("https://argus.example/1", "en")
    assert first.published.written == "2013-03-14T10:15:00+01:00"
    assert first.text == f"{LONG}\n\nNobody sails."
    assert isinstance(second, SkippedInput)
    assert "provenance add https://argus.example/2" in second.reason
    assert third.text == LONG
    assert third.guesses["text"] == "the feed's description"


def test_atom_under_any_name(read_bytes: ReadBytes) -> None:
    for name in ("feed.atom", "feed.txt", "feed"):
        (one,) = read_bytes(name, ATOM)
        assert (one.title, one.author, one.text) == ("Harbour shut", "Ana Rao", LONG)
        assert one.modified.written.startswith("2013-03-15")


def test_entities_are_refused(read_bytes: ReadBytes) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>' + RSS.partition("?>")[2]
    (one,) = read_bytes("feed.rss", bomb)
    assert "entities" in one.reason
