"""Whose own work two articles are: the publisher or the author that they have in common.

Taking from one's own earlier work wrongs nobody else, so it is told apart from other copies; a wrong guess would hide
such a copy. Looks at names alone.
"""

from __future__ import annotations

import re

from provenance.model.agencies import AGENCY_BY_MARK, calls_itself_agency
from provenance.model.articles import Article
from provenance.model.nobody import is_nobody

_NO_PUBLISHER = frozenset(("unknown", "none", "null", "n/a", "anonymous", "admin", "default", "-"))
_ONE_NAME = re.compile(r"[^\W\d_]+")


def in_common(one: Article, two: Article) -> str | None:
    """The author, else the publisher, that both articles have, as the first is called; None where there is none.

    Case and space are ignored. Nobody is no author ("admin", "Coast Post Staff"), nor is a news agency. A name alone
    ("Suhasini") is another person at each of two outlets.
    """
    publishers = [_plain(each.publisher) for each in (one, two)]
    author = " ".join((one.author or "").split())
    if author and author.casefold() == _plain(two.author):
        alone = all(publishers) and publishers[0] != publishers[1] and _ONE_NAME.fullmatch(author) is not None
        agency = author in AGENCY_BY_MARK or calls_itself_agency(author)
        if not (alone or agency or any(is_nobody(author, name) for name in publishers)):
            return author
    if publishers[0] and publishers[0] == publishers[1] and publishers[0] not in _NO_PUBLISHER:
        return " ".join((one.publisher or "").split())
    return None


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
