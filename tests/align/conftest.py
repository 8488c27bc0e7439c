"""Articles of the corpus, ready to be aligned."""

import json
from pathlib import Path

import pytest

from provenance.align import PreparedText, prepare
from provenance.model import Article
from provenance.quotes import extract
from provenance.sources import read

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def linked_articles() -> list[tuple[PreparedText, PreparedText]]:
    """Some articles of the corpus beside articles that took text from them."""
    articles = {each.id: each for each in read([CORPUS / "articles"]) if isinstance(each, Article)}
    with (CORPUS / "gold.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chosen = [row for row in rows if row["a"] in articles and row["b"] in articles][::9]
    return [(_side(articles[row["a"]]), _side(articles[row["b"]])) for row in chosen[:6]]


def _side(article: Article) -> PreparedText:
    return prepare(article.text, article.body, extract(article.text, article.body))
