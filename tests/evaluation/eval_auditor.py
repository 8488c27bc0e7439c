"""The main job on real text: does a new article lead to the one it was made from, among tens of thousands?

The two seed articles lie beside the labelled data (`../seeds`). The second re-reports the first's quotations; nothing
else in the archive has to do with them.
"""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path

from gate import Figure

from provenance import Archive, compare, read_one
from provenance.usecases.comparing import Findings

# What the second article took from the first: words that must stand in one passage, first article | second.
DERIVED = [
    ("more critical ally", "more important military partner"),
    ("more critical ally", "surpasses Iran and China"),
    ("ammunition and certain types", "ammunition, heavy weaponry"),
    ("supplying ammunition and heavy weapons", "ammunition, heavy weaponry"),
    ("professional and disciplined", "professionalism and discipline"),
    ("adapted quickly", "adapted quickly to drone warfare"),
    ("preparing to send more troops", "tens of thousands of additional troops"),
    ("preparing to send thousands more", "tens of thousands of additional troops"),
    ("fighters have taken part", "joined Russian units"),
    ("Kim Jong Un mourning", "grieving fallen"),
    ("seen weeping as he leaned", "grieving fallen"),
    ("Images of Kim mourning", "grieving fallen"),
]
TOPIC_ONLY = [
    "Rajin port",
    "despite international sanctions",
    "oil, wheat",
    "seafood and rare earths",
    "Khasan-Tumen",
]


def figures(data: Path) -> list[Figure]:
    first, second = sorted((data.parent / "seeds").glob("*.txt"))
    return [*_compared(first, second), *_archived(data, first, second)]


def _compared(first: Path, second: Path) -> list[Figure]:
    findings = compare(read_one(first), read_one(second))
    link, texts = findings.links[0], (findings.article.text, findings.others[findings.links[0].b].text)
    found = [(p.match.a.of(texts[0]), p.match.b.of(texts[1])) for p in link.passages]
    pairs = sum(any(one in a and other in b for a, b in found) for one, other in DERIVED)
    topic = sum(any(words in b for _, b in found) for words in TOPIC_ONLY)
    kinds = {each.kind.name for each in link.evidence}
    speakers = {quotation.speaker for said in findings.quotations.values() for quotation in said}
    return [
        Figure("seeds compared: derived sentence pairs found, of twelve", pairs, at_least=10),
        Figure("seeds compared: passages that only share the topic", topic, at_most=0),
        Figure("seeds compared: the second derives from the first", float(link.likeliest == "a->b"), at_least=1),
        Figure("seeds compared: called a near duplicate", float(link.relation == "near_duplicate"), at_most=0),
        Figure("seeds compared: quotations turned into reported speech", float("quotation_reported" in kinds), 1),
        Figure("seeds compared: speakers re-credited", float("recredited" in kinds), at_least=1),
        Figure("seeds compared: Oleg Ignatov among the speakers", float("Oleg Ignatov" in speakers), at_least=1),
        Figure("seeds compared: confidence", link.confidence, at_least=0.8, note=f"{link.relation}"),
    ]


def _archived(data: Path, first: Path, second: Path) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive.db") as archive:
        archive.add([data / "senate" / "releases.jsonl.gz", *_events(data, Path(folder)), first], jobs=0)
        (findings,) = archive.check([second])
        assert isinstance(findings, Findings)
        places = [link.b for link in findings.links]
        place = places.index(first.stem) + 1 if first.stem in places else len(places) + 1
        unrelated = Path(folder) / "unrelated.txt"
        unrelated.write_text(UNRELATED)
        (stranger,) = archive.check([unrelated])
        assert isinstance(stranger, Findings)
        return [
            Figure("seeds archived: place of the first among the links", place, at_most=1),
            Figure("seeds archived: links of the second to other articles", len(places) - 1),
            Figure("links of an unrelated article", len(stranger.links), at_most=0),
            Figure("articles in that archive", archive.store.articles.count()),
        ]


def _events(data: Path, folder: Path) -> list[Path]:
    csv.field_size_limit(1 << 30)
    target = folder / "events.jsonl"
    with target.open("w", encoding="utf-8") as rows:
        for name in ("census", "spotify"):
            with (data / "events" / f"{name}_articles.csv").open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    article = {"id": f"{name}/{row['id']}", "publisher": row["publisher"], "text": row["text"]}
                    rows.write(json.dumps(article | {"published": row["scrape_time"]}) + "\n")
    return [target]


UNRELATED = """The beekeepers of Lower Brindle met on Thursday to count what the wet June had left them. Of
forty-one hives on the common, nineteen had swarmed and seven stood empty, their combs grey with moth.

Marta Kell, who has kept bees behind the old dairy since her father's time, blamed the lime trees. They flowered for
three days, she said, and it rained on two of them. Her neighbour Josip thought the trouble lay in the new feeders,
which let in wasps. Nobody proposed a vote.

The club's honey show goes ahead in September all the same. There will be classes for clear honey, set honey and
mead, and a cup, donated by the baker, for the ugliest skep made by a child under twelve.
"""
