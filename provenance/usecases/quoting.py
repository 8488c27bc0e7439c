"""Who said what in the archive, who printed it first as far as is known, and who changed it.

All pieces of utterances are compared by the index that the archive keeps of them (`comparison/known_quotations.py`);
texts are read only of articles that are asked about or that have the same utterance. So the rows of one article or
one speaker are those that a listing of the whole archive gives.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from provenance.audit.recording import unaudited
from provenance.audit.reviews import Reviews
from provenance.comparison.known_quotations import SCHEME, Read, index_quotations, known_quotations
from provenance.config.settings import Settings
from provenance.lineage.public_occasions import OccasionNames
from provenance.lineage.public_words import APART, best_name, is_wording, who_heard
from provenance.model import Article, Link, Match, PublicQuotation, Quotation, QuotationRow, QuotationUse, Relation
from provenance.model.appearance import DAY, known_by
from provenance.model.progress import Progress
from provenance.model.public_words import public_quotation
from provenance.quotes.damaged_marks import readable
from provenance.quotes.languages import language
from provenance.quotes.linking.linker import Appearances, Use, appearances, link_table
from provenance.quotes.linking.quoted_passages import with_echoes
from provenance.quotes.linking.speakers import same_speaker, speaker_keys
from provenance.quotes.linking.utterance_pieces import QuotedArticle
from provenance.quotes.linking.utterance_table import UtteranceTable
from provenance.store import Store, quotations_from_bytes
from provenance.usecases.checking import checker

# Articles that no audit has covered and that are checked on the spot, some 15 ms each; with more, only those that an
# audit has covered are known to retell others.
MOST_CHECKED = 500
PORTION = 500  # articles that are read at a time
LONG = 365 * DAY  # before a crawler saw it an article may have been out for any time; linking wants a number


def quotations(
    store: Store,
    names: Sequence[str] = (),
    settings: Settings | None = None,
    *,
    reused: bool = False,
    altered: bool = False,
    speaker: str | None = None,
    on_progress: Progress | None = None,
) -> list[QuotationRow]:
    """The quotations of the articles named (all without names), by article and place, with their other appearances.

    `reused` keeps those that another article reports too, `altered` those whose quoted words differ from the
    earliest known wording, `speaker` the quotations of one person. Quotations are extracted once and kept in the
    archive. Where one article is known to be made from another, what it retells in other words is recognised, too: by
    what an audit recorded, or by a check of up to `MOST_CHECKED` articles that no audit has covered.
    """
    return [
        *each_quotation(
            store, names, settings, reused=reused, altered=altered, speaker=speaker, on_progress=on_progress
        )
    ]


def each_quotation(
    store: Store,
    names: Sequence[str] = (),
    settings: Settings | None = None,
    *,
    reused: bool = False,
    altered: bool = False,
    speaker: str | None = None,
    on_progress: Progress | None = None,
) -> Iterator[QuotationRow]:
    """The same one after the other: a quotation that k articles have makes k rows, each of which names the others."""
    settings = settings or Settings.of()
    read = index_quotations(store, on_progress)
    shelf = _Shelf(store, read)
    about = _about(store, shelf, names, speaker)
    recorded = _recorded(store, about, settings, asked=names)
    passages = recorded.retold
    shelf.tell(passages)
    wanted = None if about is None else {shelf.numbers[name] for name in about}

    def listed(article: int, number: int) -> bool:
        name = shelf.ids[article]
        return (about is None or name in about) and _speaks(shelf.quoted(name).quotations[number], speaker)

    pairs = link_table(
        shelf.table,
        shelf,
        shelf.numbers,
        wanted,
        passages=passages,
        report=on_progress,
        ask=lambda places: shelf.load(shelf.ids[place] for place in places),
        listed=None if speaker is None else listed,
    )
    paired = sorted({place.article for pair in pairs for place in (pair.a, pair.b)})
    shelf.load(paired)
    known = appearances([shelf.quoted(name) for name in paired], pairs)
    passages.clear()  # of an archive with many links larger than all else
    shown = shelf.ids if about is None else sorted(about)
    if reused or altered:  # which a quotation without a pair never is
        shown = sorted(set(paired).intersection(shown))
    shelf.load(shown)
    for name in shown:
        for number, quotation in enumerate(shelf.quoted(name).quotations):
            if not _speaks(quotation, speaker) or (
                number in shelf.quoted(name).echoes and (name, number) not in known
            ):
                continue
            row = _row(shelf, name, number, known.get((name, number)), recorded)
            if _wanted(row, reused=reused, altered=altered):
                yield row


class _Shelf(Sequence[QuotedArticle]):
    """The articles of the archive in the order of the index, each read when it is first asked for."""

    def __init__(self, store: Store, read: dict[str, Read]) -> None:
        self._store = store
        self._read = read
        kept = {entry.article: (entry.content, entry.earliest) for entry in store.utterances.entries(SCHEME)}
        if read:  # an archive that cannot be written: what it lacks is in memory
            articles = store.articles.get_known(sorted(read))
            times = {name: article.published for name, article in articles.items()}
            kept |= {
                name: (each.entry, time.earliest if (time := times[name]) else None) for name, each in read.items()
            }
        self.ids = sorted(kept)
        self.numbers = {name: number for number, name in enumerate(self.ids)}
        self.table = UtteranceTable([kept[name][0] for name in self.ids], [kept[name][1] for name in self.ids])
        self.articles: dict[str, Article] = {}
        self._quoted: dict[str, QuotedArticle] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, number: int) -> QuotedArticle: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[QuotedArticle]: ...
    def __getitem__(self, number: int | slice) -> QuotedArticle | Sequence[QuotedArticle]:
        if isinstance(number, slice):
            return [self.quoted(name) for name in self.ids[number]]
        return self.quoted(self.ids[number])

    def quoted(self, name: str) -> QuotedArticle:
        """An article with its quotations, echoes among them once `tell` has said which there are."""
        if name not in self._quoted:
            self.load([name])
        return self._quoted[name]

    def load(self, names: Iterable[str]) -> None:
        """Read these articles."""
        lacking = sorted({name for name in names if name not in self._quoted})
        for start in range(0, len(lacking), PORTION):
            part = lacking[start : start + PORTION]
            found = self._store.articles.get_known(part)
            said = known_quotations(self._store, [name for name in part if name not in self._read])
            said |= {n: quotations_from_bytes(self._read[n].quotations)[0] for n in part if n in self._read}
            self.articles |= found
            self._quoted |= {name: _quoted(found[name], said[name]) for name in part}

    def speaking(self, speaker: str) -> set[str]:
        """Those of the articles that the archive could not keep in which somebody of this name speaks."""
        return {
            name
            for name, each in self._read.items()
            if any(same_speaker(speaker, other) is True for other in each.speakers)
        }

    def tell(self, passages: dict[tuple[str, str], list[Match]]) -> None:
        """Add the clauses that these passages show to be speech."""
        touched = sorted({name for pair in passages for name in pair if name in self.numbers})
        self.load(touched)
        for article in with_echoes([self._quoted[name] for name in touched], passages):
            self._quoted[article.id] = article


def _about(store: Store, shelf: _Shelf, names: Sequence[str], speaker: str | None) -> set[str] | None:
    """The articles to list; None means all."""
    if names:
        return set(names) & shelf.numbers.keys()
    if speaker is None:
        return None
    spoken = store.utterances.names(speaker_keys(speaker))
    found = set(store.utterances.speaking([name for name in spoken if same_speaker(speaker, name) is True]))
    return (found & shelf.numbers.keys()) | shelf.speaking(speaker)


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What links say: the passages of pairs of which one was surely enough made from the other, or both from one
    text, and the pairs of which surely enough neither was made from the other; and what texts call occasions."""

    retold: dict[tuple[str, str], list[Match]] = field(default_factory=dict)
    apart: dict[tuple[str, str], Relation] = field(default_factory=dict)
    occasions: OccasionNames = field(default_factory=OccasionNames)

    def take(self, links: Iterable[Link], least: float) -> set[str]:
        """Add what these links say from this confidence on; returns the articles of `retold` that came in."""
        touched: set[str] = set()
        for link in links:
            if link.relation == "undetermined" or not (link.confidence >= least or link.confirmed):
                continue
            if link.relation in APART:
                self.apart[link.a, link.b] = self.apart[link.b, link.a] = link.relation
            if link.is_same_event:
                continue
            self.retold[link.a, link.b] = [each.match for each in link.asserted if not each.is_earlier]
            touched |= {link.a, link.b}
        return touched


