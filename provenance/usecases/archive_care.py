"""The part of `Archive` that looks after the archive itself: corrections, removal, counts, checks, measurements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.model import Verification
from provenance.model.progress import Progress
from provenance.usecases.archive_reviews import ArchiveReviews

if TYPE_CHECKING:
    from provenance.engines import Engine
    from provenance.events.fitting import Truth
    from provenance.model.copies import Purged
    from provenance.model.detection import Detection
    from provenance.model.fitted import WeightsFit
    from provenance.sources.given_values import Given
    from provenance.usecases.embedding import Embedded


class ArchiveCare(ArchiveReviews):
    """What keeps an open archive right; it answers no question about an article."""

    def edit(self, name: str, given: Given, by: str | None = None) -> None:
        """Let given values stand in the place of what was read about an article; `by` is else the system's user."""
        from provenance.usecases.editing import edit

        self._settle()
        edit(self.store, self.store.articles.resolve(name), given, by)

    def undo_edit(self, name: str, by: str | None = None, *, everything: bool = False) -> Sequence[str]:
        """Take the last edit of an article back, or all of them; the fields that read as before."""
        from provenance.usecases.editing import undo_edit

        self._settle()
        return undo_edit(self.store, self.store.articles.resolve(name), by, everything=everything)

    def remove(self, names: Sequence[str]) -> Sequence[str]:
        """Take articles and everything derived from them out of the archive."""
        from provenance.usecases.removing import remove

        self._settle()
        gone = remove(self.store, names)
        self._carry_reviews()
        return gone

    def purge(self, names: Sequence[str]) -> Purged:
        """Remove articles so that no byte of their texts is left in the archive's file; without names the file is
        only written anew. What it returns says which copies beside it still have one of the texts."""
        from provenance.usecases.removing import purge

        self._settle()
        gone = purge(self.store, names)
        self._carry_reviews()
        return gone

    def statistics(self) -> Mapping[str, int | float | str]:
        """Counts and sizes."""
        from provenance.usecases.listing import statistics

        return statistics(self.store, self.settings)

    def verify(self, *, sample: int = 200, on_progress: Progress | None = None) -> Verification:
        """Check the archive against itself."""
        from provenance.usecases.verifying import verify

        return verify(self.store, self.settings.fingerprint, sample=sample, on_progress=on_progress)

    def reindex(self, *, jobs: int = 1, engine: Engine | None = None, on_progress: Progress | None = None) -> int:
        """Make all fingerprints and the index anew, in place; how many articles there are."""
        from provenance.engines import given_or_local
        from provenance.usecases.reindexing import reindex

        self._settle()
        with given_or_local(engine, jobs) as chosen:
            return reindex(self.store, self.settings.fingerprint, engine=chosen, on_progress=on_progress)

    def embed(
        self,
        encoder: str | None = None,
        *,
        jobs: int = 1,
        engine: Engine | None = None,
        again: bool = False,
        on_progress: Progress | None = None,
    ) -> Embedded:
        """Encode the sentences of every article that is not encoded yet, so that rewriting without shared words and
        translations are found; needs the extra `meaning`. `again` encodes all anew, by another encoder, too."""
        from provenance.engines import given_or_local
        from provenance.usecases.embedding import embed

        with given_or_local(engine, jobs) as chosen:
            return embed(self.store, encoder, engine=chosen, again=again, on_progress=on_progress)

    def fit_weights(
        self,
        labels: Mapping[tuple[str, str], Truth] | None,
        source: str,
        *,
        jobs: int = 1,
        on_progress: Progress | None = None,
    ) -> WeightsFit:
        """Fit the news weights to labels of pairs of ids (ascending), without any to what people's reviews say;
        `source` names them. Stored and used by later audits only where they predict pairs left out better."""
        from provenance.engines import given_or_local
        from provenance.usecases.fitting_weights import fit_weights, reviewed_labels

        chosen = reviewed_labels(self.store.reviews.in_force()) if labels is None else labels
        with given_or_local(None, jobs) as engine:
            return fit_weights(self.store, self.settings, chosen, source, engine=engine, on_progress=on_progress)

    def forget_weights(self) -> bool:
        """Go back to the news weights that ship; whether there were others."""
        from provenance.usecases.fitting_weights import forget_weights

        return forget_weights(self.store)

    def calibrate(self, *, sample: int | None = None, on_progress: Progress | None = None) -> Detection:
        """Measure which copies a check finds in this archive, and store that: `sample` copies of each form."""
        from provenance.config.detection import DetectionSettings
        from provenance.usecases.calibrating import calibrate

        detection = DetectionSettings() if sample is None else DetectionSettings(sample=sample)
        return calibrate(self.store, self.settings, detection, on_progress)
