"""Links with their history, what was audited, quotations."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import DamagedArchive, NoSuchArticle
from provenance.model import (
    Difference,
    Evidence,
    Link,
    Match,
    Passage,
    PublicationTime,
    Quotation,
    Relation,
    Span,
    Subject,
)
from provenance.model.evidence import OwnWording, RecordedSentence
from provenance.model.evidence_kinds import CATALOGUE
from provenance.model.links import Likeliest
from provenance.store import Entry, Store, WrittenLink
from provenance.store.browsing.link_columns import listed_columns
from provenance.store.findings.link_bytes import link_from_bytes, link_to_bytes, written
from provenance.store.findings.quotation_store import quotations_from_bytes, quotations_to_bytes
from provenance.store.stored_values import unpacked
from provenance.text.folded_text import folded_all

WORDS = st.text(st.characters(exclude_categories=()), max_size=8)
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(0, 999))
FLOATS = st.floats(allow_nan=False)
MATCHES = st.builds(
    Match,
    st.sampled_from(["verbatim", "edited", "paraphrase", "quotation", "translation"]),
    SPANS,
    SPANS,
    FLOATS,
    st.lists(st.tuples(SPANS, SPANS), max_size=4).map(tuple),
    st.lists(st.builds(Difference, st.sampled_from(["number", "name", "negation"]), WORDS, WORDS), max_size=2).map(
        tuple
    ),
    FLOATS,
    st.sampled_from(["words", "meaning"]),
)
PASSAGES = st.builds(
    Passage,
    MATCHES,
    st.none() | WORDS,
    st.tuples(st.booleans(), st.booleans()),
    st.booleans(),
    st.none() | WORDS,
    st.tuples(st.none() | WORDS, st.none() | WORDS),
    st.sampled_from([(None, None), (1, None), (None, 12)]),
)
TIMES = st.builds(PublicationTime, WORDS, st.sampled_from(["second", "day"]), FLOATS, FLOATS, WORDS)


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Values of one argument of evidence."""
    known = {str: WORDS, int: st.integers(), float: FLOATS, PublicationTime: TIMES, type(None): st.none()}
    if hint in known:
        return known[hint]
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(parts)
    if get_origin(hint) is not tuple:
        return st.one_of(*map(of_type, parts))
    if parts[-1] is Ellipsis:
        return st.lists(of_type(parts[0]), max_size=2).map(tuple)
    return st.tuples(*map(of_type, parts))


ARGUMENTS = st.builds(RecordedSentence.of, WORDS, WORDS) | st.one_of(
    *(
        st.builds(entry, **{field: of_type(get_type_hints(entry)[field]) for field in entry.fields})
        for entry in CATALOGUE.values()
    )
)
LINKS = st.builds(
    Link,
    WORDS,
    WORDS,
    st.sampled_from(get_args(Relation)),
    FLOATS,
    FLOATS,
    FLOATS,
    st.lists(PASSAGES, max_size=3).map(tuple),
    *(st.none() | WORDS for _ in range(4)),
    st.booleans(),
    st.lists(st.builds(Evidence, ARGUMENTS, st.sampled_from(["a", "b", "common", "none"]), FLOATS), max_size=3).map(
        tuple
    ),
    st.sampled_from(get_args(Likeliest)),
    st.none() | FLOATS,
    st.none() | st.tuples(FLOATS, FLOATS),
)
QUOTATIONS = st.builds(
    Quotation,
    SPANS,
    st.sampled_from(["direct", "indirect", "mixed"]),
    st.lists(SPANS, max_size=2).map(tuple),
    st.none() | WORDS,
    st.none() | SPANS,
    st.none() | WORDS,
    st.none() | SPANS,
    FLOATS,
)


@given(LINKS)
def test_any_link_survives(link: Link) -> None:
    assert link_from_bytes(link_to_bytes(link)) == link


@given(LINKS, LINKS)
def test_a_judgement_without_its_passages_is_whole_with_them(found: Link, judged: Link) -> None:
    content = written(judged, passages=7).content
    assert link_from_bytes(content, written(found).content) == replace(judged, passages=found.passages)
    with pytest.raises(DamagedArchive, match="lost its passages"):
        link_from_bytes(content)


