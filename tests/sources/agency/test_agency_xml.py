"""NewsML-G2, NITF and NewsML 1: the story with its metadata; packages, concepts and pictures are named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.agency.samples import NITF, PARAGRAPHS, g2, newsml_one
from tests.sources.exports.samples import TEXT

ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]
STORY = "\n\n".join(TEXT)


def test_g2_with_xhtml(read_article: ReadArticle) -> None:
    one = read_article("story.xml", g2())
    assert (one.id, one.title, one.publisher, one.author) == ("urn:coast:7", "Harbour shut", "Coast Wire", "Ana Rao")
    assert (one.agency, one.language, one.text) == ("Northern Press", "en", STORY)
    assert one.published.written == "2013-03-14T10:15:00+01:00"
    assert one.modified.written == "2013-03-14T12:00:00+01:00"
    assert one.metadata["slugline"] == "HARBOUR"


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
        f'<inlineXML contenttype="text/html"><html><body><h1>Harbour shut</h1>{PARAGRAPHS}</body></html></inlineXML>',
        f'<inlineData contenttype="text/plain">{STORY}</inlineData>',
        f'<remoteContent href="a.jpg"/><inlineXML>{NITF}</inlineXML>',
    ],
    ids=["nitf", "html", "plain", "picture and nitf"],
)
def test_g2_with_other_content(read_article: ReadArticle, content: str) -> None:
    one = read_article("story.xml", g2(content))
    assert (one.title, one.publisher, one.text) == ("Harbour shut", "Coast Wire", STORY)


def test_a_fragment_of_g2(read_article: ReadArticle) -> None:
    one = read_article("story.xml", f"<contentSet><inlineXML>{NITF}</inlineXML></contentSet>")
    assert (one.title, one.publisher, one.author, one.text) == ("Harbour shut", "Skerrow Argus", "Ana Rao", STORY)


def test_what_is_no_story_is_named(read_bytes: ReadBytes) -> None:
    ns = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    message = (
        f'<?xml version="1.0"?><newsMessage {ns}><header><sent>2013-03-14T12:00:00Z</sent></header><itemSet>'
        f'<packageItem {ns} guid="p"><groupSet/></packageItem><conceptItem guid="c"><concept/></conceptItem>{g2()}'
        f"{g2('', kind='picture', guid='q')}{g2(status='canceled', guid='r')}"
        f"{g2('<remoteContent href=' + chr(34) + 'x.xml' + chr(34) + '/>', guid='s')}{g2(guid='t')}</itemSet></newsMessage>"  # noqa: E501
    )
    found = read_bytes("message.xml", message)
    assert [getattr(one, "id", None) for one in found] == [None, None, "urn:coast:7", None, None, None, "t"]
    told = [one.reason for one in found if isinstance(one, SkippedInput)]
    for reason, word in zip(told, ("package", "concept", "picture", "canceled", "elsewhere"), strict=True):
        assert word in reason
    assert found[3].where.endswith("item 4")


def test_nitf(read_article: ReadArticle) -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf-3-4.dtd">'
    one = read_article("story.nitf", doctype + NITF)
    assert (one.id, one.title, one.publisher, one.author) == ("coast-7", "Harbour shut", "Skerrow Argus", "Ana Rao")
    assert one.published.written == "2013-03-14T10:15:00-05:00"
    assert one.text == STORY
    assert one.metadata["section"] == "News"
    assert one.metadata["tagline"] == "ar/io"


def test_newsml_one(read_article: ReadArticle) -> None:
    one = read_article("story.xml", newsml_one())
    assert (one.id, one.title, one.publisher, one.author) == ("urn:coast:7", "Harbour shut", "Coast Wire", "Ana Rao")
    assert (one.published.written, one.language, one.text) == ("2013-03-14T10:15:00+01:00", "en", STORY)


@pytest.mark.parametrize("name", ["story.txt", "story", "story.html"])
def test_bytes_decide(read_article: ReadArticle, name: str) -> None:
    assert read_article(name, g2()).guesses["format"].startswith("XML")


HOSTILE = {
    "entities": '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>' + NITF,
    "external": '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + NITF.replace("Harbour", "&a;"),
    "deep": "<nitf>" + "<p>" * 5000 + "x",
    "cut": NITF[:-200],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_xml_is_refused_in_one_line(read_bytes: ReadBytes, kind: str) -> None:
    (one,) = read_bytes("story.xml", HOSTILE[kind])
    assert isinstance(one, SkippedInput), one.text
    assert "XML" in one.reason
    assert "root:" not in one.reason


def test_what_comes_before_the_damage_is_read(read_bytes: ReadBytes) -> None:
    whole = f"<newsMessage><itemSet>{g2()}{g2(guid='t')}</itemSet></newsMessage>"
    found = read_bytes("message.xml", whole[:-300])
    assert [isinstance(one, Article) for one in found] == [True, False]
    assert "after item 1" in found[1].where


def test_other_xml_is_refused_with_its_name(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("data.xml", "<catalogue><thing/></catalogue>")
    assert "<catalogue>" in one.reason
    (one,) = read_bytes("map.xml", "<urlset><url><loc>https://coast.example/</loc></url></urlset>")
    assert "sitemap" in one.reason
