"""Reviews: a person confirms, rejects or annotates a link or one of its passages, or takes that back step by step.

A rejection of two publishers or of a set phrase holds for links and passages that are found later, too. Everything
that was ever said is kept; `provenance.audit.reviews` lays what holds over the links.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from provenance.audit.reviews import Reviews, publishers_key
from provenance.errors import UsageError
from provenance.model import Article, Link, Passage, ReviewRow, ReviewStep, Said, Span, Subject
from provenance.store import Store
from provenance.usecases.listing import without_text

Word = Literal["confirm", "reject", "note", "undo"]
SAID: dict[Word, Said] = {"confirm": "confirmed", "reject": "rejected", "note": "annotated"}


def review(
    store: Store, a: str, b: str, word: Word, note: str = "", by: str | None = None, passage: Span | None = None
) -> Subject:
    """Record what a person says of the link of two articles (ids), or take the last word back; returns the subject.

    `passage` is a place in `a`: what is said is then about the passage of the link that has most of that place. `by`
    is the system's user where nothing is given. Raises UsageError where there is no such link or passage, no note to
    write, or nothing to undo.
    """
    if a == b:
        raise UsageError(f"{a} has no link with itself: name two articles")
    link = store.links.between(a, b)
    if passage is not None:
        return _review_passage(store, link, (a, b), word, note, by, passage)
    subject = Subject.link(a, b)
    said = [step for step in store.reviews.in_force(a) if step.subject == subject]
    if word == "undo":
        if not said:
            _refuse_without_place(store, a, b)
        return _undo(store, said, subject, note, by)
    if link is None:
        # What people said of a link stands although the program finds it no longer, and may be added to.
        link = next((step.link for step in reversed(said) if step.link is not None), None)
        if link is None:
            raise _no_link(store, a, b)
    return _record(store, subject, word, note, by, link)


def review_publishers(store: Store, a: str, b: str, word: Word, note: str = "", by: str | None = None) -> Subject:
    """Say that links between articles of two publishers (or of one, named twice) are none, now and in future.

    Raises UsageError where there is nothing to undo, and for "confirm".
    """
    if not a.strip() or not b.strip():
        raise UsageError("name two publishers")
    subject = Subject.publishers(a.strip(), b.strip())
    key = publishers_key(subject.names)
    steps = store.reviews.in_force()
    said = [
        step for step in steps if step.subject.about == "publishers" and publishers_key(step.subject.names) == key
    ]
    return _review_rule(store, subject, said, word, note, by)


def review_phrase(store: Store, words: str, word: Word, note: str = "", by: str | None = None) -> Subject:
    """Say that passages that consist of these words are none, now and in future; errors as of `review_publishers`."""
    phrase = " ".join(words.split())
    if not any(character.isalnum() for character in phrase):
        raise UsageError("the set phrase has no words")
    steps = store.reviews.in_force()
    said = [step for step in steps if step.subject.about == "phrase" and _same(step.subject.names[0], phrase)]
    return _review_rule(store, Subject.phrase(phrase), said, word, note, by)


def reviews(store: Store, identifier: str | None = None, *, everything: bool = False) -> list[ReviewRow]:
    """What people said, oldest first: what holds, or `everything`, with what was undone or replaced.

    With the id of an article, what was said of its links and passages.
    """
    steps = store.reviews.steps(identifier)
    undone = {step.undoes: step for step in steps if step.undoes is not None}
    shown = [step for step in steps if step.said != "undone" or step.undoes is None]
    last = _last(step for step in shown if step.step not in undone)
    names = {name for step in steps if step.seen for name in step.subject.names}
    listed = store.article_pages.listed(names) if names else {}
    known = {name: replace(without_text(row), title=row.title) for name, row in listed.items()}
    rows = []
    for step in shown:
        replaced = step.said in ("confirmed", "rejected") and last.get(step.subject, step.step) != step.step
        if everything or (step.said != "undone" and step.step not in undone and not replaced):
            rows.append(_row(store, step, known, undone.get(step.step), replaced=replaced))
    return rows


def count_reviews(store: Store) -> int:
    """How many rows `reviews` has: what people said that holds."""
    steps = store.reviews.in_force()
    last = _last(steps)
    return sum(last.get(step.subject, step.step) == step.step or step.said == "annotated" for step in steps)


def _last(steps: Iterable[ReviewStep]) -> dict[Subject, int]:
    """The last verdict on each subject, which stands in the place of those before it."""
    return {step.subject: step.step for step in steps if step.said in ("confirmed", "rejected")}


def system_user() -> str:
    """The name of whoever runs this, as the system knows it."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a container without names
        return "unknown"


