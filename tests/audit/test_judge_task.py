"""What is recorded of a link is what its named world says of it alone, whatever else an audit had to judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.audit import judge_task, portion_judging
from provenance.audit import worlds as cut
from provenance.audit.worlds import worlds
from provenance.lineage import judge
from provenance.lineage.news import EventOfPair
from provenance.lineage.wording_check import Check
from provenance.quotes import extract
from provenance.quotes.languages import language

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


def recorded(archive: Archive) -> list[object]:
    """The record, byte for byte but for when it was made."""
    store = archive.store
    return [(link.a, link.b, link) for link in store.links.iterate()]


@pytest.fixture
def audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Archive, list[judge_task.JudgeTask]]]:
    """The corpus, audited in worlds of few links, and the tasks of it."""
    monkeypatch.setattr(cut, "MOST_LINKS", 6)
    monkeypatch.setattr(portion_judging, "LINKS_A_PORTION", 9)
    tasks: list[judge_task.JudgeTask] = []
    whole = portion_judging._task
    monkeypatch.setattr(portion_judging, "_task", lambda *given: tasks.append(whole(*given)) or tasks[-1])
    with Archive(tmp_path / "corpus.db") as archive:
        archive.add([CORPUS], jobs=1)
        archive.audit(jobs=1)
        yield archive, tasks


def test_each_link_alone_with_its_world_reads_as_recorded(
    audited: tuple[Archive, list[judge_task.JudgeTask]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oracle judges one pair at a time, with a world that is looked for in the graph of all links."""
    archive, tasks = audited
    links = {(link.a, link.b): link for link in archive.store.links.iterate()}
    partners: dict[str, set[str]] = {}
    for a, b in links:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    checks: list[Check | None] = []
    whole = portion_judging._check
    monkeypatch.setattr(portion_judging, "_check", lambda *given: checks.append(whole(*given)) or checks[-1])
    archive.audit(jobs=1, again=True)
    assert len({repr(check) for check in checks}) == 1
    found = {pair: (task, world) for task in tasks for world in task.worlds for pair in links if pair[0] in world.own}
    boilerplate = {name: task.articles.ignored[name] for task in tasks for name in task.articles.names}
    for world in worlds(partners):
        for pair in (pair for pair in links if pair[0] in world.own and pair[1] in world.around):
            passages = {
                (one, other): link.passages
                for (one, other), link in links.items()
                if {one, other} <= set(world.around) and not {one, other}.isdisjoint(world.own)
            }
            names = {name for each in passages for name in each}.union(world.far)
            texts = {name: archive.article(name) for name in sorted(names)}
            task, _ = found[pair]
            events = {
                each: EventOfPair(said, task.articles.articles[said.third] if said.third else None)
                for each, said in task.events.items()
                if each == pair
            }
            alone = judge(
                texts,
                passages,
                archive.settings.recorded.lineage,
                {name: extract(text.text, text.body, language(text.language)) for name, text in texts.items()},
                {name: boilerplate[name] for name in texts},
                {pair},
                events,
                checks[-1],
            )
            if pair in alone:
                link = links[pair]
                assert (alone[pair].relation, alone[pair].confidence, alone[pair].evidence) == (
                    link.relation,
                    link.confidence,
                    link.evidence,
                )
                assert (alone[pair].source, alone[pair].common_source) == (link.source, link.common_source)
    assert len(links) > 30


@pytest.mark.parametrize("links", [1, 40, 100_000])
def test_what_a_task_has_is_of_no_consequence(
    audited: tuple[Archive, list[judge_task.JudgeTask]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: int
) -> None:
    archive, _ = audited
    monkeypatch.setattr(portion_judging, "LINKS_A_PORTION", links)
    with Archive(tmp_path / "other.db") as other:
        other.add([CORPUS], jobs=1)
        other.audit(jobs=1)
        assert recorded(other) == recorded(archive)


def test_an_audit_in_two_parts_records_what_a_whole_one_does(
    audited: tuple[Archive, list[judge_task.JudgeTask]], tmp_path: Path
) -> None:
    archive, _ = audited
    halves = sorted(CORPUS.iterdir())
    with Archive(tmp_path / "other.db") as other:
        other.add(halves[::2], jobs=1)
        other.audit(jobs=1)
        other.add(halves[1::2], jobs=1)
        other.audit(jobs=1)
        assert recorded(other) == recorded(archive)


def test_a_source_of_both_is_looked_at_though_it_is_linked_to_neither(
    audited: tuple[Archive, list[judge_task.JudgeTask]],
) -> None:
    _, tasks = audited
    thirds = [(task, said.third) for task in tasks for said in task.events.values() if said.third]
    assert thirds
    assert all(third in task.articles.articles for task, third in thirds)
