"""Which pairs of articles an audit takes for worth aligning."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from provenance import Archive, Settings
from provenance.audit.proposing import AUDIT, FAINT, LookupTask, candidate_pairs, strongest, surest
from provenance.retrieval.candidates import candidates
from provenance.retrieval.screening import EVIDENCE

SURE = replace(AUDIT, most_faint=0)
CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


def test_pairs_are_the_candidates_of_each_article_by_number(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive.db") as archive:
        archive.add([CORPUS], jobs=1)
        store, settings = archive.store, Settings.of()
        numbers = store.articles.all_numbers()
        expected: dict[tuple[int, int], int] = {}
        for number, name in zip(numbers.tolist(), store.articles.ids(numbers), strict=True):
            found = candidates(store, store.articles.get(name), settings.fingerprint, (name,), SURE).candidates
            others = store.articles.numbers([candidate.article for candidate in found]).tolist()
            for candidate, other in zip(found, others, strict=True):
                thin = int(candidate.route == "passage" and candidate.evidence < EVIDENCE)
                pair = min(number, other), max(number, other)
                expected[pair] = min(thin, expected.get(pair, 1))
        task = LookupTask(numbers, store.articles.packed(numbers.tolist()))
        rows, _ = candidate_pairs(store, task, settings.fingerprint)
        found = [((low, high), thin) for low, high, thin in surest(rows[:, :3]).tolist()]
        assert [each for each in found if each[1] != FAINT] == sorted(expected.items())
        assert {0, 1} == set(expected.values())


def test_of_two_rows_of_neighbours_the_stronger_evidence_counts() -> None:
    pairs = np.array([(2, 5, 1_100), (1, 9, 2_000), (2, 5, 4_700)])
    assert strongest(pairs).tolist() == [[1, 9, 2_000], [2, 5, 4_700]]


def test_of_two_rows_of_a_pair_the_surer_one_counts() -> None:
    pairs = np.array([(2, 5, 1), (1, 9, 0), (2, 5, 0), (2, 4, 1)])
    assert surest(pairs).tolist() == [[1, 9, 0], [2, 4, 1], [2, 5, 0]]
    assert surest(pairs[:0]).tolist() == []
