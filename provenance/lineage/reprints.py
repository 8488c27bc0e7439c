"""Notes by which an article says that it is a reprint: "originally published by the Valley Post", "Source: ...".

Such a note is about the whole article and settles whose it is, also between equal dates or none. It is looked for in
the first and the last lines of the text as it was read, since readers may leave such lines out of the body; "this
article first appeared in" counts anywhere. A poem that "was first published in" a magazine is in a story about the
poem, and a note with the address of one page is about no other page.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.languages.news_words import CATALOGUE, NewsWords, compiled, news_words
from provenance.lineage.agencies import SHIPPED, Agencies
from provenance.lineage.outlets import Outlet, outlet_of, site_of
from provenance.model import Article

LINES = 6  # first and last lines of a text that may be such a note
_LONGEST = 400  # characters of such a line
_SHOWN = 80  # characters of a note that a reason shows
_WORK = (
    r"(?:article|story|piece|report|column|post|item|text|interview|essay|version|dispatch|content|op-ed|commentary"
    r"|review|news|feature|analysis)"
)
_FIRST = r"(?:originally|first|initially|previously|earlier)"
_IN = r"(?:by|in|on|at|for|from)"
_PUBLISHED = r"(?:published|appeared|ran|posted|printed|produced|reported|written|featured|broadcast|run)"
_AGAIN = r"(?:re-?published|reprinted|reproduced|re-?posted|syndicated|cross-?posted|supplied|provided)"
_SAID = (
    rf"{_WORK}(?: \w+){{0,1}}?(?: was| has been| is)? (?:{_FIRST} {_PUBLISHED}"
    rf"|{_PUBLISHED} {_FIRST})(?: \w+ly)? {_IN} "
    rf"|{_WORK}(?: \w+){{0,1}}?(?: was| has been| is)? {_AGAIN}(?: here)?(?:,? (?:with|by"
    rf"|under) (?:\w+ ){{0,2}}?(?:permission|licen[cs]e|arrangement))?"
    rf" (?:{_IN}|of|with|courtesy of) "
)
_NAME = r"(?P<name>[^\n]{2,160})"
_THIS = re.compile(rf"\bthis (?:{_SAID}){_NAME}", re.IGNORECASE)
_ELSEWHERE = (
    r"(?:dieser|der) (?:artikel|text|beitrag|bericht) (?:ist |wurde |erschien )?(?:zuerst|ursprünglich"
    r"|zunächst)(?: erschienen| veröffentlicht)?"
    r" (?:bei|in|im|auf|von|beim)(?: der| dem)? "
    r"|(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht) (?:bei|in|im|auf|von|beim)(?: der| dem)? "
    r"|mit (?:freundlicher )?genehmigung (?:von|der|des) |(?:erstveröffentlichung|übernommen von|quelle"
    r"|quellen)[: ]{1,3}"
    r"|(?:cet article|ce texte|cette dépêche) (?:a été |est )?(?:initialement |d['’]abord "
    r"|originellement )?(?:publiée?|parue?)"
    r"(?: initialement| d['’]abord| à l['’]origine)? (?:par|dans|sur)(?: l[ea])? ?(?:l['’])?"
    r"|(?:publié|paru) (?:initialement|d['’]abord) (?:par|dans|sur)(?: l[ea])? ?(?:l['’])?|article repris de "
    r"|avec l['’]autorisation d[eu] "
    r"|(?:este artículo|esta nota|esta noticia|este texto) (?:fue |se )?(?:publicad[oa]|publicó"
    r"|apareció) (?:originalmente|primero|por primera vez)"
    r" (?:en|por) |(?:publicad[oa]|aparecid[oa]) originalmente (?:en|por|em|no|na) |(?:tomado|reproducido) de "
    r"|fuente ?: "
    r"|(?:este artigo|este texto|esta notícia) foi publicad[oa] (?:originalmente|primeiro) (?:em|por|no|na|pel[oa]) "
    r"|(?:questo articolo|questo testo) è (?:stato )?(?:originariamente )?(?:pubblicato"
    r"|apparso)(?: originariamente| per la prima volta)? (?:su|da|in|dal|sul) "
    r"|(?:pubblicato|apparso) originariamente (?:su|da|in|dal|sul) |(?:fonte|bron|kilde|källa|źródło|источник"
    r"|джерело) ?: "
    r"|(?:dit artikel|dit verhaal|dit bericht) (?:verscheen|is|werd) (?:eerder|eerst"
    r"|oorspronkelijk)(?: gepubliceerd| verschenen)? (?:in|op|door|bij) "
    r"|(?:eerder|oorspronkelijk) (?:verschenen|gepubliceerd) (?:in|op|door|bij) "
    r"|(?:artikeln|texten) (?:publicerades|har publicerats) (?:först|ursprungligen) (?:i|av|på) "
    r"|впервые опубликовано (?:в|на) |(?:来源|來源|出典|初出|转载自|轉載自|原载于?|原載於?)[：: ]{0,2}"
)
_NOTE = re.compile(
    rf"[\W_]{{0,4}}(?:the (?:{_SAID})|(?:was )?{_FIRST} {_PUBLISHED} {_IN} |{_AGAIN}(?: here)?(?:,? (?:with"
    rf"|by) (?:\w+ ){{0,2}}?permission)?"
    rf"(?:,? (?:from|of|by|courtesy of)) |courtesy(?: of)?[: ]{{1,2}}|(?:source|sources|via|original"
    rf"|original (?:article|story|source|post)"
    rf"|credit|syndicated from|h/t|hat tip) ?: {{0,2}}|read (?:the )?(?:original|full)(?: (?:article|story|post"
    rf"|version))?(?: (?:at|on|in|here))?[: ]{{1,2}}"
    rf"|the post .{{1,150}}? (?:appeared first on|first appeared on) |© ?(?:\d{{4}} )?|copyright (?:© "
    rf"|\(c\) )?(?:\d{{4}},? )?(?:by )?"
    rf"|{_ELSEWHERE}){_NAME}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]? {1,2}(?=[A-Z(\[©])")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?([\w-]{2,63}(?:\.[\w-]{2,63}){1,3})(/[^\s\"”’)\]>]{0,300})?", re.IGNORECASE
)
_PERMISSION = re.compile(r".{0,60}?\bpermission (?:from|of) ", re.IGNORECASE)
_LABELS = re.compile(r"[\W_]{0,4}(?:from|by|via|source)?[: ]{0,2}", re.IGNORECASE)
_GOES_ON = re.compile(r"[ \u00a0][^\W\d_a-zß-ÿ]\w")
_ARTICLE = re.compile(
    r"^(?:the|die|der|das|dem|den|la|le|les|el|los|las|il|lo|i|gli|o|a|os|as|de|het|du|del|della|dal|do|da|zeitung|газет\w|"
    r"journal|diario|jornal|quotidiano|krant)\s+|^(?:l|d|dell|dall)['’]",
    re.IGNORECASE,
)
_MARKS = "\"“”„«»《》「」『』（）'’*_ "
_UNSPACED = ("zh", "ja")
_KEYS: tuple[str, ...] = (
    "canonical",
    "canonical_url",
    "credit",
    "original",
    "original_url",
    "source",
    "source_name",
    "source_url",
)
_KEYS += ("syndicated_from",)


@dataclass(frozen=True, slots=True)
class ReprintNote:
    """The words by which an article says that it is a reprint of another's text."""

    words: str


