"""Gold is read as its help says, and whatever is wrong with it is named with its line."""

import json

import pytest

from provenance.errors import UnreadableInput
from provenance.evaluation.gold import archived, groups, read_gold, read_gold_file, unknown_ids

PAIR = {"relation": "independent", "a": "a", "b": "b"}


def written(tmp_path, *rows):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8")
    return path


def test_every_relation_is_read(tmp_path):
    rows = [
        {"event": "e", "source": "w", "derived": "v", "relation": "derived", "direct": False},
        {"relation": "near_duplicate", "a": "d", "b": "c", "source": "d"},
        {"relation": "common_source", "a": "e", "b": "f", "sources": ["s"], "common_source": "t"},
        {"relation": "common_source", "a": "g", "b": "h"},
        {"relation": "mixed_common_source", "a": "i", "b": "j", "sources": ["s"]},
        {"relation": "hidden_common_source", "a": "k", "b": "l"},
        {"relation": "same_event", "a": 7, "b": "n"},
        {"relation": "independent", "a": "o", "b": "p"},
    ]
    gold = {each.a: each for each in read_gold_file(written(tmp_path, *rows))}
    assert (gold["v"].source, gold["v"].derived, gold["v"].direct) == ("w", "v", False)
    assert (gold["c"].source, gold["c"].derived, gold["c"].direct) == ("d", "c", True)
    assert gold["e"].sources == {"s", "t"}
    assert gold["g"].relation == "hidden_common_source"
    assert gold["7"].relation == "same_event"
    assert [each.line for each in gold.values()] == [7, 2, 3, 4, 5, 6, 8, 1]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "no JSON"),
        ("[1]", "it is"),
        ("null", "it is 'None'"),
        ({"a": "a", "b": "b"}, 'it has no "relation"'),
        ({"relation": "cousin", "a": "a", "b": "b"}, "'cousin'"),
        ({"relation": ["derived"], "a": "a", "b": "b"}, "is \\['derived'\\]"),
        ({"relation": "derived", "a": "a", "b": "b"}, 'it has no "derived"'),
        ({"relation": "derived", "derived": "a", "source": ""}, "no id"),
        ({"relation": "derived", "derived": "a", "source": "a"}, "same article"),
        ({"relation": "derived", "derived": "a", "source": "b", "direct": "yes"}, "neither true nor false"),
        ({"relation": "common_source", "a": "a", "b": "b", "sources": "s"}, "no list of ids"),
        ({"relation": "common_source", "a": "a", "b": "b", "sources": [None]}, '"sources"'),
        ({"relation": "near_duplicate", "a": "a", "b": "b", "source": "c"}, "neither of the two"),
        ({"relation": "same_event", "a": {"id": 1}, "b": "b"}, "no id"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_in_the_file(tmp_path, row, said):
    path = written(tmp_path, PAIR, "", row)
    with pytest.raises(UnreadableInput, match=f"gold line 3 .*{said}") as raised:
        read_gold_file(path)
    assert str(path) in str(raised.value)
    assert '"relation": "derived" with the ids "derived" and "source"' in str(raised.value)


def test_lines_that_disagree_are_both_named_and_equal_ones_count_once(tmp_path):
    assert len(read_gold([PAIR, {**PAIR, "a": "b", "b": "a"}])) == 1
    with pytest.raises(UnreadableInput, match="gold lines 1 and 2 say different things of a and b"):
        read_gold([PAIR, {"relation": "derived", "derived": "a", "source": "b"}])


def test_a_file_that_is_missing_empty_or_no_text_says_so(tmp_path):
    with pytest.raises(UnreadableInput, match="no such file"):
        read_gold_file(tmp_path / "none.jsonl")
    with pytest.raises(UnreadableInput, match="is empty"):
        read_gold_file(written(tmp_path, "", ""))
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe\x00\x9d")
    with pytest.raises(UnreadableInput, match="no file of JSON lines"):
        read_gold_file(tmp_path / "gold.jsonl")


def test_relations_of_articles_that_are_not_archived_are_left_out_and_a_lost_source_is_hidden():
    gold = read_gold(
        [
            {"relation": "derived", "derived": "a", "source": "x"},
            {"relation": "common_source", "a": "a", "b": "b", "sources": ["x"]},
            {"relation": "common_source", "a": "a", "b": "c", "sources": ["x", "b"]},
        ]
    )
    known = archived(gold, ["a", "b", "c"])
    assert [(each.b, each.relation, set(each.sources)) for each in known] == [
        ("b", "hidden_common_source", set()),
        ("c", "common_source", {"b"}),
    ]
    assert unknown_ids(gold, ["a", "b", "c"]) == ["x"]


def test_gold_that_names_no_archived_pair_says_how_many_ids_are_unknown():
    gold = read_gold([PAIR, {**PAIR, "b": "c"}])
    with pytest.raises(
        UnreadableInput, match=r"names 3 articles, 2 of which are not archived \(b, c\).*read like a, z"
    ):
        archived(gold, ["a", "z"])
    with pytest.raises(UnreadableInput, match=r"3 of which .* because it is empty"):
        archived(gold, [])


def test_groups_are_joined_by_relations_and_by_sources():
    gold = read_gold(
        [PAIR, {**PAIR, "a": "d", "b": "c"}, {"relation": "common_source", "a": "e", "b": "f", "sources": ["d"]}]
    )
    assert groups(gold) == {"a": "a", "b": "a", "c": "c", "d": "c", "e": "c", "f": "c"}
