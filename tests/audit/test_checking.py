"""The sample on which an archive's weights are checked: all links of a small one, a steady part of a large one."""

from provenance.audit import checking
from provenance.audit.checking import sampled_worlds
from provenance.audit.worlds import worlds


def cliques(count, size):
    """Groups in which all articles are linked."""
    partners = {}
    for group in range(count):
        names = [f"{group:04}{member:03}" for member in range(size)]
        partners |= {name: {*names} - {name} for name in names}
    return partners


def test_all_links_of_a_small_archive_are_in_the_sample():
    partners = cliques(20, 4)
    pairs = [pair for each in sampled_worlds(worlds(partners), partners) for pair in each.pairs]
    assert len(pairs) == len(set(pairs)) == 20 * 6


def test_one_template_gives_a_part_of_the_sample():
    partners = cliques(40, 40)
    sampled = sampled_worlds(worlds(partners), partners)
    assert all(len(each.pairs) == checking.LINKS_OF_A_WORLD for each in sampled)
    assert sum(len(each.pairs) for each in sampled) == checking.SAMPLE


def test_a_group_more_changes_little_of_the_sample():
    before = cliques(900, 4)
    after = before | {"zz1": {"zz2"}, "zz2": {"zz1"}}
    chosen = [
        {pair for each in sampled_worlds(worlds(all_), all_) for pair in each.pairs} for all_ in (before, after)
    ]
    assert len(chosen[0] & chosen[1]) >= 0.95 * checking.SAMPLE
