"""Random sequences of commands, each followed by one audit, against archives whose articles were audited once.

`python tests/durability/sequence_run.py 500` runs 500 sequences of adding, checking, new versions, other spellings of
addresses, removing, correcting, reviewing, reindexing, upgrading, reading and audits (narrowed, interrupted, resumed,
`--again`, another profile, several processes) and says how many left the links of one undisturbed audit, byte for
byte. `test_sequences` runs a few.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from random_commands import Sequence

from provenance import Archive, Settings
from provenance.audit import portion_judging
from provenance.model import Article
from provenance.usecases.adding import add
from provenance.usecases.editing import Given

LINKS_A_PORTION = 4  # so that a sequence has several portions, of which some change and others do not


def links(archive: Archive) -> str:
    """Everything that the archive's record says of all links."""
    return "\n".join(map(repr, archive.store.links.iterate()))


def undisturbed(path: Path, articles: list[Article], edits: Mapping[str, list[Given]], profiles: list[str]) -> str:
    """The links that one audit per profile finds when these texts are added one after the other, then corrected."""
    with Archive(path) as archive:
        for article in articles:
            add(archive.store, [article])
        for name, corrections in edits.items():
            for given in corrections:
                archive.edit(name, given)
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
    portion_judging.LINKS_A_PORTION = LINKS_A_PORTION
    for seed in seeds:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            sequence = Sequence(seed, Archive(Path(place) / "sequence.db"))
            sequence.run()
            with sequence.archive as archive:
                faults = archive.store.upkeep.check_integrity()
            # Where both profiles were audited in turns, both records are to be right.
            profiles = ["news", "essay"] if "audit essay" in sequence.told else ["news"]
            left = audited(sequence.archive.path, profiles)
            by_name = sorted(sequence.history, key=lambda article: article.id)  # stable: versions stay in order
            expected = [
                undisturbed(Path(place) / f"{number}.db", articles, sequence.edits, profiles)
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
