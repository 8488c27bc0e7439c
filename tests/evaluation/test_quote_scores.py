"""Scores on a folder of two articles annotated here by hand, one of them twice."""

from pathlib import Path

import pytest

from provenance.errors import UnreadableInput
from provenance.evaluation.brat import annotated
from provenance.evaluation.quote_evaluation import evaluate, half_of, rows

TEXT = "“The ferry is late,” Lena Ortiz said. She added that nobody knew why.\n"


def annotation(text: str, *triples: tuple[str, str, str]) -> str:
    lines, number = [], 0
    for event, (source, cue, content) in enumerate(triples, 1):
        roles = []
        for role, words in (("Source", source), ("Cue", cue), ("Content", content)):
            number += 1
            start = text.index(words)
            lines.append(f"T{number}\t{role} {start} {start + len(words)}\t{words}")
            roles.append(f"{role}:T{number}")
        lines.append(f"E{event}\tAttribution:T0 {' '.join(roles)}")
    return "\n".join(lines) + "\n"


FULL = annotation(TEXT, ("Lena Ortiz", "said", "“The ferry is late,”"), ("She", "added", "that nobody knew why"))
HALF = annotation(TEXT, ("Lena Ortiz", "said", "“The ferry is late,”"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "attributions" / "one_ab12.ann").write_text(FULL, "utf-8")
    (tmp_path / "attributions" / "one_cd34.ann").write_text(HALF, "utf-8")
    return tmp_path


def test_predictions_equal_to_the_gold_score_1(corpus: Path) -> None:
    result = evaluate(corpus)
    scores = result.scores
    assert (scores.articles, scores.attributions) == (1, 2)
    assert scores.direct_f == scores.speaker_recall == scores.recall == scores.precision == 1.0
    assert scores.indirect_recall == scores.source == scores.cue == 1.0


def test_annotators_agree_on_what_both_marked(corpus: Path) -> None:
    people = evaluate(corpus).annotators
    assert people is not None
    assert people.articles == 2
    assert people.direct_f == 1.0
    assert people.recall == pytest.approx(2 / 3)


def test_halves_part_the_articles(corpus: Path) -> None:
    here = half_of("one")
    assert evaluate(corpus, half=here).scores.articles == 1
    assert evaluate(corpus, half=1 - here).scores.articles == 0
    assert {name for name, _, _ in rows(evaluate(corpus))} >= {"indirect: recall", "megabytes a second"}


def test_texts_and_annotations_may_lie_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "one.ann").write_text(FULL, "utf-8")
    (item,) = annotated(tmp_path)
    assert len(item.annotations[0]) == 2


@pytest.mark.parametrize("broken", ["T1\tSource x y\tShe\n", None])
def test_unreadable_folders_are_named(tmp_path: Path, broken: str | None) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    if broken:
        (tmp_path / "one.ann").write_text(broken, "utf-8")
    with pytest.raises(UnreadableInput, match=str(tmp_path)):
        evaluate(tmp_path)


def test_a_span_in_pieces_and_foreign_lines(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "one.ann").write_text(
        "T1\tContent 0 5;6 9\tone\nThe rest of a broken line\nA1\tNote T1\nE1\tAttribution:T9 Content:T1\n", "utf-8"
    )
    (item,) = annotated(tmp_path)
    assert [tuple(piece) for piece in item.annotations[0][0].content] == [(0, 5), (6, 9)]


@pytest.mark.parametrize("name", ["text/one.txt", "attributions/one_ab12.ann"])
def test_what_is_no_utf_8_is_named_in_one_line(corpus: Path, name: str) -> None:
    (corpus / name).write_bytes(b"T1\tCue 0 4\t\xc9t\xe9")
    with pytest.raises(UnreadableInput, match=Path(name).name) as raised:
        list(annotated(corpus))
    assert "\n" not in str(raised.value)
