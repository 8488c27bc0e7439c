"""What readers do, with the mouse and with keys: an editor's task, a comparison, the queue, a check, an audit."""

from __future__ import annotations

import re

import pytest
from served import in_time, served

from provenance import Archive
from tests.conftest import CORPUS

PAIR = "/compare?a=dam-brief-highmoor&b=dam-inspection-ledger"
NOTE = "prints us under licence"


def said(site) -> list[tuple[str, str]]:
    with Archive(site.site.path, readonly=True) as archive:
        return [(row.step.said, row.step.note) for row in archive.reviews()]


class Clicks:
    """Counts what a reader has to click."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what) -> None:
        self.count += 1
        what.click()


@pytest.mark.parametrize("script", [True, False])
def test_who_took_what_and_the_agency_copy_is_dismissed_in_five_clicks(own_demo, window, script: bool) -> None:
    page, click = window(own_demo, script=script).open("/"), Clicks()
    path = "/article/ferry-strike-northline"
    if not page.locator(f'a[href="{path}"]').count():
        click(page.get_by_role("link", name="Articles", exact=True))
        page.locator('input[name="words"]').fill("ferry")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("words=ferry"))
    click(page.locator(f'a[href="{path}"]').first)
    text = page.locator("main").inner_text()
    for taker in ("The Calder Courier", "Coastline Today", "Skerrow Argus"):
        assert taker in text.partition("What others took from this article")[2]
    copy = page.locator(".source", has_text="HARBOUR HERALD").first
    click(copy.get_by_text("Dismiss or confirm", exact=True))
    copy.get_by_label("Note", exact=True).fill(NOTE)
    click(copy.get_by_role("button", name="Reject this link"))
    again = page.locator(".source", has_text=NOTE).first  # HARBOUR HERALD is named by others, too
    again.wait_for()
    assert said(own_demo) == [("rejected", NOTE)]
    assert click.count <= 5
    again.get_by_role("button", name="Undo the last word").click()
    assert in_time(lambda: said(own_demo) == [])


def test_the_task_needs_no_mouse(own_demo, window) -> None:
    page = window(own_demo).open("/article/ferry-strike-northline")
    summary = page.locator(".source", has_text="HARBOUR HERALD").first.locator("summary.button")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(NOTE)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Reject this link"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Undo the last word").first.wait_for()
    assert said(own_demo) == [("rejected", NOTE)]


def test_return_in_the_line_for_a_note_decides_nothing(own_demo, window) -> None:
    page = window(own_demo).open("/review")
    page.keyboard.press("n")
    page.keyboard.type("to be asked")
    page.keyboard.press("Enter")
    assert in_time(lambda: said(own_demo) == [("annotated", "to be asked")])


def test_the_queue_goes_by_keys(own_demo, window) -> None:
    page = window(own_demo).open("/review")
    queued = page.locator("#queued").inner_text  # waits for a page that is on its way
    first = queued()
    page.keyboard.press("r")
    assert in_time(lambda: queued() != first)
    page.wait_for_load_state()
    assert said(own_demo) == [("rejected", "")]
    second = queued()
    assert second != first
    page.keyboard.press("u")
    assert in_time(lambda: queued() == first)
    page.wait_for_load_state()
    assert said(own_demo) == []
    page.keyboard.press("s")
    assert in_time(lambda: queued() == second)
    page.wait_for_load_state()
    page.keyboard.press("n")
    page.keyboard.type("rcsu")  # letters of a note are no keys
    assert said(own_demo) == []
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    assert in_time(lambda: said(own_demo) == [("confirmed", "rcsu")])


def test_keys_go_from_passage_to_passage_in_both_texts(demo, window) -> None:
    page = window(demo).open(PAIR)
    in_sight = (
        "number => ['a', 'b'].every(side => { const mark = document.getElementById(side + number);"
        " const text = mark.closest('.prose'), place = mark.getBoundingClientRect().top;"
        " const above = text.getBoundingClientRect().top;"
        " return above <= place && place <= above + text.clientHeight; })"
    )
    for number in range(1, 5):
        page.keyboard.press("j")
        assert in_time(lambda number=number: page.evaluate(in_sight, str(number)))
        assert page.locator(f'.m.hot[data-passage="{number}"]').count() >= 2
    page.keyboard.press("k")
    assert page.locator('.m.hot[data-passage="3"]').count() >= 2
    assert page.locator("#lines path").count() > 0
    assert page.locator("#lines path.hot").count() == 1


def test_scrolling_one_text_moves_the_other(demo, window) -> None:
    page = window(demo).open(PAIR)
    longer = page.locator(".pane .prose").nth(1)
    longer.hover()
    page.mouse.wheel(0, 3000)
    scrolled = "[...document.querySelectorAll('.pane .prose')].every(each => each.scrollTop > 0)"
    assert in_time(lambda: page.evaluate(scrolled))


def test_only_the_matches_hides_the_rest_with_and_without_javascript(demo, window) -> None:
    hidden = ".beside p.none"
    page = window(demo).open(PAIR)
    assert page.locator(hidden).first.is_visible()
    page.keyboard.press("m")
    assert page.locator("#beside.only").count() == 1
    page.keyboard.press("m")
    assert page.locator("#beside.only").count() == 0
    plain = window(demo, script=False).open(PAIR)
    plain.get_by_text("Only the matches").click()
    assert plain.locator("#beside.only").count() == 1


def test_without_javascript_a_mark_leads_to_the_other_text(demo, window) -> None:
    page = window(demo, script=False).open(PAIR)
    page.locator("#a3").click()
    assert page.url.endswith("#b3")
    assert page.locator("#b3").is_visible()


def test_a_text_is_pasted_and_checked(own_demo, window) -> None:
    page = window(own_demo).open("/check")
    with Archive(own_demo.site.path, readonly=True) as archive:
        page.get_by_label("The text").fill(archive.text("ferry-strike-northline"))
    page.get_by_role("button", name="Check").click()
    page.get_by_text("1 article checked").wait_for()
    assert page.locator(".verdict").first.is_visible()
    page.get_by_role("button", name="Keep it in the archive").click()
    page.get_by_text("Kept in the archive").wait_for()


def test_files_are_chosen_and_dropped(demo, window, tmp_path) -> None:
    files = sorted((CORPUS / "incoming").iterdir())[:2]
    page = window(demo).open("/check")
    page.get_by_label("Files").set_input_files(files)
    page.get_by_role("button", name="Check").click()
    page.get_by_text("2 articles checked").wait_for()
    page = window(demo).open("/check")
    page.evaluate(
        "text => { const all = new DataTransfer(); all.items.add(new File([text], 'dropped.txt'));"
        " document.querySelector('textarea').dispatchEvent("
        "new DragEvent('drop', {dataTransfer: all, bubbles: true, cancelable: true})); }",
        files[0].read_text("utf-8", "replace"),
    )
    page.get_by_role("button", name="Check").click()
    page.get_by_text("1 article checked").wait_for()


def test_a_broken_file_is_said(demo, window, tmp_path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    page = window(demo, script=False).open("/check")
    page.get_by_label("Files").set_input_files(broken)
    page.get_by_role("button", name="Check").click()
    assert "broken.json" in page.locator("main").inner_text()


def test_an_audit_is_seen_alike_in_two_tabs_and_outlives_the_one_that_began_it(window, tmp_path) -> None:
    path = tmp_path / "fresh.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"])
    with served(path) as site:
        first, second = window(site).open("/audit"), window(site).open("/audit")
        first.get_by_role("button", name="Start an audit").click()
        first.get_by_role("button", name="Stop").wait_for()
        first.close()
        second.get_by_text("Done: checked 69 new articles").wait_for()
        assert second.get_by_role("button", name="Start an audit").is_visible()
        second.close()  # it would ask again after the server has gone
    with Archive(path, readonly=True) as archive:
        assert archive.links()
