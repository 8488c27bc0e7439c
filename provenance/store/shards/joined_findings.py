"""What audits of each file recorded and what people said there, read as one.

An audit compares the articles of one file, so no record says anything of two articles in different files: to all
questions whether an article was compared with the others the answer is no, and `check` and `lineage` compare it.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.errors import UsageError
from provenance.store.articles.earlier_store import EarlierStore
from provenance.store.findings.detection_store import DetectionStore
from provenance.store.findings.link_store import LinkStore
from provenance.store.findings.quotation_store import QuotationStore
from provenance.store.findings.record_store import RecordStore
from provenance.store.findings.review_store import ReviewStore
from provenance.store.findings.run_store import RunStore
from provenance.store.findings.weights_store import WeightsStore
from provenance.store.shards.one_file_only import one_file_only

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.model import EarlierText, Link, Quotation, ReviewStep
    from provenance.model.detection import Detection
    from provenance.store.records import Judgement
    from provenance.store.shards.joined_articles import JoinedArticles
    from provenance.store.shards.shards import Shards


class JoinedEarlier(EarlierStore):
    """Texts of all files that newer versions replaced."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    def replaced_by(self, following: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """See `EarlierStore.replaced_by`."""
        known: dict[int, tuple[int, int]] = {}
        for shard, (own, numbers, articles) in self._shards.of_numbers(
            following, lambda store, own: (own, *store.earlier.replaced_by(np.array(own, np.int64)))
        ):
            for mine, number, article in zip(own, numbers.tolist(), articles.tolist(), strict=True):
                gone = number == 0
                known[mine + shard.first] = (0, 0) if gone else (number + shard.first, article + shard.first)
        pairs = np.array([known[number] for number in following.tolist()], np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def texts(self, numbers: Iterable[int]) -> list[EarlierText]:
        """See `EarlierStore.texts`."""
        asked = [int(number) for number in numbers]
        found = {
            text.number + shard.first: replace(text, number=text.number + shard.first)
            for shard, texts in self._shards.of_numbers(asked, lambda store, own: store.earlier.texts(own))
            for text in texts
        }
        return [found[number] for number in asked if number in found]


class JoinedLinks(LinkStore):
    """The links that audits of each file recorded."""

    def __init__(self, shards: Shards, articles: JoinedArticles, profile: str) -> None:
        super().__init__(one_file_only(shards), profile)
        self._shards, self._articles = shards, articles

    def of(self, identity: str) -> list[Link]:
        """See `LinkStore.of`."""
        return self._articles.of_owner(identity, lambda store: store.links_of(self.profile).of(identity))

    def directed(self, identity: str, least: float, *, to_sources: bool, also: Iterable[str] = ()) -> list[Link]:
        """See `LinkStore.directed`."""
        names = list(also)
        return self._articles.of_owner(
            identity,
            lambda store: store.links_of(self.profile).directed(identity, least, to_sources=to_sources, also=names),
        )

    def between(self, a: str, b: str) -> Link | None:
        """See `LinkStore.between`; None where the two are in different files."""
        if not self._together(a, b):
            return None
        return self._articles.of_owner(a, lambda store: store.links_of(self.profile).between(a, b))

    def judgements(self, a: str, b: str) -> list[Judgement]:
        """See `LinkStore.judgements`; none where the two are in different files."""
        if not self._together(a, b):
            return []
        return self._articles.of_owner(a, lambda store: store.links_of(self.profile).judgements(a, b))

    def iterate(
        self,
        min_confidence: float = 0.0,
        relation: str | None = None,
        after_run: int | None = None,
        ids: Iterable[str] | None = None,
    ) -> Iterator[Link]:
        """See `LinkStore.iterate`; runs are those of one file, so `after_run` cannot be asked for."""
        if after_run is not None:
            raise UsageError("runs are counted in each file: ask one archive for what came after one of its runs")
        names = None if ids is None else list(ids)
        return self._merged(lambda links: links.iterate(min_confidence, relation, None, names))

    def iterate_bare(self) -> Iterator[Link]:
        """See `LinkStore.iterate_bare`."""
        return self._merged(lambda links: links.iterate_bare())

    def _merged(self, question: Any) -> Iterator[Link]:
        files = [
            self._shards.stream(shard, lambda store: question(store.links_of(self.profile)))
            for shard in self._shards.alive
        ]
        return heapq.merge(*files, key=lambda link: (min(link.a, link.b), max(link.a, link.b)))

    def _together(self, a: str, b: str) -> bool:
        one, other = self._articles.shard_of(a), self._articles.shard_of(b)
        return one is not None and one == other


class JoinedQuotations(QuotationStore):
    """The quotations that each file keeps."""

    def __init__(self, shards: Shards, articles: JoinedArticles) -> None:
        super().__init__(one_file_only(shards))
        self._articles = articles

    def of(self, identity: str, rules: str) -> tuple[Quotation, ...] | None:
        """See `QuotationStore.of`."""
        if self._articles.shard_of(identity) is None:
            return None
        return self._articles.of_owner(identity, lambda store: store.quotations.of(identity, rules))


class JoinedReviews(ReviewStore):
    """What people said in each file, the oldest first."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    def steps(self, identity: str | None = None) -> list[ReviewStep]:
        """See `ReviewStore.steps`."""
        found = []
        for shard, steps in self._shards.ask(lambda store: store.reviews.steps(identity)):
            first = shard.first
            for step in steps:
                seen = None if step.seen is None else (step.seen[0] + first, step.seen[1] + first)
                undoes = None if step.undoes is None else step.undoes + first
                found.append(replace(step, step=step.step + first, seen=seen, undoes=undoes))
        return sorted(found, key=lambda step: (step.at, step.step))


