"""Which of the articles of an answer are disguised: a copy that somebody took pains to hide says who copied."""

from __future__ import annotations

from dataclasses import replace

from provenance.model import Findings
from provenance.text.disguises import disguises


def with_disguises(findings: Findings) -> Findings:
    """The findings with the disguises of the article and of every other one that a link names, by id."""
    found = {
        each.id: hidden
        for each in (findings.article, *findings.others.values())
        if (hidden := disguises(each.text, each.body, each.guesses))
    }
    return replace(findings, disguises=found) if found else findings
