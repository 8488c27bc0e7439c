"""The languages of articles that an earlier release archived, told from their texts.

`add` and `audit` fill them in once; an interruption costs a portion. What web pages declared was not
kept then; what rows of data declared was, as metadata.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.model import Article
    from provenance.model.progress import Progress
    from provenance.store import Store


def fill_languages(store: Store, on_progress: Progress | None = None) -> None:
    """Tell the language of every text that has none yet; usually there is nothing to do."""
    total = left = store.articles.languages_unread()
    if not total:
        return
    while not store.articles.fill_languages(with_language):
        left = store.articles.languages_unread()
        if on_progress is not None:
            on_progress("telling languages", total - left, total)


def with_language(article: Article) -> Article:
    """The article with the language of its body, by the key of its metadata that declares one, else by its words."""
    from provenance.languages.codes import language_code
    from provenance.languages.detection import detect

    for key in ("language", "lang", "inLanguage", "language_code"):
        if (code := language_code(article.metadata.get(key))) is not None:
            return replace(article, language=code)
    found = detect(article.text, *article.body)
    if found is None:
        return article
    return replace(article, language=found.code, guesses={**article.guesses, "language": found.how})
