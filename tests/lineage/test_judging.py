from __future__ import annotations

import random
from dataclasses import replace

import pytest
from newsroom import CANAL, MILLS, ORCHARD, article, direct, moment, reworded, verbatim

from provenance.config.lineage import LineageSettings
from provenance.errors import SettingsError
from provenance.lineage import judge
from provenance.model import Article, Evidence, Link, Passage, Span
from provenance.model.evidence import PublicationTimes, Recredited


def one_link(a: Article, b: Article, passages: list[Passage], *others: Article, **more: object) -> Link:
    world = {each.id: each for each in (a, b, *others)}
    return judge(world, {(a.id, b.id): passages}, **more)[a.id, b.id]  # type: ignore[arg-type]


def kinds(link: Link) -> set[str]:
    return {each.kind.name for each in link.evidence}


def dated_pair(gap_days: int = 2) -> tuple[Article, Article]:
    a = article("first", f"{CANAL} {ORCHARD}", moment("2024-05-01T08:00"))
    b = article("second", f"{MILLS}{CANAL}", moment(f"2024-05-{1 + gap_days:02}T08:00"))
    return a, b


def test_the_later_of_two_dated_texts_derives_from_the_earlier() -> None:
    a, b = dated_pair()
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert (link.relation, link.source, link.derived, link.likeliest) == ("derived", "first", "second", "a->b")
    time = next(each for each in link.evidence if each.kind is PublicationTimes.kind)
    assert time == Evidence(PublicationTimes(a.published, b.published), "a", time.weight)
    assert time.weight > 2


def test_the_sides_can_be_exchanged() -> None:
    a, b = dated_pair()
    there = one_link(a, b, [verbatim(a, b, CANAL)])
    back = one_link(b, a, [verbatim(b, a, CANAL)])
    assert back.source == there.source
    assert back.confidence == pytest.approx(there.confidence, abs=1e-6)
    assert (back.share_a, back.share_b) == (there.share_b, there.share_a)
    exchanged = {"a": "b", "b": "a"}
    assert sorted((each.kind.name, each.weight) for each in back.evidence) == sorted(
        (each.kind.name, each.weight) for each in there.evidence
    )
    assert {(each.kind, exchanged.get(each.favours, each.favours)) for each in back.evidence} == {
        (each.kind, each.favours) for each in there.evidence
    }


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [MILLS + CANAL, CANAL + ORCHARD, ORCHARD + MILLS + CANAL]
    made = [article(f"n{i}", text, moment(f"2024-05-0{i + 1}T10:00")) for i, text in enumerate(texts)]
    passages = {(a.id, b.id): [verbatim(a, b, CANAL)] for i, a in enumerate(made) for b in made[i + 1 :]}
    world = {each.id: each for each in made}
    expected = judge(world, passages)
    for seed in range(3):
        names, pairs = list(world), list(passages)
        random.Random(seed).shuffle(names)
        random.Random(seed).shuffle(pairs)
        assert judge({name: world[name] for name in names}, {pair: passages[pair] for pair in pairs}) == expected


