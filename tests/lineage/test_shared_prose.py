"""Copied prose and other holders: what shows that one text lay beside the other, and what does not."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom import CANAL, MILLS, ORCHARD, article, direct, moment, verbatim

from provenance.config.lineage import LineageSettings
from provenance.lineage import judge
from provenance.lineage.passage_table import SharedProse, shared_prose, tabulate
from provenance.lineage.texts import lay_out
from provenance.model import Article, Link, Passage, Quotation

STATEMENT = "we were warned in march and again in may and nobody came to look at the gates"
FORCED = LineageSettings(reporting_confidence=0.0)
Passages = Mapping[tuple[str, str], tuple[Passage, ...]]


def counted(
    *articles: Article, passages: Passages, quotations: Mapping[str, tuple[Quotation, ...]] | None = None
) -> SharedProse:
    """The counts of the pairs, in the order of `passages`."""
    texts = lay_out({each.id: each for each in articles}, {})
    return shared_prose(tabulate(texts, passages), quotations or {})


def test_words_in_quotation_marks_are_no_copied_prose() -> None:
    told = f"“{STATEMENT},” the company said."
    a, b = article("a", f"{MILLS}{told}"), article("b", f"{told} {ORCHARD}")
    passages = {("a", "b"): (verbatim(a, b, told),)}
    quoted = {each.id: (direct(each.text, f"{STATEMENT},"),) for each in (a, b)}
    assert counted(a, b, passages=passages).copied_words.tolist() == [20]
    assert counted(a, b, passages=passages, quotations=quoted).copied_words.tolist() == [3]


def test_a_few_words_in_a_row_are_a_phrase() -> None:
    a, b = (
        article("a", f"{MILLS}the lock keepers of the vale"),
        article("b", f"{ORCHARD} the lock keepers of the vale"),
    )
    passages = {("a", "b"): (verbatim(a, b, "the lock keepers of the vale"),)}
    assert counted(a, b, passages=passages).copied_words.tolist() == [0]


def test_overlapping_stretches_count_once() -> None:
    a, b = article("a", CANAL), article("b", f"{CANAL} {MILLS}")
    passages = {("a", "b"): (verbatim(a, b, CANAL), verbatim(a, b, CANAL[:200]))}
    (once,) = counted(a, b, passages={("a", "b"): passages["a", "b"][:1]}).copied_words.tolist()
    assert counted(a, b, passages=passages).copied_words.tolist() == [once]
    assert once > 40


def told_by(count: int) -> tuple[dict[str, Article], dict[tuple[str, str], tuple[Passage, ...]]]:
    """So many articles, an hour apart, that share nothing but what the company said."""
    told = f"“{STATEMENT},” the company said."
    made = [
        article(
            f"n{i}",
            f"Report {i} of many on the {i}th lock. {told} It has {i} gates.",
            moment(f"2024-05-01T{i + 6:02}:00"),
        )
        for i in range(count)
    ]
    passages = {(a.id, b.id): (verbatim(a, b, told),) for i, a in enumerate(made) for b in made[i + 1 :]}
    return {each.id: each for each in made}, passages


def test_other_holders_are_counted_by_what_they_hold() -> None:
    articles, passages = told_by(5)
    held = counted(*articles.values(), passages=passages)
    assert held.other_holders.tolist() == [3] * len(passages)


def test_a_statement_that_everybody_quotes_has_no_source_among_those_who_do() -> None:
    articles, passages = told_by(8)
    quotations = {name: (direct(each.text, f"{STATEMENT},"),) for name, each in articles.items()}
    links = judge(articles, passages, quotations=quotations)
    assert {link.relation for link in links.values()} == {"undetermined"}
    forced = judge(articles, passages, FORCED, quotations)
    assert {link.common_source for link in forced.values()} == {None}
    assert all("widely_held" in {each.kind.name for each in link.evidence} for link in links.values())


def one_link(a: Article, b: Article, words: str, *others: Article) -> Link:
    articles = {each.id: each for each in (a, b, *others)}
    quotations = {each.id: (direct(each.text, STATEMENT),) for each in (a, b) if f"“{STATEMENT}" in each.text}
    return judge(articles, {(a.id, b.id): (verbatim(a, b, words),)}, quotations=quotations)[a.id, b.id]


def test_an_agencys_mark_credits_nothing_where_only_a_statement_is_shared() -> None:
    told = f"“{STATEMENT}” it said"
    a = article("a", f"TEASEL (AP) — {MILLS}{told}", moment("2024-05-01T09:00"), "Vale Courier")
    b = article("b", f"{ORCHARD} {told}", moment("2024-05-01T10:00"), "Teasel Post")
    link = one_link(a, b, told)
    assert (link.relation, link.credited_source) == ("undetermined", None)


def test_an_agencys_text_under_one_mark_comes_from_the_agency_and_not_from_another_user() -> None:
    first = article("c", f"(AP) — {CANAL}", moment("2024-05-01T08:00"), "Lune Echo")
    a = article("a", f"MARROW VALE (AP) — {CANAL}", moment("2024-05-01T09:00"), "Vale Courier")
    b = article("b", f"{CANAL} {MILLS}", moment("2024-05-01T10:00"), "Teasel Post")
    link = one_link(a, b, CANAL, first)
    assert (link.relation, link.credited_source, link.common_source) == ("common_source", "Associated Press", None)


def test_two_users_of_what_a_third_ran_for_an_agency_have_it_from_the_agency() -> None:
    first = article("c", f"(AP) — {CANAL}", moment("2024-05-01T08:00"), "Lune Echo")
    a = article("a", f"{CANAL} {ORCHARD}", moment("2024-05-02T09:00"), "Vale Courier")
    b = article("b", f"{CANAL} {MILLS}", moment("2024-05-02T10:00"), "Teasel Post")
    link = one_link(a, b, CANAL, first)
    assert (link.likeliest, link.credited_source, link.common_source) == ("common_source", "Associated Press", None)
    own = article("c", f"(AP) — {CANAL}", moment("2024-05-01T08:00"))
    assert one_link(a, b, CANAL, own).common_source == "c"


def test_an_agencys_site_is_the_agency() -> None:
    a = article("a", f"(CNN) — {CANAL}", moment("2024-05-01T08:00"), "edition.cnn.com")
    b = article("b", f"(CNN) — {CANAL} {MILLS}", moment("2024-05-01T10:00"), "teaselpost.example")
    assert (one_link(a, b, CANAL).source, one_link(a, b, CANAL).credited_source) == ("a", "edition.cnn.com")
