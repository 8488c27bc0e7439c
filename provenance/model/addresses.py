"""Which spellings of a web address mean one article: its canonical address, a key to look articles up by.

A page is read through newsletters, feeds, phones and crawlers, each with a spelling of its own. The key leaves out
what these add and keeps whatever may name the article; it is compared, never opened, and the address as read is kept
beside it. Only the standard library: courlan, which comes with trafilatura, takes 52 ms to import, keeps www. and
index pages, and drops keys that name articles (`?cid=`, `?uid=`, `?source=`).
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes

LONGEST = 4096  # characters; longer ones are no addresses of articles and are compared as they are
# Keys that say how a reader came to the page. Case does not matter.
TRACKING_PREFIXES = (
    "utm_", "amp_", "at_medium", "at_campaign", "bsft_", "fb_action_", "guce_", "hsa_", "itm_", "mtm_", "ns_campaign",
    "ns_fee", "ns_linkname", "ns_mchannel", "ns_source", "oly_", "piwik_", "pk_", "sfmc_", "trk_", "vero_", "wt.mc",
    "wt_mc", "wt_zmc", "elqtrack", "_branch_",
)  # fmt: skip
_TRACKING = """
__hsfp __hssc __hstc __s __twitter_impression _ga _gl _hsenc _hsmi _openstat aoh ck_subscriber_id cmpid cn-track dclid
dicbo dm_i ef_id elqaid elqat elqcampaignid epik fb_ref fb_source fbclid ftag gad_campaignid gad_source gbraid gclid
gclsrc guccounter hsctatracking icid igsh igshid irclickid jsessionid li_fat_id mbid mc_cid mc_eid mkt_tok mkwid
ml_subscriber ml_subscriber_hash msclkid ncid ocid omnisendid phpsessid rb_clickid ref_src ref_url replytocom s_cid
s_kwcid share_token sharetoken smid smtyp soc_src soc_trk spm sr_share srsltid taid tblci trk trkcampaign ttclid
twclid usqp vgo_ee wbraid wickedid wt.z_mc xtor xtref yclid zanpid
"""
TRACKING_KEYS = frozenset(_TRACKING.split())
# Keys that name a channel on one site and an article on another: left out only with a channel as their value.
CHANNEL_KEYS = frozenset(
    ("cmp", "from", "ref", "referer", "referrer", "rss", "share", "shared", "source", "src", "via")
)
_CHANNELS = """
app atom bsky bluesky desktop email facebook fb feed feedburner front frontpage google googlenews home homepage hp
instagram linkedin mail mastodon mobile newsletter nl push reddit rss search share sharing sm social telegram threads
tw twitter web whatsapp x
"""
CHANNELS = frozenset(_CHANNELS.split())
AMP_VALUES = {"amp": frozenset(("", "1", "true", "amp")), "outputtype": frozenset(("amp",))}
# Labels before the name of a site that show the same pages, for phones mostly.
SAME_SITE = frozenset(("www", "www1", "www2", "www3", "m", "mobile", "amp", "touch", "wap"))
PHONE = frozenset(("m", "mobile", "amp"))  # they come after a language, too: en.m.wikipedia.org
# "co" in m.co.uk belongs to the registry: what is left of the name must be a site.
_REGISTRY = re.compile(r"(?:ac|co|com|edu|gob|gov|gouv|go|ne|net|nom|or|org)\.[a-z]{2}")
_WEB = re.compile(r"(?:(?P<scheme>https?):)?//(?P<host>[^/?#\\]+)|(?P<bare>www\.[^/?#\\\s]+)", re.IGNORECASE)
# Copies of AMP pages that search engines keep; the address of the page itself follows.
_AMP_CACHE = re.compile(
    r"(?:https?:)?//(?:(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?/amp/(?:s/)?"
    r"|[^/?#]{1,80}\.cdn\.ampproject\.org/[a-z]/(?:s/)?)(?=[^/?#]{1,80}\.)",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9._-]+")
_INDEX = re.compile(r"(?:index|default)\.(?:html?|php[345]?|aspx?|jsp|shtml|cfm|cgi)", re.IGNORECASE)
_AMP_SUFFIX = re.compile(r"\.amp(?P<suffix>\.html?)?$", re.IGNORECASE)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE)
_SLUG = re.compile(r"[-_0-9]")  # what articles have in the last part of their paths, and sections have not
_KEPT_IN_PATH = "!$'()*,:;@&=+~"
_KEPT_IN_QUERY = "!$'()*,:;@/?~"


def canonical_address(address: str) -> str:
    """The key of an address: `//host/path?query`; equal for two spellings of the address of one article.

    Left out: scheme, user name, default port, www. and hosts for phones and AMP, index page, slash at the end,
    fragment (except `#!` and `#/`, which name pages), tracking keys, session keys. Made equal: case of the host,
    percent-encoding, order of the query's keys, dot segments. Every other key, its value, and the case of a path are
    kept. What is no address of the web (`urn:...`, a path) is its own key. It never raises.
    """
    if len(address) > LONGEST:
        return address
    text = "".join(address.split())
    if ".cdn.ampproject." in text or "/amp/" in text:
        text = _AMP_CACHE.sub("//", text, count=1) if _AMP_CACHE.match(text) else text
    found = _WEB.match(text)
    host = _host(found) if found else ""
    if found is None or not host:
        return address
    rest, _, fragment = text[found.end() :].partition("#")
    path, _, query = rest.partition("?")
    key = f"//{host}{_path(path)}"
    if pairs := _pairs(query):
        key += "?" + "&".join(pairs)
    return f"{key}#{_encoded(fragment, _KEPT_IN_QUERY)}" if fragment[:1] in ("!", "/") and fragment[1:] else key


def _host(found: re.Match[str]) -> str:
    """The site that a host belongs to, with a port that is not the scheme's own."""
    name = (found["host"] or found["bare"]).rpartition("@")[2].lower()
    if name.startswith("["):  # IPv6
        name, closing, port = name.partition("]")
        name, port = name + closing, port.removeprefix(":")
    else:
        name, _, port = name.partition(":")
        name = _site(_ascii(name.rstrip(".")).rstrip("."))
    own = {"http": "80", "https": "443"}.get((found["scheme"] or "").lower())
    return f"{name}:{port}" if port and port != own else name


