"""One utterance in several articles: printed again, cut, altered, reported, re-credited; and what is not one."""

import dataclasses
import random

import pytest

from provenance.config.quotes import QuotationSettings
from provenance.errors import SettingsError
from provenance.quotes import extract
from provenance.quotes.linking.linker import UtterancePair, appearances, link_utterances
from provenance.quotes.linking.utterance_pieces import QuotedArticle

DAY = 86_400.0
SAID = "Nobody thanked the pilots for bringing forty tankers through the gale, and nobody ever will,"
TEXTS = {
    "a-interview": f"Velden, Monday.\n“{SAID}” said Lena Ortiz, harbour master at Velden Port. She went home.",
    "b-copy": f"The harbour is open. “{SAID}” Ortiz told the Courier.",
    "c-cut": "“Nobody thanked the pilots for bringing forty tankers through the gale,” Lena Ortiz said.",
    "d-altered": f"“{SAID.replace('forty', 'fourteen')}” Lena Ortiz said.",
    "e-reported": "Experts said nobody had thanked the pilots for bringing forty tankers through the gale.",
    "f-other": "“The orchards of Weil have never looked better in a wet spring,” said Karl Dunmore.",
}


def article(name: str, day: float | None = None) -> QuotedArticle:
    text = TEXTS[name]
    first, last = (None, None) if day is None else (day * DAY, day * DAY + DAY - 1)
    return QuotedArticle(name, text, extract(text), first, last)


ARTICLES = [article(name, day) for day, name in enumerate(sorted(TEXTS))]


def linked(pairs: list[UtterancePair]) -> dict[tuple[str, str], UtterancePair]:
    return {(pair.a.article, pair.b.article): pair for pair in pairs}


def test_every_report_of_one_utterance_is_linked_and_nothing_else() -> None:
    found = linked(link_utterances(ARTICLES))
    others = {name for names in found for name in names}
    assert others == set(TEXTS) - {"f-other"}
    for name in ("b-copy", "c-cut", "d-altered", "e-reported"):
        assert ("a-interview", name) in found


def test_altered_and_re_credited_are_told() -> None:
    found = linked(link_utterances(ARTICLES))
    assert not found["a-interview", "b-copy"].altered
    assert not found["a-interview", "c-cut"].altered
    altered = found["a-interview", "d-altered"]
    assert altered.altered
    assert [(c.kind, c.a, c.b) for c in altered.changes] == [("number", "forty", "fourteen")]
    assert found["a-interview", "b-copy"].speech == "same speaker"
    assert found["a-interview", "e-reported"].speech == "re-credited"


def test_shared_wording_ascends_and_reads_alike() -> None:
    for pair in link_utterances(ARTICLES):
        a, b = TEXTS[pair.a.article], TEXTS[pair.b.article]
        assert list(pair.shared) == sorted(pair.shared)
        for one, other in pair.shared:
            assert one.of(a)[:4].lower() == other.of(b)[:4].lower()


def test_order_of_articles_does_not_matter() -> None:
    shuffled = list(ARTICLES)
    random.Random(4).shuffle(shuffled)
    assert link_utterances(shuffled) == link_utterances(ARTICLES)


def test_about_and_window_keep_fewer() -> None:
    about = link_utterances(ARTICLES, about={"d-altered"})
    assert about
    assert all("d-altered" in (pair.a.article, pair.b.article) for pair in about)
    near = link_utterances(ARTICLES, QuotationSettings(window_days=0.5))
    assert {(p.a.article, p.b.article) for p in near} < {
        (p.a.article, p.b.article) for p in link_utterances(ARTICLES)
    }


def test_first_appearance_by_time() -> None:
    known = appearances(ARTICLES, link_utterances(ARTICLES))
    assert known["a-interview", 0].first is None
    assert [use.place.article for use in known["a-interview", 0].others][:2] == ["b-copy", "c-cut"]
    altered = known["d-altered", 0]
    assert altered.first is not None
    assert altered.first.place.article == "a-interview"
    assert altered.altered
    assert not known["b-copy", 0].altered


def test_without_dates_nobody_is_first() -> None:
    undated = [dataclasses.replace(each, earliest=None, latest=None) for each in ARTICLES]
    known = appearances(undated, link_utterances(undated))
    assert all(each.first is None for each in known.values())


def changed(**dates: float | None) -> dict[str, bool]:
    """Which reports of one utterance count as altered: A and C say it alike, B drops a "not"."""
    said = "The county is {} going to close the school in Osterby before the summer of next year"
    reports = []
    for name, date in dates.items():
        text = f"The council met in the hall. “{said.format('…' if name == 'b' else 'not')},” said Berit Lund."
        latest = None if date is None else date + 10.0
        reports.append(QuotedArticle(name, text, tuple(extract(text)), date, latest))
    return {key[0]: each.altered for key, each in appearances(reports, link_utterances(reports)).items()}


def test_where_no_date_decides_each_of_the_wordings_is_an_altered_one() -> None:
    assert changed(a=None, b=None) == {"a": True, "b": True}
    assert changed(a=50.0, b=50.0) == {"a": True, "b": True}
    assert changed(a=None, c=None) == {"a": False, "c": False}


def test_an_undated_report_is_compared_with_the_earliest_dated_one() -> None:
    assert changed(a=50.0, b=None) == {"a": False, "b": True}
    assert changed(a=None, b=50.0) == {"a": True, "b": False}
    assert changed(a=50.0, b=90.0, c=None) == {"a": False, "b": True, "c": False}


def test_two_remarks_on_one_subject_share_its_phrases_and_are_no_utterance() -> None:
    remarks = (
        "“Nobody understood the orchard levy referendum of last spring, least of all the growers,” Lena Ortiz said.",
        "“We printed nine thousand posters for the orchard levy referendum of last spring and paid for each,” "
        "Karl Dunmore said.",
    )
    again = " The orchard levy was put to a referendum. Last spring the levy had failed in another referendum."

    def both(rest: str) -> list[UtterancePair]:
        quoted = [QuotedArticle(name, text + rest, extract(text)) for name, text in zip("ab", remarks, strict=True)]
        return link_utterances(quoted)

    assert both("")  # a run of rare words
    assert both(again) == []


def test_a_note_under_many_articles_is_no_utterance() -> None:
    note = "The company said it would restore every orchard, meadow and hedge beside the railway by 2031."
    texts = {day: f"Item {day} of the day.\n{note}" for day in range(0, 100, 20)}
    notes = [QuotedArticle(f"n{day}", text, extract(text), day * DAY) for day, text in texts.items()]
    assert link_utterances(notes) == []
    assert len(link_utterances(notes[:2])) == 1


def test_impossible_settings_are_all_named() -> None:
    wrong = QuotationSettings(possible_score=0, speaker_weight=-1, fewest_words=0, key_words=1, window_days=-1)
    with pytest.raises(SettingsError, match=r"possible_score.*speaker_weight.*fewest_words.*key_words.*window_days"):
        link_utterances([], wrong)


def test_nothing_in_nothing_out() -> None:
    assert link_utterances([]) == []
    assert appearances([], []) == {}
