"""Articles on their way to a task of an audit, each once, with what is known of them already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.model import Article, Quotation, Span
from provenance.quotes import RULES
from provenance.store import PackedArticles, Store, quotations_from_bytes


@dataclass(frozen=True)
class Parcel:
    """Articles by id as the archive holds them, the boilerplate of each, and the quotations of those that were read.

    A press release takes 3.7 KB, 13 us to read, 8 to send to another process and 13 to unpack; tasks that read the
    archive themselves would take 20 us, and preparing it for comparison takes 1,100. An audit of 4,000 releases takes
    the same time and memory as with tasks that open the archive by its path.
    """

    names: Sequence[str]
    packed: PackedArticles
    boilerplate: Sequence[tuple[Span, ...]]
    read: Sequence[bytes | None]

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles unpacked, by id."""
        return dict(zip(self.names, self.packed.unpacked(), strict=True))

    @cached_property
    def ignored(self) -> dict[str, tuple[Span, ...]]:
        """The boilerplate of each article, by id."""
        return dict(zip(self.names, self.boilerplate, strict=True))

    def quotations(self, name: str) -> tuple[Quotation, ...] | None:
        """The quotations of one of the articles; None where the present rules have not read it yet."""
        content = self._contents[name]
        if content is None:
            return None
        said, rules = quotations_from_bytes(content)
        return said if rules == RULES else None

    @cached_property
    def _contents(self) -> dict[str, bytes | None]:
        return dict(zip(self.names, self.read, strict=True))


def parcel(store: Store, names: Sequence[str], boilerplate: Mapping[str, tuple[Span, ...]]) -> Parcel:
    """These archived articles, whose boilerplate is known, for a task; raises NoSuchArticle."""
    read = store.quotations.packed(names)
    packed = store.articles.packed(store.articles.numbers(names).tolist())
    return Parcel(names, packed, [boilerplate[name] for name in names], [read.get(name) for name in names])
