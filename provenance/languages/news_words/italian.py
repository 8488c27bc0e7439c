"""Italian words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"secondo(?: quanto)?(?: (?:riporta|riferisce|scrive|riportato d[ae]l?|riferito d[ae]l?|rivela))?"
        r"|stando a(?:l)?(?: quanto)?(?: (?:riporta|riferisce|scrive|riportato d[ae]l?|riferito d[ae]l?))?"
        r"|come (?:riporta|riferisce|scrive|rivela|ha rivelato|ha scritto|anticipato d[ae]l?)"
        r"|(?:lo )?(?:riporta|riportano|riferisce|scrive|rivela|rende noto|anticipa|spiega|afferma|segnala"
        r"|racconta)"
        r"|citat[oaie] da(?:l|lla|llo)?|pubblicat[oaie] d[ae]l?(?:la)?|riportat[oaie] d[ae]l?(?:la)?"
        r"|rivelat[oaie] d[ae]l?(?:la)?|citando|informazioni d(?:i|el|ella)|(?:un'|un’)?inchiesta d(?:i|el"
        r"|ella)"
        r"|articolo d(?:i|el|ella)"
    ),
    told=(
        r"(?:ha )?(?:detto|dichiarato|spiegato|raccontato) a(?:l|lla|llo)?|intervista (?:a|al|alla|con)"
        r"|intervistato da(?:l)?"
    ),
    between=(
        r"il|lo|la|i|gli|le|l['’]|del|della|dell['’]|dal|dalla|dall['’]|al|alla|quotidiano|giornale|settimanale"
        r"|agenzia|agenzia di stampa|rivista|sito|emittente|testata|mensile|tv"
    ),
    verbs=(
        r"(?:ha )?(?:riferito|rivelato|riportato|scritto|pubblicato|anticipato|annunciato)|riferisce|riporta"
        r"|scrive"
        r"|rivela|spiega|afferma|segnala|cita|racconta|anticipa"
    ),
    outlets=(
        r"corriere|repubblica|stampa|messaggero|giornale|gazzetta|sole|tempo|mattino|resto|nazione|secolo"
        r"|fatto|foglio"
        r"|avvenire|manifesto|post|libero|quotidiano|eco|notizie|radio|agenzia|unità|tirreno|piccolo|gazzettino"
    ),
    articles=r"il|lo|la|i|gli|le|l['’]",
    notes=(
        r"(?:questo articolo|questo testo|articolo|testo)(?: è)?(?: stato)?(?: originariamente"
        r"| già)? ?(?:pubblicato"
        r"|apparso|uscito)?(?: originariamente| per la prima volta| inizialmente)? (?:su|da|in|dal|sul|sulla"
        r"|nel)"
        r"|(?:pubblicato|apparso|uscito) (?:originariamente|per la prima volta|inizialmente) (?:su|da|in|dal"
        r"|sul|sulla)"
        r"|tratto da(?:l|lla)?|(?:riprodotto|pubblicato) con (?:il permesso|l['’]autorizzazione) d(?:i|el|ella)"
        r"|per gentile concessione d(?:i|el|ella|e)|fonti? ?:|fonte originale ?:"
    ),
    labels=r"fonti?|di|a cura di|agenzia|testo",
    shares=(
        r"(?:con|contiene) (?:informazioni|materiale|notizie|il contributo) (?:di|da|del|della"
        r"|dell['’])(?: agenzia)? ?"
        r"|(?:ha|hanno) (?:collaborato|contribuito):? "
    ),
)