def test_wording_alone_never_makes_two_undated_texts_sure() -> None:
    for extra in (MILLS, ORCHARD, MILLS + ORCHARD, ""):
        a, b = article("a", f"{CANAL} {extra}"), article("b", CANAL[: len(CANAL) // 2] + extra)
        link = one_link(a, b, [verbatim(a, b, CANAL[: len(CANAL) // 2])])
        if link.relation != "near_duplicate":
            assert link.relation == "undetermined"
        assert link.source is None
        assert Evidence(PublicationTimes(None, None), "none", 0.0) in link.evidence


def test_exact_copies_of_one_day_have_no_direction() -> None:
    day = moment("2024-05-01", "day")
    a, b = article("a", CANAL, day, "The Vale Courier"), article("b", CANAL, day, "Teasel Post")
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert (link.relation, link.source, link.derived, link.likeliest) == ("near_duplicate", None, None, "none")
    assert link.confidence > 0.99


def test_a_credit_gives_exact_copies_a_direction() -> None:
    day = moment("2024-05-01", "day")
    credited = f"{CANAL} This report first appeared in the Vale Courier."
    a, b = article("a", CANAL, day, "The Vale Courier"), article("b", credited, day, "Teasel Post")
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert link.relation == "near_duplicate"
    assert link.likeliest == "a->b"
    assert link.credited
    assert link.credited_source == "The Vale Courier"


def test_dated_copies_have_a_direction() -> None:
    a, b = article("a", CANAL, moment("2024-05-03")), article("b", CANAL, moment("2024-05-01"))
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert (link.relation, link.source, link.derived) == ("near_duplicate", "b", "a")


def test_two_users_of_an_archived_text_have_it_as_common_source() -> None:
    source = article("wire", CANAL + " " + ORCHARD, moment("2024-05-01T06:00"))
    a = article("a", MILLS + CANAL, moment("2024-05-02T09:00"))
    b = article("b", CANAL + " Passengers were not affected.", moment("2024-05-02T11:00"))
    link = one_link(a, b, [verbatim(a, b, CANAL)], source)
    assert (link.relation, link.common_source) == ("common_source", "wire")
    assert link.source is None
    assert "third_holder" in kinds(link)


def test_an_unseen_common_source_is_never_asserted() -> None:
    a, b = article("a", MILLS + CANAL), article("b", CANAL + " " + ORCHARD)
    words = CANAL[CANAL.index("Union") : CANAL.index(" Barges")]
    quoted = replace(verbatim(a, b, words), in_quotes=(True, True))
    link = one_link(a, b, [quoted], settings=LineageSettings(reporting_confidence=0.0))
    assert link.relation != "common_source" or link.common_source or link.credited_source


def test_one_agency_is_the_common_source_of_both_that_carry_its_mark() -> None:
    a = article("a", f"MARROW VALE (AP) — {CANAL}", moment("2024-05-01T09:00"), "Vale Courier")
    b = article("b", f"(AP) — {CANAL} {MILLS}", moment("2024-05-01T10:00"), "Teasel Post")
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert (link.relation, link.credited_source, link.common_source) == ("common_source", "Associated Press", None)
    assert link.credited


def test_an_agencys_own_dispatch_is_the_source() -> None:
    a = article("a", CANAL, moment("2024-05-01T09:00"), "Northern Wire", agency="Northern Wire")
    b = article("b", f"(Northern Wire) — {CANAL} {MILLS}", moment("2024-05-01T09:00"), "Teasel Post")
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert (link.relation, link.source) == ("derived", "a")
    assert link.credited_source == "Northern Wire"


def test_a_link_to_the_other_article_shows_the_source() -> None:
    a = article("a", CANAL, None, url="https://vale.example/locks")
    b = article("b", f"{MILLS}{CANAL[:200]} More at https://vale.example/locks today.")
    link = one_link(a, b, [verbatim(a, b, CANAL[:200])])
    assert link.likeliest == "a->b"
    assert "link" in kinds(link)
    assert link.credited


def test_two_versions_of_one_address_are_a_revision() -> None:
    published = moment("2024-05-01T08:00")
    a = article("a", CANAL, published, "Vale Courier", url="https://vale.example/locks")
    b = article(
        "b", CANAL + " This report was corrected.", published, "Vale Courier", url="https://vale.example/locks"
    )
    b = replace(b, modified=moment("2024-05-01T15:00"))
    link = one_link(a, b, [verbatim(a, b, CANAL)])
    assert (link.source, link.derived) == ("a", "b")
    assert "revision" in kinds(link)


SAID = "The locks are older than anybody who works them and nobody has oiled one since the flood"
REPORTED = "locks that nobody has oiled since the flood are older than their keepers, experts say"


def test_direct_speech_is_the_source_of_reported_speech() -> None:
    a = article("a", f"“{SAID},” said Dora Quill, secretary of the union. {MILLS}")
    b = article("b", f"The canal company is in trouble: {REPORTED}.", moment("2024-05-09", "day"))
    passage = reworded(
        a,
        SAID,
        b,
        REPORTED,
        in_quotes=(True, False),
        speakers=("Dora Quill", "experts"),
        speech="re-credited",
        score=0.85,
    )
    quotations = {"a": [direct(a.text, SAID + ",", "Dora Quill")]}
    link = one_link(a, b, [passage], quotations=quotations)
    assert link.likeliest == "a->b"
    assert {"quotation_reported", "recredited"} <= kinds(link)
    found = [each.arguments for each in link.evidence]
    assert PublicationTimes(None, b.published) in found
    assert Recredited((("Dora Quill", ("experts",)),)) in found


def test_a_shared_signature_says_nothing() -> None:
    signature = "Subscribe to our letter for the whole valley every Friday morning before the mills open."
    a = article("a", f"{CANAL} {signature}", moment("2024-05-01"))
    b = article("b", f"{ORCHARD} {ORCHARD} {signature}", moment("2024-05-02"))
    link = one_link(a, b, [verbatim(a, b, signature)])
    assert link.relation == "undetermined"
    assert link.source is None
    assert "boilerplate" in kinds(link)


def test_boilerplate_that_the_caller_names_says_nothing() -> None:
    a, b = dated_pair()
    spans = {each.id: [Span(each.text.index(CANAL), each.text.index(CANAL) + len(CANAL))] for each in (a, b)}
    with_it = one_link(a, b, [verbatim(a, b, CANAL)])
    without = one_link(a, b, [verbatim(a, b, CANAL)], boilerplate=spans)
    assert with_it.evidence != without.evidence


def test_shares_count_overlapping_passages_once() -> None:
    a, b = dated_pair()
    link = one_link(a, b, [verbatim(a, b, CANAL), verbatim(a, b, CANAL[:90])])
    assert link.share_a == pytest.approx(len(CANAL) / len(a.text))
    assert link.share_b == pytest.approx(len(CANAL) / len(b.text))
    assert [each.match.a for each in link.passages] == sorted(each.match.a for each in link.passages)


def test_a_lower_limit_reports_the_likeliest() -> None:
    a, b = article("a", CANAL + MILLS), article("b", ORCHARD + CANAL[:250])
    passages = [verbatim(a, b, CANAL[:250])]
    strict = one_link(a, b, passages)
    loose = one_link(a, b, passages, settings=LineageSettings(reporting_confidence=0.0))
    assert strict.relation == "undetermined"
    assert strict.likeliest == loose.likeliest
    assert strict.confidence == loose.confidence
    if loose.likeliest in ("a->b", "b->a"):
        assert loose.relation == "derived"


def test_pairs_without_passages_get_no_link() -> None:
    a, b = dated_pair()
    assert judge({"first": a, "second": b}, {("first", "second"): []}) == {}
    assert judge({}, {}) == {}


def test_an_article_that_is_missing_is_an_error() -> None:
    a, b = dated_pair()
    with pytest.raises(KeyError):
        judge({"first": a}, {("first", "second"): [verbatim(a, b, CANAL)]})


def test_impossible_settings_are_all_named() -> None:
    with pytest.raises(SettingsError, match=r"reporting_confidence.*run_words.*check_links must be 2"):
        LineageSettings(reporting_confidence=2, run_words=0, check_links=1).validate()


def test_two_dated_links_are_enough_to_check_weights_on() -> None:
    made = [article(f"n{i}", f"{CANAL} {ORCHARD} {MILLS * i}", moment(f"2024-05-0{9 - 2 * i}")) for i in range(3)]
    passages = {(a.id, b.id): [verbatim(a, b, CANAL)] for i, a in enumerate(made) for b in made[i + 1 :]}
    links = judge({each.id: each for each in made}, passages, LineageSettings(check_links=2))
    assert len(links) == 3


@pytest.mark.parametrize("text", ["", " ", "\x00\ud800", "a", "word " * 5000, "。" * 300, "1" * 3000])
def test_hostile_texts_are_judged_all_the_same(text: str) -> None:
    a, b = article("a", text), article("b", text + " end")
    passage = Passage(Match_of(a, b))
    link = one_link(a, b, [passage])
    assert 0 <= link.confidence <= 1


def Match_of(a: Article, b: Article):  # type: ignore[no-untyped-def]  # noqa: N802
    from provenance.model import Match

    end = len(a.text)
    return Match("verbatim", Span(0, end), Span(0, end), 1.0, ((Span(0, end), Span(0, end)),))
