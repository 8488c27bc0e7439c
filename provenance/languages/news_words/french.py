"""French words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"selon|d['’]après|rapporte(?:nt)?|rapportait|rapporté par|révèle(?:nt)?|écrit|indique(?:nt)?"
        r"|précise(?:nt)?"
        r"|affirme(?:nt)?|annonce(?:nt)?|(?:a|ont) (?:indiqué|révélé|rapporté|annoncé|écrit|affirmé|précisé)"
        r"|cité(?:e|es|s)? par|révélé(?:e|es|s)? par|relayé(?:e|es|s)? par|repris(?:e|es)? par|publié(?:e|es"
        r"|s)? par"
        r"|citant|cite|souligne|note|explique|relate|raconte"
        r"|informations? (?:de|du|des)|enquête (?:de|du)|article (?:de|du)|citant"
    ),
    told=(
        r"déclaré (?:à|au)|confié (?:à|au)|expliqué (?:à|au)|dit (?:à|au)|interrogé par|entretien (?:à|au"
        r"|avec)"
    ),
    between=(
        r"le|la|les|du|de|des|au|aux|l['’]|journal|quotidien|hebdomadaire|magazine|site|chaîne|radio|agence"
        r"|agence de"
        r" presse|média|mensuel|britannique|américain|allemand|français|les informations"
    ),
    verbs=(
        r"rapporte(?:nt)?|rapportait|(?:a|ont) (?:rapporté|révélé|indiqué|écrit|annoncé|affirmé|publié)"
        r"|révèle(?:nt)?"
        r"|écrit|indique(?:nt)?|affirme(?:nt)?|annonce(?:nt)?|précise(?:nt)?|cite(?:nt)?|explique|souligne"
        r"|relate"
    ),
    outlets=(
        r"monde|figaro|courrier|dépêche|tribune|journal|gazette|presse|écho|échos|libération|matin|soir"
        r"|télégramme"
        r"|républicain|voix|nouvelles?|dauphiné|parisien|progrès|montagne|info|infos|télévisions?|radio"
        r"|agence|point"
        r"|express|observateur|quotidien|croix|temps|hebdo"
    ),
    articles=r"le|la|les|l['’]",
    notes=(
        r"(?:cet article|ce texte|cette dépêche|article|texte)(?: a été| est)?(?: initialement| d['’]abord"
        r"| originellement"
        r"| d['’]origine)? ?(?:publiée?|parue?)?(?: initialement| d['’]abord| à l['’]origine)? (?:par|dans"
        r"|sur|de|du)"
        r"|(?:publiée?|parue?) (?:initialement|d['’]abord|à l['’]origine) (?:par|dans|sur)"
        r"|(?:article )?repris(?:e)? (?:de|du|d['’])(?: site)?|avec l['’](?:aimable )?autorisation (?:de|du"
        r"|d['’])"
        r"|(?:reproduit|publié) avec l['’](?:aimable )?autorisation (?:de|du)|sources? ?:|d['’]après"
    ),
    labels=r"sources?|par|avec|agence|©|crédit|texte",
    shares=(
        r"(?:avec|d['’]après)(?: les?)?(?: informations?| dépêches?)?(?: de| du| d['’])?"
        r"(?: la| l['’])? ?"
    ),
    marks=r"^\(?(?:source|avec)s? :? ?(?P<mark>[^()\n:]{2,40}?)\)?$",
)
