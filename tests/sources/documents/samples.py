"""Small documents in the formats of offices, publishers and mail; all words are made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

from tests.sources.exports.samples import TEXT


def zipped(members: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return written.getvalue()


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], info: str = "") -> bytes:
    """A PDF of lines (left, baseline, size, text) in Helvetica; letters are kerned at each U+001F."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for lines in pages:
        stream = b""
        for left, base, size, text in lines:
            words = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            words = words.replace(b"\x1f", b") Tj [80] TJ (")
            stream += b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, left, base, words)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    if info:
        objects.append(f"<< {info} >>".encode("latin-1"))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    said = b" /Info %d 0 R" % len(objects) if info else b""
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, said, start)
    return bytes(out)


def odt(paragraphs: str = "".join(f"<text:p>{line}</text:p>" for line in TEXT)) -> bytes:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    content = f"<office:body><office:text>{paragraphs}</office:text></office:body>"
    meta = (
        "<office:meta><dc:title>Harbour shut</dc:title><meta:initial-creator>Ana Rao</meta:initial-creator>"
        "<meta:creation-date>2013-03-14T10:15:00</meta:creation-date></office:meta>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>{content}</office:document-content>",
            "meta.xml": f"<office:document-meta {names}>{meta}</office:document-meta>",
        }
    )


def epub(chapters: Sequence[str], more: str = "") -> bytes:
    items = "".join(f'<item id="c{n}" href="text/c{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    about = (
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Quay</dc:title><dc:creator>Ana Rao</dc:creator>'  # noqa: E501
        "<dc:publisher>Skerrow Press</dc:publisher><dc:date>2013-03-14</dc:date><dc:language>en</dc:language></metadata>"  # noqa: E501
    )
    manifest = f'<manifest>{items}<item id="nav" href="nav.xhtml" properties="nav"/>{more}</manifest>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf">{about}{manifest}'
            f'<spine><itemref idref="nav"/>{spine}</spine></package>',
            "OPS/nav.xhtml": "<html><body><p>Contents</p></body></html>",
            **{f"OPS/text/c{n}.xhtml": chapter for n, chapter in enumerate(chapters)},
        }
    )


def chapter(title: str, text: Sequence[str] = TEXT) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in text)
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{title}</h1>{body}</body></html>'


def mail(body: str = "\n\n".join(TEXT), subject: str = "Harbour shut", more: str = "") -> str:
    return (
        "From: Ana Rao <ana@argus.example>\nTo: desk@argus.example\nDate: Thu, 14 Mar 2013 10:15:00 +0100\n"
        f"Message-ID: <7@argus.example>\nSubject: {subject}\n{more}MIME-Version: 1.0\n"
        f'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n{body}\n'
    )


def page(text: Sequence[str] = TEXT, title: str = "Harbour shut") -> str:
    body = "".join(f"<p>{line}</p>" for line in text)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def warc_record(
    content: str | bytes,
    url: str = "https://argus.example/1",
    kind: str = "response",
    head: str = "text/html",
    status: str = "200 OK",
    date: str = "2013-03-14T10:15:00Z",
) -> bytes:
    """One record of a web archive."""
    data = content.encode() if isinstance(content, str) else content
    if kind == "response":
        data = f"HTTP/1.1 {status}\r\nContent-Type: {head}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
        head = "application/http; msgtype=response"
    before = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:7>\r\nContent-Type: {head}\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return before.encode() + data + b"\r\n\r\n"
