"""What was done to a text so that programs do not find where it comes from: kinds, counts and places.

Plain data; `provenance.text.disguises` finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.model.text_parts import Span

DisguiseKind = Literal["other_alphabet", "hidden_characters", "marks_on_letters", "letter_shapes", "as_read"]


@dataclass(frozen=True, slots=True)
class Disguise:
    """One kind of disguise of one text.

    `count` is how many letters or characters are of the kind; `places` are the words that hold them, ascending, as
    spans of the text, the first of them. `as_read` is a disguise that was undone when the text was read, of which
    `words` say what it was; it has neither count nor places.
    """

    kind: DisguiseKind
    count: int = 0
    places: tuple[Span, ...] = ()
    words: str = ""
