"""The part of `Archive` that keeps what people say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import ReviewRow, Span
from provenance.usecases.archive_tables import ArchiveTables

if TYPE_CHECKING:
    from provenance.usecases.reviewing import Word


class ArchiveReviews(ArchiveTables):
    """People's words about links, passages, publishers and set phrases of an open archive."""

    def review(
        self,
        a: str,
        b: str,
        verdict: Word,
        note: str = "",
        *,
        by: str | None = None,
        passage: tuple[int, int] | None = None,
    ) -> None:
        """Confirm, reject or annotate a recorded link, or its passage at a place of `a`; or undo the last such word.

        `by` is the system's user where nothing is given.
        """
        from provenance.usecases.reviewing import review

        self._settle()
        place = None if passage is None else Span(*passage)
        review(self.store, self.store.articles.resolve(a), self.store.articles.resolve(b), verdict, note, by, place)
        self._carry_reviews()

    def review_publishers(self, a: str, b: str, verdict: Word, note: str = "", by: str | None = None) -> None:
        """Reject all links between two publishers, now and in future; or annotate or undo that."""
        from provenance.usecases.reviewing import review_publishers

        self._settle()
        review_publishers(self.store, a, b, verdict, note, by)
        self._carry_reviews()

    def review_phrase(self, words: str, verdict: Word, note: str = "", by: str | None = None) -> None:
        """Reject all passages that consist of these words, now and in future; or annotate or undo that."""
        from provenance.usecases.reviewing import review_phrase

        self._settle()
        review_phrase(self.store, words, verdict, note, by)
        self._carry_reviews()

    def reviews(self, name: str | None = None, *, everything: bool = False) -> list[ReviewRow]:
        """What people said, of all or of one article's links; `everything` adds what was undone or replaced."""
        from provenance.usecases.reviewing import reviews

        return reviews(self.store, None if name is None else self.store.articles.resolve(name), everything=everything)
