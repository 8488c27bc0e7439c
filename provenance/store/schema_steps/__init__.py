"""The steps that make and change the archive's tables, oldest first, one file each.

A step is never edited after a release: a later change is a new step, and `SCHEMA` in `store/opening.py` is raised
once per release. A step imports nothing of the program, so that it does in ten years what it does today.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from provenance.store.schema_steps.article_languages import article_languages
from provenance.store.schema_steps.articles_index_links import articles_index_links
from provenance.store.schema_steps.corrections_and_addresses import corrections_and_addresses
from provenance.store.schema_steps.earlier_versions import earlier_versions
from provenance.store.schema_steps.link_rows import link_rows
from provenance.store.schema_steps.meanings import meanings
from provenance.store.schema_steps.quotation_index import quotation_index
from provenance.store.schema_steps.records_of_links import records_of_links
from provenance.store.schema_steps.reviews_as_steps import reviews_as_steps
from provenance.store.schema_steps.second_copies import second_copies
from provenance.store.schema_steps.sql_views import sql_views
from provenance.store.schema_steps.text_search import text_search

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("0001 articles, index, links", articles_index_links),
    ("0002 records of links", records_of_links),
    ("0003 reviews", reviews_as_steps),
    ("0004 text search", text_search),
    ("0005 corrections and addresses", corrections_and_addresses),
    ("0006 quotation index", quotation_index),
    ("0007 earlier versions", earlier_versions),
    ("0008 languages", article_languages),
    ("0009 meanings", meanings),
    ("0010 link rows", link_rows),
    ("0013 views for SQL", sql_views),
    ("0014 second copies", second_copies),
)
