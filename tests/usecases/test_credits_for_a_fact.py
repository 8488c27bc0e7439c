"""An outlet that is credited for a fact, in a report that shares nothing else with it but what somebody said, is not
the source of the report; with a stretch of its own words it is."""

import json
from pathlib import Path

import pytest

from provenance import Archive
from provenance.lineage.limits import at_confidence

SAID = (
    '"We have learned something important since the days that I served in the fleet off Karsk," Harcastle told '
    'veterans at a ceremony. "And you exemplify it. Whatever we think about the war, we owe our sailors '
    'unconditional support."'
)
TIMES = """MARLOW — At a ceremony for veterans of the northern fleet in March, the attorney general, Edwin Harcastle,
rose and spoke of a year that he had earned the right to talk about. “We have learned something important
since the days that I served in the fleet off Karsk,” Mr. Harcastle said to the crowd in Norwick. “And you
exemplify it. Whatever we think about the war, we owe our sailors unconditional support.”

There was one problem: Mr. Harcastle, a candidate for the Senate, never served off Karsk. He obtained at
least five deferments from 1965 to 1970 and took repeated steps that let him avoid going to war, according
to records examined over two months. The deferments let Mr. Harcastle complete his studies, pursue a
fellowship in Edinburgh, and take a position at a bank. In 1970, with his last deferment in jeopardy, he
landed a coveted spot in the coastal reserve, which virtually guaranteed that he would not be sent abroad.
In an interview on Monday, Mr. Harcastle said that he had misspoken about his service during the Norwick
event in 2008 and might have misspoken on other occasions."""
LAKE = """Supporters of Senate candidate Edwin Harcastle gathered outside his office in Marlow today, waving signs,
while the head of the opposing party called the matter "a blockbuster" that would "make the race a lot
more competitive".

{credit}

{shared}

Polls taken last week give him a lead of eleven points over wrestling promoter Lindsay McAdam, who has put
nine million of her own money into the race. Analysts in the capital moved the seat from "safe" to
"leaning" this afternoon, and two donors said they would wait."""
HILL = """Edwin Harcastle, the attorney general who is running for the Senate, said at noon that he would stay in
the race and meet veterans in Marlow on Thursday.

He faced questions over remarks in Norwick in 2008 about service off Karsk. Records show that he had five
deferments before he joined the coastal reserve in 1970 and did not leave the country. A spokesman said
that he was proud of six years in the reserve and that the candidate had spoken of it correctly on dozens
of occasions, among them two debates.

Lindsay McAdam, the wrestling promoter who is his likely opponent in November, said voters could judge for
themselves."""
REPORTED = (
    "The attorney general, according to the Times, said he had misspoken at a 2008 event in Norwick about his "
    "service off Karsk."
)
TOLD = "Harcastle told the Harbour Times he had misspoken at the Norwick event in 2008 about his service off Karsk."
EARLIER = (
    'Harcastle had set off the row with remarks to the Harbour Times published Tuesday: "Whatever we think about the '
    'war, we owe our sailors unconditional support." He told the Times he had misspoken at the Norwick event in 2008 '
    "about his service off Karsk."
)
EXCERPT = (
    'Here is what the Harbour Times reported: "He obtained at least five deferments from 1965 to 1970 and took '
    "repeated steps that let him avoid going to war, according to records examined over two months. The "
    "deferments let Mr. Harcastle complete his studies, pursue a fellowship in Edinburgh, and take a position at "
    "a bank. In 1970, with his last deferment in jeopardy, he landed a coveted spot in the coastal reserve, which "
    'virtually guaranteed that he would not be sent abroad."'
)


def link(folder: Path, credit: str, shared: str):
    """The link of the paper's article and the one that credits it, as it reads at .8."""
    texts = {"times": TIMES, "lake": LAKE.format(credit=credit, shared=shared), "hill": HILL}
    outlets = {"times": "The Harbour Times", "lake": "Lake News", "hill": "The Hill Post"}
    rows = [
        {"id": name, "text": text, "publisher": outlets[name], "published": f"2024-05-{17 + (name != 'times')}"}
        for name, text in texts.items()
    ]
    (folder / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with Archive(folder / "news.db") as archive:
        archive.add([folder / "news.jsonl"])
        archive.audit(jobs=1)
        found = [at_confidence(each, 0.8) for each in archive.store.links.iterate()]
    (one,) = [each for each in found if (each.a, each.b) == ("lake", "times")]
    return one


@pytest.mark.parametrize("credit", [REPORTED, TOLD, EARLIER])
def test_a_credit_for_a_fact_beside_public_words_is_no_derivation(tmp_path: Path, credit: str) -> None:
    found = link(tmp_path, credit, SAID)
    assert found.relation == "undetermined"
    assert found.source is None


def test_a_credit_with_an_excerpt_is_one(tmp_path: Path) -> None:
    found = link(tmp_path, REPORTED, EXCERPT)
    assert found.relation == "derived"
    assert found.source == "times"
