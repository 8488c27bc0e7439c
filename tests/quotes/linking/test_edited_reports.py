"""Two papers print one utterance: always linked, and altered only where an editor changed what was said."""

import pytest

from provenance.quotes import extract
from provenance.quotes.linking.linker import QuotedArticle, link_utterances

HONEST = [
    (
        "We lost twenty-five boats and three hundred nets in that storm.",
        "We lost 25 boats and 300 nets in that storm.",
    ),
    (
        "It cost us two and a half million crowns to clean the beach.",
        "It cost us 2.5 million crowns to clean the beach.",
    ),
    ("Fifteen thousand people signed the letter to the bishop.", "15,000 people signed the letter to the bishop."),
    (
        "I don’t believe the surgeon lied to the widow about the scan.",
        "I do not believe the surgeon lied to the widow about the scan.",
    ),
    (
        "It’s a scandal that the archive burned and nobody’s been charged.",
        "It is a scandal that the archive burned and nobody has been charged.",
    ),
    (
        "I can’t recall a worse harvest on this side of the river.",
        "I cannot recall a worse harvest on this side of the river.",
    ),
    (
        "The judge was wrong, and I told her so in front of the whole court.",
        "The judge was wrong … I told her so in front of the whole court.",
    ),
    (
        "The judge, who had not read the file, was wrong to free the smuggler.",
        "The judge … was wrong to free the smuggler.",
    ),
    (
        "We rescued 40 dogs from the flooded kennel on Tuesday night.",
        "We rescued forty dogs from the flooded kennel on Tuesday night.",
    ),
    ("They met in the twenty-first century’s first drought.", "They met in the 21st century’s first drought."),
    (
        "Our programme for neighbouring harbours will favour the labouring poor.",
        "Our program for neighboring harbors will favor the laboring poor.",
    ),
    (
        "He [Tor Falk] stole the harvest money from every farmer in the parish.",
        "He stole the harvest money from every farmer in the parish.",
    ),
    (
        "He stole the harvest money from every farmer in the parish.",
        "[Tor Falk] stole the harvest money from every farmer in the parish.",
    ),
    (
        "That f***ing bridge has cost my family everything we owned.",
        "That fucking bridge has cost my family everything we owned.",
    ),
    (
        "We ain’t selling the mill to anybody from the coast.",
        "We are not selling the mill to anybody from the coast.",
    ),
    (
        "The choir's leaving for Tallinn without its conductor tomorrow.",
        "The choir is leaving for Tallinn without its conductor tomorrow.",
    ),
    (
        "I’d have told the jury about the forged will if they’d asked.",
        "I would have told the jury about the forged will if they had asked.",
    ),
    (
        "We shall not forget the men of the Svanhild, nor those who sent them out.",
        "We shall not forget the men of the Svanhild.",
    ),
    (
        "Sixteen of the sheep were stolen and the rest scattered over the moor.",
        "16 of the sheep were stolen and the rest scattered over the moor.",
    ),
    ("One hundred and twenty houses stand empty in the old quarter.", "120 houses stand empty in the old quarter."),
    (
        "The road will be closed on the 3rd of May at seven o’clock.",
        "The road will be closed on the third of May at 7 o’clock.",
    ),
    (
        "About $3 million disappeared from the relief fund in a week.",
        "About three million dollars disappeared from the relief fund in a week.",
    ),
    ("The water rose six feet in the cellar of the bakery.", "The water rose 6 feet in the cellar of the bakery."),
]

