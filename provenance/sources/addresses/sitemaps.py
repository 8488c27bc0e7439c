"""The addresses that a sitemap lists. Nothing is fetched here."""

from __future__ import annotations

import io

from provenance.sources.documents import safe_xml

MOST = 50_000  # addresses of one sitemap, as its standard allows


def listed(data: bytes) -> tuple[list[str], str | None]:
    """The addresses in their order without repetition, and what is wrong with the sitemap."""
    found: dict[str, None] = {}
    try:
        for event, element in safe_xml.events(io.BytesIO(data), "{*}loc", "{*}url", "{*}sitemap"):
            if event != "end":
                continue
            if safe_xml.local(element) == "loc":
                parent = element.getparent()
                address = (element.text or "").strip()
                if address and parent is not None and safe_xml.local(parent) in ("url", "sitemap"):
                    found[address] = None
            else:
                safe_xml.forget(element)
            if len(found) >= MOST:
                break
    except safe_xml.UnreadableXml as error:
        return list(found), str(error)
    return list(found), None
