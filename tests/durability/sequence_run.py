"""Random sequences of commands, each followed by one audit, against archives whose articles were audited once.

`python tests/durability/sequence_run.py 500` runs 500 sequences of adding, checking, new versions, other spellings of
addresses, removing, correcting, reviewing, encoding, reindexing, upgrading, reading and audits (narrowed,
interrupted, resumed, `--again`, another profile, several processes) and says how many left the links of one
undisturbed audit, byte for byte. Sentences are encoded by the encoder of tests, with the weights that ship.
`test_sequences` runs a few.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.append(str(Path(__file__).parents[1] / "meaning"))

from random_commands import Sequence as RandomSequence
from tiny_encoder import TinyEncoder

from provenance import Archive, Settings
from provenance.audit import portion_judging
from provenance.comparison import meaning_passages
from provenance.config.meaning import ChainSettings
from provenance.events import meaning_weights
from provenance.meaning import encoder as encoders
from provenance.meaning.sentence_units import coded_texts
from provenance.model import Article
from provenance.usecases.adding import add
from provenance.usecases.editing import Given

TINY = TinyEncoder()
LINKS_A_PORTION = 4  # so that a sequence has several portions, of which some change and others do not


def links(archive: Archive) -> str:
    """Everything that the archive's record says of all links."""
    return "\n".join(map(repr, archive.store.links.iterate()))


def undisturbed(
    path: Path,
    articles: list[Article],
    edits: Mapping[str, list[Given]],
    encoded: Sequence[str],
    profiles: list[str],
) -> str:
    """The links that one audit per profile finds when these texts are added one after the other, then corrected, and
    some of them encoded."""
    with Archive(path) as archive:
        for article in articles:
            add(archive.store, [article])
        for name, corrections in edits.items():
            for given in corrections:
                archive.edit(name, given)
        numbers = archive.store.articles.numbers(encoded).tolist()
        texts = [(each.text, each.body) for each in archive.store.articles.get_known(encoded).values()]
        archive.store.meanings.write(TINY.name, numbers, coded_texts(TINY, texts))
    return audited(path, profiles)


def audited(path: Path, profiles: list[str]) -> str:
    """The links in the records of these profiles after an audit with each."""
    found = []
    for profile in profiles:
        with Archive(path, settings=Settings.of(profile)) as archive:
            archive.audit()
            found.append(links(archive))
    return "\n\n".join(found)


def outcomes(seeds: range, folder: Path, tell: Callable[[str], Any] = print) -> Iterator[bool]:
    """For each seed whether its sequence left the links of one undisturbed audit, whatever order articles came in."""
    with (
        patch.object(encoders, "encoder_named", lambda *_: TINY),
        patch.object(meaning_weights, "shipped", tiny),
        # So that every derived link wants passages by meaning, and any likeness is one.
        patch.multiple(meaning_passages, SURE=0.0, LITTLE=2.0, TAKEN=ChainSettings(least=0.2, most=0.0, enough=0.0)),
    ):
        yield from _outcomes(seeds, folder, tell)


@cache
def tiny() -> meaning_weights.MeantWeights:
    """The weights that ship as if they had been fitted with the encoder of tests."""
    stored = json.loads(meaning_weights.FILE.read_text("utf-8"))
    return meaning_weights.from_stored({**stored, "about": {"encoder": TINY.name}})


def _outcomes(seeds: range, folder: Path, tell: Callable[[str], Any]) -> Iterator[bool]:
    portion_judging.LINKS_A_PORTION = LINKS_A_PORTION
    for seed in seeds:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            sequence = RandomSequence(seed, Archive(Path(place) / "sequence.db"))
            sequence.run()
            with sequence.archive as archive:
                faults = archive.store.upkeep.check_integrity()
                encoded = sorted(archive.store.articles.ids(archive.store.meanings.held().tolist()))
            # Where both profiles were audited in turns, both records are to be right.
            profiles = ["news", "essay"] if "audit essay" in sequence.told else ["news"]
            left = audited(sequence.archive.path, profiles)
            by_name = sorted(sequence.history, key=lambda article: article.id)  # stable: versions stay in order
            expected = [
                undisturbed(Path(place) / f"{number}.db", articles, sequence.edits, encoded, profiles)
                for number, articles in enumerate([sequence.history, by_name])
            ]
            same = left == expected[0] == expected[1]
            if not same:
                tell(f"sequence {seed} ({', '.join(sequence.told)}): other links than one audit of the same articles")
            if faults:
                tell(f"sequence {seed} ({', '.join(sequence.told)}): the archive does not verify: {faults[:3]}")
            yield same and not faults


def main() -> int:
    """Run as many sequences as the command line asks for, from the seed it names."""
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    done = list(outcomes(range(first, first + count), Path(tempfile.gettempdir())))
    print(f"{sum(done)} of {len(done)} sequences left the links of one undisturbed audit")
    return int(not all(done))


if __name__ == "__main__":
    sys.exit(main())
