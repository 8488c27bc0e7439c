"""Quotation marks of many languages: what stands between ⟦ and ⟧ is what the scanner must find, outermost only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.quotes.languages import language
from provenance.quotes.quotation_marks import Marked
from provenance.text.paragraphs import paragraphs

marked = language("en").marked

CASES = [
    # English
    "He said, “⟦We will not move.⟧” Then he left.",
    '"⟦We will not move,⟧" she said, "⟦and that is all.⟧"',
    "‘⟦We will not move,⟧’ he said. ‘⟦It’s Rob’s boat.⟧’",
    "'⟦The workers' own boat isn't lost,⟧' she said.",
    "‘⟦She told me “go”, and I went,⟧’ he said.",
    "“⟦She told me ‘go’, and I went,⟧” he said.",
    "''⟦We waited,⟧'' he said. ``⟦For hours.⟧''",
    "It was the ’90s, and rock ’n’ roll was the workers’ music.",
    "A 6' 2\" man and a 5' 1\" woman came.",
    "“⟦This one never closes, she said and sat down.⟧",
    'He called it “⟦a fraud⟧” and "⟦a shame⟧".',
    "(“⟦Nobody knew,⟧” she wrote.)",
    # German
    "„⟦Wir bleiben hier⟧“, sagte Lena Ortiz.",
    "„⟦Er rief: ‚Halt!‘ und lief fort⟧“, sagte sie.",
    "»⟦Wir bleiben hier⟧«, sagte sie, »⟦bis morgen⟧«.",
    "„⟦Wir bleiben hier⟧”, sagte sie.",
    # French
    "« ⟦Nous restons ici⟧ », dit-elle.",
    "«⟦Nous restons, a-t-il dit « demain », ici⟧», dit-elle.",
    "L’homme d’hier a dit : “⟦Nous restons.⟧”",
    # Spanish
    "«⟦No nos vamos⟧», dijo Lena Ortiz.",
    "—No nos vamos —dijo—. “⟦Nunca⟧”.",
    "¿Dijo “⟦¡nunca!⟧” o no?",
    # Russian
    "«⟦Мы остаёмся⟧», — сказала она.",
    "Он сказал: „⟦Мы остаёмся⟧“.",
    # Swedish
    "”⟦Vi stannar här⟧”, sade hon.",
    # Chinese
    "她说：“⟦我们不走。⟧”然后离开了。",
    "他说：「⟦她喊『走吧』就走了。⟧」",
    '他说："⟦我们不走。⟧"然后离开了。',
    # Japanese
    "「⟦行きます。⟧」と彼は言った。「⟦明日。⟧」",
    "『⟦行きます⟧』と彼女は言った。",
]


@pytest.mark.parametrize("case", CASES)
def test_styles(case: str) -> None:
    text = case.replace("⟦", "").replace("⟧", "")
    wanted = [part.split("⟧")[0] for part in case.split("⟦")[1:]]
    found = [text[m.inner_start : m.inner_end].strip() for m in marked(text, paragraphs(text))]
    assert found == wanted


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“First it rained.\n“Then it snowed.\n“It ended,” she said.\nNobody “knew” it."
    found = marked(text, paragraphs(text))
    assert [(m.closed, m.continues) for m in found] == [(False, False), (False, True), (True, True), (True, False)]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“It rained.\nNobody came.\n“It snowed,” she said."
    found = marked(text, paragraphs(text))
    assert [text[m.start : m.end] for m in found] == ["“It rained.", "“It snowed,”"]
    assert not found[1].continues


MARKS = "ab .,\n\"'`“”„«»‹›‘’「」『』s?!-"


@given(st.text(alphabet=st.sampled_from(list(MARKS)), max_size=80))
def test_marks_are_ordered_and_apart(text: str) -> None:
    place = 0
    for found in marked(text, paragraphs(text)):
        assert isinstance(found, Marked)
        assert place <= found.start < found.inner_start <= found.inner_end <= found.end <= len(text)
        assert "\n" not in text[found.start : found.end]
        place = found.end


def test_a_lost_opening_mark_leaves_the_sentence_that_the_closing_one_ends() -> None:
    text = 'The pilot was clear. We never sail in fog, not for the king," the pilot said. He owns a 12" pipe.'
    (found,) = marked(text, paragraphs(text))
    assert text[found.inner_start : found.inner_end] == "We never sail in fog, not for the king,"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('" Nous avons tout perdu ", a dit Lund. Puis : " C\'est fini ". Et " rien " de plus.', 3),
        ('"\u00a0Nous avons tout perdu\u00a0", a dit Lund.', 1),
        ('"Nous avons perdu ", a dit Lund, "et c\'est tout ".', 2),
        ('The 6 " pipe and the 7 " pipe, sold at 8 ", are rusty.', 0),
    ],
)
def test_straight_marks_may_have_blanks_inside(text: str, quoted: int) -> None:
    found = marked(text, paragraphs(text))
    assert len(found) == quoted
    assert all(text[each.inner_start : each.inner_end].strip()[0].isalpha() for each in found)
