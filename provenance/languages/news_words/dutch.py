"""Dutch words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"volgens|aldus|meldt|melden|meldde|schrijft|schrijven|schreef|bericht|berichtte|onthult|onthulde|stelt"
        r"|(?:blijkt|bleek) uit (?:onderzoek|een artikel|berichtgeving) (?:van|door|in)|op gezag van"
        r"|onderzoek van"
        r"|geciteerd door|gemeld door|onthuld door|bericht van|artikel (?:van|in)|berichtgeving van|afgaande op"
        r"|onder verwijzing naar|op basis van"
    ),
    told=(
        r"zei tegen|zegt tegen|vertelde(?: aan)?|vertelt(?: aan)?|interview (?:met|in)|in gesprek met"
        r"|verklaarde tegenover|liet weten aan"
    ),
    between=(
        r"de|het|een|van|krant|dagblad|weekblad|tijdschrift|persbureau|zender|omroep|nieuwssite|site"
        r"|radiozender"
        r"|website|blad|britse|amerikaanse|duitse|franse|belgische"
    ),
    verbs=(
        r"meldt|melden|meldde|schrijft|schreef|bericht|berichtte|onthult|onthulde|publiceerde|publiceert"
        r"|citeert"
        r"|gemeld|bericht"
    ),
    outlets=(
        r"krant|dagblad|koerier|courant|nieuws|nieuwsblad|telegraaf|volkskrant|trouw|parool|stem|tijd"
        r"|standaard|morgen"
        r"|post|omroep|persbureau|weekblad|tribune|bode|gazet|radio|televisie"
    ),
    articles=r"de|het|'t",
    notes=(
        r"(?:dit artikel|dit verhaal|dit bericht|dit stuk|artikel)(?: verscheen| is| werd)?(?: eerder| eerst|"
        r" oorspronkelijk| met toestemming)?(?: gepubliceerd| verschenen| overgenomen)? (?:in|op|door|bij|uit"
        r"|van)"
        r"|(?:eerder|oorspronkelijk|eerst) (?:verschenen|gepubliceerd) (?:in|op|door|bij)"
        r"|(?:met toestemming )?overgenomen (?:uit|van)|met (?:dank|toestemming) (?:aan|van)|bron(?:nen)? ?:"
    ),
    labels=r"bron(?:nen)?|door|van|tekst",
    shares=(
        r"met (?:informatie|medewerking|bijdragen|materiaal|berichten) van(?: het)?[ :]|(?:bijdrage"
        r"|medewerking):? "
    ),
)
