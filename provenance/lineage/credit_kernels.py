"""The loop that looks for the names of one text's author and publisher among the words of another."""

from __future__ import annotations

from typing import Any

from provenance.kernels import kernel


@kernel
def is_own(begins: Any, names: Any, name: int, first: int, last: int) -> bool:
    """Whether the name is one of the names `first` to `last`."""
    length = begins[name + 1] - begins[name]
    for other in range(first, last):
        if begins[other + 1] - begins[other] == length:
            same = True
            for step in range(length):
                if names[begins[name] + step] != names[begins[other] + step]:
                    same = False
            if same:
                return True
    return False


@kernel
def find_names(
    base: Any, words: Any, marks: Any, pairs: Any, owners: Any, begins: Any, names: Any, found: Any, lengths: Any
) -> None:
    """Fill `found[p, side]` (and `lengths`) with the place of the first word in text `pairs[p, side]` where a name
    of the other text's owner begins, or -1. Names of text t are the rows `owners[t]:owners[t + 1]` of `begins`,
    which frame `names`. A name counts where its first word has a capital letter (bit 16 of `marks` is a small one),
    and not where the text has an owner of that name itself: two articles of one outlet name themselves, not each
    other."""
    for pair in range(len(pairs)):
        for side in range(2):
            text, other = pairs[pair, side], pairs[pair, 1 - side]
            found[pair, side] = -1
            for name in range(owners[other], owners[other + 1]):
                length = begins[name + 1] - begins[name]
                if is_own(begins, names, name, owners[text], owners[text + 1]):
                    continue
                for place in range(base[text], base[text + 1] - length + 1):
                    if words[place] != names[begins[name]] or marks[place + text] & 16:
                        continue
                    same = True
                    for step in range(1, length):
                        if words[place + step] != names[begins[name] + step]:
                            same = False
                            break
                    if same:
                        at = place - base[text]
                        if found[pair, side] < 0 or at < found[pair, side]:
                            found[pair, side] = at
                            lengths[pair, side] = length
                        break
