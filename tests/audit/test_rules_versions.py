"""The versions of the rules move when what they find moves, so that audits begin a record of their own.

Where a digest moves: raise the constant in `provenance/config/rules.py`, then put both here. A change of one part
moves the digests of the parts after it, too.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from provenance import Archive
from provenance.audit.proposing import propose
from provenance.config.rules import ALIGNER, JUDGE, PROPOSER
from provenance.engines.in_process import InProcess

PROPOSED = "proposer4", "8a0c7b4814a2ee6a"
ALIGNED = "aligner6", "5bc5774a9f16fc12"
JUDGED = ("judge20", "42c82a304ab5659c")
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("rules") / "corpus.db") as opened:
        opened.add([CORPUS / "articles", CORPUS / "incoming"])
        opened.audit()
        yield opened


def digest(values: Iterable[Any]) -> str:
    return hashlib.sha256("\n".join(map(repr, values)).encode()).hexdigest()[:16]


def test_rules_that_propose_otherwise_have_another_version(audited: Archive) -> None:
    store = audited.store
    numbers = store.articles.all_numbers()
    found = propose(store, store.reader, audited.settings.fingerprint, InProcess(), numbers, lambda *_: None)
    pairs = sorted(sorted(store.articles.ids(pair)) for pair in found.pairs.tolist())
    assert (PROPOSER, digest([*pairs, *sorted(found.boilerplate.items())])) == PROPOSED


def test_rules_that_align_otherwise_have_another_version(audited: Archive) -> None:
    matches = [
        (link.a, link.b, match.kind, match.a, match.b, round(match.score, 5))
        for link in audited.store.links.iterate()
        for match in (passage.match for passage in link.passages)
    ]
    assert (ALIGNER, digest(matches)) == ALIGNED


def test_rules_that_judge_otherwise_have_another_version(audited: Archive) -> None:
    judged = [
        (
            *(link.a, link.b, link.likeliest, link.derived, link.source, link.common_source),
            round(link.confidence, 5),
            *((reason.kind.name, reason.favours, round(reason.weight, 4)) for reason in link.evidence),
        )
        for link in audited.store.links.iterate()
    ]
    assert (JUDGE, digest(judged)) == JUDGED
