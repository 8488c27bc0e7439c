"""Candidates from a real archive: both routes, exclusion, limits, other languages, a single archived article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.errors import SchemeMismatch
from provenance.model import Article, Span
from provenance.retrieval.candidates import Candidates, candidates, candidates_all
from provenance.store import Store
from provenance.text.folded_text import folded_all
from provenance.usecases.adding import add

SETTINGS = FingerprintSettings()
STORY = (
    "The harbour board voted on Tuesday to dredge the northern channel, after two freighters ran aground within a"
    " week. Pilots had warned in spring that silt from the flooded river was narrowing the fairway. The work will"
    " cost four million crowns and begin once the autumn storms have passed, said board chairwoman Ilse Marten."
)
REWRITTEN = (
    "Silt carried down by the flooded river has narrowed the fairway so much that two freighters ran aground. Now the"
    " northern channel is to be dredged: the harbour board decided so after pilots had warned of it in spring."
)
OTHER = (
    "A choir of two hundred school children opened the music festival in the old grain market. The mayor thanked the"
    " volunteers who had sewn the costumes, and rain held off until the last song was over."
)


def article(name: str, text: str) -> Article:
    return Article(name, text, Span(0, len(text)))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "archive.db", create=True)


def ask(store: Store, text: str, **more: object) -> Candidates:
    return candidates(store, article("asked", text), SETTINGS, **more)  # type: ignore[arg-type]


def test_one_archived_article_is_enough(store: Store) -> None:
    add(store, [article("story", STORY)])
    copy = ask(store, STORY + " More follows.").candidates
    assert [(c.article, c.route) for c in copy] == [("story", "both")]
    assert copy[0].estimated_jaccard is not None
    assert copy[0].estimated_jaccard > 0.9
    rewrite = ask(store, REWRITTEN).candidates
    assert [(c.article, c.route) for c in rewrite] == [("story", "passage")]
    assert rewrite[0].shared_keys >= 2
    assert ask(store, OTHER).candidates == ()


def test_copies_come_before_rewritings_and_the_asked_article_can_be_left_out(store: Store) -> None:
    add(store, [article("rewritten", REWRITTEN), article("other", OTHER), article("copy", STORY + " Ends.")])
    add(store, [article("asked", STORY)])
    found = ask(store, STORY, exclude=["asked"]).candidates
    assert [c.article for c in found] == ["copy", "rewritten"]
    assert found[0].score > 1 >= found[1].score


def test_candidates_are_bounded_and_the_rest_is_counted(store: Store) -> None:
    add(store, [article(f"copy{n}", f"{STORY} Edition {n}.") for n in range(12)])
    few = RetrievalSettings(candidates=5)
    found = ask(store, STORY, retrieval=few)
    assert len(found.candidates) <= 10
    assert found.truncated >= 2
    assert ask(store, STORY, retrieval=few) == found
    narrow = replace(few, postings_a_key=3, postings_a_band=3)
    assert ask(store, STORY, retrieval=narrow).unread > 0
    assert ask(store, STORY, retrieval=narrow).truncated > 0


def test_only_the_body_counts(store: Store) -> None:
    add(store, [Article("story", STORY + OTHER, Span(0, len(STORY)))])
    assert ask(store, OTHER).candidates == ()
    assert ask(store, STORY).candidates


@pytest.mark.parametrize(
    ("original", "rewritten"),
    [
        (
            "Der Hafenrat beschloss am Dienstag, die nördliche Fahrrinne auszubaggern, nachdem zwei Frachter auf"
            " Grund gelaufen waren. Lotsen hatten vor Schlick aus dem Hochwasser gewarnt. Die Arbeiten kosten vier"
            " Millionen Kronen und beginnen, sobald die Herbststürme vorüber sind.",
            "Weil zwei Frachter auf Grund gelaufen sind, wird die nördliche Fahrrinne ausgebaggert. Vier Millionen"
            " Kronen soll das kosten. Lotsen hatten gewarnt, dass Schlick aus dem Hochwasser die Einfahrt verengt."
            " Die Arbeiten beginnen, sobald die Herbststürme vorüber sind.",
        ),
        (
            "Совет порта решил углубить северный фарватер после того, как два сухогруза сели на мель. Лоцманы"
            " ещё весной предупреждали об иле, который принесла разлившаяся река."
            " Работы обойдутся в четыре миллиона крон.",
            "Два сухогруза сели на мель, и теперь северный фарватер углубят. Разлившаяся река принесла столько ила,"
            " что лоцманы предупреждали о нём ещё весной. Четыре миллиона крон заплатит порт.",
        ),
        (
            "港口委员会周二决定疏浚北部航道，此前两艘货轮在一周之内搁浅。引水员春天就警告过淤泥的危险。",
            "两艘货轮在一周之内搁浅之后，港口委员会决定疏浚北部航道。淤泥的危险，引水员春天就警告过。",
        ),
    ],
)
def test_other_languages_work_too(store: Store, original: str, rewritten: str) -> None:
    add(store, [article("original", original), article("english", STORY)])
    assert ask(store, rewritten).candidates[0].article == "original"


def test_another_recipe_is_refused(store: Store) -> None:
    add(store, [article("story", STORY)])
    with pytest.raises(SchemeMismatch):
        candidates(store, article("asked", STORY), FingerprintSettings(shingle=3))


def test_many_at_once_get_the_same_answers_as_one_at_a_time(store: Store) -> None:
    texts = [STORY, REWRITTEN, OTHER, "", STORY + OTHER]
    archived = [article(f"a{n}", text + " End.") for n, text in enumerate(texts)]
    add(store, archived)
    one_at_a_time = [candidates(store, a, SETTINGS, exclude=[a.id]) for a in archived]
    assert candidates_all(store, archived, SETTINGS, [[a.id] for a in archived]) == one_at_a_time
    assert candidates_all(store, [], SETTINGS, []) == []
    assert one_at_a_time[0].candidates


def test_an_empty_archive_has_no_candidates(store: Store) -> None:
    assert ask(store, STORY) == Candidates(())


def test_removed_and_replaced_texts_are_no_candidates(store: Store) -> None:
    add(store, [article("gone", STORY), article("changed", STORY), article("kept", STORY)])
    store.remove("gone", folded_all)
    add(store, [article("changed", OTHER)])
    assert [candidate.article for candidate in ask(store, STORY).candidates] == ["kept"]
    assert [candidate.article for candidate in ask(store, OTHER).candidates] == ["changed"]


def test_a_very_long_text_is_asked_in_parts(store: Store) -> None:
    add(store, [article("story", STORY)])
    filler = " ".join(f"paragraph{n} speaks of subject{n * 7} and matter{n * 13}." for n in range(20_000))
    found = ask(store, f"{filler} {REWRITTEN} {filler}").candidates
    assert [candidate.article for candidate in found] == ["story"]


def test_eight_words_in_a_row_bring_an_article_among_many(store: Store) -> None:
    """One key of the index is chance as often as not; the words show which it is."""
    crowd = [
        article(f"n{n}", f"{OTHER} Number {n}: {REWRITTEN[n % 90 :]} {STORY[n % 70 : n % 70 + 160]}")
        for n in range(40)
    ]
    run = "silt from the flooded river was narrowing the fairway"
    add(store, [article("story", STORY.replace(run, "the ebb took its time")), *crowd[:20]])
    add(store, [article("holder", "The old lighthouse keeper wrote that " + run + " while gulls slept on his roof.")])
    words = "The committee of the bakers met on Monday and talked of rye, of spelt and of the price of yeast. " * 9
    asked = f"{words} Somebody said {run}. {words}"
    found = {one.article: one for one in ask(store, asked).candidates}
    assert "holder" in found
    none = RetrievalSettings(most_faint=0)
    assert found.keys() >= {one.article for one in ask(store, asked, retrieval=none).candidates}
    unproven = ask(store, f"{words} Somebody said that silt was seen where a river had flooded a fairway. {words}")
    assert "holder" not in {one.article for one in unproven.candidates if one.evidence < RetrievalSettings().evidence}
