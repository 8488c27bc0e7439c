"""The forms of German verbs of speech, made of their infinitives by rule; irregular ones are listed.

A verb whose first part is separable has two sets of forms: joined ("mitteilte", at the end of a clause) and parted
("teilte ... mit"). Nothing here reads a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

# Verbs that begin so have no "ge" in the participle, nor have those in "-ieren".
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "unter", "über", "wider", "wieder", "hinter")


class Forms(NamedTuple):
    """The forms of a verb: finite ones in the singular and the plural, the participle, and the infinitives."""

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    participle: str
    infinitives: tuple[str, ...]


def plain_forms(infinitive: str, irregular: Mapping[str, str]) -> Forms:
    """The forms of a verb without a separable part."""
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    zu = (infinitive,)
    if infinitive in irregular:
        present, past, pasts, participle, *more = irregular[infinitive].split()
        subjunctive = stem + "e"
        plurals = [form for form in more if form.endswith("en")]
        return Forms(
            (present, past, subjunctive, *(form for form in more if form not in plurals)),
            (infinitive, pasts, *plurals),
            participle,
            zu,
        )
    hard = stem[-1] in "td" or stem.endswith("chn") or (stem[-1] in "nm" and stem[-2] not in "aeiouäöürlhnm")
    joint = "e" if hard else ""
    weak = stem + joint + "t"
    bare = stem.startswith(INSEPARABLE) or infinitive.endswith("ieren")
    return Forms(
        (weak, stem + joint + "te", stem + "e"),
        (infinitive, stem + joint + "ten"),
        weak if bare else "ge" + weak,
        zu,
    )


def joined_forms(part: str, base: str, irregular: Mapping[str, str]) -> Forms:
    """The forms at the end of a clause, of a verb with a separable part."""
    plain = plain_forms(base, irregular)
    return Forms(
        tuple(part + form for form in plain.singular),
        tuple(part + form for form in plain.plural),
        part + plain.participle,
        (part + base, f"{part}zu{base}"),
    )


def parted(verbs: Iterable[str], irregular: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Of each finite form of a separable verb ("teilte"): the lemma by the part that goes to the end ("mit")."""
    found: dict[str, dict[str, str]] = {}
    for verb in verbs:
        part, mark, base = verb.partition("|")
        if mark:
            plain = plain_forms(base, irregular)
            for form in (*plain.singular, *plain.plural):
                found.setdefault(form, {})[part] = part + base
    return found
