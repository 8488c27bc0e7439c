"""An agency's mark below what a page puts above its story: captions, players, share buttons, the headline again."""

from __future__ import annotations

import pytest

from provenance.sources.heads.text_clues import observe

STORY = (
    "The harbour was closed on Friday after the storm had damaged the pier and two of the cranes on it, the mayor"
    " said, and boats stayed away until Sunday.\n\nFerries to the islands will run again once divers have looked at"
    " the moorings. Fishing crews said that they had lost nets worth a year of work.\n\nIt meets on 5 May.\n\n"
    "Insurers put the damage at nine million crowns. The lighthouse kept its lamp, and the keeper said that he had"
    " seen no higher water since he took it over from his father.\n"
)
CAPTION = (
    "In this photo of 2 May 2025 a crane leans over the pier of Port Anse. The harbour was closed on Friday after the"
    " storm had damaged the pier. (Photo by Jo Reed/Harbour Pictures) less\n"
)
GALLERY = "Photo: Jo Reed\nImage 1of/3\nClose\nImage 1 of 3\n" + CAPTION + "Photo: Jo Reed\n1 / 3\nBack to Gallery\n"

MARKED = {
    "dateline below a gallery": (f"Storm closes harbour\n{GALLERY}PORT ANSE (AP) — {STORY}", "Associated Press"),
    "dateline with a day": (f"Storm closes harbour\n{CAPTION * 2}PORT ANSE, May 3 (Reuters) - {STORY}", "Reuters"),
    "rows of hashes": (
        f"Storm closes harbour ### {CAPTION} ### PORT ANSE (AFP) — {STORY}".replace("\n\n", " ### "),
        "Agence France-Presse",
    ),
    "the headline again, agency, date": (
        f"Storm closes harbour | Coast Post\n{CAPTION * 3}Storm closes harbour\nThe Associated Press\n"
        f"May 3, 2025 12:01 PM\n{STORY}",
        "Associated Press",
    ),
    "agency, date": (f"Storm closes harbour\n{CAPTION * 3}Reuters\n3 May 2025\n{STORY}", "Reuters"),
}
UNMARKED = {
    "a picture's agency": f"Storm closes harbour\n{CAPTION * 3}Reuters\n{STORY}",
    "a mark within a sentence": f"Storm closes harbour\n{CAPTION}{STORY}\nAs PARIS (AFP) — said, all.\n",
    "a party and a state": f"Storm closes harbour\n{CAPTION}{STORY}ANSE (R-Texas) — {STORY}",
    "a brief below a story": f"Storm closes harbour\n\n{STORY}{STORY}Briefly\n\nOSLO (AP) — A whale came by.\n",
    "briefs of two agencies": f"News of the day\n\nOn our coast and elsewhere.\n\n{CAPTION}ANSE (AP) — {STORY}"
    f"OSLO (Reuters) — {STORY}",
    "an outlet's player": f"Storm closes harbour\n{CAPTION * 3}CNN\n3 May 2025\n{STORY}",
}


@pytest.mark.parametrize("name", MARKED)
def test_a_mark_below_captions_is_read(name: str) -> None:
    text, agency = MARKED[name]
    assert observe(text).agency == agency
    assert "further down" in observe(text).guesses["agency"]


@pytest.mark.parametrize("name", UNMARKED)
def test_other_names_further_down_are_no_marks(name: str) -> None:
    assert observe(UNMARKED[name]).agency is None
