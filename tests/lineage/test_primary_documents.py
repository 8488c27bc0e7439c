"""Who said words where: a document in which they were said is never made from the report that quotes them."""

import pytest
from newsroom import moment

from provenance.comparison.workbench import Workbench
from provenance.config.settings import Settings
from provenance.lineage import weights
from provenance.lineage.judging import judge
from provenance.lineage.primary_documents import document_kind, primary_document
from provenance.lineage.speech import weigh_speech
from provenance.lineage.voices import Voice
from provenance.model import Article, Link, Span
from provenance.quotes import extract

SAID = (
    "The county never oiled the lock of the upper canal in nine long years. "
    "I will not drown in this river for a rusty gate that nobody wants to mend."
)
MORE = "I am sixty and I have a barge to paint before the summer comes."
REPORT = (
    "The keeper of the lock at Velden has accused the county. “The county never oiled the lock of the "
    "upper canal in nine long years,” Karl Dunmore {told}. “I will not drown in this river for a rusty gate that "
    "nobody wants to mend.” The county did not answer."
)
WHY, AGAIN = "Why is the lock shut?", "Will you stay?"
DOCUMENTS = {
    "transcript": f"ORTIZ: {WHY}\n\nDUNMORE: Because {SAID}\n\nORTIZ: {AGAIN}\n\nDUNMORE: {MORE}",
    "interview": f"Questions to Karl Dunmore\n\nQ: {WHY}\n\nA: {SAID}\n\nQ: {AGAIN}\n\nA: {MORE}",
    "speech": f"Remarks by Karl Dunmore at the lock\n\nFriends, we are late. {SAID}\n\n{MORE} Thank you.",
    "letter": f"Dear Mrs Ortiz,\n\nWe are late. {SAID}\n\n{MORE}\n\nYours sincerely,\n\nKarl Dunmore",
    "ruling": (
        f"IN THE COUNTY COURT OF TARN\n\nCase No. 12-345\n\nDunmore v. County of Tarn\n\nJUDGMENT\n\n1. {SAID} So the"
        " claimant told the court.\n\n2. The court finds that he may not be asked to.\n\n3. The claim is allowed."
    ),
}


def article(name: str, text: str, day: str | None = None, **more: str) -> Article:
    published = moment(day, "day") if day else None
    return Article(name, text, Span(0, len(text)), published=published, **more)


def link(a: Article, b: Article) -> Link:
    workbench = Workbench(Settings())
    passages = {(a.id, b.id): workbench.passages(a, b)}
    quotations = {each.id: workbench.quotations(each) for each in (a, b)}
    return judge({a.id: a, b.id: b}, passages, quotations=quotations)[a.id, b.id]


@pytest.mark.parametrize("told", ["told Norrvik radio", "said on Monday", "told reporters on Monday"])
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_report_derives_from_the_document_or_from_nothing_known(kind: str, told: str) -> None:
    a, b = article("a", DOCUMENTS[kind]), article("b", REPORT.format(told=told))
    found = link(a, b)
    assert document_kind(a) == kind
    assert document_kind(b) is None
    assert found.source in (a.id, None)
    assert found.likeliest != "b->a"
    kinds = {each.kind.name: each.favours for each in found.evidence}
    assert kinds["where_said"] == "a"
    assert not kinds.keys() & {"quotation_reported", "speaker_dropped", "recredited"}
    assert not any(passage.speech == "speaker dropped" for passage in found.passages)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_published_after_the_news_is_not_made_from_it(kind: str) -> None:
    a, b = article("a", DOCUMENTS[kind], "2024-05-09"), article("b", REPORT.format(told="said"), "2024-05-06")
    found = link(a, b)
    assert found.source in (a.id, None)


def test_two_documents_give_no_reason() -> None:
    found = link(article("a", DOCUMENTS["speech"]), article("b", DOCUMENTS["letter"]))
    assert "where_said" not in {each.kind.name for each in found.evidence}


def test_a_report_that_a_speech_quotes_is_its_source() -> None:
    quoted = (
        f"Remarks by Karl Dunmore at the lock\n\nFriends, I read the paper: “{SAID}” I wrote that, and we laughed."
    )
    found = link(article("a", quoted), article("b", REPORT.format(told="said")))
    assert "where_said" not in {each.kind.name for each in found.evidence}


def test_a_release_is_where_its_quotations_were_written() -> None:
    text = f"FOR IMMEDIATE RELEASE\n\nThe keepers of Velden have asked for oil. “{SAID}” said Karl Dunmore."
    release = article("a", text)
    found = primary_document(release, extract(text))
    assert found is not None
    assert (found.kind, found.shown) == ("release", "FOR IMMEDIATE RELEASE")
    reasons = {each.kind.name: each for each in link(release, article("b", REPORT.format(told="said"))).evidence}
    assert reasons["where_said"].favours == "a"