CHANGED = [
    (
        "The ministry will never build another tunnel under this mountain, and I said so in June.",
        "The ministry will … build another tunnel under this mountain, and I said so in June.",
    ),
    (
        "The ministry will never build another tunnel under this mountain.",
        "The ministry will build another tunnel under this mountain.",
    ),
    (
        "No money was taken from the pension fund of the dockers.",
        "… Money was taken from the pension fund of the dockers.",
    ),
    (
        "No money was taken from the pension fund of the dockers.",
        "Money was taken from the pension fund of the dockers.",
    ),
    (
        "We left the valley without a single promise from the power company.",
        "We left the valley with a single promise from the power company.",
    ),
    (
        "The inspector fails to mention the cracked beam in the second report.",
        "The inspector mentions the cracked beam in the second report.",
    ),
    (
        "The inspector failed to mention the cracked beam in the second report.",
        "The inspector … mention[ed] the cracked beam in the second report.",
    ),
    (
        "Passengers may keep their old tickets until the end of October.",
        "Passengers must keep their old tickets until the end of October.",
    ),
    (
        "Farmers should sell the herd before the first snow falls on the pass.",
        "Farmers can sell the herd before the first snow falls on the pass.",
    ),
    (
        "We lost twenty-five boats and three hundred nets in that storm.",
        "We lost 35 boats and 300 nets in that storm.",
    ),
    (
        "Fifteen thousand people signed the letter to the bishop.",
        "Fifty thousand people signed the letter to the bishop.",
    ),
    (
        "I don’t believe the surgeon lied to the widow about the scan.",
        "I believe the surgeon lied to the widow about the scan.",
    ),
    ("The tower is unsafe and the school knew it for years.", "The tower is safe and the school knew it for years."),
    (
        "The vaccine is likely to protect children from the new strain.",
        "The vaccine is unlikely to protect children from the new strain.",
    ),
    (
        "I can’t recall a worse harvest on this side of the river.",
        "I can recall a worse harvest on this side of the river.",
    ),
    (
        "Few of the tenants were warned before the boiler exploded.",
        "A few of the tenants were warned before the boiler exploded.",
    ),
    (
        "Only the mayor knew that the contract had been signed in secret.",
        "The mayor knew that the contract had been signed in secret.",
    ),
    (
        "All of the nurses agreed to the new shifts in the children's ward.",
        "Some of the nurses agreed to the new shifts in the children's ward.",
    ),
    (
        "I would not vote for the budget if it closed the library.",
        "I would … vote for the budget if it closed the library.",
    ),
    (
        "Neither the pilot nor the tower saw the glider above the runway.",
        "The pilot [and] the tower saw the glider above the runway.",
    ),
    (
        "She has never apologised for what the theatre did to my sister.",
        "She has apologized for what the theater did to my sister.",
    ),
    (
        "There is no evidence that the captain was drunk on the bridge.",
        "There is evidence that the captain was drunk on the bridge.",
    ),
    ("There is no evidence that the captain was drunk on the bridge.", "… the captain was drunk on the bridge."),
    (
        "I doubt that the captain was drunk on the bridge that night.",
        "… the captain was drunk on the bridge that night.",
    ),
    (
        "We must not sell the orchard to the mining company this year.",
        "We must sell the orchard to the mining company this year.",
    ),
    (
        "We must not sell the orchard to the mining company this year.",
        "We must […] sell the orchard to the mining company this year.",
    ),
    (
        "We must not sell the orchard to the mining company this year.",
        "We must ... sell the orchard to the mining company this year.",
    ),
    (
        "The fire started in the north kitchen at half past nine.",
        "The fire started in the south kitchen at half past nine.",
    ),
    (
        "The fire started in the kitchen and we could have stopped it.",
        "The fire started in the kitchen and we couldn’t have stopped it.",
    ),
    (
        "A third of the wells in the district are poisoned with arsenic.",
        "Two thirds of the wells in the district are poisoned with arsenic.",
    ),
    (
        "The strike might end before the ships arrive from Osaka.",
        "The strike will end before the ships arrive from Osaka.",
    ),
    (
        "Nobody has ever seen the contract that the museum signed.",
        "[Everybody] has … seen the contract that the museum signed.",
    ),
    (
        "It is not true that the brewery poisoned the well behind the church.",
        "The brewery poisoned the well behind the church.",
    ),
    (
        "The brewery did not poison the well behind the church.",
        "The brewery … poison[ed] the well behind the church.",
    ),
    (
        "I never said we would not pay the fishermen for their nets.",
        "I … said we would … pay the fishermen for their nets.",
    ),
    (
        "I never said we would not pay the fishermen for their nets.",
        "I said we would not pay the fishermen for their nets.",
    ),
    (
        "Hardly anyone in the village drinks the water from the new pump.",
        "Anyone in the village drinks the water from the new pump.",
    ),
    (
        "Less than half of the seed survived the frost in the glasshouse.",
        "More than half of the seed survived the frost in the glasshouse.",
    ),
    (
        "About $3 million disappeared from the relief fund in a week.",
        "About $3 billion disappeared from the relief fund in a week.",
    ),
    (
        "We refuse to negotiate with the men who burned the granary.",
        "We negotiate with the men who burned the granary.",
    ),
    (
        "We refuse to negotiate with the men who burned the granary.",
        "We … negotiate with the men who burned the granary.",
    ),
    (
        "The treaty prohibits fishing near the reef during the spawning season.",
        "The treaty permits fishing near the reef during the spawning season.",
    ),
]


def is_altered(one: str, other: str) -> bool:
    """Whether the one link of two articles that print these words says so."""
    texts = (
        f"The council met in the old hall on Monday evening. “{one[:-1]},” said Berit Lund.",
        f"Islanders filled the gallery as the week began. “{other.rstrip('.')},” said Berit Lund.",
    )
    articles = [QuotedArticle(str(number), text, extract(text)) for number, text in enumerate(texts)]
    (link,) = link_utterances(articles)
    return link.altered


@pytest.mark.parametrize(("one", "other"), HONEST)
def test_spelling_contractions_numbers_and_shown_edits_are_one_utterance_unaltered(one: str, other: str) -> None:
    assert not is_altered(one, other)
    assert not is_altered(other, one)


@pytest.mark.parametrize(("one", "other"), CHANGED)
def test_changed_words_are_one_utterance_altered(one: str, other: str) -> None:
    assert is_altered(one, other)
    assert is_altered(other, one)
