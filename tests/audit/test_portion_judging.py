"""What a portion of links is judged with."""

from provenance.audit.portion_judging import Graph, _portion
from provenance.events.reports import Chances


def test_a_source_of_both_is_around_them_though_it_is_linked_to_neither() -> None:
    chances = Chances(0.0, 0.0, 0.9, 0.1, others=5, third="wire")
    graph = Graph({("a", "b"): []}, {"a": {"b"}, "b": {"a"}}, {"a": 1, "b": 2}, {}, {("a", "b"): chances})
    assert _portion(["a"], graph).around == ("a", "b", "wire")
    assert _portion(["b"], graph).around == ("a", "b", "wire")
    assert _portion(["a"], graph).links == 1


def test_partners_are_around_an_article() -> None:
    graph = Graph({("a", "b"): [], ("a", "c"): []}, {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}, {}, {}, {})
    assert _portion(["a"], graph).around == ("a", "b", "c")
    assert _portion(["c"], graph).around == ("a", "c")
