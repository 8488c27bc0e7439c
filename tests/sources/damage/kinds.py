"""Kinds of damage that files suffer: cut off, bytes flipped, pieces lost, repeated, swapped or filled with zeros."""

from __future__ import annotations

import random
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def flipped(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def lost(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 7, 100, 700)) :]


def repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((1, 50, 500))]
    return data[:start] + piece * chance.choice((2, 9)) + data[start + len(piece) :]


def zeroed(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    size = min(chance.choice((4, 64, 512)), len(data) - start)
    return data[:start] + bytes(size) + data[start + size :]


def filled(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(chance.choice((1, 30, 300))) + data[start:]


KINDS: tuple[Damage, ...] = (cut, flipped, lost, repeated, zeroed, filled)


def damaged(data: bytes, number: int) -> bytes:
    """The file with the damage of this number, the same in every run."""
    chance = random.Random(number)
    once = KINDS[number % len(KINDS)](data, chance)
    return KINDS[chance.randrange(len(KINDS))](once, chance) if once and chance.random() < 0.2 else once
