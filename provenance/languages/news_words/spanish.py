"""Spanish words by which news names its sources."""

from provenance.languages.news_words import NewsWords

WORDS = NewsWords(
    reports=(
        r"según(?: (?:publica|informa|informó|recoge|cuenta|señala|explica|adelanta|(?:ha|han) (?:adelantado"
        r"|publicado"
        r"|informado|revelado|podido saber)))?|de acuerdo (?:con|a)|como (?:informa|informó|publica|recoge"
        r"|adelantó"
        r"|adelanta|publicó)|tal y como (?:informa|publica|recoge|adelantó)|inform(?:a|ó)|reportó|señal(?:a|ó)"
        r"|revel(?:a|ó)|public(?:a|ó)|asegur(?:a|ó)|indic(?:a|ó)|adelant(?:a|ó)|cont(?:a|ó)|citad[oa]s? por"
        r"|publicad[oa]s? (?:por|en)|adelantad[oa]s? por|revelad[oa]s? por|citando|cita|informaci(?:ón|ones) de"
        r"|un reportaje de|un artículo de|una investigación de|afirma|afirmó|escribe"
    ),
    told=r"dijo a|declaró a|explicó a|(?:declaraciones|entrevista) (?:a|con|en)|confirmó a|contó a",
    between=(
        r"el|la|los|las|del|de|al|diario|periódico|revista|agencia|agencia de noticias|cadena|semanario"
        r"|portal|medio"
        r"|rotativo|emisora|web|digital"
    ),
    verbs=(
        r"informó|informa|publicó|publica|recoge|recogió|señaló|señala|reveló|revela|reportó|reporta|asegura"
        r"|aseguró"
        r"|indica|indicó|adelantó|adelanta|(?:ha|han) (?:publicado|informado|adelantado|revelado)|cuenta"
        r"|contó|escribe"
        r"|cita|citó|afirma"
    ),
    outlets=(
        r"país|mundo|correo|diario|periódico|prensa|noticias|heraldo|vanguardia|tiempo|comercio|nación"
        r"|universal"
        r"|clarín|razón|mercurio|gaceta|voz|informador|radio|televisión|agencia|tribuna|confidencial|norte"
        r"|sur|telégrafo"
        r"|observador|nacional|economista|financiero|debate|milenio|reforma"
    ),
    articles=r"el|la|los|las",
    notes=(
        r"(?:este artículo|esta nota|esta noticia|este texto|esta información|artículo|nota)(?: fue| se"
        r"| ha sido)?"
        r"(?: publicad[oa]| publicó| apareció| aparecid[oa])?(?: originalmente| primero| por primera vez"
        r"| inicialmente)?"
        r" (?:en|por)"
        r"|(?:publicad[oa]|aparecid[oa]) (?:originalmente|por primera vez|inicialmente) (?:en|por)"
        r"|(?:tomad[oa]|reproducid[oa]|extraíd[oa]) de(?:l)?|(?:reproducid[oa]|publicad[oa]) con (?:permiso"
        r"|autorización)"
        r" de(?:l)?|con (?:el )?(?:permiso|autorización) de(?:l)?|fuentes? ?:"
    ),
    labels=r"fuentes?|por|agencia|con información de|texto|redacción",
    shares=(
        r"(?:con|contiene) (?:información|informaciones|datos|material|despachos|notas) (?:de|del|de la"
        r"|de las)(?: agencias?)?[ :]"
    ),
    marks=r"(?:^|[.!?”\"»] )(?P<mark>efe|europa press|notimex|télam|telam)\.?$",
)
