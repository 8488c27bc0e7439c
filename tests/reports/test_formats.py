"""The catalogue of formats: each line names a module that can write what the line says."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import pytest
from rich.console import Console

from provenance.model import (
    Addition,
    Article,
    ArticleView,
    Cluster,
    Findings,
    LineageView,
    Link,
    ListedArticle,
    Passage,
    QuotationRow,
    Remark,
    Review,
    ReviewRow,
    ReviewStep,
    Subject,
    TraceView,
    Verification,
    VersionsView,
    VersionView,
)
from provenance.model.detection import Detection, Planted, Scrambled
from provenance.reports.formats import FORMATS, Answer, LinkList, names, writer

PAIRS = [(name, answer) for name, (_, answers) in FORMATS.items() for answer in answers]


UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ATTACK = "\x1b[2J \x9b2J \u202ecba \u2066x \ud800 \x00 \r\n\t end"


def attacked(value: Any) -> Any:
    """A copy of an answer in which title, author and outlet of every article are an attack."""
    if isinstance(value, Article):
        return replace(value, title=ATTACK, author=ATTACK, publisher=ATTACK)
    if isinstance(value, (Review, Remark, ReviewStep)):
        return replace(value, note=ATTACK, by=ATTACK)
    if isinstance(value, (Link, Passage)):
        review = Review("confirmed", ATTACK, ATTACK, "2026-11-30", (Remark(ATTACK, ATTACK, "2026-11-30"),))
        value = replace(value, review=replace(review, rule=Subject.phrase(ATTACK)))
    if isinstance(value, LinkList):
        value = replace(value, links=attacked(value.links), whole=lambda links: iter(attacked([*links])))
        named = value.named
        return replace(value, named=lambda links: attacked(named(links)))
    if isinstance(value, Mapping):
        return {key: attacked(each) for key, each in value.items()}
    if type(value) in (list, tuple):
        return type(value)(map(attacked, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: attacked(getattr(value, each.name)) for each in fields(value)})
    return value


class Recorded:
    """An output that keeps what is written."""

    why = False

    def __init__(self) -> None:
        self.console = Console(file=io.StringIO(), width=80, color_system=None)
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)

    @property
    def shown(self) -> str:
        return self.console.file.getvalue()  # type: ignore[attr-defined]


@pytest.fixture
def answers(
    findings: Findings,
    lineage_view: LineageView,
    trace_view: TraceView,
    quotation_rows: tuple[QuotationRow, ...],
    post: Article,
    herald: Article,
    post_from_herald: Link,
) -> dict[Answer, Any]:
    """An example of each answer."""
    articles = {post.id: post, herald.id: herald}
    return {
        "findings": iter([findings]),
        "comparison": Findings(post, (post_from_herald,), {herald.id: herald}, 0.4),
        "links": LinkList(
            [post_from_herald],
            iter,
            lambda links: {name: articles[name] for link in links for name in (link.a, link.b)},
        ),
        "lineage": lineage_view,
        "trace": trace_view,
        "quotations": quotation_rows,
        "clusters": [Cluster((post, herald), post.id, (post.id, herald.id, 0.9))],
        "articles": [ListedArticle("post-0305"), ListedArticle("herald-0304")],
        "article": ArticleView(post),
        "versions": VersionsView(post, (VersionView(1, "2025-03-05T08:00:00Z", True, post),)),
        "statistics": {"articles": 2},
        "addition": Addition(added=("post-0305",)),
        "verification": Verification({"articles": 2}),
        "reviews": [ReviewRow(ReviewStep(1, Subject.link("a", "b"), "rejected", "", None, "2026-11-30T01:00:00Z"))],
        "detection": Detection(
            "2026-11-30", "news", "r", 9, 1, 1, (Planted("alone", 20, 0.9, 4, 3, 0.3),), (Scrambled("alone", 9, 0),)
        ),
        "report": [(findings, lineage_view), (findings, None)],
    }


@pytest.mark.parametrize(("name", "answer"), PAIRS)
def test_a_format_writes_what_the_catalogue_says(name: str, answer: Answer, answers: dict[Answer, Any]) -> None:
    if name.startswith("prov-"):
        pytest.importorskip("prov")
    output = Recorded()
    writer(name)(answer, answers[answer], output)
    assert bool(output.shown) == (name == "text")
    assert bool("".join(output.written)) == (name != "text")


@pytest.mark.parametrize(("name", "answer"), PAIRS)
def test_no_format_hands_on_what_moves_a_cursor_or_turns_text_around(
    name: str, answer: Answer, answers: dict[Answer, Any]
) -> None:
    if name.startswith("prov-"):
        pytest.importorskip("prov")
    output, value = Recorded(), answers[answer]
    writer(name)(answer, iter(attacked([*value])) if answer == "findings" else attacked(value), output)
    assert UNSAFE.findall("".join([*output.written, output.shown])) == []


def test_every_answer_has_a_format_and_text_comes_first() -> None:
    for answer in get_args(Answer):
        assert names(answer)[0] == ("html" if answer == "report" else "text")
    assert {"json", "dot", "mermaid", "graphml", "csv", "prov-json", "prov-n", "svg"} <= set(names("lineage"))
    assert {"jsonl", "graphml", "csv"} <= set(names("links"))


def test_lines_are_written_as_soon_as_a_row_is_there(findings: Findings) -> None:
    output = Recorded()
    lines_before = []

    def rows() -> Iterator[Findings]:
        for _ in range(3):
            lines_before.append(len(output.written))
            yield findings

    writer("jsonl")("findings", rows(), output)
    assert lines_before == [0, 1, 2]
    assert len({json.loads(line)["share"] for line in output.written}) == 1


@pytest.mark.parametrize(("count", "kind"), [(0, list), (1, dict), (2, list)])
def test_findings_of_one_article_are_an_object(findings: Findings, count: int, kind: type) -> None:
    output = Recorded()
    writer("json")("findings", iter([findings] * count), output)
    (written,) = output.written
    assert isinstance(json.loads(written), kind)


def test_other_rows_are_a_list_however_many() -> None:
    output = Recorded()
    writer("json")("articles", [ListedArticle("post-0305")], output)
    assert [row["id"] for row in json.loads(output.written[0])] == ["post-0305"]
