"""What an HTML report is about: archived articles by name, files and folders to check, or all that share text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

from provenance.config.settings import Settings
from provenance.errors import NoSuchArticle, UnreadableInput
from provenance.model import Findings, LineageView, SkippedInput
from provenance.model.progress import Progress
from provenance.sources import read
from provenance.sources.readers import is_file_name
from provenance.store import Store
from provenance.usecases.ancestry import lineage, lineage_of_findings
from provenance.usecases.checking import checker
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import narrowed_findings
from provenance.usecases.recorded_links import listed_links

MOST = 200  # articles in a report without names: nobody reads a longer page


def entries(
    store: Store,
    names: Sequence[str],
    settings: Settings,
    filters: Filters | None = None,
    on_progress: Progress | None = None,
    limit: int | None = MOST,
) -> Iterator[tuple[Findings, LineageView] | SkippedInput]:
    """Findings and lineage of each article, in the order asked; without names, of the `limit` (None: all) that share
    most, see `sharing`.

    A name that is an existing path means that file or folder; its articles are checked as they are now and need not
    be archived. Only what a person names is ever opened: an id that comes from the archive never is, and where a
    name is also the id of an article that was not read from that path, it means the article, so that a list of ids
    can be given as names whatever they look like.
    """
    report = on_progress or (lambda _stage, _done, _total: None)
    check, filters = checker(store, settings), (filters or Filters()).at(settings.lineage.reporting_confidence)
    asked = list(names) or sharing(store, settings, filters)[:limit]
    for done, name in enumerate(asked, 1):
        if names and _means_input(store, name):
            for article in read([name]):
                if isinstance(article, SkippedInput):
                    yield article
                    continue
                whole = check(article)
                view = lineage_of_findings(store, whole, settings, filters)
                yield narrowed_findings(whole, filters), view
        else:
            try:
                identifier = store.articles.resolve(name)
            except NoSuchArticle as error:
                if is_file_name(name):
                    raise UnreadableInput(f"{name}: there is no such file, nor an archived article") from None
                raise NoSuchArticle(f"{error} (and there is no file or folder of that name)") from None
            # That an archived article is archived is nothing to report.
            whole = replace(check(store.articles.get(identifier)), archived=None)
            findings = narrowed_findings(whole, filters)
            yield findings, lineage(store, identifier, settings, filters)
        report("checking", done, len(asked))


def _means_input(store: Store, name: str) -> bool:
    """Whether a name that a person gave is standard input, or a file or folder and no id of something else."""
    if name == "-":
        return True
    if not os.path.lexists(name):  # of a name too long, or with a NUL, this says no where Path.exists raises
        return False
    known = store.articles.get_known([name]).get(name)
    return known is None or (known.origin is not None and _same_path(name, known.origin))


def _same_path(name: str, origin: str) -> bool:
    """Whether two spellings name one file."""
    return os.path.abspath(name) == os.path.abspath(origin)  # noqa: PTH100 (as `Path.absolute`, without "..")


def sharing(store: Store, settings: Settings, filters: Filters | None = None) -> list[str]:
    """Archived articles of recorded links that the filters admit, derived ones and those that share most first."""
    best: dict[str, tuple[int, float]] = {}
    for link in listed_links(store, settings, filters or Filters()):
        if link.rejected:
            continue
        for name, share in ((link.a, link.share_a), (link.b, link.share_b)):
            share = 0.0 if link.is_same_event else share
            best[name] = max(best.get(name, (0, 0.0)), (int(link.derived == name), share))
    return sorted(best, key=lambda name: (-best[name][0], -best[name][1], name))