def test_only_links_with_earlier_versions_or_found_by_meaning_are_written_in_a_new_form(
    link: Callable[..., Link],
) -> None:
    plain = link("a", "b")
    (passage,) = plain.passages
    marked = replace(plain, passages=(replace(passage, versions=(None, 3)),))
    meant = replace(plain, passages=(replace(passage, match=replace(passage.match, by="meaning")),))
    assert [unpacked(link_to_bytes(each))[:3] for each in (plain, marked, meant)] == ["[2,", "[3,", "[4,"]
    assert link_from_bytes(link_to_bytes(meant)) == meant
    judged = link_to_bytes(marked, with_passages=False)
    assert unpacked(judged)[:3] == "[2,"
    assert link_from_bytes(judged, link_to_bytes(marked)) == marked


# As an archive stored a link while its evidence was a sentence.
SENTENCES = (
    '[1,"a","b","derived",0.88,0.25,0.18,[["verbatim",[0,9],[2,11],1.0,[0,9,0,9],[],71.6,null,[false,false],false,null,'
    '[null,null]]],"b","a",null,null,false,[["own_wording","b",0.291,"reads like b\'s own"],'
    '["dates","none",0.0,"none"]],"a->b",0.12,[0.25,0.18]]'
)


def test_evidence_that_was_stored_as_a_sentence_stays_as_it_was(store: Store) -> None:
    run = store.runs.start("audit", "s1", "{}")
    content = zlib.compress(SENTENCES.encode())
    listed = listed_columns(link_from_bytes(content))
    store.links.save_written(run, [WrittenLink("a", "b", "derived", 0.88, content, listed)])
    link = store.links.between("a", "b")
    assert link is not None
    known, unknown = link.evidence
    assert known == Evidence(RecordedSentence(OwnWording.kind, "reads like b's own"), "b", 0.291)
    assert (unknown.kind.name, unknown.favours, unknown.arguments) == (
        "dates",
        "none",
        RecordedSentence.of("dates", "none"),
    )
    assert link_from_bytes(link_to_bytes(link)) == link
    assert store.upkeep.check_integrity() == []


def test_a_kind_of_evidence_that_this_program_does_not_know_asks_for_an_update() -> None:
    later = SENTENCES.replace("[1,", "[2,", 1).replace('"reads like b\'s own"', "[]").replace("own_wording", "omens")
    with pytest.raises(DamagedArchive, match=r"'omens'; .* pip install --upgrade text-provenance"):
        link_from_bytes(later.encode())


@given(st.lists(QUOTATIONS, max_size=3).map(tuple), WORDS)
def test_any_quotations_survive(quotations: tuple[Quotation, ...], rules: str) -> None:
    assert quotations_from_bytes(quotations_to_bytes(quotations, rules)) == (quotations, rules)


@given(st.binary(max_size=40))
def test_no_bytes_but_a_link_are_read_as_one(content: bytes) -> None:
    with pytest.raises(DamagedArchive):
        link_from_bytes(content)


@pytest.fixture
def store(path: Path, entry: Callable[..., Entry]) -> Iterator[Store]:
    with Store.open(path, create=True) as store:
        store.add([entry(name, f"Text of {name}.") for name in "dcba"])
        yield store


def test_a_changed_mind_keeps_the_old_judgement(store: Store, link: Callable[..., Link]) -> None:
    first = store.runs.start("audit", "settings", "{}")
    assert store.links.save(first, [link("a", "b"), link("c", "a")]) == 2
    store.runs.finish(first)
    second = store.runs.start("audit", "settings", "{}")
    assert store.links.save(second, [link("a", "b")]) == 0  # the same again is no new judgement
    changed = link("b", "a", confidence=0.4)
    assert store.links.save(second, [changed]) == 1
    assert store.links.between("a", "b") == store.links.between("b", "a") == changed
    judged = store.links.judgements("b", "a")
    assert [(j.link, j.run.run, j.current) for j in judged] == [
        (link("a", "b"), first, False),
        (changed, second, True),
    ]
    digests = {name: store.articles.get(name).text_digest for name in "ab"}
    assert judged[0].digests == (digests["a"], digests["b"])
    assert judged[1].digests == (digests["b"], digests["a"])
    assert judged[0].run.finished is not None
    assert judged[1].run.finished is None
    assert judged[0].run.program


