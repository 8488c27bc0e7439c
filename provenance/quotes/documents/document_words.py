"""What a language pack says of documents: the words of transcripts, speeches, letters and rulings.

Patterns are searched in short pieces (a line, the head of a text), so that none can be slow. A language without these
words has no documents; its quotations are those in marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The words of one language. Sets hold words in lower case, without full stops; patterns say their own case.

    `asking`, `answering`: labels of who asks and who answers without a name ("Q", "Answer").
    `roles`: labels that are an office or a part ("the chair"); `unknown`: labels of nobody in particular ("Voice").
    `role_words`: what is no part of a name though it has a capital.
    `no_labels`: words that introduce a line of another kind ("Photo", "Date").
    `first_person`, `second_person`, `personal`: words of the first person, the second, and both.
    `transcript_head`, `interview_head`: how a head says what follows; `interviewee`: ends where a name follows.
    `speech_head`: how a head says that a speech follows; `speaker_next`, `speaker_before`: words behind or before
    which the speaker's name is; `address`: how a speech begins; `reported`: words of reports, rare in speeches.
    `statement_next`: the end of a sentence that hands over to a text set off; `statement_inside`: of one that the
    text follows on the same line.
    `letter_opening`, `letter_closing`: whole lines; `open_letter`: how a head names an open letter; `letter_head`:
    how it names any letter.
    `court`, `ruling_head`, `parties`: lines at the top of a ruling; `ruling_words`: what only courts write; `judge`:
    ends at a judge's name.
    `end`: a line at which a document is over; `aside`: a line that nobody says ("[Applause]").
    """

    asking: frozenset[str]
    answering: frozenset[str]
    roles: frozenset[str]
    unknown: frozenset[str]
    role_words: frozenset[str]
    no_labels: frozenset[str]
    first_person: re.Pattern[str]
    personal: re.Pattern[str]
    transcript_head: re.Pattern[str]
    interview_head: re.Pattern[str]
    interviewee: re.Pattern[str]
    speech_head: re.Pattern[str]
    speaker_next: re.Pattern[str]
    speaker_before: re.Pattern[str]
    address: re.Pattern[str]
    statement_next: re.Pattern[str]
    statement_inside: re.Pattern[str]
    reported: re.Pattern[str]
    letter_opening: re.Pattern[str]
    letter_closing: re.Pattern[str]
    open_letter: re.Pattern[str]
    letter_head: re.Pattern[str]
    second_person: re.Pattern[str]
    court: re.Pattern[str]
    ruling_head: re.Pattern[str]
    parties: re.Pattern[str]
    ruling_words: re.Pattern[str]
    judge: re.Pattern[str]
    end: re.Pattern[str]
    aside: re.Pattern[str]