def reprint_of(article: Article, source: Article, agencies: Agencies = SHIPPED) -> bool:
    """Whether `article` says that it is a reprint of what the outlet of `source` published."""
    return reprint_note(article, source, agencies) is not None


def reprint_note(article: Article, source: Article, agencies: Agencies = SHIPPED) -> ReprintNote | None:
    """The note by which `article` says that it is a reprint of the outlet of `source`, or None.

    A note that names the outlet of `article` itself says nothing; nor does one with the address of another page.
    """
    notes = notes_of(article.text, article.language) + tuple(
        (f"{key}: {article.metadata[key]}", article.metadata[key], True) for key in _KEYS if key in article.metadata
    )
    if not notes:
        return None
    outlet = outlet_of(source.publisher, agencies.of_publisher(source), agencies)
    mine = outlet_of(article.publisher, agencies.of_publisher(article), agencies)
    own, theirs = _hosts(article), _hosts(source)
    for words, name, labelled in notes:
        code = article.language
        if not _names(name, labelled, outlet, theirs, source.url, code) or _names(
            name, labelled, mine, own, article.url, code
        ):
            continue
        return ReprintNote(words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …")
    return None


@functools.lru_cache(maxsize=512)
def notes_of(text: str, code: str | None = None) -> tuple[tuple[str, str, bool], ...]:
    """The notes of a text in reading order: each as a whole, what it names, and whether words say that this is the
    source; a short line may be such a name by itself. `code` is the language of the text."""
    found: list[tuple[str, str, bool]] = []
    lowered = text.casefold()
    if "this " in lowered and any(
        word in lowered for word in ("first", "originally", "printed", "publish", "syndic")
    ):
        for each in _THIS.finditer(text):
            name = _SENTENCE.split(each["name"], maxsplit=1)[0]
            found.append((text[each.start() : each.start("name")] + name, name, True))
    words = news_words(code)
    for line in _outer(text):
        found += _notes_in(line, words) if words is not None else ()
        for part in _SENTENCE.split(line):
            note = _NOTE.match(part)
            if note:
                found.append((part.strip(" *_"), note["name"].strip(), True))
        bare = line[_match_end(line) :].strip(" .*_|—–-()[]")
        if 2 <= len(bare) <= 60:
            found.append((line, bare, False))
    return tuple(dict.fromkeys(found))


def _notes_in(line: str, words: NewsWords) -> Iterator[tuple[str, str, bool]]:
    """The notes in a line that are in the words of another language."""
    gap = r"[: ]{1,3}" if words.spaced else ""
    for part in re.split(r"(?<=[。！？])", line) if not words.spaced else _SENTENCE.split(line):
        note = compiled(rf"[\W_]{{0,4}}(?:{words.notes}){gap}{_NAME}").match(part)
        if note:
            yield part.strip(" *_"), note["name"].strip(), True
        ended = compiled(rf"[\W_]{{0,4}}(?:{words.notes})?(?P<name>[^\n]{{2,40}}?)(?:{words.note_ends})").match(part)
        if ended:
            yield part.strip(" *_"), ended["name"].strip(), True


def _outer(text: str) -> list[str]:
    """The first and the last lines that are not empty and not too long for a note."""
    first = [line.strip() for line in text[:4_000].split("\n") if line.strip()][:LINES]
    last = [line.strip() for line in text[-4_000:].split("\n") if line.strip()][-LINES:]
    kept = list(dict.fromkeys(line for line in (*first, *last) if len(line) <= _LONGEST))
    ends = [line[-_LONGEST:].partition(" ")[2] for line in last[-1:] if len(line) > _LONGEST]
    return kept + ends


def _match_end(line: str) -> int:
    found = _LABELS.match(line)
    return found.end() if found else 0


def _hosts(article: Article) -> frozenset[str]:
    """The hosts of an article's address and of a publisher that is one."""
    hosts = set()
    if article.url and len(article.url) < 2_000 and (found := _ADDRESS.match(article.url.strip())):
        hosts.add(found[1].lower())
    if article.publisher and len(article.publisher) < 200 and (site := site_of(article.publisher.strip())):
        hosts.add(site[1])
    return frozenset(hosts)


def _begins(words: str, name: str, code: str | None) -> int:
    """How many characters of some words are an outlet's name that they begin with, in the cases of a language."""
    if words[: len(name)].casefold() == name.casefold():
        return len(name)
    if code not in CATALOGUE:
        return 0
    from provenance.lineage.credit_words import name_pattern

    found = name_pattern(name, code or "").match(words)
    return found.end() if found else 0


def _names(
    words: str, labelled: bool, outlet: Outlet, hosts: frozenset[str], url: str | None, code: str | None
) -> bool:
    """Whether a note names an outlet, by one of its names or by its address."""
    asked = _PERMISSION.match(words) if labelled else None
    words = words[asked.end() :] if asked else words
    for address in _ADDRESS.finditer(words):
        host, path = address[1].lower(), (address[2] or "").rstrip("/.,;")
        if host in hosts or host == outlet.address:
            known = _ADDRESS.match(url) if url else None
            page = (known[2] or "").rstrip("/") if known else ""
            return not path or not page or path.partition("?")[0] == page.partition("?")[0]
    whole = words.strip(_MARKS)
    bare = _ARTICLE.sub("", whole).strip(_MARKS)
    for name in outlet.full:
        begins = (
            _begins(whole, name, code) or _begins(bare, name, code) or _begins(bare, _ARTICLE.sub("", name), code)
        )
        if not begins:
            continue
        rest = (whole if _begins(whole, name, code) else bare)[begins:]
        if code in _UNSPACED and labelled:
            return True
        if labelled:
            if not rest[:1].isalnum() and not _GOES_ON.match(rest):
                return True
        elif not rest.strip(" .,") and (" " in name or any(map(str.isupper, name[1:]))):
            return True
    letters = "".join(filter(str.isalnum, bare.casefold()))
    return bool(outlet.site) and len(outlet.site) > 4 and letters == outlet.site