def test_a_document_says_which_of_its_words_show_it() -> None:
    found = primary_document(article("a", DOCUMENTS["speech"]))
    assert found is not None
    assert found.place is not None
    assert found.place.of(DOCUMENTS["speech"]) == found.shown == "Remarks by Karl Dunmore at"
    named = primary_document(article("a", f"We are late. {SAID} {MORE}", title="Remarks by Karl Dunmore at the lock"))
    assert named is not None
    assert named.place is None


def test_words_in_the_first_person_without_marks_are_no_report() -> None:
    found = link(article("a", REPORT.format(told="said")), article("b", f"At the lock. {SAID} {MORE} We wait."))
    assert "quotation_reported" not in {each.kind.name for each in found.evidence}


def test_a_block_quotation_may_quote_the_other_article() -> None:
    prose = "The county of Tarn has not oiled the lock at Velden in nine years, and the gate is now red with rust."
    a = article(
        "a", f"A blog has read the Courier. It writes today:\n\n> {prose}\n\nThat is all we know of the gate."
    )
    found = link(a, article("b", f"{prose} Boats wait for two days. Nobody at the county could say who has the key."))
    assert "quotation_reported" not in {each.kind.name for each in found.evidence}


@pytest.mark.parametrize("mark", ["\ufffd", "?", ""])
def test_damage_to_marks_is_no_report_in_other_words(mark: str) -> None:
    good = (
        "“Nobody’s barge will run at the weekend,” said Karl Dunmore, the keeper of the lock at Velden. “The "
        "county’s books don’t add up at all – and nobody’s bread will come to the mills by road.”\n\nThe lock can’t "
        "be opened before May.\n\n“The café at the quay can’t be heated with promises of the county,” Dunmore said "
        "on Monday."
    )
    bad = "".join(mark if letter in "“”’–" else letter for letter in good)
    found = link(article("a", good), article("b", bad))
    assert found.relation == "near_duplicate"
    assert not {each.kind.name for each in found.evidence} & {"quotation_reported", "speaker_dropped", "recredited"}


SPEECH = (
    "Remarks by Karl Dunmore at the lock\n\nFriends, we are late. {}\n\nI am sixty and I have a barge to paint "
    "before the summer comes. Thank you all for coming out in this rain."
)
ELSEWHERE = (
    "The county of Tarn wants to sell its school in Holt by May, and two hundred parents marched on Monday. "
    "{} The council meets on Friday."
)
FORMULAS = {
    "bill": (
        "Today we hope to pass the final version of this bill and send it to the Governor for his signature.",
        "“With the end of the session near, time is short to pass the final version of this bill and send it to "
        "the Governor for his signature,” said Ines Holm.",
    ),
    "close": (
        "Finally, let me close with a few words on the lock of Velden.",
        "“Let me close with a few words on the school,” Ines Holm told them.",
    ),
    "thanks": (
        "Thank you for the patience with which you have borne this long and costly matter.",
        "“We thank you for the patience with which you have borne this long and costly matter,” the parents wrote.",
    ),
    "resolution": (
        "The law says that the coming year shall be a year of transition in which the towns take the lead for their "
        "own water.",
        "“I was one of nine who asked that the coming year be a year of transition in which the towns take the lead "
        "for their own water,” said Ines Holm.",
    ),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_in_somebody_elses_mouth_was_not_said_in_the_document(name: str) -> None:
    said, elsewhere = FORMULAS[name]
    a, b = article("a", SPEECH.format(said), "2025-02-01"), article("b", ELSEWHERE.format(elsewhere), "2025-03-01")
    workbench = Workbench(Settings())
    voices = [Voice(each, workbench.quotations(each)) for each in (a, b)]
    assert document_kind(a) == "speech"
    passages = workbench.passages(a, b)
    assert passages
    found = weigh_speech(*voices, passages, False, weights.news())
    assert "where_said" not in {each.kind.name for each in found}


@pytest.mark.parametrize("by", ["Karl Dunmore said", "the keeper of the lock said", "a man in the crowd said"])
def test_a_sentence_of_the_document_is_its_own_whoever_said_it_for_the_report(by: str) -> None:
    a = article("a", SPEECH.format(SAID), "2025-02-01")
    b = article("b", f"The lock of Velden is shut. “{SAID}” {by}. The county did not answer.", "2025-03-01")
    assert "where_said" in {each.kind.name for each in link(a, b).evidence}
