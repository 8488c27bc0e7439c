"""Scraped navigation: menus, share buttons and lists of other articles, which do not belong to an article.

Only what is recognised with confidence counts; a list of names or results at the end of an article stays in it.
"""

from __future__ import annotations

import re
from collections import Counter

from provenance.languages.page_words import LISTS, MENU, NOTICES, phrases
from provenance.model.agencies import AGENCY_BY_MARK
from provenance.sources.heads.bylines import LONG_AGENCY_MARKS, agency_named
from provenance.sources.heads.outer_lines import OuterLines, PlacedLine
from provenance.sources.times.timestamps import find_time

# A line of these words alone is a menu, whatever their order ("Share on Facebook Share on Twitter", "Site map").
_MENU_TEXT = """
about account ad advertise advertisement app archive article back bio browse buy by click close comment comments
contact content continue copy coverage e edition email facebook feedback filter flipboard follow follows for
full fullscreen gift go google here hide home in instagram latest less like link linked linkedin listen load log
login mail main map menu messenger min more most my navigation new news newsletter newsletters next number on
online open order original originating our page pause permalink pinterest play policy popular post posts press
previous print privacy purchase read reading recommended reddit register related release releases replay report
reprint room rss save search section see share shares show sign site sitemap skip sms sponsored stories story
subscribe tags telegram terms this to top trending tube tumblr tweet twitter up url us use version via video
videos view watch whats whatsapp your youtube
"""
_WEAK_TEXT = "x by for here in main my new on our the this to top up us use your more most and it"
_WEAK_WORDS = frozenset(_WEAK_TEXT.split())
_MENU_WORDS = frozenset(_MENU_TEXT.split()) | _WEAK_WORDS | {word for row in MENU.values() for word in row.split()}
_LISTS, _NOTICES = frozenset(phrases(LISTS)), phrases(NOTICES)
_WORDS = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")  # "FacebookEmail" is two buttons that were glued
_LETTERS = re.compile(r"[^\W_]+")
_PHRASE = re.compile(
    r"(?:copyright\b|©|\(c\) .{0,60}(?:19|20)\d\d|\(c\)(?:19|20)\d\d|all rights reserved|the-cnn-wire"
    r"|this (?:material|story) may not be (?:published|reproduced)"
    r"|(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|e-?mails?|alerts|updates|channel|inbox|app)\b"
    r"|(?:for immediate release|(?:press|news|media) release|embargoed .{3,60})$"
    r"|(?:first|originally) published (?:on|at) "
    r"|click here (?:to|for)\b|tap here\b|follow (?:us|@)"
    r"|follow .{1,40} on (?:twitter|facebook|instagram|x)\b|like us on"
    r"|chat with us (?:in|on)|to read the full story|(?:share|tweet) this"
    r"|(?:view|read|see|post|leave|add) (?:all |a |the )?comments?\b"
    r"|(?:media|press)?[ ]?contacts?:.{0,120}(?:@|\d{3}[-.)/ ]{1,2}\d{3,4})"
    r"|(?:contact )?(?:[A-Z][\w.'-]{1,20} ){1,4}\(?\d{3}[-.) ]{1,2}\d{3}[-. ]\d{4}$|contact [A-Z][\w ]{2,40}$"
    r"|\((?:corrects|adds|updates|recasts|refiles|clarifies|repeats|fixes|changes|removes)\b[^()]{3,300}\)$"
    r"|\((?:additional |further )?(?:reporting|writing|editing|compiled) by [^()]{3,400}\)\.?$"
    r"|have a (?:news )?tip\b|get our .{0,40}app\b|download (?:our|the) .{0,40}app\b"
    r"|\d{1,3} (?:comments?|shares?|min(?:ute)?s?(?: read)?)$|print this (?:page|article)|e-?mail this"
    r"|(?:tags|filed under|topics|keywords|categories|posted in):)",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(
    r"(?:related (?:articles?|stories|coverage|content|topics|news|posts|links)"
    r"|(?:more|latest|also) (?:from|in|on|by) .{2,40}|most (?:read|popular|viewed)(?: .{1,30})?"
    r"|recommended(?: stories| for you| reading)?|(?:you may|you might) also like"
    r"|read (?:next|also)|also read|see also|trending(?: now)?|what to read next|up next|more stories|other stories"
    r"|around the web|from our partners|sponsored (?:links|content)|paid content|don['’]t miss"
    r"|editor['’]?s['’]? picks?)"
    r"[ :]{0,2}$",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"(?:(?:[#*_=~-] ?){2,40}|-? ?30 ?-|\(?(?:ends|end|more)\)?|~+\.?)$", re.IGNORECASE)
_PHOTO_LABEL = re.compile(r"(?:Photos?|PHOTOS?|Image|Screenshot|Credit|Illustration):")
_PHOTO = re.compile(  # a first letter before everything else lets the search leap from one to the next
    r"[GASFPp/](?:(?<=\bG)etty Images?\b|(?<=\bA)P (?:Photo|Images)\b|(?<=\bS)hutterstock\b|(?<=\bF)ile photo\b"
    r"|(?<=/)(?:AFP|Reuters|AP\b)|(?<=[Pp])hoto(?:graph)? by\b)"
)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b"
)
LONGEST_LABEL = 60


def is_menu(line: str) -> bool:
    """Whether a line has only words of menus and buttons, at least one of them unmistakable."""
    if len(line) > 160 or line.endswith((".", "!", "?", ",")):
        return False
    first = _LETTERS.search(line)
    if first is None or not _may_open_menu(first[0]):
        return False  # as nearly all lines; to cut a line into words takes ten times as long
    words = [word.lower() for word in _WORDS.split(line) if word and not word.isdigit()]
    return bool(words) and all(w in _MENU_WORDS for w in words) and any(w not in _WEAK_WORDS for w in words)


