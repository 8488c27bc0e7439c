"""What an entry of the catalogue of evidence is: its kind, with properties that decisions ask for, and its fields.

The entries themselves are in `provenance.model.evidence`, which every importer of one asks; nothing is found here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, dataclass_transform

Favours = Literal["a", "b", "common", "none"]
Side = Literal["a", "b"]
DIRECTION: tuple[Favours, ...] = ("a", "b")
COMMON: tuple[Favours, ...] = ("common",)
NOTHING: tuple[Favours, ...] = ("none",)

ArticleId = Annotated[str, "id of an article that is neither A nor B"]
Probability = Annotated[float, "0 to 1"]
Articles = Annotated[float, "articles, a mean"]
Characters = Annotated[int, "characters"]
Words = Annotated[int, "words"]
Count = Annotated[int, "a count"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of evidence: its name in JSON, the sides that it may favour, and properties that decisions use.

    `from_wording`: found by the fitted weights in wording alone.
    `names_source`: the derived article names the source or the agency, not only a speaker.
    `names_sender`: an agency's mark says who sent the text. `both_credit`: both texts credit one source.
    `is_revision`: the articles are two versions of one address.
    `is_set_phrase`: so little is shared that it may have no source at all.
    `orders_by_chance`: one order in time is only likelier.
    `is_nobodys`: what is shared belongs to neither article (`lineage.nobodys`).
    `only_equal_words`: of the passages only equal words count as shared.
    `only_orders`: says which of the two is the source, if one of them is, and nothing of whether one is.
    `settles`: no source that both share would explain it as well.
    `weaker_among_holders`: says less the more articles report the same utterance.
    """

    name: str
    favours: tuple[Favours, ...]
    from_wording: bool = False
    names_source: bool = False
    names_sender: bool = False
    both_credit: bool = False
    is_revision: bool = False
    is_set_phrase: bool = False
    orders_by_chance: bool = False
    only_orders: bool = False
    settles: bool = False
    weaker_among_holders: bool = False
    is_nobodys: bool = False
    only_equal_words: bool = False

    @property
    def names_common_source(self) -> bool:
        """Whether the common source that it speaks for has a name, so that it may be archived."""
        return self.names_sender or self.both_credit


CATALOGUE: dict[str, type[Arguments]] = {}


@dataclass_transform(frozen_default=True)
class Arguments:
    """What was found, by name: the base of every entry of the catalogue, which are frozen values of their fields.

    A subclass is entered in `CATALOGUE` under the name of its kind. They are made here and not as dataclasses because
    two dozen of those take 6 ms at every start.
    """

    kind: ClassVar[Kind]
    fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.fields = tuple(name for name in cls.__annotations__ if name != "kind")
        if cls.kind.name in CATALOGUE:
            raise ValueError(f"two kinds of evidence are named {cls.kind.name!r}")
        CATALOGUE[cls.kind.name] = cls

    def __init__(self, *values: Any, **named: Any) -> None:
        if not named and len(values) == len(self.fields):  # as links are read: 90,000 of one page
            self.__dict__.update(zip(self.fields, values, strict=True))
            return
        given = dict(zip(self.fields, values, strict=False)) | named
        missing = [name for name in self.fields if name not in given and not hasattr(type(self), name)]
        if missing or len(given) != len(values) + len(named) or not given.keys() <= set(self.fields):
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.fields) or 'nothing'}")
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    @property
    def values(self) -> tuple[Any, ...]:
        """What was found, in the order of the fields."""
        return tuple(getattr(self, name) for name in self.fields)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.values == getattr(other, "values", None)

    def __hash__(self) -> int:
        return hash((type(self), self.values))

    def __repr__(self) -> str:
        given = (f"{name}={value!r}" for name, value in zip(self.fields, self.values, strict=True))
        return f"{type(self).__name__}({', '.join(given)})"
