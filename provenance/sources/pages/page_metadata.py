"""The metadata of an HTML page: from JSON-LD, meta elements, links and time elements, in this order of trust.

Every date says which of them it comes from. The title element and the date in an address are guesses. JSON-LD is read
by `linked_data`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from provenance.languages.codes import language_code
from provenance.model import PublicationTime
from provenance.sources import assembly
from provenance.sources.pages.linked_data import linked_article
from provenance.sources.pages.page_dates import shown_dates
from provenance.sources.row_values import moment
from provenance.sources.times.timestamps import parse_time

if TYPE_CHECKING:
    from provenance.sources.times.timestamps import DateOrder

# Keys of meta elements (name, property or itemprop, in lower case), most trustworthy first.
META = {
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.date",
        "dc.date",
        "pubdate",
        "citation_publication_date",
        "article.published",
        "article:published",
        "og:published_time",
        "published_time",
        "published",
        "publishtime",
        "bt:pubdate",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "shareaholic:article_published_time",
        "article_date_original",
        "original-publication-date",
        "displaydate",
        "citation_date",
        "citation_online_date",
        "date",
        "datecreated",
        "creation_date",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
    ),
    "title": (
        "og:title",
        "headline",
        "twitter:title",
        "dc.title",
        "dcterms.title",
        "parsely-title",
        "citation_title",
    ),
    "author": (
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
    ),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title"),
    "url": ("og:url",),
    "language": ("article:language", "dc.language", "dcterms.language", "language", "content-language"),
}
LONGEST = 2000  # characters of a value; titles and names have fewer than 300
_URL_DATE = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?:[/_-]([01]?[0-9]|[a-z]{3})[/_-]([0-3]?[0-9])|([01][0-9])([0-3][0-9]))(?![0-9])"
)
_URL_MONTH = re.compile(r"/((?:19|20)[0-9]{2})/([01][0-9])/")
_SITE_SUFFIX = re.compile(r"\s+(?:\||–|—|-|::|»)\s+([^|–—»]{2,50})$")


def read_metadata(tree: Any, guesses: Mapping[str, str], order: DateOrder | None = None) -> assembly.Known:
    """What a page says about its article; nothing that it does not say. `order` is that of dates in numbers."""
    linked = linked_article(tree)
    metas = _metas(tree)
    url = _address(tree, linked, metas)
    guessed = dict(guesses)
    notes: dict[str, str] = {}
    modified = _time("modified", "dateModified", linked, metas, notes, order)
    published = _time("published", "datePublished", linked, metas, notes, order)
    if published is None or modified is None:
        shown = shown_dates(tree, modified, order)
        if published is None and shown.published is not None and shown.language:
            guessed["published"] = f"the order of day and month of pages in {shown.language!r}"
        published, modified = published or shown.published, modified or shown.modified
        if published is None and shown.unread is not None:
            notes.setdefault(assembly.UNREADABLE + "published", shown.unread)
    if published is not None:
        notes.pop(assembly.UNREADABLE + "published", None)
    if published is None and url is not None and (dated := _url_date(url)) is not None:
        published, guessed["published"] = dated, "date in the address of the page"
    publisher = _name(linked.get("publisher")) or _first(metas, "publisher")
    if publisher is None and url is not None:
        publisher, guessed["publisher"] = _host(url), "host of the address of the page"
    title = _name(linked.get("headline")) or _first(metas, "title")
    if title is None and (title := _title_element(tree, publisher)) is not None:
        guessed["title"] = "title element of the page"
    return assembly.Known(
        title=title,
        author=_people(linked.get("author") or linked.get("creator")) or _person(_first(metas, "author")),
        publisher=publisher,
        url=url,
        language=_language(tree, linked, metas),
        published=published,
        modified=modified,
        guesses=guessed,
        metadata=notes,
    )


def _metas(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = (element.get("content") or element.get("datetime") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and value:
                values.setdefault(key, value)
    parsely = re.search(r'"pub_date"\s{0,3}:\s{0,3}"([^"]{4,60})"', values.get("parsely-page", ""))
    if parsely is not None:
        values.setdefault("parsely-pub-date", parsely[1])
    return values


def _language(tree: Any, linked: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    """The language that the page declares: of its article, of the page, of its root element, of its links."""
    spoken = linked.get("inLanguage")
    spoken = spoken[0] if isinstance(spoken, list) and len(spoken) == 1 else spoken
    if isinstance(spoken, Mapping):
        spoken = spoken.get("alternateName") or spoken.get("name")
    root = next(tree.iter("html"), tree)
    attributes = (root.get(name) for name in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"))
    values = (spoken, *(metas.get(key) for key in META["language"]), *attributes, metas.get("og:locale"))
    return next((code for value in values if (code := language_code(value))), None)


def _first(metas: Mapping[str, str], field: str) -> str | None:
    return next((" ".join(metas[key][:LONGEST].split()) for key in META[field] if key in metas), None)


def _time(
    field: str,
    linked_key: str,
    linked: Mapping[str, Any],
    metas: Mapping[str, str],
    notes: dict[str, str],
    order: DateOrder | None,
) -> PublicationTime | None:
    """The first readable date; where none is readable, the first unreadable one is noted."""
    sources = [(f"JSON-LD {linked_key}", linked.get(linked_key))]
    sources += [(f"HTML meta {key}", metas.get(key)) for key in META[field]]
    if field == "published":
        sources.append(("JSON-LD dateCreated", linked.get("dateCreated")))
    bad: str | None = None
    for how, value in sources:
        value = value if isinstance(value, str) else moment(value)
        time = parse_time(value, how, order) if isinstance(value, str | int) else None
        if time is not None:
            return time
        bad = bad or (" ".join(value.split())[:200] if isinstance(value, str) and value.strip() else None)
    if bad is not None:
        notes[assembly.UNREADABLE + field] = bad
    return None


def _address(tree: Any, linked: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and _is_address(element.get("href")):
            return str(element.get("href")).strip()
    page = linked.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, Mapping) else page
    return next(
        (str(value).strip() for value in (_first(metas, "url"), linked.get("url"), page) if _is_address(value)), None
    )


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.strip().lower().startswith(("http://", "https://")) and len(value) < 2000


def _host(url: str) -> str | None:
    """ "harbour.example" for "https://www.harbour.example/2024/bridge"."""
    host = url.split("//", 1)[1].split("/", 1)[0].rpartition("@")[2].split(":", 1)[0].lower()
    return host.removeprefix("www.") or None


def _url_date(url: str) -> PublicationTime | None:
    path = url.split("//", 1)[-1].partition("?")[0]
    found = _URL_DATE.search(path)
    if found is not None:
        year, month, day = found[1], found[2] or found[4], found[3] or found[5]
        written = f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
    elif (found := _URL_MONTH.search(path)) is not None:
        written = f"{found[1]}-{found[2]}"
    else:
        return None
    return parse_time(written, "date in the address of the page")


def _title_element(tree: Any, publisher: str | None) -> str | None:
    """The title element without the name of the site at its end."""
    element = next(iter(tree.iter("title")), None)
    title = " ".join("".join(element.itertext())[:LONGEST].split()) if element is not None else ""
    suffix = _SITE_SUFFIX.search(title)
    if suffix is not None and (suffix[1] == publisher or len(suffix[1].split()) <= 4) and suffix.start() > 15:
        title = title[: suffix.start()]
    return title or None


def _people(value: object) -> str | None:
    names = [_person(_name(part)) for part in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _person(name: str | None) -> str | None:
    """A name, not the address of a profile page; "By" in front of it is no part of it."""
    if name is None or name.lower().startswith(("http://", "https://", "www.")):
        return None
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) or None


def _name(value: object) -> str | None:
    """Text, or the `name` of an object, as one line."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    from html import unescape

    return " ".join(unescape(value[:LONGEST]).split()) or None
