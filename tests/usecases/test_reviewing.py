"""What people say of links, passages, publishers and phrases: who, step by step, and through new texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.errors import UsageError
from provenance.model import Article, Findings, Link, Span
from provenance.sources import read
from provenance.usecases.adding import add
from provenance.usecases.checking import check
from provenance.usecases.filters import Filters

FIRST = (
    "The lighthouse keeper of Vard left his post on the ninth of October after the ministry stopped paying for the "
    "oil of the lamp, and three trawlers ran on the rocks within the week."
)
SECOND = (
    "Asked about the oil, the ministry said that lamps on this coast would be lit by the wind from next summer on, "
    "as soon as the masts that lie in the harbour of Osterby are put up."
)
PHRASE = "The ministry of fisheries did not respond to a request for comment on Tuesday evening."
OWN = "Our reporter spoke to eleven families whose boats lay in the bay that night and who had seen nothing like it."
OTHER = "The price of cod rose again, by a crown and a half, and nobody at the auction could say what had caused it."


def article(name: str, *parts: str, publisher: str | None = None, day: int = 1) -> Article:
    from provenance.sources.times.timestamps import parse_time

    text = "\n\n".join(parts)
    published = parse_time(f"2025-03-0{day}T08:00:00Z")
    return Article(name, text, Span(0, len(text)), publisher=publisher, published=published)


SOURCE = article("source", FIRST, OTHER, SECOND, publisher="Coast Post")
COPY = article("copy", OWN, FIRST, SECOND, publisher="Inland Mirror", day=2)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "a.db") as opened:
        add(opened.store, [SOURCE, COPY])
        opened.audit()
        yield opened


def the_link(archive: Archive) -> Link:
    (link,) = archive.links()
    return link


def found(archive: Archive, checked: Article) -> Findings:
    return check(archive.store, checked, archive.settings)


def test_words_are_taken_back_one_by_one(archive: Archive) -> None:
    archive.review("copy", "source", "confirm", "by phone", by="dana")
    archive.review("source", "copy", "reject", "a leak", by="lee")
    archive.review("source", "copy", "note", "ask again")
    seen = []
    for _ in range(4):
        review = the_link(archive).review
        seen.append(review and (review.verdict, review.note, review.by if review.verdict else "", len(review.notes)))
        if review is not None:
            archive.review("source", "copy", "undo", by="sam")
    assert seen == [
        ("rejected", "a leak", "lee", 1),
        ("rejected", "a leak", "lee", 0),
        ("confirmed", "by phone", "dana", 0),
        None,
    ]
    with pytest.raises(UsageError, match="nothing to undo"):
        archive.review("source", "copy", "undo")
    assert archive.reviews() == []
    rows = archive.reviews("copy", everything=True)
    assert [(row.step.said, row.undone and row.undone.by) for row in rows] == [
        ("confirmed", "sam"),
        ("rejected", "sam"),
        ("annotated", "sam"),
    ]


def test_the_system_s_user_speaks_where_nobody_is_named(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "mona")
    archive.review("copy", "source", "note", "look at this")
    (row,) = archive.reviews()
    assert (row.step.by, row.step.note) == ("mona", "look at this")
    review = the_link(archive).review
    assert review is not None
    assert (review.verdict, review.note) == (None, "look at this")
    monkeypatch.setattr("getpass.getuser", lambda: {}["nobody"])
    archive.review("copy", "source", "note", "and this")
    assert archive.reviews()[-1].step.by == "unknown"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (lambda archive: archive.review("copy", "copy", "confirm"), "itself"),
        (lambda archive: archive.review("copy", "source", "note"), "--note"),
        (lambda archive: archive.review("copy", "source", "confirm", passage=(0, 5)), r"are at: \d+ \d+"),
        (lambda archive: archive.review_publishers("A", "B", "confirm"), "one by one"),
        (lambda archive: archive.review_publishers("A", " ", "reject"), "two publishers"),
        (lambda archive: archive.review_phrase(" ... ", "reject"), "no words"),
        (lambda archive: archive.review_phrase("said on", "undo"), "nothing to undo"),
        (lambda archive: archive.review("copy", "source", "maybe"), "confirm, reject, note or undo"),
        (lambda archive: archive.review_phrase("said on", ""), "confirm, reject, note or undo"),
    ],
)
def test_what_cannot_be_said_is_refused(archive: Archive, said: Callable[[Archive], None], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        said(archive)
    assert archive.reviews(everything=True) == []


def test_a_rejected_passage_counts_no_more(archive: Archive) -> None:
    before = the_link(archive)
    assert len(before.passages) == 2
    start = COPY.text.index("left his post")
    archive.review("copy", "source", "reject", "from the ministry", by="lee", passage=(start, start + 20))
    link = the_link(archive)
    rejected = [each for each in link.passages if each.rejected]
    side = 0 if link.a == "copy" else 1
    assert [FIRST[:20] in (each.match.a, each.match.b)[side].of(COPY.text) for each in rejected] == [True]
    assert len(link.asserted) == 1
    assert not link.rejected
    assert 0.4 < (link.share_a + link.share_b) / (before.share_a + before.share_b) < 0.6
    assert found(archive, COPY).share == pytest.approx((link.share_a, link.share_b)[side], abs=0.02)
    second = COPY.text.index(SECOND) + 10
    archive.review("copy", "source", "reject", by="dana", passage=(second, second + 5))
    link = the_link(archive)
    assert link.rejected
    assert link.review is not None
    assert link.review.rule is not None
    assert found(archive, COPY).share == 0
    archive.review("copy", "source", "undo", passage=(second, second + 5))
    assert not the_link(archive).rejected
    archive.review("copy", "source", "undo", passage=(start, start + 20))
    assert the_link(archive) == before


def test_filters_count_no_rejected_passage(archive: Archive) -> None:
    before = the_link(archive)
    start, second = COPY.text.index("left his post"), COPY.text.index("the masts")
    words = [len(each.match.a.of(archive.text(before.a)).split()) for each in before.passages]
    longer = Filters.of(min_words=max(words))  # leaves the longer passage alone
    (narrowed,) = archive.links(longer)
    kept = narrowed.passages[0].match
    side = 0 if narrowed.a == "copy" else 1
    span = (kept.a, kept.b)[side]
    assert span.start <= start < span.end or span.start <= second < span.end
    archive.review("copy", "source", "reject", passage=tuple(span))
    assert archive.links(longer) == []
    archive.review("copy", "source", "undo", passage=tuple(span))
    other = start if not span.start <= start < span.end else second
    archive.review("copy", "source", "reject", passage=(other, other + 5))
    (link,) = archive.links(longer)
    assert (link.share_a, link.share_b) == pytest.approx((narrowed.share_a, narrowed.share_b), abs=0.02)


def test_a_reviewed_passage_is_known_by_its_words_in_a_new_text(archive: Archive) -> None:
    start = COPY.text.index(FIRST)
    archive.review("copy", "source", "reject", "from the ministry", passage=(start, start + 9))
    parts = OTHER[:40], FIRST, "Nobody spoke.", SECOND
    add(archive.store, [article("copy", *parts, publisher="Inland Mirror", day=2)])
    archive.audit()
    link = the_link(archive)
    rejected = [each for each in link.passages if each.rejected]
    text = archive.text("copy")
    side = 0 if link.a == "copy" else 1
    assert [FIRST[:30] in (each.match.a, each.match.b)[side].of(text) for each in rejected] == [True]
    assert rejected[0].review is not None
    assert rejected[0].review.changed
    assert archive.reviews("copy")[0].changed


def test_a_publisher_pair_is_rejected_now_and_later(archive: Archive) -> None:
    archive.review_publishers("inland  mirror", "Coast Post", "reject", "licensed", by="dana")
    assert the_link(archive).rejected
    add(archive.store, [article("copy-2", FIRST, OTHER[:50], SECOND, publisher="Inland Mirror", day=3)])
    archive.audit()
    links = {frozenset((link.a, link.b)): link for link in archive.links()}
    assert links[frozenset(("source", "copy-2"))].rejected
    assert not links[frozenset(("copy", "copy-2"))].rejected
    new = article("copy-3", FIRST, SECOND, publisher="Inland Mirror", day=4)
    assert {link.b for link in found(archive, new).links if link.rejected} == {"source"}
    archive.review("copy", "source", "confirm", by="lee")  # the narrower word stands above the wider one
    links = {frozenset((link.a, link.b)): link for link in archive.links()}
    assert links[frozenset(("source", "copy"))].confirmed
    assert links[frozenset(("source", "copy-2"))].rejected
    archive.review_publishers("Coast Post", "Inland Mirror", "undo")
    assert not any(link.rejected for link in archive.links())


def test_a_set_phrase_is_no_passage_now_and_later(tmp_path: Path) -> None:
    one = article("one", PHRASE, OWN, publisher="A")
    two = article("two", OTHER, PHRASE, publisher="B", day=2)
    both = article("both", PHRASE, FIRST, publisher="C", day=3)
    with Archive(tmp_path / "a.db") as archive:
        add(archive.store, [one, two])
        archive.audit()
        before = archive.links()
        archive.review_phrase(PHRASE.rstrip(".").upper(), "reject", by="dana")
        add(archive.store, [both, article("first", FIRST, GONE, publisher="D", day=4)])
        archive.audit()
        links = {frozenset((link.a, link.b)): link for link in archive.links()}
        assert not before or links[frozenset(("one", "two"))].rejected
        for pair, link in links.items():
            assert link.rejected == (pair != frozenset(("both", "first"))), pair
        checked = found(archive, article("new", PHRASE, OTHER.replace("cod", "herring"), publisher="E", day=5))
        for each in checked.links:
            for passage in each.passages:
                assert passage.rejected == (PHRASE[5:30] in passage.match.a.of(checked.article.text))


GONE = "Correction: two paragraphs have been taken out of this article."
V2 = article("source", OTHER, GONE, publisher="Coast Post")


def test_a_confirmed_link_is_kept_through_versions(archive: Archive) -> None:
    archive.review("copy", "source", "confirm", "saw the letter", by="dana")
    before = the_link(archive)
    add(archive.store, [article("source", FIRST, OTHER + " More to come.", SECOND, publisher="Coast Post")])
    archive.audit()
    link = the_link(archive)
    assert (link.relation, link.source, link.derived) == (before.relation, before.source, before.derived)
    assert link.review is not None
    assert (link.confirmed, link.review.changed, link.review.found) == (True, True, True)
    add(archive.store, [V2])
    archive.audit()
    link = the_link(archive)
    assert (link.relation, link.source, link.derived) == (before.relation, before.source, before.derived)
    assert link.review is not None
    assert (link.review.verdict, link.review.by, link.review.changed) == ("confirmed", "dana", True)
    view = archive.lineage("copy")
    assert [edge.link.source for edge in view.edges] == ["source"]
    (row,) = archive.reviews()
    assert row.changed


def test_a_confirmed_link_is_listed_where_the_program_finds_it_no_longer(archive: Archive) -> None:
    archive.review("copy", "source", "confirm", by="dana")
    before = the_link(archive)
    add(archive.store, [article("copy", OWN, "It was quiet.", publisher="Inland Mirror", day=2), V2])
    archive.audit()
    for link in (the_link(archive), archive.listed_links()[0], *found(archive, archive.article("copy")).links):
        assert (link.relation, link.source, link.derived) == (before.relation, before.source, before.derived)
        if not link.passages:
            assert link.review is not None
            assert (link.review.found, link.review.changed) == (False, True)
    assert archive.show("copy").counts["confirmed links"] == 1
    archive.review("copy", "source", "note", "it was there once")
    archive.review("copy", "source", "undo")
    archive.review("copy", "source", "undo")
    assert not [link for link in archive.links() if link.confirmed]


def test_what_was_said_of_a_passage_that_is_gone_can_be_taken_back(archive: Archive) -> None:
    start = COPY.text.index(FIRST)
    archive.review("copy", "source", "reject", passage=(start, start + 9))
    add(archive.store, [article("copy", OWN, "It was quiet.", publisher="Inland Mirror", day=2), V2])
    archive.audit()
    assert archive.store.links.between("copy", "source") is None
    (row,) = archive.reviews()
    assert (row.changed, row.found, [FIRST[:40] in str(words) for words in row.words]) == (True, False, [True, True])
    archive.review("copy", "source", "undo", passage=(start, start + 9))
    assert archive.reviews() == []


def test_what_is_confirmed_stands_above_what_the_program_says_later(archive: Archive) -> None:
    archive.review("copy", "source", "confirm")
    known = the_link(archive)
    run = archive.store.runs.start("audit", "s", "{}")
    other = Link("copy", "source", "derived", 0.9, 0.5, 0.5, known.passages, derived="source", source="copy")
    recorded = archive.store.links.between("copy", "source")
    archive.store.links.save(run, [other])
    assert archive.store.links.between("copy", "source") in (recorded, other)
    link = the_link(archive)
    assert (link.relation, link.source, link.derived) == ("derived", "source", "copy")
    archive.review("copy", "source", "undo")


def test_reading_a_file_under_another_name_honours_what_was_said(archive: Archive, tmp_path: Path) -> None:
    """The text of an archived article, given as a file, is that article."""
    archive.review("copy", "source", "reject")
    path = tmp_path / "some-file.txt"
    path.write_text(COPY.text, "utf-8")
    (given,) = read([path])
    assert isinstance(given, Article)
    findings = found(archive, given)
    assert findings.archived is not None
    assert [link.rejected for link in findings.links] == [True]
    assert findings.share == 0


def test_only_holders_of_a_set_phrase_are_looked_at(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.review_phrase("nobody ever wrote this sentence", "reject")
    monkeypatch.setattr("provenance.audit.passage_identity.is_set_phrase", lambda *_: pytest.fail("looked at"))
    assert not the_link(archive).rejected


@pytest.mark.parametrize("strange", ["\udcff", "a\0b", "\ud83d half", "\\x00"])
def test_any_bytes_that_a_terminal_gives_may_be_said(archive: Archive, strange: str) -> None:
    """An argument that is no UTF-8 comes as half pairs, which SQLite has no bytes for."""
    link = the_link(archive)
    archive.review(link.a, link.b, "note", strange, by=strange)
    archive.review_phrase(f"{strange} of fisheries", "reject", strange, by=strange)
    assert {(row.step.note, row.step.by) for row in archive.reviews()} == {(strange, strange)}
    assert archive.links()[0].review is not None
    assert len(archive.sql("SELECT reviewed_by FROM v_links"))
    assert not archive.verify().problems


def test_an_undo_of_the_link_says_that_something_is_said_of_passages_alone(archive: Archive) -> None:
    link = the_link(archive)
    passage = link.passages[0].match
    archive.review("source", "copy", "reject", passage=passage.a if link.a == "source" else passage.b)
    with pytest.raises(UsageError, match=r"of passages of it: add --passage \d+ \d+") as refused:
        archive.review("source", "copy", "undo")
    start, end = (int(word) for word in str(refused.value).split()[-2:])
    archive.review("source", "copy", "undo", passage=(start, end))
    assert archive.reviews() == []
    with pytest.raises(UsageError, match="nothing to undo"):
        archive.review("source", "copy", "undo")


def test_statistics_count_what_the_list_of_reviews_has(archive: Archive) -> None:
    def counted() -> tuple[object, object]:
        rows = archive.statistics()
        return rows["reviews"], rows.get("reviews undone or replaced")

    assert counted() == (0, None)
    for word, note in (("reject", ""), ("note", "a first note"), ("note", "a second"), ("confirm", ""), ("undo", "")):
        archive.review("source", "copy", word, note)
        archive.review_publishers("Coast Post", "Inland Mirror", "reject" if word == "undo" else "note", note or "x")
        every = archive.store.reviews.steps()
        assert counted()[0] == len(archive.reviews())
        assert sum(int(str(each or 0)) for each in counted()) == len(every)
