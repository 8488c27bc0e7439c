"""What people decided, as sentences: who confirmed or rejected what, when, why, and what has changed since.

The words are plain text and may hold any characters of a note: the caller escapes or neutralises them for its medium.
"""

from __future__ import annotations

from provenance.model import Link, Review, ReviewRow, Subject

LABEL = 100  # letters of a decision in a picture
SHOWN = 60  # letters of a phrase that a sentence repeats


def decision(review: Review | None) -> str:
    """ "confirmed by dana on 2026-11-30 (the text under it changed since): by phone"; "" without a review.

    Notes without a verdict read "noted by dana on 2026-11-30: ...".
    """
    if review is None:
        return ""
    head = review.verdict or "noted"
    words = f"{head}{_who(review.by, review.at)}{_rule(review.rule)}"
    since = [
        *(["the program finds it no longer"] if not review.found else []),
        *(["the text under it changed since"] if review.changed else []),
    ]
    if since:
        words += f" ({'; '.join(since)})"
    if review.note:
        words += f": {_line(review.note)}"
    further = [note for note in review.notes if note.note and note.note != review.note]
    return "; ".join([words, *(f"noted{_who(note.by, note.at)}: {_line(note.note)}" for note in further)])


def label(review: Review | None) -> str:
    """The decision in few words, for a picture: a long note would hide what it is about."""
    words = decision(review)
    return words if len(words) <= LABEL else f"{words[: LABEL - 1].rstrip()}…"


def short_decision(review: Review | None) -> str:
    """ "confirmed", "rejected", "noted" or "": for labels of pictures and columns."""
    return "" if review is None else review.verdict or "noted"


def sentence(link: Link, said: str, *, begins_with_name: bool = False) -> str:
    """What the program says of a link ("this article derives from it"), after what people decided; a sentence.

    A note without a verdict decides nothing and comes last. A name keeps its first letter.
    """
    words, begun = decision(link.review), said if begins_with_name else _capital(said)
    if link.review is None:
        return f"{begun}."
    if link.review.verdict is None:
        return f"{begun}. {_ended(_capital(words))}"
    if link.review.note or link.review.notes:
        return f"{_ended(_capital(words))} {begun}."
    return f"{_capital(words)}: {said}."


def command(a: str, b: str, words: str = "confirm") -> str:
    """What to type to review a link, as a shell reads it."""
    import shlex

    return f"provenance review {shlex.quote(a)} {shlex.quote(b)} {words}"


def subject_words(subject: Subject) -> str:
    """What a review is about, in words."""
    names = subject.names
    if subject.about == "publishers":
        if names[0] == names[-1]:
            return f"all links within {_line(names[0])}"
        return f"all links between {_line(names[0])} and {_line(names[1])}"
    if subject.about == "phrase":
        return f"the set phrase “{_line(names[0])}”"
    if subject.about == "passage":
        return f"a passage of {_line(names[0])} and {_line(names[1])}"
    return f"{_line(names[0])} and {_line(names[1])}"


def row_said(row: ReviewRow) -> str:
    """ "confirmed by dana", "noted": what was said in one word, and by whom."""
    step = row.step
    word = {"annotated": "noted", "undone": "undone, where nothing was left to undo"}.get(step.said, step.said)
    return f"{word} by {step.by}" if step.by else word


def row_about(row: ReviewRow) -> str:
    """What it was said about, with the places of a passage."""
    subject = row.step.subject
    if subject.spans is None:
        words = subject_words(subject)
        return words if subject.about == "link" else _capital(words)
    places = [f"{name} {span.start} to {span.end}" for name, span in zip(subject.names, subject.spans, strict=True)]
    return f"Passage: {places[0]} and {places[1]}"


def row_since(row: ReviewRow) -> list[str]:
    """What has become of it since, a sentence each."""
    since = []
    if row.changed:
        since.append("The text under it changed since.")
    if not row.found:
        since.append("The program finds this link no longer.")
    if row.undone:
        who = f" by {row.undone.by}" if row.undone.by else ""
        since.append(f"Undone{who} on {row.undone.at[:10]}{f': {row.undone.note}' if row.undone.note else '.'}")
    elif row.replaced:
        since.append("A later verdict holds instead.")
    return since


def _rule(rule: Subject | None) -> str:
    if rule is None:
        return ""
    if rule.about == "phrase":
        words = _line(rule.names[0])
        short = words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
        return f" as the set phrase “{short}”"
    if rule.about == "passage":
        return " with all of its passages"
    return f" with {subject_words(rule)}"


def _who(by: str | None, at: str) -> str:
    return f"{f' by {_line(by)}' if by else ''} on {at[:10]}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