def _recorded(store: Store, about: Collection[str] | None, settings: Settings, *, asked: Sequence[str]) -> _Recorded:
    """What is said by links of these articles, and of those at the other ends of retellings."""
    reviews = Reviews(store)
    unseen = set(store.articles.ids(unaudited(store, settings).tolist()))
    if asked:
        unseen &= set(asked)
    check = checker(store, settings) if len(unseen) <= MOST_CHECKED and unseen else None
    least = settings.lineage.reporting_confidence

    def of(names: Iterable[str] | None) -> Iterator[Link]:
        for link in store.links.iterate(0.0 if reviews else least, ids=names):
            yield reviews.over(link)
        if check is not None:
            new = sorted(unseen if names is None else unseen.intersection(names))
            for article in store.articles.get_known(new).values():
                yield from check(article).links

    found = _Recorded()
    if about is None:
        found.take(of(None), least)
        return found
    others = found.take(of(sorted(about)), least) - set(about)
    if others:
        found.take(of(sorted(others)), least)
    return found


def _quoted(article: Article, said: tuple[Quotation, ...]) -> QuotedArticle:
    time, text = known_by(article), readable(article.text, language(article.language).name)
    if time is None:
        return QuotedArticle(article.id, text, said, language=article.language)
    return QuotedArticle(
        article.id, text, said, max(time.earliest, time.latest - LONG), time.latest, language=article.language
    )