def _review_passage(
    store: Store,
    link: Link | None,
    names: tuple[str, str],
    word: Word,
    note: str,
    by: str | None,
    place: Span,
) -> Subject:
    if link is None:
        if word == "undo":  # what was said of a passage can be taken back although it is found no longer
            return _undo(store, _said_at(store, names, place), Subject.link(*names), note, by)
        raise _no_link(store, *names)
    passage = _passage_at(link, names[0], place)
    said, numbers = Reviews(store).of_passage(link, passage)
    subject = Subject.passage(link.a, link.b, passage.match.a, passage.match.b)
    if word == "undo":
        return _undo(store, said, subject, note, by)
    seen = numbers if link.a < link.b else numbers[::-1]
    known = None if None in seen else (seen[0] or 0, seen[1] or 0)
    return _record(store, subject, word, note, by, link, known)


def _said_at(store: Store, names: tuple[str, str], place: Span) -> list[ReviewStep]:
    """The steps in force about passages at a place in the first article, as it was shown."""
    pair = tuple(sorted(names))
    steps = [step for step in store.reviews.in_force(names[0]) if step.subject.names == pair]
    side = pair.index(names[0])
    return [step for step in steps if step.subject.spans and step.subject.spans[side].overlap(place)]


def _passage_at(link: Link, name: str, place: Span) -> Passage:
    """The passage that has most of a place in one of the two articles."""
    spans = [(each.match.a if link.a == name else each.match.b, each) for each in link.passages]
    best = max(spans, key=lambda one: (one[0].overlap(place), -abs(one[0].length - place.length)), default=None)
    if best is None or not best[0].overlap(place):
        places = ", ".join(f"{span.start} {span.end}" for span, _ in sorted(spans, key=lambda one: one[0])[:20])
        raise UsageError(
            f"no passage of {name} is at {place.start} to {place.end}; "
            + (f"those shared with {link.b if link.a == name else link.a} are at: {places}" if places else "none is")
        )
    return best[1]


def _review_rule(
    store: Store, subject: Subject, said: Sequence[ReviewStep], word: Word, note: str, by: str | None
) -> Subject:
    if word == "confirm":
        raise UsageError("publishers and set phrases can be rejected; links and passages are confirmed one by one")
    if word == "undo":
        return _undo(store, said, subject, note, by)
    return _record(store, subject, word, note, by, None)


def _record(
    store: Store,
    subject: Subject,
    word: Word,
    note: str,
    by: str | None,
    link: Link | None,
    seen: tuple[int, int] | None = None,
) -> Subject:
    if word not in SAID:
        raise UsageError(f"the word of a review is confirm, reject, note or undo, not {word!r}")
    if word == "note" and not note.strip():
        raise UsageError("a note needs words: --note WORDS")
    store.reviews.record(subject, SAID[word], note.strip(), by or system_user(), link, seen)
    return subject


def _undo(store: Store, said: Sequence[ReviewStep], subject: Subject, note: str, by: str | None) -> Subject:
    if not said:
        raise UsageError("there is nothing to undo: nothing is said of this, or all of it was undone before")
    store.reviews.undo(said[-1], note.strip(), by or system_user())
    return subject


def _refuse_without_place(store: Store, a: str, b: str) -> None:
    """Where something is said of passages alone, say which: an undo of the link would take nothing back."""
    subjects = {step.subject for step in store.reviews.in_force(a) if {a, b} == set(step.subject.names)}
    spans = sorted({each.spans[each.names.index(a)] for each in subjects if each.spans})
    if spans:
        places = " or ".join(f"--passage {span.start} {span.end}" for span in spans[:5])
        raise UsageError(f"nothing is said of the link itself, but of passages of it: add {places}")


def _row(
    store: Store, step: ReviewStep, articles: dict[str, Article], undone: ReviewStep | None, *, replaced: bool
) -> ReviewRow:
    names = step.subject.names
    if step.subject.about not in ("link", "passage"):
        return ReviewRow(step, undone=undone, replaced=replaced)
    numbers = tuple(store.articles.known_numbers(names).get(name) for name in names)
    texts: tuple[str | None, ...] = ()
    if step.subject.spans and step.seen:
        texts = tuple(_words(store, *part) for part in zip(names, step.seen, step.subject.spans, strict=True))
    return ReviewRow(
        step,
        tuple(articles[name] for name in names if name in articles),
        texts,
        changed=step.seen is not None and step.seen != numbers,
        found=store.links.between(*names) is not None,
        undone=undone,
        replaced=replaced,
    )


def _words(store: Store, name: str, number: int, span: Span) -> str | None:
    version = next((each.version for each in store.articles.versions(name) if each.number == number), None)
    return None if version is None else span.of(store.articles.get(name, version).text)


def _no_link(store: Store, a: str, b: str) -> UsageError:
    for profile in store.records.profiles():
        if profile != store.profile and store.links_of(profile).between(a, b) is not None:
            return UsageError(f"no link between {a} and {b} is recorded, but one with --profile {profile}: add that")
    return UsageError(f"no link between {a} and {b} is recorded: run `provenance audit` first")


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
