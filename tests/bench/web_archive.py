"""Articles per CPU second from a web archive of generated pages, beside trafilatura alone on the same pages.

    python tests/bench/web_archive.py --pages 10000

The pages are written to a packed WARC first; each contender reads it in a process of its own. CPU seconds are of the
process,
imports included; memory is its peak. trafilatura alone gets the pages from warcio and extracts their text, without
dates,
addresses, notices or notes of what was left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
VOCABULARY = (
    "harbour storm quay ferry council budget repair school bridge road river winter market price worker "
    "union strike minister report inquiry court judge appeal library museum theatre festival hospital "
    "nurse doctor patient river village island coast north south company owner profit loss share bank rate "
    "loan house rent tenant builder "
)
WORDS = VOCABULARY.split()


def sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randrange(8, 26))]
    return f"The {' '.join(words)} of the {chance.choice(WORDS)} said that it was {chance.choice(WORDS)} {chance.random():.6f}."  # noqa: E501


def page(number: int) -> str:
    """A page of a news site: head, navigation, teasers, a story of 300 to 900 words, comments, footer."""
    chance = random.Random(number)
    story = "".join(
        f"<p>{' '.join(sentence(chance) for _ in range(chance.randrange(2, 5)))}</p>"
        for _ in range(chance.randrange(6, 14))
    )
    menu = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in WORDS[:24])
    teasers = "".join(
        f'<div class="teaser"><h3><a href="/t{n}">{sentence(chance)[:60]}</a></h3></div>' for n in range(12)
    )
    title = sentence(chance)[:70]
    linked = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2024-03-14T10:15:00Z"})
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Argus</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Argus">'
        f'<script type="application/ld+json">{linked}</script><style>.x{{color:red}}</style></head><body>'
        f'<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1><p class="byline">By Ana Rao</p>'
        f"{story}</article><aside>{teasers}</aside></main><footer><p>© 2024 Argus. All rights reserved.</p></footer></body></html>"  # noqa: E501
    )


def write(path: Path, pages: int) -> None:
    with path.open("wb") as out:
        for number in range(pages):
            body = page(number).encode()
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
                body
            )
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://argus.example/{number}\r\n"
                f"WARC-Date: 2024-03-15T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(body)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + http + body + b"\r\n\r\n", 1))


def by_provenance(path: Path) -> Iterator[int]:
    from provenance.model import Article
    from provenance.sources import read

    for one in read([path]):
        yield isinstance(one, Article)


def by_trafilatura(path: Path) -> Iterator[int]:
    from trafilatura import extract
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            text = extract(record.content_stream().read().decode(), include_comments=False, include_tables=False)
            yield bool(text)


CONTENDERS = {"provenance": by_provenance, "trafilatura": by_trafilatura}


def measured(name: str, path: Path) -> None:
    articles = sum(CONTENDERS[name](path))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime
    print(
        f"{name:<14}{articles:>8,} articles {seconds:>8.1f} CPU s {articles / seconds:>8.1f} per s{used.ru_maxrss / 1024:>7.0f} MB"  # noqa: E501
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measured(arguments.measure[0], Path(arguments.measure[1]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        write(path, arguments.pages)
        print(f"{arguments.pages:,} pages, {path.stat().st_size / 1e6:.1f} MB packed", flush=True)
        for name in CONTENDERS:
            subprocess.run([sys.executable, __file__, "--measure", name, str(path)], check=True)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
