"""The description of the API is true: requests made from it are answered as it says, without an error of the server.

The requests are made by schemathesis, from the description alone. They include ones that break it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from served import Served, served

schemathesis = pytest.importorskip("schemathesis")
GenerationMode = schemathesis.GenerationMode

API = "/api/v1"
LONGEST_LINE = 60_000  # bytes; uvicorn's parser reads 65,536 of a request line and its headers
EXAMPLES = 15  # per operation and mode
OPERATIONS = {
    "/articles": {"get"},
    "/articles/{name}": {"get"},
    "/check": {"post"},
    "/clusters": {"get"},
    "/compare": {"get"},
    "/lineage": {"get"},
    "/link": {"get"},
    "/links": {"get"},
    "/overview": {"get"},
    "/passages": {"get"},
    "/quotations": {"get"},
    "/reviews": {"get", "post"},
    "/trace": {"get"},
    "/versions": {"get"},
}


@pytest.fixture(scope="module")
def site(corpus_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("described") / "corpus.db"
    shutil.copy(corpus_db, path)
    with served(path) as site:
        site.ready(f"{API}/quotations")
        site.ready(f"{API}/clusters")
        yield site


@pytest.fixture(scope="module")
def description(site: Served) -> Any:
    return schemathesis.openapi.from_dict(site.get(f"{API}/openapi.json").json())


def test_every_address_is_described(site: Served) -> None:
    described = site.get(f"{API}/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {path: set(methods) for path, methods in described["paths"].items()} == OPERATIONS
    assert described["servers"] == [{"url": API}]
    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["description"]
            assert set(operation["responses"]) >= {"400", "404", "422", "503"}
            for status, response in operation["responses"].items():
                assert status[0] == "2" or [*response["content"]] == ["application/problem+json"]


def lists_of(site: Served, path: str, method: str) -> set[str]:
    """The parameters in the address that may be given several times."""
    described = site.get(f"{API}/openapi.json").json()["paths"][path][method].get("parameters", [])
    return {
        each["name"]
        for each in described
        if each["in"] == "query"
        and any(kind.get("type") == "array" for kind in each["schema"].get("anyOf", [each["schema"]]))
    }


def loses_its_kind(query: dict[str, Any], lists: set[str]) -> bool:
    """Whether a list of words is wrong in a way that no address can say: whatever is given there is such a list."""
    return any(
        name in lists and not (isinstance(value, list) and value and all(isinstance(each, str) for each in value))
        for name, value in query.items()
    )


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(
    ("path", "method"), [(path, each) for path in OPERATIONS for each in sorted(OPERATIONS[path])]
)
def test_requests_are_answered_as_described(
    description: Any, site: Served, path: str, method: str, mode: Any
) -> None:
    operation = description[path][method.upper()]
    lists = lists_of(site, path, method)

    @settings(max_examples=EXAMPLES, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: Any) -> None:
        # Which words are languages, dates or cursors is more than a description can say: those are refused in words.
        from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

        left_out = [positive_data_acceptance]
        if mode is GenerationMode.NEGATIVE and loses_its_kind(case.query or {}, lists):
            left_out.append(negative_data_rejection)
        try:
            case.call_and_validate(base_url=f"{site.address}{API}", excluded_checks=left_out)
        except (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError):
            # A longer request line is refused while it is being sent, which may cut off the answer that says so.
            if len(urlencode(case.query or {}, doseq=True)) < LONGEST_LINE:
                raise

    if path == "/overview" and mode is GenerationMode.NEGATIVE:
        return  # it has no parameters that could be wrong
    answered()
