"""In pictures in time no words cover others, measured with the fonts of the browser."""

from __future__ import annotations

import pytest

# A box is as high as the tallest letters of the font: two units may be shared.
COVERED = """() => [...document.querySelectorAll("svg.pv:not(.network)")].flatMap(picture => {
  const words = [...picture.querySelectorAll("text")].map(each => [each.textContent, each.getBoundingClientRect()]);
  const meet = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
  return words.flatMap(([one, a], place) =>
    words.slice(place + 1).filter(([other, b]) => meet(a, b)).map(([other]) => [one, other]));
})"""


@pytest.mark.parametrize("path", ["/timeline", "/lineage/ferry-strike-northline", "/article/ferry-strike-northline"])
@pytest.mark.parametrize("width", [1400, 390])
def test_no_words_cover_others(demo, window, path: str, width: int) -> None:
    page = window(demo, width).open(path)
    assert page.locator("svg.pv text").count() > 5
    assert page.evaluate(COVERED) == []
