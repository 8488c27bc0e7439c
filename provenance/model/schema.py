"""The views that people query with SQL: what a row of each is. Their columns are those of the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

VIEWS: Mapping[str, str] = {
    "v_links": (
        "Two articles that share text, a and b: the relation asserted at confidence .8 with people's words laid "
        "over it, source and derived (ids, where the direction is asserted), the share of each text inside "
        "passages, credit, verdict, and what is known of both articles."
    ),
    "v_passages": (
        "A passage of a link: its kind, where it is in both texts (offsets in code points) and its words there, "
        "the speaker of a quotation, and the link's relation."
    ),
    "v_evidence": (
        "A reason of a link: its kind, which side it favours (a, b, common or none), its weight in nats, its "
        "arguments as JSON, and the source that the link is said to have in common or to credit."
    ),
    "v_quotations": (
        "A quotation in an article: where it is, its words, type, speaker, the words that introduce it, and what "
        "is known of the article."
    ),
    "v_utterances": (
        "Words that a named speaker is quoted with: in how many quotations and articles, when first, and in which "
        "articles."
    ),
    "v_articles": (
        "An article as it is now: what was read or corrected of it, and the number of its newest version."
    ),
    "v_versions": ("A text of an article, earlier ones too, with its words; current says which is shown."),
    "v_reviews": (
        "A step of what people said: of a link, a passage, two publishers or a set phrase; in_force says whether "
        "it is undone."
    ),
    "v_publishers": (
        "Who takes from whom: links, articles and the mean share of the takers' texts, by source and taker; links "
        "that people rejected are left out, directed near duplicates count."
    ),
}
SHORT = ("links", "passages", "evidence", "publishers")  # also there without v_: no table has these names
FUNCTIONS: Mapping[str, str] = {
    "provenance_json": (
        "Stored JSON as text; v_passages, v_evidence, v_quotations and v_utterances call it. Connections of this "
        "program and Datasette with the plugin of `provenance datasette` have it; in Python, "
        "`provenance.register_functions(sqlite3.connect(...))`."
    ),
    "provenance_text": ("A stored text that is compressed, as bytes."),
}


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what a row is, and its columns in order."""

    name: str
    words: str
    columns: tuple[str, ...]
