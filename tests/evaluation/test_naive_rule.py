"""The naive rule does what its ten lines say, and no more."""

from provenance.evaluation.gold import read_gold
from provenance.evaluation.naive_rule import naive_scores, three_grams
from provenance.model import Article, PublicationTime, Span

STORY = "The ferry struck the pier at noon and twelve passengers were taken ashore by fishermen in small boats."
OTHER = "Nobody at the harbour office would say how the vessel came to lose its rudder on such a calm day."


def article(name, text, day):
    time = PublicationTime(f"2025-03-{day:02}", "day", day * 86400.0, day * 86400.0 + 86399) if day else None
    return Article(name, text, Span(0, len(text)), published=time)


def scored(*articles, gold):
    return naive_scores(read_gold(gold), {each.id: each for each in articles})


def test_quoted_words_are_no_part_of_the_grams():
    assert three_grams('He said "we lost it all" and “never again, I promise” left') == three_grams(
        "He said and left"
    )
    assert ("the", "ferry", "struck") in three_grams("THE ferry struck")


def test_the_earlier_article_is_the_source():
    gold = [{"relation": "derived", "derived": "b", "source": "a"}]
    assert scored(article("a", STORY, 1), article("b", STORY + OTHER, 2), gold=gold).right == 1
    late = scored(article("a", STORY, 2), article("b", STORY + OTHER, 1), gold=gold)
    assert (late.right, late.wrong_way, late.derived) == (0, 1, 1)


def test_without_an_order_or_shared_grams_nothing_is_asserted():
    gold = [{"relation": "independent", "a": "a", "b": "b"}]
    for days in ((0, 2), (3, 3)):
        found = scored(article("a", STORY, days[0]), article("b", STORY, days[1]), gold=gold)
        assert (found.false, found.independent) == (0, 1)
    assert scored(article("a", STORY, 1), article("b", OTHER, 2), gold=gold).false == 0
    assert scored(article("a", STORY, 1), article("b", STORY, 2), gold=gold).false == 1


def test_what_many_articles_have_counts_little():
    gold = [{"relation": "independent", "a": "a", "b": name} for name in "bcdefghijklmnopqr"]
    crowd = [article(name, f"{STORY} {OTHER} {name}", day) for day, name in enumerate("abcdefghijklmnopqr", 1)]
    assert scored(*crowd, gold=gold).false == 0