class JoinedRecords(RecordStore):
    """There is no record of all files: each file's audits keep their own."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))

    def shown(self, profile: str) -> int | None:
        """See `RecordStore.shown`: None."""
        del profile
        return None

    def profiles(self) -> list[str]:
        """See `RecordStore.profiles`: none."""
        return []


class JoinedRuns(RunStore):
    """Which articles were compared with all others: none, since each file was audited by itself."""

    def __init__(self, shards: Shards, articles: JoinedArticles) -> None:
        super().__init__(one_file_only(shards))
        self._articles = articles

    def unaudited(self, settings_digest: str) -> NDArray[np.int64]:
        """See `RunStore.unaudited`: all articles."""
        del settings_digest
        return self._articles.all_numbers()

    def count_unaudited(self, settings_digest: str) -> int:
        """See `RunStore.count_unaudited`."""
        del settings_digest
        return self._articles.count()

    def covered(self, settings_digest: str, numbers: Sequence[int]) -> set[int]:
        """See `RunStore.covered`."""
        del settings_digest, numbers
        return set()

    def has_covered(self, settings_digest: str, ids: Collection[str]) -> bool:
        """See `RunStore.has_covered`."""
        del settings_digest
        return not ids


class JoinedWeights(WeightsStore):
    """The news weights that were fitted to a user's labels, where all files have the same."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    def as_json(self) -> str:
        """See `WeightsStore.as_json`; raises UsageError where files have different ones."""
        found = self._shards.ask(lambda store: store.weights.as_json())
        for shard, stored in found[1:]:
            if stored != found[0][1]:
                raise UsageError(
                    f"{shard.store.path} and {found[0][0].store.path} were fitted to different labels; `provenance "
                    "--db FILE evaluate links --fit` with the same labels, or `--fit shipped`, makes them agree"
                )
        return found[0][1]

    def read(self) -> Mapping[str, Any] | None:
        """See `WeightsStore.read`."""
        self.as_json()
        return self._shards.ask(lambda store: store.weights.read())[0][1]


class JoinedDetection(DetectionStore):
    """What was measured in one file says nothing of all: figures that ship are used."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))

    def read(self, profile: str) -> Detection | None:
        """See `DetectionStore.read`: None."""
        del profile
        return None
