"""Ids of articles that are named after their files, by what is archived and what came before in the same input."""

import pytest

from provenance.ingest.placing import Places, named_after_file, same_place
from provenance.model import Article, Span


def article(origin, text="A story of the quay.", identity=None):
    name = origin.rsplit("/", 1)[-1].split(".", 1)[0]
    return Article(identity or name, text, Span(0, len(text)), origin=origin)


def placed(archived, *articles):
    places = Places(archived.get)
    return [places.place(each).id for each in articles]


@pytest.mark.parametrize(
    ("identity", "origin", "expected"),
    [
        ("story", "/news/story.txt", True),
        ("story:12", "/news/story.jsonl.gz", True),
        ("story:x", "/news/story.jsonl", False),
        ("storyline", "/news/story.txt", False),
        ("given", "/news/story.txt", False),
    ],
)
def test_an_id_is_the_files_or_was_given(identity, origin, expected):
    assert named_after_file(article(origin, identity=identity)) == expected


def test_the_second_of_one_name_takes_as_many_folders_as_it_needs():
    assert placed(
        {},
        article("/x/a/story.txt", "one"),
        article("/x/b/story.txt", "two"),
        article("/y/b/story.txt", "three"),
    ) == ["story", "b/story", "y/b/story"]


def test_the_same_text_in_another_folder_is_the_same_article_moved():
    assert placed({}, article("/x/a/story.txt"), article("/x/b/story.txt")) == ["story", "story"]
    assert placed({"story": article("/old/story.txt")}, article("/new/story.txt")) == ["story"]


def test_a_changed_file_in_its_place_keeps_its_id():
    archived = {"story": article("/x/a/story.txt", "one")}
    assert placed(archived, article("/x/a/story.txt", "two")) == ["story"]
    assert placed(archived, article("a/story.txt", "two")) == ["story"]
    assert placed(archived, article("/x/b/story.txt", "two")) == ["b/story"]


def test_ids_that_the_input_gives_are_never_changed():
    archived = {"given": article("/x/a/story.txt", "one", identity="given")}
    assert placed(archived, article("/x/b/story.txt", "two", identity="given")) == ["given"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/x/a/story.txt", "a/story.txt", True),
        ("a/story.txt", "/x/a/story.txt", True),
        ("/x/a/story.txt", "/x/b/story.txt", False),
        (None, None, True),
        (None, "story.txt", False),
    ],
)
def test_paths_may_be_one_place(one, other, same):
    assert same_place(one, other) == same
