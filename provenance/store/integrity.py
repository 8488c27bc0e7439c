"""Whether the archive is consistent: checks everything stored against everything else that refers to it.

Texts are checked against their digests, pages against their checksums, postings against the totals stored with each
article, rows against the rows they name. Nothing is made anew from texts here (`provenance.usecases.verifying` does
that, because it takes the makers of fingerprints), and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from provenance.errors import ArchiveError, ProvenanceError
from provenance.model.progress import Progress
from provenance.store.articles.article_addresses import address_problems
from provenance.store.articles.article_corrections import correction_problems
from provenance.store.articles.article_rows import unpacked
from provenance.store.browsing.link_rows import link_row_problems
from provenance.store.connection import ADVICE, Connection
from provenance.store.findings.finding_integrity import link_problems, quotation_problems, review_problems
from provenance.store.index.postings_pages import NAMESPACES, Columns, Namespace, without
from provenance.store.index.postings_runs import load_retired, load_runs, scan_runs
from provenance.store.index.postings_totals import mixed
from provenance.store.log_integrity import log_problems
from provenance.store.meanings.meaning_integrity import meaning_problems
from provenance.store.records import Problem
from provenance.store.stored_values import ARTICLES, from_column, is_sound, read_number, row_checksum
from provenance.store.table_integrity import table_problems

PORTION = 500
REINDEX = "`provenance reindex` rebuilds it from the articles"


def check_integrity(connection: Connection, generation: int, on_progress: Progress | None = None) -> list[Problem]:
    """Every problem that was found, in a fixed order; an empty list means that the archive is consistent.

    The caller holds a snapshot. Reads the whole file once or twice: about 1 s for 100 MB.
    """
    report = on_progress or (lambda *_: None)
    problems: list[Problem] = []
    steps: list[tuple[str, Callable[[], Iterator[Problem]]]] = [
        ("file", lambda: _file(connection)),
        ("log", lambda: log_problems(connection.path)),
        ("tables", lambda: table_problems(connection)),
        ("rows", lambda: _rows(connection)),
        ("addresses", lambda: address_problems(connection)),
        ("corrections", lambda: correction_problems(connection)),
        ("texts", lambda: _texts(connection, report)),
        ("fingerprints", lambda: _fingerprints(connection, generation)),
        ("index", lambda: _index(connection, generation)),
        ("links", lambda: link_problems(connection)),
        ("lists", lambda: link_row_problems(connection)),
        ("reviews", lambda: review_problems(connection)),
        ("quotations", lambda: quotation_problems(connection)),
        ("meanings", lambda: meaning_problems(connection)),
    ]
    for done, (name, step) in enumerate(steps):
        report("checking " + name, done, len(steps))
        try:
            problems += step()
        except MemoryError:  # a damaged number says that a value is longer than the file
            problems.append(Problem(name, f"says that something is longer than the memory; {ADVICE}"))
        except ArchiveError as error:  # what is too damaged to be read is a finding, and the other steps go on
            problems.append(Problem(name, str(error)))
        except Exception as error:  # a text where a number belongs, a row that no program wrote
            problems.append(Problem(name, strange(error)))
    return problems


def strange(error: Exception) -> str:
    """What is said of a row that no program wrote, by the error that reading it raised."""
    return f"holds a value that no program wrote ({type(error).__name__}: {error}); {ADVICE}"


def _file(connection: Connection) -> Iterator[Problem]:
    """SQLite's own check of its pages and indexes."""
    for (message,) in connection.rows("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield Problem("file", f"{message}; go back to a backup, or export what can be read into a new archive")


def _rows(connection: Connection) -> Iterator[Problem]:
    """Rows that name a row that does not exist."""
    for table, row, parent, _ in connection.rows("PRAGMA foreign_key_check"):
        yield Problem(f"{table} row {row}", f"names a row of {parent} that is not there")
    counted = connection.value("SELECT count(*) FROM articles")
    if read_number(connection, ARTICLES) != counted:
        yield Problem("articles", f"their recorded number is not {counted:,}; {REINDEX}")
    for statement, what in (
        (
            "SELECT id FROM articles a WHERE NOT EXISTS "
            "(SELECT 1 FROM versions v WHERE v.number = a.number AND v.article = a.article)",
            "has no current text",
        ),
        (
            "SELECT a.id FROM versions v JOIN articles a USING (article) WHERE NOT EXISTS "
            "(SELECT 1 FROM texts t WHERE t.number = v.number)",
            "has a version without its text",
        ),
    ):
        for (identity,) in connection.rows(statement):
            yield Problem(_named(identity), f"{what}; remove it and add it again")


def _named(identity: str | None) -> str:
    return f"article {from_column(identity)!r}"


def _texts(connection: Connection, report: Progress) -> Iterator[Problem]:
    """Every text of every version against its digest."""
    total = connection.value("SELECT count(*) FROM versions")
    done = 0
    for found in connection.portions(
        "SELECT v.number, a.id, v.version, t.packed, t.content, v.digest, v.characters, v.body_start, v.body_end "
        "FROM versions v JOIN articles a USING (article) JOIN texts t USING (number) "
        "WHERE v.number > ? ORDER BY v.number LIMIT ?",
        size=PORTION,
    ):
        for _, identity, version, packed, content, digest, characters, start, end in found:
            where = f"{_named(identity)} version {version}"
            try:
                text = unpacked(from_column(identity) or "", packed, content, digest)
            except ProvenanceError as error:
                yield Problem(where, str(error))
                continue
            length = len(text.decode("utf-8", "surrogatepass"))
            if length != characters or not 0 <= start <= end <= length:
                yield Problem(where, "its recorded length or body does not fit its text; remove it and add it again")
        done += len(found)
        report("checking texts", done, total)


def _fingerprints(connection: Connection, generation: int) -> Iterator[Problem]:
    """Every current text has a fingerprint, undamaged; nothing else has one."""
    for (identity,) in connection.rows(
        "SELECT id FROM articles a WHERE NOT EXISTS "
        "(SELECT 1 FROM fingerprints f WHERE f.number = a.number AND f.generation = ?)",
        (generation,),
    ):
        yield Problem(_named(identity), f"has no fingerprint and would never be found; {REINDEX}")
    for (number,) in connection.rows(
        "SELECT number FROM fingerprints f WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.number = f.number)"
    ):
        yield Problem(f"fingerprint {number}", f"belongs to no article; {REINDEX}")
    for found in connection.portions(
        "SELECT number, signature, checksum FROM fingerprints WHERE generation = ? AND number > ? "
        "ORDER BY number LIMIT ?",
        (generation,),
        size=PORTION,
    ):
        for number, signature, checksum in found:
            if not is_sound(signature, checksum):
                yield Problem(f"fingerprint {number}", f"is damaged; {REINDEX}")


def _index(connection: Connection, generation: int) -> Iterator[Problem]:
    """Every posting of every run: in order, of an archived article, and with the stored total of each article."""
    newest = connection.value("SELECT coalesce(max(number), 0) FROM versions")
    if newest > (connection.value("SELECT seq FROM sqlite_sequence WHERE name = 'versions'") or 0):
        # Arrays as long as a damaged number says would fill the memory.
        yield Problem("index", f"there is a text number {newest:,}, which was never given; {ADVICE}")
        return
    counts = np.zeros(newest + 1, np.int64)
    totals = np.zeros(newest + 1, np.uint64)
    earlier_counts, earlier_totals = np.zeros_like(counts), np.zeros_like(totals)
    for namespace in NAMESPACES:
        end = 0
        retired = load_retired(connection, namespace)
        sums = (earlier_counts, earlier_totals) if namespace == "earlier" else (counts, totals)
        for run in load_runs(connection, generation, namespace):
            if run.layout.first_article <= end:
                yield Problem(f"{namespace} index", f"two runs hold the same articles; {REINDEX}")
            end = run.last_article
            held = 0
            for columns in scan_runs(connection, [run]):
                held += len(columns)
                if not _ordered(columns) or not _within(columns, run.layout.first_article, run.last_article):
                    yield Problem(f"{namespace} index", f"a run is out of order; {REINDEX}")
                living = without(columns, retired)
                if len(living) and int(living.articles.max()) > newest:
                    yield Problem(f"{namespace} index", f"holds postings of articles that never were; {REINDEX}")
                    continue
                _sum(living, namespace, *sums)
            if held != run.postings:
                yield Problem(f"{namespace} index", f"a run holds {held:,} of {run.postings:,} postings; {REINDEX}")
    yield from _compare(connection, generation, counts, totals)
    yield from _compare_earlier(connection, generation, earlier_counts, earlier_totals)


def _ordered(columns: Columns) -> bool:
    before, after = columns.taken(slice(0, -1)), columns.taken(slice(1, None))
    article = (before.articles < after.articles) | (
        (before.articles == after.articles) & (before.positions <= after.positions)
    )
    return bool(np.all((before.keys < after.keys) | ((before.keys == after.keys) & article)))


def _within(columns: Columns, first: int, last: int) -> bool:
    return bool(np.all((columns.articles >= first) & (columns.articles <= last)))


def _sum(columns: Columns, namespace: Namespace, counts: NDArray[np.int64], totals: NDArray[np.uint64]) -> None:
    counts += np.bincount(columns.articles, minlength=len(counts))
    np.add.at(totals, columns.articles, mixed(columns.keys, columns.positions, namespace))


def _compare(
    connection: Connection, generation: int, counts: NDArray[np.int64], totals: NDArray[np.uint64]
) -> Iterator[Problem]:
    signed = totals.view(np.int64)
    for number, identity, postings, total in connection.rows(
        "SELECT f.number, a.id, f.postings, f.total FROM fingerprints f LEFT JOIN articles a USING (number) "
        "WHERE f.generation = ? ORDER BY f.number",
        (generation,),
    ):
        where = _named(identity)
        if number >= len(counts) or counts[number] != postings:
            held = counts[number] if number < len(counts) else 0
            yield Problem(where, f"the index holds {held} of its {postings} keys; {REINDEX}")
        elif signed[number] != total:
            yield Problem(where, f"the index holds other keys than were stored with it; {REINDEX}")
        if number < len(counts):
            counts[number] = 0
    for number in np.flatnonzero(counts).tolist():
        yield Problem(f"article number {number}", f"is gone, and the index still holds its keys; {REINDEX}")


def _compare_earlier(
    connection: Connection, generation: int, counts: NDArray[np.int64], totals: NDArray[np.uint64]
) -> Iterator[Problem]:
    """Every earlier text against its keys in the index, which are found under the text that replaced it."""
    signed = totals.view(np.int64)
    for number, following, spans, checksum, identity, version, postings, total in connection.rows(
        "SELECT e.number, e.following, e.spans, e.checksum, a.id, v.version, k.postings, k.total "
        "FROM earlier_texts e LEFT JOIN versions v USING (number) LEFT JOIN articles a USING (article) "
        "LEFT JOIN earlier_keys k ON k.following = e.following AND k.generation = ? ORDER BY e.following",
        (generation,),
    ):
        where = f"{_named(identity)} version {version}"
        known = following < len(counts)
        if row_checksum((number, following, spans)) != checksum:
            yield Problem(where, f"what later versions lack of it is damaged; {REINDEX}")
        elif postings is None or not known or counts[following] != postings or signed[following] != total:
            yield Problem(where, f"the index holds other keys of it than were stored; {REINDEX}")
        if known:
            counts[following] = 0
    for number in np.flatnonzero(counts).tolist():
        yield Problem(f"text number {number}", f"has no earlier text, and the index holds keys of one; {REINDEX}")