def _may_open_menu(letters: str) -> bool:
    word = _WORDS.split(letters, maxsplit=1)[0]
    return word.isdigit() or word.lower() in _MENU_WORDS


def is_notice(line: str) -> bool:
    """Whether a line is a notice about the page: rights, newsletters, press contacts, who edited."""
    if len(line) > 600:
        return False
    return _PHRASE.match(line) is not None or line[:60].lower().startswith(_NOTICES)


def opens_list(line: str) -> bool:
    """Whether a line is a heading over a list of other stories: "Related articles", "Lire aussi :"."""
    return _OPENS_LIST.match(line) is not None or (len(line) <= 60 and line.rstrip(" :：>»").lower() in _LISTS)


def is_photo_credit(line: str) -> bool:
    """Whether a short line names a photographer or a picture agency."""
    if len(line) > 120 or len(line.split()) > 12:
        return False
    return _PHOTO_LABEL.match(line) is not None or _PHOTO.search(line, 0, 110) is not None


def agency_of(line: str) -> str | None:
    """The agency that a notice names as the owner of the text ("Copyright 2018 The Associated Press.")."""
    if re.match(r"\((?:reporting|writing) by .*editing by", line, re.IGNORECASE | re.DOTALL):
        return "Reuters"  # its house style
    if not re.match(r"(?:copyright|©|\(c\)|the-cnn-wire)", line, re.IGNORECASE):
        return None
    for mark in LONG_AGENCY_MARKS:
        if mark in line:
            return AGENCY_BY_MARK[mark]
    found = re.search(r"\b(?:AP|AFP|UPI|CNN|PTI|BBC)\b", line)
    if found:
        return AGENCY_BY_MARK[found[0]]
    owner = re.match(
        r"(?:copyright|©|\(c\))[ ,\d©]{0,12}([A-Z][\w&' -]{2,50}?)(?:[.,]| (?:19|20)\d\d|$)", line, re.IGNORECASE
    )
    return agency_named(owner[1]) if owner else None


def trailing(lines: OuterLines) -> int:
    """How many of the last lines, which come last one first, are navigation, notices and end marks."""
    count = max(_listing(lines), _block(lines))
    while (placed := lines.at(count)) is not None and _END_MARK.match(placed.text):
        count += 1
    return count


def _listing(lines: OuterLines) -> int:
    """A heading such as "Related articles" with nothing but short lines after it."""
    best = 0
    for count, placed in enumerate(lines.since(0), 1):
        line = placed.text
        if opens_list(line):
            best = count
        elif _is_prose(line) and not is_notice(line):
            break
    return best


def _is_prose(line: str) -> bool:
    words = len(line.split(maxsplit=26))
    return words > 25 or (words > 8 and _ends_sentence(line))


def _ends_sentence(line: str) -> bool:
    return line.rstrip("\"”’')]").endswith((".", "!", "?", "…"))


def _block(lines: OuterLines) -> int:
    """The longest run at the end of menus, notices, and labels that dates or repetition give away."""
    run: list[str] = []
    kinds: list[str] = []
    for placed in lines.since(0):
        kind = _kind(placed.text)
        if kind is None:
            break
        run.append(placed.text)
        kinds.append(kind)
    run.reverse()
    kinds.reverse()
    repeated = {text for text, count in Counter(run).items() if count > 1}
    dates = kinds.count("date")
    for place, kind in enumerate(kinds):
        rest = len(run) - place
        paired = kind == "label" and dates >= 2 and place + 1 < len(kinds) and kinds[place + 1] == "date"
        starts = kind == "sure" or paired or (run[place] in repeated and rest > 2) or (kind == "date" and dates >= 2)
        if not starts or ((before := lines.at(rest)) is not None and not _ends_paragraph(before)):
            continue
        labels = sum(k == "label" and t not in repeated for t, k in zip(run[place:], kinds[place:], strict=True))
        if labels <= kinds[place:].count("date") + kinds[place:].count("sure"):
            return rest
    return 0


def _ends_paragraph(placed: PlacedLine) -> bool:
    """Whether a line is the last of its paragraph, not one of a wrapped one (those are 40 to 100 characters long)."""
    line = placed.text
    return placed.apart or not 40 <= len(line) <= 120 or _ends_sentence(line) or _is_sure(line)


def _kind(line: str) -> str | None:
    """What a line may be in a block at the end: a "date", "sure" not to belong to the article, a "label", or None."""
    if _is_date(line):
        return "date"
    if _is_sure(line):
        return "sure"
    return "label" if len(line) <= LONGEST_LABEL and len(line.split()) <= 8 and not _ends_sentence(line) else None


def _is_sure(line: str) -> bool:
    return is_menu(line) or is_notice(line) or _is_dated_menu(line) or opens_list(line) or line in ("--", "---")


def _is_date(line: str) -> bool:
    """A date by itself, or a label with a month behind it ("Defense June 2025")."""
    found = find_time(line)
    if found is not None and not line[found[1] :].strip(" .|,"):
        return True
    parts = _MONTHS.split(line) if line[-5:-2] == " 20" else [line]
    return len(parts) == 2 and 0 < len(parts[0].split()) <= 4 and not parts[1] and parts[0][0].isupper()


def _is_dated_menu(line: str) -> bool:
    """Labels with months behind them in one line ("Nature May 2025 Courts April 2025 Weather")."""
    before, year, _ = line.partition(" 20")
    if not year or len(before.split(maxsplit=5)) > 5:  # four words and the month
        return False
    parts = [part.split() for part in _MONTHS.split(line)]
    return (
        len(parts) > 2
        and all(0 < len(part) <= 4 and part[0][0].isupper() for part in parts[:-1])
        and len(parts[-1]) <= 4
    )
