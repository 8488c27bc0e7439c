"""The encoded sentences of an article: those that the archive keeps, else encoded now by the archive's encoder.

An archive without codes costs one look into a table. Where the article cannot be encoded, `lacking` says why, for the
line that tells readers what was not looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from provenance.meaning.encoder import Encoder
    from provenance.model import Article
    from provenance.model.coded_text import CodedText
    from provenance.model.detection import MeaningLacks
    from provenance.store import Store


class ArticleCodes:
    """Codes of articles for one archive; the encoder is loaded when an article is not archived with codes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.archive_is_encoded = store.encoded

    @cached_property
    def _encoder(self) -> Encoder | None:
        from provenance.meaning import encoder as encoders

        try:
            return encoders.encoder_of(self._store.meanings.encoder or "")
        except ProvenanceError:
            return None

    def of(self, article: Article) -> CodedText | None:
        """The codes of an article's body; None where the archive has none or this machine cannot make them."""
        if not self.archive_is_encoded:
            return None
        kept = self._kept(article)
        if kept is not None:
            return kept
        if self._encoder is None:
            return None
        from provenance.meaning.sentence_units import coded_texts

        return coded_texts(self._encoder, [(article.text, article.body)])[0]

    def archived(self, articles: Sequence[Article]) -> dict[str, CodedText]:
        """The codes that the archive keeps of those of these archived articles that have some, by id."""
        if not self.archive_is_encoded:
            return {}
        numbers = self._store.articles.known_numbers([each.id for each in articles])
        codes = self._store.meanings.of(sorted(numbers.values()))
        return {name: codes[number] for name, number in sorted(numbers.items()) if number in codes}

    def _kept(self, article: Article) -> CodedText | None:
        number = self._store.articles.known_numbers([article.id]).get(article.id)
        if number is None or self._store.articles.get(article.id).text != article.text:
            return None
        return self._store.meanings.of([number]).get(number)

    @property
    def lacking(self) -> MeaningLacks | None:
        """Why a new article cannot be compared by meaning: the archive's articles are not encoded, or the encoder is
        not here; None where it can."""
        if not self.archive_is_encoded:
            return "codes"
        return "encoder" if self._encoder is None else None
