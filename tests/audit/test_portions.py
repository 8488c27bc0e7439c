"""Portions of linked articles: every touched group whole, in order of what is visited, of equal weight."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.audit.portions import portions

NAMES = st.sampled_from("abcdefghij")
PAIRS = st.sets(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]), max_size=20)


def partners_of(pairs):
    partners = {}
    for one, other in pairs:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    return partners


def group_of(name, partners):
    group, before = {name}, set()
    while group != before:
        before, group = group, group.union(*(partners[each] for each in group))
    return group


def next_one(visited, partners):
    """The article with the greatest part of its partners visited, looked for among all that are left."""
    beside = [name for name in partners if name not in visited and partners[name] & visited]
    return min(beside, key=lambda name: (-len(partners[name] & visited) / len(partners[name]), name))


@given(PAIRS, st.integers(1, 8))
def test_every_group_is_visited_whole_and_along_its_links(pairs, links):
    partners = partners_of(pairs)
    order = [name for portion in portions(partners, links) for name in portion]
    assert sorted(order) == sorted(partners)
    for place, name in enumerate(order):
        group = group_of(name, partners)
        visited = group.intersection(order[:place])
        fewest = min(group, key=lambda each: (len(partners[each]), each))
        assert name == (next_one(visited, {each: partners[each] for each in group}) if visited else fewest)


@given(PAIRS, st.integers(1, 8))
def test_portions_have_three_to_five_quarters_of_the_size_asked_but_for_one_article(pairs, links):
    partners = partners_of(pairs)
    found = [[len(partners[name]) for name in portion] for portion in portions(partners, links)]
    for ends in found:
        assert 2 * (sum(ends) - ends[-1]) < 5 * links
    for ends in found[:-1]:
        assert 2 * sum(ends) >= 3 * links


def test_the_order_in_which_partners_were_found_is_nothing():
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("e", "f")]
    assert list(portions(partners_of(pairs), 2)) == list(portions(partners_of(pairs[::-1]), 2))


def test_a_new_group_moves_few_borders():
    """Portions are judged anew where they change, so that one article more must not move all of them."""
    pairs = [(f"{number:04}a", f"{number:04}b") for number in range(2000)]
    before = {tuple(portion) for portion in portions(partners_of(pairs), 50)}
    after = {tuple(portion) for portion in portions(partners_of([*pairs, ("0700x", "0700y")]), 50)}
    assert 20 < len(before) < 60
    assert len(after - before) <= 2
