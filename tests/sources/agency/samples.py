"""Small stories in the formats of agencies; all words are made up."""

from __future__ import annotations

from tests.sources.exports.samples import TEXT

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT)
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Harbour shut</title></head><body>{PARAGRAPHS}</body></html>'  # noqa: E501
NITF = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>x</title><docdata><doc-id id-string="coast-7"/>'
    '<date.issue norm="20130314T101500-0500"/><doc.copyright holder="Coast Wire"/></docdata>'
    '<pubdata name="Skerrow Argus" position.section="News"/></head><body><body.head><hedline><hl1>Harbour shut</hl1>'
    "<hl2>Quay torn</hl2></hedline><byline>By <person>Ana Rao</person>, <byttl>Coast Wire</byttl></byline>"
    "<dateline><location>SKERROW</location></dateline><abstract><p>All is shut.</p></abstract></body.head>"
    f"<body.content><media><media-caption><p>A picture.</p></media-caption></media>{PARAGRAPHS}</body.content>"
    "<body.end><tagline>ar/io</tagline></body.end></body></nitf>"
)


def g2(
    content: str = f'<inlineXML contenttype="application/xhtml+xml">{XHTML}</inlineXML>',
    status: str = "usable",
    kind: str = "text",
    guid: str = "urn:coast:7",
) -> str:
    """A news item of NewsML-G2."""
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" xml:lang="en">'
        f'<itemMeta><itemClass qcode="ninat:{kind}"/><provider><name>Coast Wire</name></provider>'
        "<versionCreated>2013-03-14T12:00:00+01:00</versionCreated><firstCreated>2013-03-14T10:15:00+01:00</firstCreated>"
        f'<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><creator><name>Ana Rao</name></creator>'
        "<infoSource><name>Northern Press</name></infoSource><slugline>HARBOUR</slugline><headline>Harbour shut</headline>"  # noqa: E501
        f"</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def newsml_one() -> str:
    """A story of NewsML 1.2 whose text is NITF."""
    return (
        "<NewsML><NewsEnvelope><DateAndTime>20130314T1015Z</DateAndTime></NewsEnvelope><NewsItem><Identification>"
        "<NewsIdentifier><ProviderId>coast.example</ProviderId><DateId>20130314</DateId><NewsItemId>7</NewsItemId>"
        "<PublicIdentifier>urn:coast:7</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>"
        "<FirstCreated>20130314T101500+0100</FirstCreated><ThisRevisionCreated>20130314T120000+0100</ThisRevisionCreated>"
        '<Status FormalName="Usable"/></NewsManagement><NewsComponent><AdministrativeMetadata><Provider>'
        '<Party FormalName="Coast Wire"/></Provider></AdministrativeMetadata><NewsComponent><NewsLines>'
        "<HeadLine>Harbour shut</HeadLine><ByLine>Ana Rao</ByLine></NewsLines><DescriptiveMetadata>"
        '<Language FormalName="en"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent>'
        f"<nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf></DataContent></ContentItem>"
        '</NewsComponent><NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>'
        "</NewsComponent></NewsComponent></NewsItem></NewsML>"
    )
