"""Scoring against PAN's text alignment corpora: reads the pairs of a corpus, aligns them, scores subset by subset.

A corpus is a folder with `susp/`, `src/` and subset folders, each with a `pairs` file (two file names per line) and
one XML per pair; a folder without subset folders but with `pairs` is one subset. Offsets count code points of the
files, line ends untouched. Nothing is printed here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.sax.saxutils import quoteattr

from provenance.align import align, prepare
from provenance.config.align import AlignmentSettings
from provenance.engines import engine_for
from provenance.errors import ProvenanceError, UnreadableInput
from provenance.evaluation.pan_codes import codes_of, read
from provenance.evaluation.plagdet import Pair, Scores, score
from provenance.model import Span
from provenance.model.coded_text import CodedText

_FEATURE = re.compile(r"<feature\s([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_GOLD = frozenset({"plagiarism", "artificial-plagiarism"})
CHUNK = 64  # pairs handed to a process at a time


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two files of a corpus: names of the suspicious and of the source file, and the subset that pairs them."""

    subset: str
    suspicious: str
    source: str

    @property
    def stem(self) -> str:
        """Name of the XML files of the pair, without ".xml"."""
        return f"{Path(self.suspicious).stem}-{Path(self.source).stem}"

    @property
    def files(self) -> tuple[str, str]:
        """The suspicious and the source file, with their folders."""
        return f"susp/{self.suspicious}", f"src/{self.source}"


@dataclass(frozen=True, slots=True)
class PanScores:
    """Scores of each subset by name, and of all pairs together; `seconds` of aligning, reading included."""

    subsets: dict[str, Scores]
    entire: Scores
    seconds: float


def evaluate(
    directory: Path,
    settings: AlignmentSettings,
    jobs: int = 1,
    out: Path | None = None,
    *,
    half: int | None = None,
    exchanged: bool = False,
    meaning: bool = False,
) -> PanScores:
    """Align every pair of a corpus and score it; the result does not depend on `jobs`.

    `out` gets one XML of detections per pair, in PAN's form. `half` 0 or 1 takes only the pairs at even or odd places
    of the corpus; `exchanged` hands the aligner the source as first text; with `meaning` what says the same in other
    words counts as well, as `compare` shows it of essays. Raises UnreadableInput, and MissingExtra without the extra.
    """
    directory = Path(directory)
    pairs = read_pairs(directory)
    if half is not None:
        pairs = pairs[half::2]
    if out is not None:
        make_folder(out)
    begun = time.perf_counter()
    scored: list[tuple[str, list[Pair], list[Pair]]] = []
    for pair, detections in zip(
        pairs, _detections(directory, pairs, settings, jobs, exchanged, meaning), strict=True
    ):
        cases = read_cases(directory / pair.subset / f"{pair.stem}.xml")
        scored.append((pair.subset, cases, detections))
        if out is not None:
            write_detections(out / f"{pair.stem}.xml", pair, detections)
    seconds = time.perf_counter() - begun
    subsets = {
        name: score((cases, found) for subset, cases, found in scored if subset == name)
        for name in sorted({pair.subset for pair in pairs})
    }
    return PanScores(subsets, score((cases, found) for _, cases, found in scored), seconds)


def read_pairs(directory: Path) -> list[TextPair]:
    """The pairs of all subsets, in the order of subset names and of their files."""
    files = sorted(directory.glob("*/pairs")) or [directory / "pairs"]
    pairs = []
    for file in files:
        subset = file.parent.name if file.parent != directory else "."
        for number, line in enumerate(read(file).splitlines(), 1):
            names = line.split()
            if not names:
                continue
            if len(names) != 2:
                raise UnreadableInput(f"{file} line {number}: two file names are expected, not {len(names)}")
            if any(Path(name).name != name for name in names):
                raise UnreadableInput(
                    f"{file} line {number}: a name of a file is expected, not a path to another folder"
                )
            pairs.append(TextPair(subset, *names))
    if not pairs:
        raise UnreadableInput(f"{directory} names no pairs: a PAN corpus has a file `pairs` in each subset")
    return pairs


