"""What is measured, each from JSON Lines to near-duplicate pairs; one call in a fresh process.

All look for pairs of Jaccard similarity .7 or more over sets of five words in a row, with 128 permutations and 32
bands of 4. The others keep everything in memory and report estimates of the signatures; this program stores the
articles and its whole index, and reports what it verified.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Pairs = set[tuple[int, int]]
THRESHOLD = 0.7
PERMUTATIONS, BANDS = 128, 32


@dataclass(frozen=True)
class Contender:
    """`warm` is called first and not measured: imports and compilation."""

    name: str
    run: Callable[[Path], Pairs | None]
    warm: Callable[[], object]


def texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)["text"]


def shingles(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[start : start + 5]) for start in range(max(1, len(words) - 4))]


def of_rensa(path: Path) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    sketches = RMinHash.from_token_sets([shingles(text) for text in texts(path)], PERMUTATIONS, 42)
    index = RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
    index.insert_many(sketches)
    found = index.query_all(sketches)
    return {
        (place, other)
        for place, others in enumerate(found)
        for other in others
        if place < other and sketches[place].jaccard(sketches[other]) >= THRESHOLD
    }


def of_rensa_singly(path: Path) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
    sketches, found = [], set()
    for place, text in enumerate(texts(path)):
        sketch = RMinHash(PERMUTATIONS, 42)
        sketch.update(shingles(text))
        for other in index.query(sketch):
            if sketches[other].jaccard(sketch) >= THRESHOLD:
                found.add((other, place))
        index.insert(place, sketch)
        sketches.append(sketch)
    return found


def of_gaoya(path: Path) -> Pairs:
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(32, THRESHOLD, BANDS, PERMUTATIONS // BANDS, None, "word", True, (5, 5), "vec")
    known = list(texts(path))
    for place, text in enumerate(known):
        index.insert_document(place, text)
    return {
        (min(place, other), max(place, other))
        for place, text in enumerate(known)
        for other in index.query(text)
        if place != other
    }


def of_datasketch(path: Path) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))
    sketches: list[MinHash] = []
    found = set()
    for place, text in enumerate(texts(path)):
        sketch = MinHash(PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        found |= {(other, place) for other in index.query(sketch) if sketches[other].jaccard(sketch) >= THRESHOLD}
        index.insert(place, sketch, check_duplication=False)
        sketches.append(sketch)
    return found


def of_signatures(path: Path) -> None:
    """Only the stage that the others need most of their time for: from text to signatures."""
    from provenance.config.fingerprint import FingerprintSettings
    from provenance.fingerprint.minhash import signature_values
    from provenance.text.tokens import tokenise

    settings = FingerprintSettings()
    for text in texts(path):
        signature_values(tokenise(text), settings)


def of_provenance(path: Path) -> Pairs:
    """`add` and the pairs behind `clusters`: everything is stored, every pair is verified.

    Clues about mastheads and footers are not looked for, so that all compare the same texts.
    """
    from provenance.config.clustering import ClusteringSettings
    from provenance.config.fingerprint import FingerprintSettings
    from provenance.retrieval.near_duplicates import near_duplicate_pairs
    from provenance.sources import SourceSettings, read
    from provenance.store import Store
    from provenance.usecases.adding import add

    settings = FingerprintSettings()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "archive.db", create=True) as store:
        add(store, read([path], None, SourceSettings(guess=False)), settings)
        with store.snapshot():
            pairs = near_duplicate_pairs(store, ClusteringSettings(threshold=THRESHOLD), settings)
            numbers = sorted({*pairs.first.tolist(), *pairs.second.tolist()})
            place = {number: int(name[1:]) for number, name in zip(numbers, store.articles.ids(numbers), strict=True)}
    both = zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
    return {(min(place[a], place[b]), max(place[a], place[b])) for a, b in both}


def of_rows(path: Path) -> Pairs:
    """`dedup` of a file: nothing is archived, every pair is verified, and the rows that are kept are written."""
    from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows

    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder) / "pairs.jsonl"
        deduplicate_rows([path], Path(folder) / "kept.jsonl", RowOptions(threshold=THRESHOLD), pairs=pairs)
        found = [json.loads(line) for line in pairs.open(encoding="utf-8")]
    return {(pair["a_row"] - 1, pair["b_row"] - 1) for pair in found}


def warm(run: Callable[[Path], object]) -> Callable[[], object]:
    """Run it once on two small articles."""

    def small() -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "small.jsonl"
            path.write_text(
                "".join(f'{{"id": "a{n}", "text": "one two three four five six {n}."}}\n' for n in (0, 1))
            )
            run(path)

    return small


CONTENDERS = {
    contender.name: contender
    for contender in (
        Contender("provenance: text to signatures", of_signatures, warm(of_signatures)),
        Contender("provenance: add + verified pairs", of_provenance, warm(of_provenance)),
        Contender("provenance: dedup of a file of rows", of_rows, warm(of_rows)),
        Contender("rensa, in memory", of_rensa, warm(of_rensa)),
        Contender("rensa, object by object", of_rensa_singly, warm(of_rensa_singly)),
        Contender("gaoya, in memory", of_gaoya, warm(of_gaoya)),
        Contender("datasketch, in memory", of_datasketch, warm(of_datasketch)),
    )
}
