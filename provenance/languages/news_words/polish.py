"""Polish words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"według(?: (?:informacji|ustaleń|doniesień))?|zdaniem|(?:jak )?(?:podaje|podają|podał[ao]?|informuje"
        r"|informują"
        r"|poinformował[ao]?|donosi|donoszą|doniósł|doniosła|pisze|piszą|napisał[ao]?|ustalił[ao]?|ujawnia"
        r"|ujawnił[ao]?"
        r"|relacjonuje|twierdzi|czytamy w|dowiedział[ao] się)|powołując się na|za (?:portalem|dziennikiem"
        r"|tygodnikiem"
        r"|agencją|gazetą)|cytowan[yae] przez|opublikowan[yae] (?:przez|w)|informacj(?:i|e)|doniesienia"
        r"|ujawnione przez"
    ),
    told=r"powiedział[ao]? (?:w rozmowie z|dla)?|w rozmowie z|w wywiadzie dla|w wypowiedzi dla",
    between=(
        r"dziennik(?:a|iem|owi)?|gazet[ayąę]?|tygodnik(?:a|iem)?|portal(?:u|em)?|agencj[aięą]|agencja prasowa"
        r"|stacj[aięą]"
        r"|serwis(?:u|em)?|telewizj[aięą]|radi[oa]|magazyn(?:u|em)?|we?|amerykańsk\w{1,3}|niemieck\w{1,3}"
        r"|brytyjsk\w{1,3}"
    ),
    verbs=(
        r"podał[ao]?|podaje|podają|informuje|poinformował[ao]?|donosi|doniósł|doniosła|pisze|napisał[ao]?"
        r"|ustalił[ao]?"
        r"|ujawnił[ao]?|ujawnia|relacjonuje|cytuje|opublikował[ao]?|twierdzi"
    ),
    outlets=(
        r"kurier|gazeta|dziennik|wiadomości|rzeczpospolita|wyborcza|fakt|głos|express|ekspress|tygodnik"
        r"|polityka|radio"
        r"|telewizja|agencja|nowiny|echo|przegląd|portowy|trybuna|życie|prasa|portal"
    ),
    articles="(?!)",
    endings=(r"[aeioyąę]?", r"[a-ząęół]{0,4}"),
    notes=(
        r"(?:artykuł|tekst|materiał|wywiad)(?: ten)?(?: został| był)?(?: ukazał się| opublikowano"
        r"| opublikowany)?"
        r"(?: pierwotnie| po raz pierwszy| najpierw)?(?: opublikowany| ukazał się| opublikowano)?"
        r" (?:na łamach|w|we|przez|na stronie|na portalu|pochodzi z)"
        r"|(?:pierwotnie|po raz pierwszy) (?:opublikowan[oya]|ukazał się) (?:na łamach|w|we|przez|na)"
        r"|przedruk(?: za| z)?:?|za zgodą|źródł[oa] ?:|za:"
    ),
    labels=r"źródł[oa]|autor|opracowanie|oprac\.|na podstawie|za|fot\.",
    shares=(
        r"(?:z|przy) (?:wykorzystaniem|wykorzystaniu|użyciem)(?: materiałów| informacji| depesz)? |na podstawie"
        r"(?: materiałów| informacji| depesz)?:? |współpraca:? |we współpracy z |źródła?: "
    ),
)