def _site(name: str) -> str:
    labels = name.split(".")
    while len(labels) > 2 and labels[0] in SAME_SITE and not _REGISTRY.fullmatch(".".join(labels[1:])):
        labels = labels[1:]
    # The last two labels, or three under a registry like co.uk, are the site's own name.
    own = 3 if _REGISTRY.fullmatch(".".join(labels[-2:])) else 2
    before = [label for label in labels[:-own] if label not in PHONE]
    return ".".join(before + labels[-own:])


def _ascii(name: str) -> str:
    """A name of a host in letters of another script as the network writes it, where Python can."""
    if name.isascii():
        return name
    try:
        written = name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return name
    return written if _HOST.fullmatch(written) else name


def _path(path: str) -> str:
    """The path without what does not name the article; empty for the front page."""
    parts: list[str] = []
    for part in _SESSION.sub("", path.replace("\\", "/")).split("/")[1:]:
        part = _encoded(part, _KEPT_IN_PATH)
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    while parts and not parts[-1]:
        parts.pop()
    if parts and _INDEX.fullmatch(parts[-1]):
        parts.pop()
    if parts:
        parts[-1] = _AMP_SUFFIX.sub(lambda found: found["suffix"] or "", parts[-1])
    # An AMP page is named after its article, before or after the path: /amp/2025/crane-falls, /2025/crane-falls/amp.
    if len(parts) > 1 and parts[-1].lower() == "amp" and _SLUG.search(parts[-2]):
        parts.pop()
    elif len(parts) > 1 and parts[0].lower() == "amp" and _SLUG.search(parts[-1]):
        parts.pop(0)
    while parts and not parts[-1]:
        parts.pop()
    return "".join(f"/{part}" for part in parts)


def _pairs(query: str) -> list[str]:
    """The keys of a query that may name the article, with their values, by key; equal keys keep their order."""
    kept: list[tuple[str, str]] = []
    for part in query.replace("+", "%20").replace("&amp;", "&").split("&"):
        key, sign, value = part.partition("=")
        key, value = _encoded(key, _KEPT_IN_QUERY), _encoded(value, _KEPT_IN_QUERY)
        if (key or value) and not _is_tracking(key.lower(), value.lower()):
            kept.append((key, f"{key}={value}" if sign and value else key))
    return [pair for _, pair in sorted(kept, key=lambda each: each[0])]


def _is_tracking(key: str, value: str) -> bool:
    if key in TRACKING_KEYS or key.startswith(TRACKING_PREFIXES):
        return True
    return value in AMP_VALUES.get(key, ()) or (key in CHANNEL_KEYS and value in CHANNELS)


def _encoded(part: str, kept: str) -> str:
    """The part with one way of percent-encoding: what needs none is written plainly, the rest in capitals."""
    if part.isalnum() and part.isascii():
        return part
    return quote(unquote_to_bytes(part.encode("utf-8", "surrogatepass")), safe=kept)
