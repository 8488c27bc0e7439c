"""Templates, macros and style sheets of every HTML page: the report, served pages and static ones look alike.

Templates are in `templates/` beside this file; a part with pages of its own gives the folder of its templates, which
may extend and import these. Every text that a template prints is escaped, and every control character, bidirectional
override and lone surrogate in it is replaced. Style sheets are files without any markup: a page may embed them or
refer to them. jinja2 is imported when the first page is written.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.reports import wording
from provenance.reports.characters import clean

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"  # scripts of pages, and what others wrote, with its licence beside it
# In the order in which they are to be read: colours, type and controls; findings; pictures; pages of an archive.
STYLE_SHEETS = ("base.css", "findings.css", "pictures.css", "pages.css")

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic, Syriac, Thaana, N'Ko and what is beside them
_FROM_RIGHT = re.compile(f"([{_RIGHT}](?:[{_RIGHT} .,'\"“”«»-]*[{_RIGHT}])?)")
_COMMAND = re.compile(r"`(provenance [a-z][a-z -]{0,60})`")


@cache
def environment(*folders: Path) -> Environment:
    """The templates of `folders`, looked through in their order, and then those of this package.

    `percent`, `count`, `confidence` and `time_words` are at hand in every template and macro; the filter
    `commands` shows what a sentence of this program has between backticks as what one types, `sentence` keeps names
    that are written from right to left from turning the words around them.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters["commands"] = _commands
    made.filters["sentence"] = _sentence
    made.globals |= {
        "percent": wording.percent,
        "count": wording.count,
        "confidence": wording.confidence,
        "time_words": wording.time_words,
    }
    return made


def style_sheet(*names: str) -> str:
    """The named style sheets as one; without names, all of them."""
    return "".join((TEMPLATES / name).read_text("utf-8") for name in names or STYLE_SHEETS)


def _shown(value: Any) -> Any:
    """Every text that a template prints; markup (the picture, the style) has been made safe where it was made."""
    return "\n".join(map(clean, value.split("\n"))) if type(value) is str else value


def _sentence(text: str) -> Any:
    """A sentence of this program as markup. It is read from left to right, whatever the names in it: one that begins
    with an Arabic name began with its last words, and a number after such a name came before it."""
    from markupsafe import Markup, escape

    parts = _FROM_RIGHT.split(_shown(text))  # words and names by turns
    shown = [f"<bdi>{escape(each)}</bdi>" if number % 2 else escape(each) for number, each in enumerate(parts)]
    return Markup("".join(shown))  # noqa: S704


def _commands(text: str) -> Any:
    """A sentence as markup; commands between backticks become `<code>`, everything else is escaped."""
    from markupsafe import Markup, escape

    parts = _COMMAND.split(text)  # words and commands by turns
    shown = [f"<code>{each}</code>" if number % 2 else escape(_shown(each)) for number, each in enumerate(parts)]
    return Markup("".join(shown))  # noqa: S704
