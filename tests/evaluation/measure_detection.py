"""Writes `provenance/detection/shipped.json`: which edited copies a check finds in archives of several sizes.

    python tests/evaluation/measure_detection.py ../shared/data            a quarter of an hour on one core
    python tests/evaluation/measure_detection.py ../shared/data --sample 400

The archives are the project's own corpus, and press releases: 1,000 of them and all. They differ in kind and in size;
a check promises the least of what was measured in archives at least as large as the user's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from provenance import Archive
from provenance.config.detection import DetectionSettings
from provenance.config.settings import ProfileName, Settings
from provenance.detection.shipped import FILE, as_row
from provenance.model.detection import Detection
from provenance.usecases.calibrating import calibrate

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
PROFILES: tuple[ProfileName, ...] = ("news", "essay")


def archives(data: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """What each archive holds, in words, and the file or folder with its articles."""
    yield "the articles of corpus/", CORPUS
    with gzip.open(data / "senate" / "releases.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = file.readlines()
    for name, chosen in (("1,000 press releases", random.Random(1).sample(rows, 1_000)), ("press releases", rows)):
        path = folder / f"{len(chosen)}.jsonl"
        path.write_text("".join(chosen), "utf-8")
        yield name, path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--sample", type=int, default=300)
    arguments = parser.parse_args()
    found: list[tuple[str, Detection]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, path) in enumerate(archives(arguments.data, Path(folder))):
            with Archive(Path(folder) / f"{number}.db") as archive:
                archive.add([path])
                for profile in PROFILES:
                    detection = DetectionSettings(sample=arguments.sample)
                    found.append((name, calibrate(archive.store, Settings.of(profile), detection)))
                    print(name, profile, found[-1][1].articles, found[-1][1].controls, flush=True)
    about = "edited copies planted by tests/evaluation/measure_detection.py, looked for as a check does"
    rows = ",\n".join(json.dumps(as_row(measured, name)) for name, measured in found)
    FILE.write_text(f'{{"about": {json.dumps(about)},\n"measured": [\n{rows}\n]}}\n', "utf-8")


if __name__ == "__main__":
    main()
