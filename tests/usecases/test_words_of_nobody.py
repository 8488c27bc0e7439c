"""What everybody prints is nobody's: notices, templates, laws and statements make no article another's source."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model import Link
from provenance.usecases.comparing import compare

LEADS = (
    "Two beekeepers above the Lune lost half of their hives in the frost.",
    "A barge with flour ran aground below the old lock on Sunday night.",
    "The choir of Saint Odo cannot sing at Easter, its only tenor has left.",
    "Nine geese of the mill pond were counted among the prize winners.",
    "Rain has washed the new road out again, the county wants a dam.",
    "An organ builder from Teasel found letters inside the great pipe.",
    "Ten pupils of the upper school repaired the clock in the market hall.",
    "A fire in the tannery was put out before the engine arrived.",
    "The ferryman retires after fifty years and one shipwreck.",
    "Fishermen complain about the price of salt and of everything else.",
    "The weigh house will be sold, unless the guild can find a tenant.",
    "Wolves were heard near the upper farms, nobody has seen them.",
)
WALL = (
    "To go on with this story, please become a subscriber or start a free trial. A subscription pays for reporters "
    "who live where you live. Already a subscriber? Log in with your email address and password. You can cancel at "
    "any time by ringing our reader service between nine and four on working days."
)
OTHER_WALL = (
    "Der Text geht nur für Leute weiter, die uns bezahlen, weil Zeitungen Geld kosten und Drucker auch "
    "essen möchten, und wer das nicht einsieht, dem helfen gewiss auch die besten Gründe nicht, "
    "die eine Verlegerin nennen könnte."
)


Row = tuple[str, str, str]  # publisher, day, text


@pytest.fixture
def links_of(tmp_path: Path) -> Callable[[Sequence[Row]], tuple[Link, ...]]:
    """Every link of an archive of these articles at any confidence; two of them are compared as well."""

    def links(rows: Sequence[Row]) -> tuple[Link, ...]:
        path = tmp_path / "articles.jsonl"
        keys = ("publisher", "published", "text")
        lines = [{"id": f"a{place:02}", **dict(zip(keys, row, strict=True))} for place, row in enumerate(rows)]
        path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        with Archive(tmp_path / "articles.db") as archive:
            archive.add([path], jobs=1)
            archive.audit(jobs=1)
            found = tuple(archive.links())
            if len(rows) == 2:
                articles = archive.store.articles.get_known(["a00", "a01"])
                (link,) = compare(articles["a00"], articles["a01"]).links
                assert link.passages or not found
                assert link.relation != "derived" or found[0].relation == "derived", "compare says as much"
        return found

    return links


@pytest.mark.parametrize("gap", ["\n\n", " "], ids=["a paragraph", "the same paragraph"])
def test_outlets_with_the_same_notice_have_no_link(links_of, gap: str) -> None:
    pair = [
        ("Vale Post", "2025-03-04", f"{LEADS[0]}{gap}{WALL}"),
        ("Lune Mirror", "2025-03-06", f"{LEADS[1]}{gap}{WALL}"),
    ]
    assert links_of(pair) == ()


def test_stubs_under_one_notice_are_no_group_of_duplicates(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    texts = [*(f"{lead}\n\n{WALL}" for lead in LEADS), f"{LEADS[0]}\n\n{WALL}", WALL, WALL]
    path.write_text("\n".join(json.dumps({"id": f"a{n:02}", "text": text}) for n, text in enumerate(texts)), "utf-8")
    with Archive(tmp_path / "articles.db") as archive:
        archive.add([path], jobs=1)
        groups = [sorted(member.id for member in group.members) for group in archive.clusters()]
    assert sorted(groups) == [["a00", "a12"], ["a13", "a14"]], "pages of nothing but one notice are copies"


def test_a_notice_that_no_rule_knows_is_known_by_how_many_have_it(links_of) -> None:
    rows = [
        (f"Paper {place}", f"2025-{1 + place // 2:02}-{1 + 13 * (place % 2):02}", f"{lead}\n\n{OTHER_WALL}")
        for place, lead in enumerate(LEADS)
    ]
    assert links_of(rows) == ()


FORMS = {
    "weather of one town on two days": (
        "Teasel will be cloudy today with a high of 14 degrees and a low of 6 degrees. Winds from the west at 22 "
        "kilometres an hour. The chance of rain is 40 per cent. Sunrise is at 6.12 and sunset at 19.48.",
        "Teasel will be cloudy today with a high of 11 degrees and a low of 3 degrees. Winds from the west at 35 "
        "kilometres an hour. The chance of rain is 85 per cent. Sunrise is at 6.14 and sunset at 19.45.",
    ),
    "lottery": (
        "The winning numbers in the Vale lottery on Wednesday were 4, 11, 19, 27, 33 and 41. The bonus number was 8. "
        "Two tickets share the first prize of 1,240,000 crowns. The next draw is worth 600,000 crowns.",
        "The winning numbers in the Vale lottery on Saturday were 2, 9, 15, 30, 38 and 44. The bonus number was 21. "
        "Five tickets share the first prize of 3,100,000 crowns. The next draw is worth 450,000 crowns.",
    ),
    "tides": (
        "High water at Teasel Bridge is at 4.52 and 17.20, low water at 10.41 and 23.03. The tide rises 3.4 metres. "
        "The harbour master expects wind of force 5 and asks masters of barges to keep 12 metres from the quay.",
        "High water at Marrow Quay is at 6.07 and 18.39, low water at 11.58 and 23.44. The tide rises 2.9 metres. "
        "The harbour master expects wind of force 3 and asks masters of barges to keep 20 metres from the quay.",
    ),
    "election results by district": (
        "In the district of Upper Lune Dora Quill won 6,214 votes and Otho Pell 5,870. Turnout was 61.3 per "
        "cent, and "
        "112 ballots were spoiled. Counting ended at 23.40 in the school hall.",
        "In the district of Marrow Vale Hanno Reed won 9,105 votes and Isa Crake 7,431. Turnout was 58.8 per "
        "cent, and "
        "240 ballots were spoiled. Counting ended at 22.15 in the school hall.",
    ),
    "traffic": (
        "Drivers on the road between Teasel and Marrow must expect delays of 25 minutes. One lane is closed for 900 "
        "metres until 6 May because of works on the bridge. Lorries above 12 tonnes are sent over road 44.",
        "Drivers on the road between Odwell and Crake must expect delays of 40 minutes. One lane is closed for 350 "
        "metres until 19 June because of works on the bridge. Lorries above 16 tonnes are sent over road 71.",
    ),
    "match": (
        "Teasel beat Marrow 3-1 before 4,120 people on Saturday. Reed scored after 12 minutes and again "
        "after 57, and "
        "Crake made it three in the 80th. Marrow had 9 shots and 2 yellow cards. Teasel are 4th with 31 points.",
        "Odwell beat Lune 2-0 before 2,875 people on Sunday. Pell scored after 33 minutes and again after 71, and "
        "Quill missed a penalty in the 88th. Lune had 4 shots and 5 yellow cards. Odwell are 7th with 26 points.",
    ),
    "court list": (
        "Hanno Reed, 34, of Mill Lane, Teasel, was fined 200 crowns for speeding on 3 March and must pay costs of 85 "
        "crowns. Isa Crake, 51, of Weir Street, was fined 120 crowns for driving without a lamp on 9 March.",
        "Otho Pell, 27, of Lock Road, Marrow, was fined 350 crowns for speeding on 14 April and must pay costs of 90 "
        "crowns. Dora Quill, 62, of Cross Street, was fined 60 crowns for driving without a lamp on 21 April.",
    ),
    "obituary": (
        "Hanno Reed, 81, of Teasel died on Monday at Saint Odo Hospital. Born in Marrow on 4 May 1944, he "
        "worked for the "
        "canal company for 38 years. He leaves 3 children and 7 grandchildren. The funeral is on Friday at 11.30.",
        "Otho Pell, 74, of Odwell died on Sunday at Lune Hospital. Born in Crake on 19 June 1951, he worked for the "
        "canal company for 26 years. He leaves 2 children and 5 grandchildren. The funeral is on Tuesday at 14.00.",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_is_filled_in_twice_makes_neither_the_source(links_of, name: str) -> None:
    one, two = FORMS[name]
    for link in links_of([("Vale Post", "2025-03-04", one), ("Lune Mirror", "2025-03-11", two)]):
        assert (link.relation, link.source, link.derived) == ("undetermined", None, None)
        assert link.likeliest not in ("a->b", "b->a")
        assert any(passage.match.differences for passage in link.passages)
        assert max(link.share_a, link.share_b) < 0.9, "numbers that differ are not shared"


NOTICE = (
    "{who}, {age}, of {town}, passed away peacefully on {day}, surrounded by family.\n\n{first} was born in {town} "
    "and worked as a {work} for many years. {first} is survived by {kin}.\n\nVisitation will be held on {next} from "
    "4 to 7 p.m. at Harper & Sons Funeral Home, 114 Mill Street. A funeral service will follow at {church}, with "
    "burial in the adjoining cemetery. In lieu of flowers, the family asks that donations be made to the Ather "
    "Hospice. Arrangements are in the care of Harper & Sons Funeral Home. Condolences may be left at "
    "harperandsons.example."
)
KEYS = ("who", "age", "town", "day", "work", "kin", "next", "church")
DEAD = (
    ("Edna Marsh", 87, "Teasel", "9 May", "teacher", "two girls, Ruth and Ann", "Friday, 14 May", "Saint Odo's"),
    ("Walter Quill", 91, "Marrow", "10 May", "lock keeper", "his wife, Maud", "Saturday, 15 May", "Trinity Chapel"),
    ("Iris Pell", 79, "Odwell", "11 May", "baker", "a brother, Otho", "Monday, 17 May", "Saint Odo's"),
)


def notice(place: int) -> str:
    values = dict(zip(KEYS, DEAD[place], strict=True))
    return NOTICE.format(first=str(values["who"]).split()[0], **values)


def test_notices_of_one_funeral_home_are_not_copies_of_each_other(links_of) -> None:
    found = links_of([(f"Outlet {place}", f"2025-05-1{place}", notice(place)) for place in range(len(DEAD))])
    assert found
    for link in found:
        assert (link.relation, link.source, link.common_source) == ("undetermined", None, None)
        assert link.likeliest not in ("a->b", "b->a")


def test_one_notice_in_two_papers_is_one_text(links_of) -> None:
    (link,) = links_of([("Vale Post", "2025-05-10", notice(0)), ("Lune Mirror", "2025-05-11", notice(0))])
    assert link.relation == "near_duplicate"


def test_a_copy_that_changes_a_figure_is_derived_as_before(links_of) -> None:
    one = FORMS["lottery"][0] + " " + FORMS["tides"][0]
    (link,) = links_of([("Vale Post", "2025-03-04", one), ("Lune Mirror", "2025-03-11", one.replace("27", "29"))])
    assert link.source == "a00"


RIGHT = (
    "No miller shall stop the water of the Lune between sunset and sunrise, and whoever does so shall "
    "pay to the poor "
    "of the parish as much as the mill has earned in that week."
)
VERSES = (
    "O vale between the waters,\nwhere morning finds the mill,\nthy sons and all thy daughters\nshall "
    "sing upon the hill."
    "\n\nThe bells that called our mothers\nare calling us again,\nto share with all the others\nthe "
    "bread and the rain."
)
HYMNE = "Du Tal der stillen Wasser,\ndas Korn steht hoch am Rain,\nwir singen deinen Namen\nund kehren wieder ein."
SORRY = (
    "We regret what happened at the lock on Sunday and we will pay for every barge that was damaged. We have asked "
    "an engineer from outside the company to look at the gates, and our keepers have our full trust."
)
PUBLIC = {
    "section": ("Section 12 of the Water Act reads:", "The act is plain in section 12, which says:", RIGHT),
    "§": ("§ 12 of the mill code has ruled the river since 1704:", "I looked up the code, § 12:", RIGHT),
    "anthem": ("The crowd sang the anthem of the vale:", "Children learn the anthem in their first week:", VERSES),
    "anthem in another language": (
        "Zum Schluss erklang die Nationalhymne:",
        "Kaum jemand kennt die Hymne bis zum Ende:",
        HYMNE,
    ),
    "statement": (
        "The canal company said in a statement:",
        "In a statement the company answered our questions:",
        SORRY,
    ),
}
SETTINGS_OFF = {
    "blank lines": "\n\n{}\n\n",
    "one line end": "\n{}\n",
    "quoted lines": "\n\n> {}\n\n",
    "indentation": "\n\n    {}\n\n",
    "marks": " “{}” ",
}


@pytest.mark.parametrize("name", PUBLIC)
@pytest.mark.parametrize("form", SETTINGS_OFF)
def test_a_public_text_that_both_introduce_makes_neither_the_source(links_of, name: str, form: str) -> None:
    first, second, words = PUBLIC[name]
    if form in ("quoted lines", "indentation"):
        words = words.replace("\n", "\n> " if form == "quoted lines" else "\n    ")
    block = SETTINGS_OFF[form].format(words)
    texts = (f"{LEADS[0]} {first}{block}{LEADS[1]} {LEADS[2]}", f"{LEADS[3]} {second}{block}{LEADS[4]} {LEADS[5]}")
    for link in links_of([("Vale Post", "2025-03-04", texts[0]), ("Lune Mirror", "2025-06-20", texts[1])]):
        assert link.relation in ("undetermined", "same_event")
        assert link.likeliest not in ("a->b", "b->a")
        assert "public_text" in {each.kind.name for each in link.evidence}


def test_who_copies_the_story_around_a_law_has_copied(links_of) -> None:
    story = f"{LEADS[0]} {LEADS[1]} Section 12 of the Water Act reads:\n\n{RIGHT}\n\n{LEADS[2]} {LEADS[4]} {LEADS[5]}"
    copy = f"{LEADS[0]} {LEADS[1]} Section 12 of the Water Act reads:\n\n{RIGHT}\n\n{LEADS[2]} {LEADS[4]} {LEADS[7]}"
    (link,) = links_of([("Vale Post", "2025-03-04", story), ("Lune Mirror", "2025-06-20", copy)])
    assert link.source == "a00"


def test_a_law_that_only_one_introduces_is_the_others_own(links_of) -> None:
    report = f"{LEADS[0]} The company said in a statement:\n\n{SORRY}\n\n{LEADS[1]}"
    (link,) = links_of(
        [("Canal Company", "2025-03-04", f"{LEADS[3]}\n\n{SORRY}"), ("Vale Post", "2025-03-05", report)]
    )
    assert link.likeliest == "a->b"


OATH = "I do solemnly swear that I will faithfully discharge the duties of reeve of this vale"
KEEP = "faithfully discharge the duties of reeve of this vale and keep its bridges whole"
FARMERS = (
    "Farmers at Teasel Bridge face fines after a dry spring. {} Two herds were seen at the ford. Wardens were sent."
)
GOATS = "A goat keeper is the first in forty years to be charged over a river. {} Her lawyer doubts it. It is in May."
MILL_LAW = (
    "no miller shall stop the water of the Lune between sunset and sunrise, nor suffer any beast to be watered "
    "there without the written leave of the reeve of the upper vale"
)
SWORN = f"{OATH[20:]}, and {KEEP}"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"Section 12 of the Mills Act says “{MILL_LAW}.”", f"Under section 12, “{MILL_LAW}.”"),
        (f"“{MILL_LAW},” reads section 12 of the Mills Act.", f"The Mills Act provides that “{MILL_LAW}.”"),
        (f"Ida Quill took the oath: {OATH}, and {KEEP}.", f"Before many she repeated the oath: {OATH}, and {KEEP}."),
        (
            f"She swore that she would {SWORN}.",
            f"She took the oath that she would {SWORN}.",
        ),
    ],
)
def test_neither_of_two_that_give_one_law_or_oath_in_passing_is_accused(
    links_of: Callable[[Sequence[Row]], tuple[Link, ...]], one: str, two: str
) -> None:
    (link,) = links_of(
        [
            ("The Valley Post", "2025-03-03", FARMERS.format(one)),
            ("Marlow Gazette", "2025-03-04", GOATS.format(two)),
        ]
    )
    assert link.passages
    assert link.relation not in ("derived", "near_duplicate")
    assert link.source is None