def test_of_two_links_of_a_pair_in_one_portion_the_last_one_holds(store: Store, link: Callable[..., Link]) -> None:
    run = store.runs.start("audit", "s1", "{}")
    one, other = link("a", "b"), replace(link("b", "a"), confidence=0.4)
    assert store.links.save(run, [one, link("a", "c"), other]) == 2
    assert store.links.between("a", "b") == other
    assert len(store.links.judgements("a", "b")) == 1
    with pytest.raises(NoSuchArticle, match="nobody"):
        store.links.save(run, [link("a", "nobody")])


def test_links_are_listed_in_order_and_by_confidence(store: Store, link: Callable[..., Link]) -> None:
    run = store.runs.start("audit", "s", "{}")
    saved = [link("c", "a", 0.9), link("b", "d", 0.5), link("a", "b", 0.7)]
    store.links.save(run, saved)
    assert list(store.links.iterate()) == [saved[2], saved[0], saved[1]]
    assert list(store.links.iterate(0.6)) == [saved[2], saved[0]]
    assert list(store.links.iterate(relation="common_source")) == []
    assert list(store.links.iterate(after_run=run)) == []
    assert list(store.links.iterate(ids="c")) == [saved[0]]
    assert list(store.links.iterate(ids="da")) == [saved[2], saved[0], saved[1]]
    assert list(store.links.iterate(0.6, ids=["b", "not archived"])) == [saved[2]]
    assert list(store.links.iterate(ids=[])) == []
    assert store.links.pairs() == [("a", "b"), ("a", "c"), ("b", "d")]
    assert store.links.of("a") == [saved[2], saved[0]]
    assert store.links.of("d") == [saved[1]]
    assert store.links.between("c", "d") is None
    with pytest.raises(NoSuchArticle, match="'z'"):
        store.links.of("z")
    with pytest.raises(NoSuchArticle, match="'z'"):
        store.links.save(run, [link("c", "d"), link("a", "z")])
    assert store.links.between("c", "d") is None  # all or none


def test_a_link_holds_for_the_texts_that_were_compared(
    store: Store, link: Callable[..., Link], entry: Callable[..., Entry]
) -> None:
    run = store.runs.start("audit", "s", "{}")
    store.links.save(run, [link("a", "b")])
    store.add([entry("b", "Another text.")])
    assert store.links.between("a", "b") is None
    assert list(store.links.iterate()) == store.links.of("a") == store.links.pairs() == []
    assert [j.current for j in store.links.judgements("a", "b")] == [False]
    store.links.save(store.runs.start("audit", "s", "{}"), [link("a", "b")])
    assert [j.current for j in store.links.judgements("a", "b")] == [False, True]
    assert store.upkeep.check_integrity() == []


def test_a_link_can_be_taken_back(store: Store, link: Callable[..., Link]) -> None:
    run = store.runs.start("audit", "s", "{}")
    store.links.save(run, [link("a", "b")])
    later = store.runs.start("audit", "s", "{}")
    assert store.links.retract(later, [("b", "a"), ("c", "d")]) == 1
    assert store.links.between("a", "b") is None
    assert [j.link for j in store.links.judgements("a", "b")] == [link("a", "b"), None]
    assert store.links.retract(later, [("b", "a")]) == 0
    assert store.links.save(later, [link("a", "b")]) == 1
    assert [j.link for j in store.links.judgements("a", "b")] == [link("a", "b"), None, link("a", "b")]


def test_removal_takes_findings_along(store: Store, link: Callable[..., Link]) -> None:
    run = store.runs.start("audit", "s", "{}")
    store.links.save(run, [link("a", "b"), link("c", "d")])
    store.reviews.record(Subject.link("a", "b"), "confirmed")
    store.reviews.record(Subject.phrase("said on Monday"), "rejected")
    store.quotations.save("a", [], "rules")
    store.runs.mark_audited("s", [1, 2, 3, 4])
    store.remove("a", folded_all)
    assert list(store.links.iterate()) == [link("c", "d")]
    assert [step.subject.about for step in store.reviews.steps()] == ["phrase"]
    assert len(store.runs.audited("s")) == 3
    assert store.upkeep.check_integrity() == []


