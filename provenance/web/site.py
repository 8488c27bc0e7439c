"""What every page of one server shares: the archive to read and to write, the settings, the secrets of this run."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from starlette.requests import Request

from provenance.config.settings import Settings
from provenance.config.web import WebSettings
from provenance.errors import UsageError
from provenance.usecases.archive import Archive
from provenance.usecases.browsing.laid_links import KeptLinks
from provenance.usecases.browsing.prepared import Prepared
from provenance.web.audits import Audits
from provenance.web.kept_pages import KeptPages
from provenance.web.readers import Readers

READ_ONLY = "This archive is shown for reading only: nothing can be changed here."


class ReadOnly(UsageError):
    """Something would change an archive that is shown for reading only."""

    def __init__(self) -> None:
        super().__init__(READ_ONLY)


class Site:
    """One served archive. `violations` are the last breaches of the content security policy that browsers reported:
    there are none unless a page is wrong."""

    def __init__(self, path: Path, settings: Settings, web: WebSettings, *, read_only: bool = False) -> None:
        web.validate()
        self.path = path
        self.settings = settings
        self.web = web
        self.read_only = read_only
        self.form_token = secrets.token_urlsafe(32)
        self.violations: deque[dict[str, Any]] = deque(maxlen=100)
        self.readers = Readers(path, settings, web)
        self.audits = Audits(path, settings.profile)
        self.kept = KeptLinks()
        self.pages = KeptPages()
        self.prepared = Prepared(path, settings, read_only=read_only)

    @property
    def name(self) -> str:
        """What the archive is called: its file's name."""
        return self.path.name

    def reading(self) -> AbstractContextManager[Archive]:
        """The archive for one page, as it is at one moment; never waits for whoever writes."""
        return self.readers.reading()

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """The archive for one change; raises ReadOnly, or ArchiveBusy where another process writes for too long."""
        if self.read_only:
            raise ReadOnly
        with Archive(self.path, settings=self.settings, create=False) as archive:
            yield archive

    def choices(self, archive: Archive) -> tuple[list[str], list[str]]:
        """The publishers and the codes of languages that lists can be narrowed to, ascending."""
        pages, least = archive.store.article_pages, self.settings.lineage.reporting_confidence
        publishers = self.kept.publishers(archive.store, least)
        languages = self.kept.counted(archive.store, least, "languages", pages.languages, of_articles=True)
        return [name for name in publishers if name], [code for code in languages if code]

    def close(self) -> None:
        """Close the archive; an audit that runs ends, and keeps what it has done."""
        self.audits.close()
        self.readers.close()
        self.prepared.close()


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site = request.app.state.site
    assert isinstance(site, Site)  # noqa: S101 (set where the application is made)
    return site
