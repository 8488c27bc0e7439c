"""Which names mean one news agency: its mark "(NNA)", its full name, its name as a publisher.

A table that ships knows the large agencies. Others are learned from the articles at hand: publishers whose names say
that they are agencies, the marks of their own dispatches, and texts that give both ("the Northern News Agency
(NNA)"). What is learned depends on these articles and on no order among them; a mark that would fit two agencies is
left alone. Nothing here reads where in an article a mark is (`marks`) or who is credited (`credits`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from provenance.model import Article
from provenance.model.agencies import (
    AGENCY_BY_MARK,
    OUTLETS,
    abbreviates,
    calls_itself_agency,
    calls_itself_news,
    spellings,
    without_kind,
)

_EDGES = " \t\u00a0.,;:/()[]–—-*_|\"'“”‘’"
_DEFINED = re.compile(r"\(([^\W\d_]{2,8})\)")  # "Northern News Agency (NNA)"
_BEFORE_MARK = 90  # characters before a mark in brackets in which the full name is looked for
_CAPITALISED = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w’'-]{0,30}|of|de|la|le|du|des|del|di|do|da|the|et|für)")
_OTHER_AGENCY = re.compile(r"^(?:of|the)\b|(?<!News )(?<!Press )(?<!Telegraph )Agency$")  # for atomic energy
_REMEMBERED = 4096  # names: each publisher's is asked for once per pair of its articles with others
_SHORT = 5  # letters up to which a name is a mark, whose capitals count
_SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]{2,40})(?:\.[\w-]{2,20}){1,3}(?:/\S*)?")
_SITES = {"apnews": "Associated Press", "ap": "Associated Press", "bbc": "BBC News", "nbcnews": "NBC News"}


@dataclass(frozen=True, eq=False, slots=True)
class Agencies:
    """The agencies of the table and those that were `learned`: keys of marks and names -> the agency's full name.

    `marks` maps a learned agency to the marks that prose may call it by.
    """

    learned: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def named(self, name: str) -> str | None:
        """The agency that a mark or a name means; None where it is not known and does not say that it is one."""
        key = key_of(name)
        known = self.learned.get(key) or _table().get(key)
        if known or len(key) <= _SHORT:
            return known
        return _calling_itself_agency(name)

    def settled(self, name: str) -> str:
        """The agency of a name that is known to be an agency's, which is itself where nothing else is known."""
        return self.named(name) or _bare(name)

    def same(self, one: str, other: str) -> bool:
        """Whether two names, each of an agency or a publisher, mean one agency.

        Beside what is known, a mark fits every agency with its initials: two articles that share a text and say "NNA"
        and "Northern News Agency" mean one, whatever other agencies there are.
        """
        one, other = self.settled(one), self.settled(other)
        if key_of(one) == key_of(other):
            return True
        if one in AGENCY_BY_MARK or other in AGENCY_BY_MARK:
            return False
        return _fits(one, other) or _fits(other, one)

    def names_of(self, agency: str) -> tuple[str, ...]:
        """Every name that prose may call an agency by: its full name, its other spellings, its marks."""
        agency = self.settled(agency)
        if shipped := spellings(agency):
            return shipped
        names = [agency, *self.marks.get(agency, ())]
        initials = _initials(agency)
        if calls_itself_agency(agency) and len(initials) > 2 and self.named(initials) in (None, agency):
            names.append(initials)
        return tuple(dict.fromkeys(names))

    def of_publisher(self, article: Article) -> str | None:
        """The agency that published an article, by its publisher or, without one, by its address; outlets that only
        mark their own copy are none."""
        name = (article.publisher or "").strip()
        if not name and article.url:
            name = article.url
        if not name or len(name) > 200:
            return None
        found = self.named(name)
        if found is None and (site := _SITE.fullmatch(name)):
            label = site[1].casefold()
            found = _SITES.get(label) or self.named(label.upper()) or _by_letters().get(label)
        sends = found in AGENCY_BY_MARK or found in self.marks or calls_itself_agency(found or "")
        return found if sends and found not in OUTLETS else None

    def published_by(self, article: Article, agency: str) -> bool:
        """Whether the agency itself published an article; its site ("cnn.com") counts, and outlets that mark their
        copy do as well."""
        name = (article.publisher or "").strip()
        own = self.of_publisher(article)
        if own is not None and self.same(own, agency):
            return True
        if not name:
            return False
        if agency.casefold().replace(" ", "") in name.casefold().split("/")[0].split("."):
            return True
        if self.same(name, agency):
            return True
        letters = _letters(self.settled(agency))
        site = _SITE.fullmatch(name)
        return site is not None and (
            letters == site[1].casefold() or _SITES.get(site[1].casefold()) == self.settled(agency)
        )


