"""Who only printed what an agency sent."""

from __future__ import annotations

from newsroom import article

from provenance.lineage.agency_texts import only_printed
from provenance.lineage.mentions import mentions_of
from provenance.model import Article

POST, HERALD, FENMARK = "Valley Post", "Hill Herald", "Fenmark News Agency"
BREAD = "Bread is dear, and nobody will bake less of it before the end of next week."


def test_who_only_printed_an_agencys_text() -> None:
    marked = article("a", f"TEASEL (AP) - {BREAD}", publisher=POST)
    own = article("o", f"TEASEL (AP) - {BREAD}", publisher="Associated Press")
    silent = article("b", BREAD, publisher=HERALD)
    naming = article("b", f"{BREAD} So the Valley Post reported.", publisher=HERALD)

    def printed(a: Article, b: Article) -> tuple[str | None, str | None]:
        return only_printed(a, b, (mentions_of(a), mentions_of(b)))

    assert printed(marked, silent) == ("Associated Press", None)
    assert printed(silent, marked) == (None, "Associated Press")
    assert printed(own, silent) == (None, None)
    assert printed(marked, naming) == (None, None)


def test_who_ascribes_to_an_agency_what_an_outlet_says_has_it_from_the_agency() -> None:
    silent = article("a", BREAD, publisher=POST)
    credit = "Bread is dear, and nobody will bake it before the end of the week, according to Reuters."
    crediting = article("b", f"{credit} The mayor was not to be reached.", publisher=HERALD)
    copied = article("c", f"{BREAD} {credit}", publisher=POST)
    trains = article("t", "Two trains collided in heavy fog near Marrow, according to Reuters.", publisher=HERALD)
    broadcaster = article("d", credit.replace("Reuters", "the BBC"), publisher=HERALD)

    def printed(a: Article, b: Article) -> tuple[str | None, str | None]:
        return only_printed(a, b, (mentions_of(a), mentions_of(b)))

    assert printed(silent, crediting) == ("Reuters", None)
    assert printed(crediting, silent) == (None, "Reuters")
    assert printed(copied, crediting) == (None, None), "the credit may be copied"
    assert printed(silent, trains) == (None, None), "another matter"
    assert printed(silent, broadcaster) == (None, None), "an outlet sends nothing"
