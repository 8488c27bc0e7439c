"""Whether the words around an outlet's name credit it: "according to X", "X reported", "a report in X", "told X".

A mention is no credit: "has more readers than X", "writes for X on Sundays", "an X contributor", "the X building".
To be told something is an interview, which is said of the outlet that had it and not of the text at hand. The
patterns look at a few words before and after the name and cannot backtrack further than that.
"""

from __future__ import annotations

import re
from typing import Literal

Manner = Literal["report", "interview"]
BEFORE, AFTER = 110, 80  # characters around a name that are looked at

# What may come between a cue and the name: an article, and what the outlet is ("the state news agency TASS").
_ARTICLE = (
    r"(?:(?:the|a|an|its|la|le|les|el|los|die|der|das|den|dem|des|il|lo|gli|de|het|du|da|do|al|ao|à|af|av|от|из) "
    r"|l['’]|d['’]|dell['’]|all['’])"
)
_NOUN = (
    r"(?:(?:[^\W\d_][\w-]{1,20} ){0,2}(?:agency|newspaper|paper|daily|weekly|magazine|broadcaster|network|channel"
    r"|station"
    r"|website|site|outlet|programme|program|tabloid|wire|nachrichtenagentur|agentur|zeitung|zeitschrift|magazin"
    r"|sender"
    r"|blatt|agence|agencia|agência|agenzia|quotidien|journal|chaîne|diario|periódico|jornal|quotidiano|krant"
    r"|persbureau"
    r"|agentschap|tidningen|avisen|nyhetsbyrån|agencja|агентство|агентства|газета|газеты) )"
)
_WHEN = (
    r"(?: (?:early|late|first|last|this|on|exclusively|yesterday|today|week|month|year|monday|tuesday|wednesday"
    r"|thursday"
    r"|friday|saturday|sunday)){0,3}"
)
_WORKS = (
    r"(?:reports?|reporting|articles?|story|stories|piece|investigation|account|dispatch|essay|op-ed|editorial"
    r"|analysis"
    r"|post|bericht|artikel|article|reportage|artículo|artigo|articolo)"
)
_REPORT = (
    r"according to|accord to|(?:as |was |were |been |is )?(?:first )?reported(?: first)?" + _WHEN + r" (?:by|in|on)"
    r"|citing|cites|cited (?:by|in)|quoting|quoted (?:by|in)|"
    + _WORKS
    + _WHEN
    + r"(?: published)?"
    + _WHEN
    + r" (?:by|in|from|on|der|des|dans|de|del|della|en|van|da|do)"
    r"|published" + _WHEN + r" (?:by|in|on)|(?:revealed|disclosed|uncovered|obtained|seen|reviewed|broken|broadcast"
    r"|carried|printed|run)" + _WHEN + r" (?:by|in|on)|credits?|credit to|courtesy of|per|via|source:|sources?:"
    r"|writes|wrote|reports|reported|schreibt|schrieb|écrit|scrive"
    r"|laut|nach (?:angaben|informationen|einem bericht)(?: der| des| von)?|berichtet\w{0,2}|meldet\w{0,2}|zitiert"
    r"|selon|d['’]après|rapporte|rapporté par|cité(?:e|es|s)? par|révélé par|según|de acuerdo con|informó|reportó"
    r"|citad[oa]s? por|secondo|riferisce|riporta|citat[oaie] da(?:l|lla)?|segundo|de acordo com|citad[oa] pel[oa]"
    r"|volgens|meldt|aldus|enligt|rapporterar|ifølge|melder|według|podaje|по данным|по информации|сообщает"
    r"|сообщила?о?"
    r"|передаёт|передает|со ссылкой на"
)
_INTERVIEW = (
    r"told|tells?|telling|informed|(?:speaking|spoke|talking|talked) (?:to|with|on)|(?:said|saying"
    r"|says)(?: [\w'’-]+){0,4} (?:on|to)"
    r"|interviews?(?: \w+){0,2} (?:with|by|in|on|to)|interviewed by|appear(?:ed|ing|ance)(?: \w+)? on|(?:statement"
    r"|comments?"
    r"|remarks|emails?|confirmed|shared|provided|denied|insisted) (?:to|with)|sagte\w{0,2}|gegenüber"
    r"|im (?:gespräch|interview) mit"
    r"|déclaré à|confié à|expliqué à|dijo a|declaró a|explicó a|disse (?:à|ao)|ha detto a(?:l|lla)?|dichiarato a"
    r"|zei tegen"
    r"|vertelde|sa till|sier til|заявил\w{0,2}|рассказал\w{0,2}"
)
_OPENING = r"[\"“«‘'*_(\[]{0,2}$"
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<report>{_REPORT})"
    rf"|(?P<interview>{_INTERVIEW}))[,:]? {{0,2}}{_ARTICLE}?{_NOUN}?{_ARTICLE}?{_OPENING}",
    re.IGNORECASE,
)
# "a New York Times report": the article is before the name, the work behind it.
_OF_IT = r"(?:['’]s?)?"
_ADVERBS = (
    r"(?:,? (?:which|that|also|has|had|have|first|later|previously|earlier|on|in|this|last|week|month|year|it|then"
    r"|itself"
    r"|(?:[A-Z]?[a-z]{2,8}day)|[a-z]{2,12}ly|who|yesterday|today)){0,4}"
)
_VERBS = (
    r"(?:reported|reports|said|says|wrote|writes|noted|notes|revealed|reveals|disclosed|published|quoted|quotes"
    r"|found|finds"
    r"|added|adds|learned|described|obtained|cited|cites|broke|claimed|claims|put it|chimed in|stood by|quoting"
    r"|citing"
    r"|berichtet\w{0,2}|meldet\w{0,2}|schreibt|schrieb|zitiert\w{0,2}|rapporte|rapportait|écrit|a rapporté"
    r"|a révélé|informó|informa"
    r"|publicó|recoge|riferisce|scrive|ha riferito|riporta|noticiou|informou|publicou|meldt|meldde|schrijft|bericht"
    r"|rapporterar|skriver|melder|podał\w{0,2}|podaje|сообщ\w{1,8}|пишет|передаёт|передает)"
)
_IT = r"(?: (?:news agency|press agency|newspaper|agency|magazine|website|network|channel|news site|daily|weekly))?"
_AFTER_VERB = re.compile(rf"{_IT}{_ADVERBS},? {_VERBS}(?!\w)")
_AFTER_WORK = re.compile(
    rf"{_OF_IT}(?: (?!for |on )[a-z][\w-]{{1,15}}){{0,2}} (?P<work>{_WORKS}|exclusive|interview|coverage)(?!\w)"
)
# People and things that an outlet's name is put before.
_ROLE = re.compile(
    rf"{_OF_IT}(?: [a-z][\w-]{{1,15}}){{0,2}} (?:contributors?|hosts?|anchors?|analysts?|commentators?"
    rf"|personalit(?:y|ies)|pundits?"
    r"|executives?|chief|owners?|employees?|staff|staffers?|viewers?|readers?|subscribers?|affiliates?|alum\w{0,3}"
    r"|building"
    r"|headquarters|bestsellers?|best-sellers?|best-selling|bestselling|crossword|shares?|stock|board|publisher"
    r"|presenters?)(?!\w)"
)
_WRITER = re.compile(
    rf"{_OF_IT}(?: [a-z][\w-]{{1,15}}){{0,2}} (?P<who>reporters?|correspondents?|columnists?|journalists?|writers?"
    rf"|editors?|critics?)(?!\w)"
    rf"(?:,? [A-Z][\w.'’-]{{1,20}}){{0,4}},?{_ADVERBS} (?:told|{_VERBS})(?!\w)"
)
_WRITER_ONLY = re.compile(
    rf"{_OF_IT}(?: [a-z][\w-]{{1,15}}){{0,2}} (?:reporters?|correspondents?|columnists?|journalists?|writers?"
    rf"|editors?|critics?)(?!\w)"
)


def manner_of(before: str, after: str, code: str | None = None) -> Manner | None:
    """How the words before and after a name credit it; None where they only mention it.

    `code` is the language of the text; the words of `credit_words` are asked, too, where it has any.
    """
    found = _manner_of(before, after)
    if found is None and code not in (None, "en"):
        from provenance.lineage.credit_words import reported_by

        return reported_by(before, after, code)
    return found


def _manner_of(before: str, after: str) -> Manner | None:
    if _ROLE.match(after):
        return None
    cue = _BEFORE.search(before)
    if _WRITER.match(after):
        return "report"
    if cue is not None:
        return "report" if cue["report"] else "interview"
    if _WRITER_ONLY.match(after):
        return None
    work = _AFTER_WORK.match(after)
    if work:
        return "interview" if work["work"] == "interview" else "report"
    return "report" if _AFTER_VERB.match(after) else None


def has_cue(before: str, code: str | None = None) -> bool:
    """Whether a cue is right before the name, so that a word with a capital there is no part of a longer name."""
    if _BEFORE.search(before) is not None:
        return True
    if code in (None, "en"):
        return False
    from provenance.lineage.credit_words import cue_before

    return cue_before(before, code)