def test_audits_resume_and_see_only_what_is_new(store: Store, entry: Callable[..., Entry]) -> None:
    assert store.runs.unaudited("s").tolist() == [1, 2, 3, 4]
    store.runs.mark_audited("s", [1, 2, 99])
    assert store.runs.audited("s").tolist() == [1, 2]
    assert store.runs.unaudited("s").tolist() == [3, 4]
    assert store.runs.unaudited("other settings").tolist() == [1, 2, 3, 4]
    store.runs.mark_audited("s", [1, 2, 3, 4])
    store.add([entry("c", "New words."), entry("e", "New article.")])
    assert store.runs.unaudited("s").tolist() == [5, 6]


def test_quotations_are_of_one_text(store: Store, entry: Callable[..., Entry]) -> None:
    quotation = Quotation(Span(0, 9), "direct", (Span(1, 8),), "Ana Rao", Span(11, 14), None, Span(15, 19), 0.9)
    assert store.quotations.of("a", "rules") is None
    store.quotations.save("a", [], "rules")
    assert store.quotations.of("a", "rules") == ()
    store.quotations.save("a", [quotation], "rules")
    assert store.quotations.of("a", "rules") == (quotation,)
    store.add([entry("a", "Another text.")])
    assert store.quotations.of("a", "rules") is None
    with pytest.raises(NoSuchArticle):
        store.quotations.save("z", [], "rules")


def test_quotations_that_other_rules_read_are_not_known(store: Store) -> None:
    store.quotations.save("a", [], "rules 1")
    assert store.quotations.of("a", "rules 2") is None
    store.quotations.save("a", [], "rules 2")
    assert store.quotations.of("a", "rules 2") == ()
    assert not store.upkeep.check_integrity()


def test_articles_that_rules_never_read_are_told_in_order(store: Store, entry: Callable[..., Entry]) -> None:
    store.quotations.save("c", [], "rules")
    store.quotations.save("a", [], "older rules")
    assert store.quotations.unread(["d", "c", "a", "b"], "rules") == ["d", "a", "b"]
    store.add([entry("c", "Another text.")])
    assert store.quotations.unread(["c"], "rules") == ["c"]


def test_quotations_without_a_version_of_their_rules_are_not_known(store: Store) -> None:
    store.quotations.save("a", [], "rules")
    content = b"[1,[]]"  # as archives held them before rules had versions
    store.connection.run("UPDATE quotations SET content = ?, checksum = ?", (content, zlib.crc32(content)))
    assert store.quotations.of("a", "rules") is None
    assert not store.upkeep.check_integrity()


@pytest.mark.parametrize("table", ["judgements", "quotations"])
def test_damaged_findings_are_noticed(store: Store, link: Callable[..., Link], table: str) -> None:
    store.links.save(store.runs.start("audit", "s", "{}"), [link("a", "b")])
    store.quotations.save("a", [], "rules")
    store.connection.run(f"UPDATE {table} SET content = replace(content, 'x', 'y') || x'00'")
    with pytest.raises(DamagedArchive):
        store.links.between("a", "b") if table == "judgements" else store.quotations.of("a", "rules")
    if table == "quotations":
        with pytest.raises(DamagedArchive, match="stored quotations of 'a'"):
            store.quotations.unread(["a"], "rules")
    assert "damaged" in store.upkeep.check_integrity()[0].detail


def test_statistics_count_what_is_there(store: Store, link: Callable[..., Link]) -> None:
    store.links.save(
        store.runs.start("audit", "s", "{}"), [link("a", "b"), replace(link("a", "c"), relation="undetermined")]
    )
    found = store.upkeep.statistics()
    assert (found.articles, found.versions, found.runs, found.reviews) == (4, 4, 1, 0)
    assert found.links == {"derived": 1, "undetermined": 1}
    assert found.characters == sum(len(f"Text of {name}.") for name in "abcd")
    assert found.file_bytes == store.path.stat().st_size


def test_links_are_whole_while_another_process_judges_them_anew(
    store: Store, link: Callable[..., Link], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = store.runs.start("audit", "digest", "{}")
    store.links.save(run, [link("a", "b")])
    read = store.connection.rows
    with Store.open(store.path) as other:

        def rows(statement: str, *values: Any) -> Any:
            found = read(statement, *values)
            if "ORDER BY min(l.id" in statement:
                other.links.save(run, [replace(link("a", "b"), confidence=0.5)])
            return found

        monkeypatch.setattr(store.connection, "rows", rows)
        assert list(store.links.iterate()) == [link("a", "b")]
