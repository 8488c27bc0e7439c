"""Borders that a reader would draw: passages end where the texts part, clauses that match nothing are cut off.

A passage found by its score takes in what lies between its parts: a sentence that the other text lacks, the "X said"
around a quotation. Here every passage is first widened to whole sentences, then parted into pieces that keep their
order, split at new text, and cut back to the clauses that hold shared words.

New text is what only one of the texts has: there a reader would end one passage and begin the next. Between two
sentences, it also takes the clauses at its edges: what a sentence says after its last shared clause.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import comparison as comparing
from provenance.align.kernels import wording
from provenance.align.kernels.comparison import Comparison, Words
from provenance.kernels import arrays
from provenance.text import tokens

Array = NDArray[Any]

LINE = tokens.LINE  # the least of the borders that end a sentence
WIDEST = 40  # words by which a passage may be widened to reach the border of a sentence
LEAST_MOVED = (
    12  # informative words that make what moved a passage of its own (6: PAN's shuffled passages fall into 24% more)
)
MOST_MOVES = 8  # passages inside each other's gaps: texts that reverse their order hold any number
# A lone shared word that is uninformative or out of order is taken for chance when so many words lie between it and
# the others (applied to uninformative words only, character F1 of the corpus, even pairs, is .951, not .953).
STRAY = 4
ROUNDS = 3  # of cutting: what one side gives up may leave a clause of the other without shared words
LEAD_IN = 2  # words before the first shared clause of a sentence that stay with it ("But", "On Friday")

# Character F1 of the corpus, even pairs, is .953 with these values and CHANCE. Of two gaps the smaller is at most
# ONE_SIDED of the larger: two long gaps are one text in two wordings (.5: .952; 1 loses more of PAN's translated
# passages). NEW_TEXT 8: .952, 14: .951.
NEW_TEXT = 10  # words at least
ONE_SIDED = 0.67


def tightened(a: Words, b: Words, start_a: int, end_a: int, start_b: int, end_b: int) -> list[Comparison]:
    """The comparisons of the passages that really correspond inside two word ranges and the sentences around them."""
    tight: list[Comparison] = []
    ordered: list[Comparison] = []
    start_a, end_a = whole_sentences(a.borders, start_a, end_a)
    start_b, end_b = whole_sentences(b.borders, start_b, end_b)
    add_in_order(a, b, start_a, end_a, start_b, end_b, MOST_MOVES, ordered)
    for whole in ordered:
        parts = split(a, b, whole)
        for row in range(len(parts)):
            part = comparing.part_of(whole, parts[row, 0], parts[row, 1], parts[row, 2], parts[row, 3])
            shared = True
            for _ in range(ROUNDS):
                if comparing.is_complete(part):
                    break
                from_a, to_a = shared_clauses(a, part.start_a, part.end_a, part.a, part.moved_a)
                from_b, to_b = shared_clauses(b, part.start_b, part.end_b, part.b, part.moved_b)
                shared = to_a > from_a and to_b > from_b
                same_a = from_a == part.start_a and to_a == part.end_a
                same_b = from_b == part.start_b and to_b == part.end_b
                if not shared or (same_a and same_b):
                    break
                part = comparing.compared(a, b, from_a, to_a, from_b, to_b)
            if shared:
                tight.append(part)
    return tight


def add_in_order(
    a: Words, b: Words, start_a: int, end_a: int, start_b: int, end_b: int, most: int, found: list[Comparison]
) -> None:
    """Append the comparisons of passages that moved (paragraphs that changed places), then that of the rest in order.

    Passages that moved are looked for inside each other's gaps, `most` levels deep.
    """
    whole = comparing.compared(a, b, start_a, end_a, start_b, end_b)
    if most > 0 and len(whole.moved_a) >= LEAST_MOVED:
        gaps = gaps_of_moved(whole)
        for row in range(len(gaps)):
            first_a, last_a = words_of_gap(start_a, end_a, whole.a, gaps[row, 0])
            first_b, last_b = words_of_gap(start_b, end_b, whole.b, gaps[row, 1])
            if meets_border(a, first_a, last_a) and meets_border(b, first_b, last_b):
                add_in_order(a, b, first_a, last_a, first_b, last_b, most - 1, found)
                drop_moved(whole, first_a, last_a)
    found.append(whole)


def drop_moved(whole: Comparison, first_a: int, last_a: int) -> None:
    """Remove from a comparison the pairs of moved words whose word of A is in [first_a, last_a)."""
    count = 0
    for at in range(len(whole.moved_a)):
        if not first_a <= whole.moved_a[at] < last_a:
            whole.moved_a[count], whole.moved_b[count] = whole.moved_a[at], whole.moved_b[at]
            count += 1
    whole.moved_a, whole.moved_b = whole.moved_a[:count], whole.moved_b[:count]


def gaps_of_moved(whole: Comparison) -> Array:
    """Pairs of gaps between words in order that share LEAST_MOVED words or more.

    Rows of the numbers of the words in order after them, ascending.
    """
    size, columns = len(whole.moved_a), len(whole.b) + 1
    keys, order = arrays.empty_i64(size), arrays.empty_i64(size)
    for at in range(size):
        before_a, before_b = (
            wording.place_among(whole.a, whole.moved_a[at]),
            wording.place_among(whole.b, whole.moved_b[at]),
        )
        keys[at] = before_a * columns + before_b
    arrays.order_i64(keys, order)
    found = arrays.empty_i64_table(size // LEAST_MOVED, 2)
    count = first = 0
    for at in range(size):
        if at + 1 < size and keys[order[at + 1]] == keys[order[at]]:
            continue
        if at + 1 - first >= LEAST_MOVED:
            found[count, 0], found[count, 1] = keys[order[at]] // columns, keys[order[at]] % columns
            count += 1
        first = at + 1
    return found[:count]


def words_of_gap(start: int, end: int, places: Array, number: int) -> tuple[int, int]:
    """The words of the range [start, end) between shared word `number` - 1 and shared word `number`."""
    first = places[number - 1] + 1 if number > 0 else start
    last = places[number] if number < len(places) else end
    return first, last


def whole_sentences(borders: Array, start: int, end: int) -> tuple[int, int]:
    """The range [start, end) widened to whole sentences, by at most WIDEST words on each side."""
    first, last = start, end
    low, high = max(0, start - WIDEST), min(len(borders), end + WIDEST)
    while first > low and borders[first - 1] < LINE:
        first -= 1
    while last < high and borders[last - 1] < LINE:
        last += 1
    if first > 0 and borders[first - 1] < LINE:
        first = start
    if last < len(borders) and borders[last - 1] < LINE:
        last = end
    return first, last


def shared_clauses(side: Words, start: int, end: int, in_order: Array, moved: Array) -> tuple[int, int]:
    """The part of [start, end) from the first clause with a shared word to the last, strays aside; empty where
    nothing is shared."""
    shared = arrays.zeros_u8(end - start)  # 1: uninformative, or out of order; 2: any other shared word
    for at in range(len(in_order)):
        shared[in_order[at] - start] = 2 if side.rarities[in_order[at]] > comparing.INFORMATIVE else 1
    for at in range(len(moved)):
        shared[moved[at] - start] = 1
    first, last = without_strays(shared)
    if last < first:
        return start, start
    clause, last = start + first, start + last + 1
    while clause > start and not side.openings[clause]:
        clause -= 1
    sentence = clause
    while sentence > start and side.borders[sentence - 1] < LINE:
        sentence -= 1
    if clause - sentence <= LEAD_IN:
        clause = sentence
    while last < end and not side.openings[last]:
        last += 1
    return clause, last


def without_strays(shared: Array) -> tuple[int, int]:
    """The first and the last shared word, without lone words of sort 1 far from the others; (0, -1) if none is
    left."""
    first, last = 0, len(shared) - 1
    while first <= last and shared[first] == 0:
        first += 1
    while last > first and shared[last] == 0:
        last -= 1
    if first > last:
        return 0, -1
    while first < last and shared[first] == 1:
        following = first + 1
        while shared[following] == 0:
            following += 1
        if following - first <= STRAY:
            break
        first = following
    while last > first and shared[last] == 1:
        before = last - 1
        while shared[before] == 0:
            before -= 1
        if last - before <= STRAY:
            break
        last = before
    return first, last


def split(a: Words, b: Words, whole: Comparison) -> Array:
    """The ranges between places where one side has new text and the other has none, or much less: rows (A start,
    A end, B start, B end)."""
    gaps = arrays.empty_i64(len(whole.a))
    wide = wide_gaps(whole.a, whole.b, gaps)
    parts = arrays.empty_i64_table(wide + 1, 4)
    count = 0
    start_a, start_b = whole.start_a, whole.start_b
    for at in range(wide):
        before = gaps[at]
        gap_a, gap_b = whole.a[before] + 1, whole.b[before] + 1
        gap_end_a, gap_end_b = whole.a[before + 1], whole.b[before + 1]
        size_a, size_b = gap_end_a - gap_a, gap_end_b - gap_b
        if min(size_a, size_b) > ONE_SIDED * max(size_a, size_b):
            continue
        if min(size_a, size_b) == 0:
            back = slide(a, gap_a, gap_end_a, start_a) if size_a > 0 else slide(b, gap_b, gap_end_b, start_b)
            gap_a, gap_end_a, gap_b, gap_end_b = gap_a - back, gap_end_a - back, gap_b - back, gap_end_b - back
        end_a, next_a = new_text(a, gap_a, gap_end_a, whole.moved_a)
        end_b, next_b = new_text(b, gap_b, gap_end_b, whole.moved_b)
        if next_a == end_a and next_b == end_b:
            continue
        # A side without new text is cut at the strongest border in its gap.
        if next_a == end_a:
            end_a = next_a = strongest_border(a, gap_a, gap_end_a)
        if next_b == end_b:
            end_b = next_b = strongest_border(b, gap_b, gap_end_b)
        if end_a > start_a and end_b > start_b:
            parts[count, 0], parts[count, 1], parts[count, 2], parts[count, 3] = start_a, end_a, start_b, end_b
            count += 1
        start_a, start_b = next_a, next_b
    if whole.end_a > start_a and whole.end_b > start_b:
        parts[count, 0], parts[count, 1], parts[count, 2], parts[count, 3] = (
            start_a,
            whole.end_a,
            start_b,
            whole.end_b,
        )
        count += 1
    return parts[:count]


def wide_gaps(places_a: Array, places_b: Array, found: Array) -> int:
    """Fill `found` with the shared words that are followed by NEW_TEXT or more words of A or B before the next shared
    word; returns how many there are."""
    count = 0
    for place in range(len(places_a) - 1):
        if places_a[place + 1] - places_a[place] > NEW_TEXT or places_b[place + 1] - places_b[place] > NEW_TEXT:
            found[count] = place
            count += 1
    return count


def slide(side: Words, start: int, end: int, first: int) -> int:
    """By how many words to move the gap [start, end) back so that it begins after the strongest mark; word `first`
    stays before it.

    Where new text begins with the words that follow it ("The bridge ... The bridge"), a word diff may part it
    anywhere between them.
    """
    best, strongest = 0, side.borders[start - 1]
    for back in range(1, min(start - first, end - start + 1)):
        if side.stems[start - back] != side.stems[end - back]:
            break
        if side.borders[start - back - 1] > strongest:
            best, strongest = back, side.borders[start - back - 1]
    return best


def new_text(side: Words, start: int, end: int, moved: Array) -> tuple[int, int]:
    """The clauses in the gap [start, end) around the end of a sentence, if NEW_TEXT words or more and none shared;
    else (0, 0)."""
    if not meets_border(side, start, end):
        return 0, 0
    last = min(end, len(side.openings) - 1)
    while start < last and not side.openings[start]:
        start += 1
    while last > start and not side.openings[last]:
        last -= 1
    if last - start < NEW_TEXT:
        return 0, 0
    for at in range(len(moved)):
        if start <= moved[at] < last:
            return 0, 0
    return start, last


def meets_border(side: Words, start: int, end: int) -> bool:
    """Whether a sentence ends among the words [start, end), or just before them."""
    for place in range(max(start - 1, 0), end):  # noqa: SIM110 # a kernel knows no generators
        if side.borders[place] >= LINE:
            return True
    return False


def strongest_border(side: Words, start: int, end: int) -> int:
    """The first word after the strongest border in the gap [start, end), or just before it."""
    first = max(start - 1, 0)
    if first == end:
        return end
    best = first
    for place in range(first, end):
        if side.borders[place] > side.borders[best]:
            best = place
    return best + 1