def _row(shelf: _Shelf, name: str, number: int, elsewhere: Appearances | None, recorded: _Recorded) -> QuotationRow:
    article, quotation = shelf.articles[name], shelf.quoted(name).quotations[number]
    if elsewhere is None:
        return QuotationRow(article, quotation)

    def use(one: Use) -> QuotationUse:
        shared = one.pair.shared
        if one.pair.a.article != name:
            shared = tuple(sorted((here, there) for there, here in shared))
        other = one.place.article
        said = shelf.quoted(other).quotations[one.place.quotation]
        return QuotationUse(shelf.articles[other], said, one.pair.altered, shared)

    first = use(elsewhere.first) if elsewhere.first else None
    row = QuotationRow(article, quotation, first, tuple(use(one) for one in elsewhere.others), elsewhere.altered)
    return replace(row, public=_public(row, recorded))


def _public(row: QuotationRow, recorded: _Recorded) -> PublicQuotation | None:
    """Whether others have the quotation from the same public occasion, and which."""
    uses = [*([row.first] if row.first else []), *row.later]
    pairs = {use.article.id: (row.article.id, use.article.id) for use in uses}
    known = {name: recorded.apart[pair] for name, pair in pairs.items() if pair in recorded.apart}
    if not known or not is_wording(row.article, row.quotation):
        return None
    places = [(row.article, row.quotation.span), *((use.article, use.quotation.span) for use in uses)]
    occasion = recorded.occasions.most(places)
    heard = who_heard(known, occasion)
    if not heard:
        return None
    speaker = best_name([row.quotation.speaker, *(use.quotation.speaker for use in uses)])
    holders = [use.article for use in uses]
    return public_quotation(row.article, row.quotation.span, speaker, occasion, holders, heard)


def _wanted(row: QuotationRow, *, reused: bool, altered: bool) -> bool:
    if reused and not (row.first or row.later):
        return False
    return row.altered or not altered


def _speaks(quotation: Quotation, speaker: str | None) -> bool:
    """Whether somebody of this name says it; None means anybody."""
    if speaker is None:
        return True
    return quotation.speaker is not None and same_speaker(speaker, quotation.speaker) is True
