"""Portuguese words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"segundo(?: (?:informa|informou|noticia|noticiou|avança|apurou))?|de acordo com"
        r"|(?:conforme|como) (?:noticiou|noticia|informou|informa|avançou|avança|publicou|revelou|apurou"
        r"|mostrou)"
        r"|noticiou|noticia|informou|informa|avançou|avança|revelou|revela|publicou|adianta|adiantou|escreve"
        r"|escreveu"
        r"|apurou|refere|afirma|(?:noticiad|avançad|revelad|publicad|divulgad|citad)[oa]s? (?:pel[oa]|por"
        r"|n[oa])"
        r"|citando|cita|reportagem d[oa]|informações d[oa]|matéria d[oa]"
    ),
    told=r"disse (?:à|ao|a)|declarou (?:à|ao|a)|afirmou (?:à|ao)|entrevista (?:à|ao|a)|contou (?:à|ao)",
    between=(
        r"o|a|os|as|do|da|de|ao|à|pelo|pela|jornal|revista|agência|agência de notícias|diário|semanário|canal"
        r"|site"
        r"|portal|emissora|rádio|televisão"
    ),
    verbs=(
        r"noticiou|noticia|informou|informa|publicou|publica|revelou|revela|avançou|avança|adiantou|adianta"
        r"|escreveu"
        r"|escreve|apurou|refere|cita|citou|afirma|mostrou|divulgou"
    ),
    outlets=(
        r"correio|jornal|diário|público|folha|globo|estado|notícias|expresso|observador|gazeta|tribuna|voz"
        r"|agência"
        r"|rádio|televisão|tarde|povo|dia|manhã|sol|económico|econômico|valor|brasil"
    ),
    articles=r"o|a|os|as",
    notes=(
        r"(?:este artigo|este texto|esta notícia|esta reportagem|artigo|texto)(?: foi)?(?: publicad[oa])?"
        r"(?: originalmente| primeiro| inicialmente| pela primeira vez)? (?:em|por|no|na|pel[oa])"
        r"|publicad[oa] (?:originalmente|primeiro|inicialmente|pela primeira vez) (?:em|por|no|na|pel[oa])"
        r"|(?:reproduzid[oa]|publicad[oa]) com (?:a )?(?:autorização|permissão) d(?:e|o|a)"
        r"|com (?:a )?(?:autorização|permissão) d(?:e|o|a)|(?:retirado|reproduzido|extraído) d(?:e|o|a)"
        r"|fontes? ?:"
    ),
    labels=r"fontes?|por|agência|com|texto|da redação, com",
    shares=(
        r"com (?:informações|material|dados|despachos) (?:da|do|de|das)(?: agências?)?[ :]|(?:^"
        r"|[(*])com (?:a )?"
        r"(?:agência )?"
    ),
)
