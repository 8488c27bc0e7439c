"""German words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"laut|gemäß|zitiert|meldete[n]?|meldet|melden|berichtet(?:en?)?|berichten|schreibt|schrieb(?:en)?"
        r"|schreiben"
        r"|erfuhr|enthüllte[n]?"
        r"|nach (?:angaben|informationen|recherchen|einem bericht|einer meldung|berichten)(?: von| aus)?"
        r"|(?:bericht|berichte|artikel|meldung|recherchen|beitrag|bericht in|artikel in|beitrag in)(?: von"
        r"| aus| in)?"
        r"|unter berufung auf|mit verweis auf|mit bezug auf|bezug nehmend auf|beruft sich auf"
    ),
    told=(
        r"sagte[n]?|erklärte[n]?|bestätigte[n]?|äußerte[n]?|gegenüber|sprach mit|(?:gespräch|interview) mit"
        r"|interview (?:in|bei) |auf anfrage"
    ),
    between=(
        r"der|die|das|dem|den|des|im|vom|zeitung|tageszeitung|wochenzeitung|zeitschrift|magazins?|blatt|blattes"
        r"|nachrichtenmagazins?|nachrichtenagentur|agentur|sender|senders|fernsehsenders?|radiosenders?"
        r"|portals?"
        r"|nachrichtenportals?|online-portals?|webseite|website|wochenblatt|boulevardblatt|britische[nr]?"
        r"|amerikanische[nr]?|französische[nr]?|deutsche[nr]?|österreichische[nr]?|schweizer|staatliche[nr]?"
        r"|gestern|heute|am (?:mon|diens|mitt|donners|frei|sams|sonn)(?:tag|woch)"
    ),
    verbs=(
        r"zufolge|berichtete?n?|berichten|meldete?n?|melden|schreibt|schrieb(?:en)?|zitierte?n?|erfuhr"
        r"|enthüllte?n?"
        r"|enthüllt|veröffentlichte?n?|veröffentlicht|vorliegt|vorab|gemeldet|erfahren|herausfand"
    ),
    outlets=(
        r"zeitung|kurier|anzeiger|tagblatt|tageblatt|blatt|rundschau|nachrichten|presse|post|bote|allgemeine"
        r"|spiegel"
        r"|courier|journal|merkur|tagesspiegel|woche|welt|echo|rundfunk|fernsehen|radio|magazin|funk|agentur"
        r"|abendblatt"
    ),
    articles=r"der|die|das",
    endings=("(?:e|er|es|s)?", "(?:e|en|er|em|es|s|n)?"),
    settled=((r"en(?= [A-ZÄÖÜ])", "e"), (r"(?<=(?:rier|iger|egel|rkur|rnal))s$", "")),
    notes=(
        r"(?:dieser|der) (?:artikel|text|beitrag|bericht)(?: ist| wurde| erschien"
        r"| stammt)?(?: am [\d. \w]{3,20}?)?"
        r"(?: zuerst| ursprünglich| zunächst)?(?: erschienen| veröffentlicht)? (?:bei|in|im|auf|von|vom|beim"
        r"|aus)"
        r"|(?:zuerst|ursprünglich|erstmals|zunächst) (?:erschienen|veröffentlicht|publiziert) (?:bei|in|im"
        r"|auf|von|vom"
        r"|beim)"
        r"|(?:übernommen|nachdruck|wiedergegeben|abdruck) (?:von|vom|aus|der|des|mit genehmigung von)"
        r"|(?:nachdruck|abdruck|abgedruckt|veröffentlicht)? ?mit (?:freundlicher )?(?:genehmigung"
        r"|erlaubnis) (?:von|vom"
        r"|der|des)|(?:erstveröffentlichung|original|originaltext|originalartikel)(?: bei| in)?[: ]"
        r"|quellen?(?:angabe)? ?:"
    ),
    labels=r"quellen?|von|agentur|text|nach|foto|red|material|autor",
    shares=(
        r"(?:mit|unter verwendung von|enthält|nach|aus|anhand von) (?:\w{2,15}-?)?(?:material(?:ien)?"
        r"|informationen"
        r"|angaben|agenturmaterial|meldungen|inhalten|agenturen)(?: von| vom| der| des"
        r"| aus)?(?: der)?[ :(]{1,2}"
    ),
    marks=r"(?:^|[.!?“\"] )(?P<mark>dpa|afp|epd|kna|sid|apa|sda)(?:[/-](?:l\w{2}|afx|infocom|tmn))\b",
)
