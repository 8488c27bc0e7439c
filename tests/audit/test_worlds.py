"""Worlds: every link is judged once, with all partners, by a rule that neither order nor distant articles change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.audit import worlds as cut
from provenance.audit.worlds import bundles, pairs_of, worlds

NAMES = st.sampled_from("abcdefghij")
PAIRS = st.sets(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]), max_size=25)


def partners_of(pairs):
    partners = {}
    for one, other in pairs:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    return partners


def judged(world, partners):
    return [pair for pair in pairs_of(world, partners) if pair[0] in world.own]


@given(PAIRS, st.integers(1, 30))
def test_every_link_is_judged_in_one_world(pairs, most):
    partners = partners_of(pairs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "MOST_LINKS", most)
        found = worlds(partners)
    links = [pair for world in found for pair in judged(world, partners)]
    assert sorted(links) == sorted(pairs)
    for world in found:
        assert world.judged == len(judged(world, partners)) > 0
        assert world.links == len(pairs_of(world, partners))
        assert world.links <= most or len(world.own) == 1


@given(PAIRS)
def test_a_world_has_all_partners_of_its_own_articles(pairs):
    partners = partners_of(pairs)
    for world in worlds(partners):
        beside = {other for article in world.own for other in partners[article]}
        assert set(world.around) == beside | set(world.own)
        assert set(world.far) == {far for article in beside for far in partners[article]} - set(world.around)


def centre_by_search(article, partners):
    """The centre of an article, looked for among all that are a few links away at most."""
    near = {article}
    for _ in range(cut.STEPS):
        near |= {far for other in near for far in partners[other]}
    return min(near, key=cut._rank)


@given(PAIRS)
def test_articles_of_one_centre_are_judged_together(pairs):
    partners = partners_of(pairs)
    groups = {}
    for article in partners:
        groups.setdefault(centre_by_search(article, partners), set()).add(article)
    assert all(set(world.own) in groups.values() for world in worlds(partners))


@given(PAIRS, st.integers(1, 30))
def test_neither_the_order_of_the_partners_nor_numbers_instead_of_names_matter(pairs, most):
    names = sorted({name for pair in pairs for name in pair})
    numbers = {name: 3 * place + 5 for place, name in enumerate(names)}
    ids = {number: name for name, number in numbers.items()}
    by_number = partners_of([(numbers[one], numbers[other]) for one, other in sorted(pairs)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "MOST_LINKS", most)
        found = worlds(by_number, ids.__getitem__)
        expected = worlds(partners_of(sorted(pairs, reverse=True)))
    assert [tuple(tuple(map(ids.get, part)) for part in (each.own, each.around, each.far)) for each in found] == [
        (each.own, each.around, each.far) for each in expected
    ]


@given(PAIRS, st.integers(1, 30), st.integers(1, 8))
def test_bundles_have_all_worlds_in_their_order_and_those_of_an_article_together(pairs, links, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "MOST_LINKS", most)
        found = worlds(partners_of(pairs))
    parts = list(bundles(found, links))
    assert [world for part in parts for world in part] == found
    owners = [{world.own for world in part} for part in parts]
    assert sum(map(len, owners)) == len({world.own for world in found})


def test_of_the_articles_far_around_those_that_most_are_linked_with_stay(monkeypatch):
    """All leaves but one are linked with `m`, one is linked with `n`, too; `a` judges its link with `b`."""
    monkeypatch.setattr(cut, "STEPS", 0)
    pairs = [("a", "b"), ("a", "c"), ("b", "m"), ("c", "m"), ("c", "n")]
    assert [world.far for world in worlds(partners_of(pairs)) if world.own == ("a",)] == [("m", "n")]
    monkeypatch.setattr(cut, "MOST_FAR", 1)
    assert [world.far for world in worlds(partners_of(pairs)) if world.own == ("a",)] == [("m",)]


def test_a_link_more_moves_only_worlds_near_it():
    chain = [(f"{number:04}", f"{number + 1:04}") for number in range(2000)]
    before = set(worlds(partners_of(chain)))
    after = set(worlds(partners_of([*chain, ("0700", "0700x")])))
    moved = {article for world in before ^ after for article in world.everybody}
    assert moved
    assert all(abs(int(article[:4]) - 700) <= 20 for article in moved)