def read_cases(file: Path) -> list[Pair]:
    """The gold passages (suspicious, source) of one XML, in its order; none where there is no such file."""
    if not file.exists():
        return []
    cases = []
    for feature in _FEATURE.finditer(read(file)):
        values = {name: first or second for name, first, second in _ATTRIBUTE.findall(feature.group(1))}
        if values.get("name") not in _GOLD:
            continue
        try:
            offsets = [int(values[f"{side}_{what}"]) for side in ("this", "source") for what in ("offset", "length")]
        except (KeyError, ValueError):
            continue  # a case without a source, as other PAN tasks have
        cases.append((Span(offsets[0], sum(offsets[:2])), Span(offsets[2], sum(offsets[2:]))))
    return cases


def detect(
    directory: Path,
    pair: TextPair,
    settings: AlignmentSettings,
    exchanged: bool = False,
    coded: tuple[CodedText, CodedText] | None = None,
) -> list[Pair]:
    """The passages of one pair: (suspicious, source), ascending; with the codes of both, those by meaning, too."""
    a, b = (prepare(text, Span(0, len(text))) for text in (read(directory / name) for name in pair.files))
    if exchanged:
        return sorted((match.b, match.a) for match in align(b, a, settings))
    matches = align(a, b, settings)
    if coded is not None:
        from provenance.align.by_meaning import by_meaning

        matches = (*matches, *by_meaning((a.text, coded[0]), (b.text, coded[1]), matches, translated=False))
    return sorted((match.a, match.b) for match in matches)


def write_detections(file: Path, pair: TextPair, detections: Sequence[Pair]) -> None:
    """One XML in PAN's form, which PAN's own scorer reads."""
    reference = quoteattr(pair.source)
    lines = [f"<document reference={quoteattr(pair.suspicious)}>"]
    lines += [
        f'<feature name="detected-plagiarism" this_offset="{this.start}" this_length="{this.length}" '
        f'source_reference={reference} source_offset="{source.start}" source_length="{source.length}"/>'
        for this, source in detections
    ]
    from provenance.files.whole import write_whole

    try:
        write_whole(file, "\n".join([*lines, "</document>", ""]).encode(), durable=False)
    except OSError as error:
        raise ProvenanceError(f"{file} cannot be written: {error.strerror or error}") from error


def make_folder(folder: Path) -> None:
    """The folder for detections, made where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProvenanceError(f"{folder} cannot be made: {error.strerror or error}") from error


def _detections(
    directory: Path, pairs: Sequence[TextPair], settings: AlignmentSettings, jobs: int, exchanged: bool, meaning: bool
) -> Iterator[list[Pair]]:
    with engine_for(jobs) as engine:
        coded = codes_of(directory, (name for pair in pairs for name in pair.files), engine) if meaning else {}
        chunks = (pairs[start : start + CHUNK] for start in range(0, len(pairs), CHUNK))
        tasks = (_Task(chunk, [(coded[a], coded[b]) for a, b in (p.files for p in chunk)] if meaning else None)
                 for chunk in chunks)  # fmt: skip
        for found in engine.map(partial(_detect_all, directory, settings=settings, exchanged=exchanged), tasks):
            yield from found


@dataclass(frozen=True, slots=True)
class _Task:
    pairs: Sequence[TextPair]
    coded: Sequence[tuple[CodedText, CodedText]] | None


def _detect_all(directory: Path, task: _Task, settings: AlignmentSettings, exchanged: bool) -> list[list[Pair]]:
    if task.coded is None:
        return [detect(directory, pair, settings, exchanged) for pair in task.pairs]
    both = zip(task.pairs, task.coded, strict=True)
    return [detect(directory, pair, settings, exchanged, coded) for pair, coded in both]
