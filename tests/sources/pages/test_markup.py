"""HTML inside rows: paragraphs stay, marks and scripts go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.pages.markup import has_markup, plain


def test_paragraphs_stay_and_marks_go() -> None:
    written = "<p>The mayor&#8217;s  <em>first</em>\nday.<br>At noon</p><script>x < 1</script>"
    written += "<ul><li>One</li><li>Two</li></ul>"
    assert plain(written) == "The mayor’s first day.\nAt noon\n\nOne\n\nTwo"
    assert has_markup(written)


def test_what_is_no_html_stays() -> None:
    assert not has_markup("If a < b and c > d, <b>bold</b> & so on.")
    assert not has_markup("a <person@example.org> wrote")


@pytest.mark.parametrize("odd", ["<![;", "<![a;", "<![endif]", "<![if !vml]>"])
def test_declarations_of_word_processors_are_no_words(odd: str) -> None:
    assert plain(f"<p>The lock</p>{odd}>") in ("The lock", "The lock\n\n>")


@given(st.text(alphabet="<>/pdiv scrt!-&#;a\"'=[]?", max_size=200))
def test_no_text_raises(text: str) -> None:
    has_markup(text)
    plain(text)