def learn(
    articles: Iterable[Article], defined: Callable[[Article], Iterable[tuple[str, str]]] | None = None
) -> Agencies:
    """The agencies of the table and those that these articles show, whatever their order.

    `defined` gives what `defined_agencies` says of an article, where that is known.
    """
    defined = defined or defined_agencies
    names: dict[str, set[str]] = {}  # key of a full name -> its spellings
    marks: dict[str, set[str]] = {}  # key of a mark -> keys of full names that a text gives it to
    written: dict[str, str] = {}  # key of a mark -> the mark as it is written
    publishers: dict[str, set[str]] = {}  # full names that publish -> keys of the marks that their articles carry
    seen: set[tuple[str | None, str | None]] = set()
    for article in articles:
        for name, mark in defined(article):
            _add(names, name)
            written[key_of(mark)] = mark
            marks.setdefault(key_of(mark), set()).add(key_of(name))
        if (article.publisher, article.agency) in seen:
            continue
        seen.add((article.publisher, article.agency))
        for name in filter(None, (article.publisher, article.agency)):
            if len(name) <= 200 and calls_itself_news(_bare(name)) and key_of(name) not in _table():
                _add(names, name)
        if article.agency and len(article.agency) <= 200:
            mark = _bare(article.agency)
            if key_of(mark) not in _table() and not calls_itself_news(mark):
                written[key_of(mark)] = mark
                marks.setdefault(key_of(mark), set())
                if article.publisher and calls_itself_agency(_bare(article.publisher)):
                    publishers.setdefault(key_of(article.publisher), set()).add(key_of(mark))
    return _learned({key: min(sorted(each), key=len) for key, each in names.items()}, marks, written, publishers)


def _learned(
    names: Mapping[str, str],
    marks: Mapping[str, set[str]],
    written: Mapping[str, str],
    publishers: Mapping[str, set[str]],
) -> Agencies:
    """What follows from names, the marks that were seen and the names that they were seen with."""
    learned = dict(names)
    called: dict[str, list[str]] = {}
    for key in sorted(marks):
        owners = set(marks[key] | {name for name in names if _fits(written[key], names[name])})
        owners |= {name for name, carried in publishers.items() if carried == {key}}
        if not owners:  # a mark in a dateline is an agency's, whatever its full name
            learned[key] = written[key]
        elif len(owners) == 1:
            name = names[min(owners)]
            learned[key] = name
            if key_of(without_kind(name)) != key:
                called.setdefault(name, []).append(written[key])
    initials: dict[str, list[str]] = {}
    for key in sorted(names):
        if calls_itself_agency(names[key]):
            initials.setdefault(_initials(names[key]), []).append(key)
    for mark, sharing in initials.items():
        name = names[sharing[0]]
        if len(mark) > 2 and len(sharing) == 1 and mark not in learned and mark not in _table():
            learned[mark] = name
            called.setdefault(name, []).append(mark)
    return Agencies(learned, {name: tuple(sorted(set(each))) for name, each in called.items()})


def defined_agencies(article: Article) -> Iterable[tuple[str, str]]:
    """(full name, mark) wherever a text gives a mark in brackets after the name of an agency that it abbreviates."""
    text = article.text
    for found in _DEFINED.finditer(text):
        if text[found.start() - 1 : found.start()] != " " or key_of(found[1]) in _table():
            continue
        words = text[max(0, found.start() - _BEFORE_MARK) : found.start() - 1].rsplit("\n", 1)[-1].split(" ")
        if not words[-1][:1].isalpha():
            continue
        name: list[str] = []
        for word in reversed(words[-8:]):
            if not _CAPITALISED.fullmatch(word):
                break
            name.insert(0, word)
        for first in range(len(name) - 1):  # the longest name that fits: "At Northern News Agency (NNA)"
            full = " ".join(name[first:])
            if not _OTHER_AGENCY.search(full) and calls_itself_news(full) and abbreviates(found[1], full):
                yield _bare(full), found[1]
                break


@functools.lru_cache(_REMEMBERED)
def _calling_itself_agency(name: str) -> str | None:
    bare = _bare(name)
    return bare if calls_itself_agency(bare) else None


@functools.lru_cache(_REMEMBERED)
def key_of(name: str) -> str:
    """What two spellings of a name have in common: edges, spaces, "the" and, of names longer than marks, case."""
    name = _bare(name)
    return name.casefold() if len(name) > _SHORT else name


def _bare(name: str) -> str:
    name = " ".join(name.split()).strip(_EDGES)
    return name[4:] if name[:4].lower() == "the " else name


def _add(names: dict[str, set[str]], name: str) -> None:
    names.setdefault(key_of(name), set()).add(_bare(name))


def _fits(mark: str, name: str) -> bool:
    """Whether a short name may stand for a longer one that says it is news: its initials, or all but its kind."""
    if not calls_itself_news(name):
        return False
    return abbreviates(mark, name) or (key_of(mark) == key_of(without_kind(name)) and mark != name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


@functools.cache
def _table() -> Mapping[str, str]:
    """The agency by the key of each of its spellings."""
    return {key_of(mark): agency for mark, agency in AGENCY_BY_MARK.items()}


@functools.cache
def _by_letters() -> Mapping[str, str]:
    """The agency by the letters of its spellings, as they are in addresses."""
    return {_letters(mark): agency for mark, agency in AGENCY_BY_MARK.items() if len(mark) > 3}


SHIPPED = Agencies()  # the table alone
