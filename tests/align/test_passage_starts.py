"""No passage begins with the mark that ends the sentence before it, whatever the marks of the script."""

import pytest

from provenance.align import align, prepare
from provenance.config.align import AlignmentSettings
from provenance.model import Span
from provenance.text.sentences import sentences
from tests.align.story_texts import STORIES

MARKS = ".。!?！？,，、;:؟।॥؛،…」』”’»)）"
# Between sentences, and what may end one.
ENDS = {
    "zh": ("", "。", "！", "？", "。”", "。」"),
    "ja": ("", "。", "」。", "。」", "！"),
    "ar": (" ", ".", "؟", "!", '."'),
    "hi": (" ", "।", "॥", "!", "।”"),
    "th": (" ", "", "ๆ", '"'),
}


@pytest.mark.parametrize("language", ENDS)
def test_a_passage_begins_with_a_word(language: str) -> None:
    between, *ends = ENDS[language]
    one, other = STORIES[language]
    mine, theirs = ([span.of(text) for span in sentences(text)] for text in (one, other))
    found = 0
    for place, copied in enumerate(mine[1:], 1):
        for end in ends:
            a = between.join([mine[0].rstrip(MARKS + " ") + end, copied, *mine[place + 1 : place + 3]])
            b = between.join([theirs[0].rstrip(MARKS + " ") + end, copied, *theirs[1:4]])
            sides = [prepare(text, Span(0, len(text)), language=language) for text in (a, b)]
            for match in align(*sides, AlignmentSettings()):
                found += 1
                for text, span in ((a, match.a), (b, match.b)):
                    assert text[span.start] not in MARKS, text[span.start : span.end]
    assert found
