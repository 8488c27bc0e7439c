"""A whole file of each format, small enough to be read in milliseconds: what damage and fuzzing begin with."""

from __future__ import annotations

import base64
import gzip
import io
import json

from tests.sources.agency.samples import NITF, g2, newsml_one
from tests.sources.agency.test_ninjs import VERSIONS
from tests.sources.documents.samples import chapter, epub, mail, odt, page, pdf, warc_record, zipped
from tests.sources.documents.test_mail import ATTACHED, with_parts
from tests.sources.documents.test_open_document_and_books import LONG
from tests.sources.documents.test_rich_text import rtf
from tests.sources.exports.samples import (
    TEXT,
    docx,
    europresse,
    factiva,
    factiva_table,
    nexis_article,
    nexis_html,
    nexis_uni,
)
from tests.sources.exports.test_factiva import HEADS
from tests.sources.test_feed_reader import ATOM, RSS
from tests.sources.test_wiki_dump import DUMP, MARKED

CODES = (
    ("HD", "Harbour shut"),
    ("WC", "39 words"),
    ("PD", "14 March 2013"),
    ("SN", "Skerrow Argus"),
    ("LP", TEXT[0]),
)


def _mailbox() -> str:
    return "".join(
        f"From ana@argus.example Thu Mar 14 10:15:0{n} 2013\n{mail(subject=str(n)).replace('<7@', f'<{n}@')}\n"
        for n in range(4)
    )


def _attached() -> str:
    document = base64.encodebytes(docx(["Attached", *TEXT])).decode()
    return with_parts(
        "Content-Type: text/plain\n\nSee below.\n", "Content-Type: a/b\n" + ATTACHED.format("a.docx", document)
    )


def _pdf() -> bytes:
    lines = [
        (60, 740 - 12 * n, 10, f"On day {n} nothing sailed and the harbour of the town stayed closed")
        for n in range(30)
    ]
    return pdf([lines, lines[:7]], "/Title (Harbour)")


def _parquet() -> bytes:
    import pyarrow as arrow
    from pyarrow import parquet

    written = io.BytesIO()
    rows = arrow.table({"text": [*TEXT] * 20, "url": [f"https://argus.example/{n}" for n in range(60)]})
    parquet.write_table(rows, written, row_group_size=10)
    return written.getvalue()


def _records() -> list[bytes]:
    pages = [page([f"On day {n} nothing sailed at all.", *TEXT], f"Harbour {n}") for n in range(4)]
    return [warc_record(one, f"https://argus.example/{n}") for n, one in enumerate(pages)]


ROWS = "".join(json.dumps({"id": str(n), "text": TEXT[n % 3], "published": "2013-03-14"}) + "\n" for n in range(12))
SEEDS: dict[str, bytes] = {
    "nexis-uni.docx": docx(nexis_uni("en", cover=True)),
    "nexis-old.html": nexis_html([nexis_article(), nexis_article("Quay torn")]).encode(),
    "nexis-old.txt": "\n\n".join(line for b in (["1 of 1 DOCUMENTS"], *nexis_article()) for line in b).encode(),
    "factiva.html": factiva([HEADS["en"], HEADS["en"]]).encode(),
    "factiva-codes.html": factiva_table(CODES).encode(),
    "europresse.html": europresse().encode(),
    "story.docx": docx(["Harbour shut", *TEXT * 3], ["Title"]),
    "story.odt": odt(),
    "story.rtf": rtf("\\par ".join(TEXT * 3)),
    "story.pdf": _pdf(),
    "book.epub": epub([chapter("One", LONG), chapter("Two", LONG)]),
    "story.eml": _attached().encode(),
    "box.mbox": _mailbox().encode(),
    "all.zip": zipped(
        {"a.txt": "\n".join(TEXT), "b.docx": docx(TEXT), "c/d.eml": mail(), "e.zip": zipped({"f.txt": TEXT[0]})}
    ),
    "g2.xml": f"<newsMessage><itemSet>{g2()}{g2(guid='t')}</itemSet></newsMessage>".encode(),
    "story.nitf": NITF.encode(),
    "newsml.xml": newsml_one().encode(),
    "ninjs.json": json.dumps(list(VERSIONS.values())).encode(),
    "feed.rss": RSS.encode(),
    "feed.atom": ATOM.encode(),
    "wiki.xml": DUMP.format(MARKED.replace("<", "&lt;").replace(">", "&gt;")).encode(),
    "a.warc": b"".join(_records()),
    "a.warc.gz": b"".join(map(gzip.compress, _records())),
    "a.wacz": zipped({"datapackage.json": "{}", "archive/a.warc.gz": b"".join(map(gzip.compress, _records()))}),
    "rows.jsonl": ROWS.encode(),
    "rows.jsonl.gz": gzip.compress(ROWS.encode()),
    "rows.csv": ("id,text\n" + "".join(f'{n},"{TEXT[n % 3]}"\n' for n in range(12))).encode(),
    "rows.parquet": _parquet(),
    "page.html": page().encode(),
}
