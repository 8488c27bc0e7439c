"""A link in a report leads somewhere and has words; a command is shown as what one types."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from provenance.model import Findings, Span
from provenance.model.detection import MeaningSearched, Searched
from provenance.reports.html import report_page
from provenance.reports.html.templating import environment


def test_no_link_is_made_of_blanks(findings: Findings) -> None:
    link = findings.links[0]
    (passage, *_), text = link.passages, findings.article.text
    whole = passage.match.a if link.a == findings.article.id else passage.match.b
    blank = text.index(" ", whole.start)
    links, others = [], {}
    for name, span in (
        ("all", whole),
        ("one", Span(whole.start, blank)),
        ("two", Span(blank + 1, whole.end)),
    ):
        side = {"a": span} if link.a == findings.article.id else {"b": span}
        match = replace(passage.match, shared=(), **side)
        other = {"b": name} if link.a == findings.article.id else {"a": name}
        links.append(
            replace(
                link, **other, source=name, derived=findings.article.id, passages=(replace(passage, match=match),)
            )
        )
        others[name] = findings.others[link.b if link.a == findings.article.id else link.a]
    tree = html.document_fromstring(report_page([(replace(findings, links=tuple(links), others=others), None)]))
    marked = tree.xpath("//div[@class='prose']//*[contains(concat(' ', @class, ' '), ' m ')]")
    blanks = [each for each in marked if not each.text_content().strip()]
    assert [each.tag for each in blanks] == ["span"]
    assert {each.tag for each in marked if each not in blanks} == {"a"}


def test_a_command_is_shown_as_one(findings: Findings) -> None:
    searched = Searched(9, by_meaning=MeaningSearched(lacking="codes"))
    written = report_page([(replace(findings, searched=searched), None)])
    assert "<code>provenance embed</code>" in written
    assert "`" not in "".join(html.document_fromstring(written).xpath("//main//text()[not(ancestor::blockquote)]"))


def test_only_commands_of_this_program_become_markup() -> None:
    made = environment().from_string("{{ text|commands }}").render
    assert made(text="`provenance add --again` <b>") == "<code>provenance add --again</code> &lt;b&gt;"
    assert made(text="`<img>` and `provenance <i>`") == "`&lt;img&gt;` and `provenance &lt;i&gt;`"
    assert made(text="\u202e`provenance add`\ud800\x1b") == "\ufffd<code>provenance add</code>\ufffd\ufffd"
    assert made(text="") == ""
