"""Whether Spark can be started here: the package and a Java that it takes."""

from __future__ import annotations

import gc
import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

# Py4J leaves its sockets to the garbage collector, which tells of each.
MARKS = (pytest.mark.spark, pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"))
JAVA = ("/usr/lib/jvm/java-17-openjdk-amd64", "/usr/lib/jvm/java-21-openjdk-amd64")


def needs_spark() -> None:
    """Skip the test without pyspark or Java (with $NEEDS_SPARK it fails); find a Java that is not on the path."""
    missing = pytest.fail if os.environ.get("NEEDS_SPARK") else pytest.skip
    if find_spec("pyspark") is None or find_spec("py4j") is None:
        missing("pyspark is not installed")
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        home = next((each for each in JAVA if Path(each).is_dir()), None)
        if home is None:
            missing("there is no Java")
        os.environ["JAVA_HOME"] = home


@contextmanager
def collected() -> Iterator[None]:
    """Collect afterwards what Spark's client leaves behind, so that no later test is told of it."""
    try:
        yield
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            gc.collect()
