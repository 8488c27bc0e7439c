"""Every page at three widths, dark and light, without JavaScript, for the keyboard, on paper, and for axe."""

from __future__ import annotations

import pytest

from provenance.web.pages import SUBJECTS

PAIR = "a=dam-brief-highmoor&b=dam-inspection-ledger"
PAGES = [
    *(subject.entry.path for subject in SUBJECTS if subject.entry),
    "/articles?words=ferry",
    "/links?relation=derived&sort=newest",
    "/links?publisher=Nobody",
    "/quotations?reused=1",
    "/article/dam-inspection-ledger",
    "/article/ferry-strike-northline",
    "/versions/dam-brief-highmoor",
    "/lineage/ferry-strike-northline",
    f"/compare?{PAIR}",
    f"/compare?{PAIR}&only=yes",
    "/review?of=all",
    "/review/exclusions",
    "/review/log",
    "/sign-in",
]
PICTURES = ["/network", "/network?by=publishers&min_confidence=0.8", "/timeline"]  # a script adds controls to them
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Contrast is for axe; this asks whether the scheme is followed at all.
DARK = (
    "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
    ".reduce((sum, each) => sum + each) < 200"
)


@pytest.mark.parametrize("path", [*PAGES, *PICTURES])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 800, 390])
def test_it_fits_and_follows_the_scheme(demo, window, path: str, width: int, scheme: str) -> None:
    page = window(demo, width, scheme).open(path)
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(DARK) == (scheme == "dark")
    assert page.locator("h1").count() == 1
    assert page.locator("main").is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_it_says_the_same_without_javascript(demo, window, path: str) -> None:
    page = window(demo).open(path)
    with_script = page.locator("main").inner_text()
    controls = "\n".join(page.locator(".with-script .picture-controls").all_inner_texts())  # a picture alone has them
    without = window(demo, script=False).open(path).locator("main").inner_text()
    lines = {line.strip() for line in without.splitlines() if line.strip()}
    assert lines <= {line.strip() for line in with_script.splitlines()} | lines
    assert len(lines) >= 2
    missing = {line.strip() for line in with_script.splitlines() if line.strip()} - lines
    missing -= {line.strip() for line in controls.splitlines()}
    assert all(any(key in line for key in ("Previous", "Next", "Keys:")) for line in missing), missing


@pytest.mark.parametrize("path", [*PAGES, *PICTURES])
def test_axe_finds_nothing(demo, window, path: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for scheme, width in (("light", 1400), ("dark", 390)):
        page = window(demo, width, scheme).open(path)
        found = axe.run(page).response["violations"]
        told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]
        assert told == [], (path, scheme)


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(demo, window, path: str) -> None:
    page = window(demo).open(path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const at = document.activeElement, box = at.getBoundingClientRect();"
            " const look = getComputedStyle(at);"
            " const outer = getComputedStyle(at.closest('label') || at);"
            " return [at.tagName, box.width > 0 && box.height > 0,"
            " look.outlineStyle !== 'none' || outer.outlineStyle !== 'none', at.outerHTML.slice(0, 120)]; })()"
        )
        if seen[0] == "BODY":
            break
        assert seen[1], seen
        assert seen[2], seen


@pytest.mark.parametrize("path", PAGES)
def test_on_paper_there_are_no_controls(demo, window, path: str) -> None:
    page = window(demo).open(path)
    page.emulate_media(media="print")
    for part in ("header nav", "button", ".skip", ".tools", "form"):
        for each in page.locator(part).all():
            assert not each.is_visible(), (path, part)
    assert page.locator("h1, h2, p").first.count()


@pytest.mark.parametrize("path", ["/", "/articles", "/audit", "/article/dam-inspection-ledger"])
@pytest.mark.parametrize("width", [390, 320])
def test_the_menu_is_one_row_on_a_phone(demo, window, path: str, width: int) -> None:
    page = window(demo, width).open(path)
    bar = page.locator(".bar-top").bounding_box()
    assert bar["height"] < 110
    page.evaluate("document.querySelector('.bar-top .home').textContent = 'p'")  # a short name has a line of its own
    home = page.locator(".bar-top .home").bounding_box()
    assert home["y"] + home["height"] <= page.locator(".bar-top nav").bounding_box()["y"] + 1
    entries = [each.bounding_box() for each in page.locator(".bar-top nav a").all()]
    assert len({round(each["y"]) for each in entries}) == 1
    assert all(each["height"] >= 40 and each["width"] >= 40 for each in entries)
    here = page.locator(".bar-top [aria-current]")
    assert here.count() == (0 if path.startswith("/article/") else 1)
    for each in here.all():
        box = each.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    page.locator(".bar-top nav a").last.focus()
    last = page.locator(".bar-top nav a").last.bounding_box()
    assert last["x"] + last["width"] <= width
