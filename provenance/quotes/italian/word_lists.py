"""Italian words that the rules for reported speech use, as data, by class of word or kind of verb.

`provenance.quotes.cued.grammar` says what the keys mean; forms of verbs are listed as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENDINGS: Mapping[str, str] = {
    "ciare": "cia ciano ciò ciarono ciava ciavano cerà ceranno cerebbe|ciato|ciando",
    "giare": "gia giano giò giarono giava giavano gerà geranno|giato|giando",
    "gare": "ga gano gò garono gava gavano gherà gheranno gherebbe|gato|gando",
    "care": "ca cano cò carono cava cavano cherà cheranno cherebbe|cato|cando",
    "are": "a ano ò arono ava avano erà eranno erebbe|ato ata ati|ando",
    "ere": "e ono ette ettero eva evano erà eranno erebbe|uto|endo",
    "ire": "isce iscono ì irono iva ivano irà iranno irebbe|ito ita|endo",
}
WORDS: Mapping[str, Any] = {
    "notes": ["nota della redazione", "ndr", "n.d.r.", "errata corrige", "correzione:"],
    "according": """
        secondo, a detta di, a detta del, a detta della, a detta dei, a detta degli, a detta dell’, stando a,
        stando al, stando alla, stando ai, stando alle, stando agli, stando all’, a giudizio di, a giudizio del,
        a giudizio della, ad avviso di, ad avviso del, ad avviso della, a parere di, a parere del, a parere della,
        a sentire, per conto di, nelle parole di, a dire di
    """,
    "verbs": {
        "infinitive": """
            dire affermare assicurare dichiarare ammettere negare credere sperare promettere giurare confessare
            sostenere ritenere smentire annunciare spiegare precisare ricordare aggiungere garantire pensare
            raccontare
            riconoscere confermare temere lamentare chiedere ribadire
        """,
        "that": """
            indicare sottolineare commentare informare rispondere replicare riferire avvertire avvisare insistere
            concludere rivelare riassumere scrivere argomentare obiettare ripetere denunciare dettagliare osservare
            notare constatare rilevare segnalare comunicare evidenziare rimarcare puntualizzare chiarire prevedere
            suggerire stimare supporre testimoniare narrare accusare ipotizzare specificare sentenziare ammonire
            auspicare rassicurare proseguire continuare esporre ordinare pregare raccomandare proporre pretendere
            consigliare
        """,
        "beside": """
            scherzare ironizzare sorridere sospirare gridare urlare mormorare sussurrare esclamare lanciare sbottare
            attaccare tuonare incalzare rincarare celebrare criticare ringraziare supplicare reagire
            twittare domandare riflettere applaudire protestare difendere rivendicare confidare ragionare
            chiosare plaudire esultare rimproverare rammaricare dolere scagliare invitare
            esortare salutare postare ribattere controbattere
        """,
        "asking": "chiedere domandare interrogare dire spiegare",
        "naming": "definire parlare bollare descrivere criticare denunciare giudicare chiamare considerare lodare",
    },
    "irregular": {
        "dire": "dice dicono disse dissero diceva dicevano dirà diranno direbbe dico|detto detta|dicendo",
        "ammettere": "ammette ammettono ammise ammisero ammetteva ammetterà|ammesso|ammettendo",
        "promettere": "promette promettono promise promisero prometteva|promesso|promettendo",
        "credere": "crede credono credette credeva credevano|creduto|credendo",
        "sostenere": "sostiene sostengono sostenne sostennero sosteneva sostenevano sosterrà|sostenuto|sostenendo",
        "ritenere": "ritiene ritengono ritenne riteneva ritenevano|ritenuto|ritenendo",
        "smentire": "smentisce smentiscono smentì smentirono smentiva|smentito|smentendo",
        "annunciare": "annuncia annunciano annunciò annunciarono annunciava annuncerà|annunciato|annunciando",
        "spiegare": "spiega spiegano spiegò spiegarono spiegava spiegavano spiegherà|spiegato|spiegando",
        "aggiungere": "aggiunge aggiungono aggiunse aggiunsero aggiungeva|aggiunto|aggiungendo",
        "riconoscere": "riconosce riconoscono riconobbe riconosceva|riconosciuto|riconoscendo",
        "temere": "teme temono temette temeva temevano|temuto|temendo",
        "chiedere": "chiede chiedono chiese chiesero chiedeva chiederà|chiesto|chiedendo",
        "ribadire": "ribadisce ribadiscono ribadì ribadiva|ribadito|ribadendo",
        "rispondere": "risponde rispondono rispose risposero rispondeva risponderà|risposto|rispondendo",
        "riferire": "riferisce riferiscono riferì riferirono riferiva|riferito|riferendo",
        "avvertire": "avverte avvertono avvertì avvertirono avvertiva|avvertito|avvertendo",
        "insistere": "insiste insistono insistette insisteva|insistito|insistendo",
        "concludere": "conclude concludono concluse conclusero concludeva|concluso|concludendo",
        "riassumere": "riassume riassunse|riassunto|riassumendo",
        "scrivere": "scrive scrivono scrisse scrissero scriveva|scritto|scrivendo",
        "prevedere": "prevede prevedono previde prevedeva|previsto|prevedendo",
        "proseguire": "prosegue proseguono proseguì proseguiva|proseguito|proseguendo",
        "suggerire": "suggerisce suggeriscono suggerì suggeriva|suggerito|suggerendo",
        "supporre": "suppone suppose supponeva|supposto|supponendo",
        "esporre": "espone espose esponeva|esposto|esponendo",
        "ripetere": "ripete ripetono ripeté ripeteva|ripetuto|ripetendo",
        "sorridere": "sorride sorrise sorrideva|sorriso|sorridendo",
        "riflettere": "riflette rifletteva|riflettuto|riflettendo",
        "difendere": "difende difendono difese difendeva|difeso|difendendo",
        "proporre": "propone propongono propose proponeva|proposto|proponendo",
        "pretendere": "pretende pretendono pretese pretendeva|preteso|pretendendo",
        "dolere": "duole dolse doleva|doluto|dolendo",
        "descrivere": "descrive descrivono descrisse descriveva|descritto|descrivendo",
        "definire": "definisce definiscono definì definirono definiva|definito definita|definendo",
        "esortare": "esorta esortano esortò|esortato|esortando",
        "ribattere": "ribatte ribattono ribatté ribatteva|ribattuto|ribattendo",
        "controbattere": "controbatte controbatté|controbattuto|",
        "notare": "notava notavano notò notarono|notato|notando",
        "raccontare": "racconta raccontano raccontò raccontarono raccontava raccontavano "
        "racconterà|raccontato|raccontando",
    },
    "words": {
        "auxiliaries": "ha hanno aveva avevano avrà avranno avrebbe avrebbero abbia ebbe ebbero è era erano sono",
        "finite_verbs": """
            è sono era erano fu furono sarà saranno sarebbe sarebbero ha hanno aveva avevano può possono poteva potrà
            potrebbe deve devono doveva dovrà dovrebbe va vanno vuole vogliono voleva fa fanno faceva sta stanno stava
            viene vengono resta restano rimane arriva prende mette dà diventa trova
        """,
        "light": "fa fanno fece fecero fatto faceva facendo lascia lasciato",
        "complements": "sapere notare presente osservare intendere capire",
        "that": "che",
        "questions": "se chi perché quando quanto quanti come dove quale quali cosa",
        "to": "di d’",
        "adverbs": """
            anche inoltre ieri oggi domani poi infine ancora quindi così semplicemente chiaramente pubblicamente
            recentemente già sempre però tuttavia invece subito solo soltanto stasera stamattina stamani
            pure intanto ora
        """,
        "clitics": "lo la li le gli l’ mi m’ ti t’ si s’ ci c’ vi v’ ne n’",
        "negations": "non mai né nemmeno neppure",
        "and": "e ed",
        "but": "ma però bensì mentre",
        "genitives": "di d’ del dello della dei degli delle dell’",
        "opinions": "per",
        "as": "come secondo",
        "so": "così",
        "times": "ieri oggi domani stamattina stasera mattina sera pomeriggio notte settimana mese anno",
        "places": """
            italia francia germania spagna portogallo svizzera polonia russia ucraina cina giappone europa roma milano
            napoli torino palermo genova bologna firenze bari venezia lazio lombardia sicilia parigi londra berlino
            bruxelles madrid mosca kiev washington
        """,
        "boundaries": "e ed o od ma quando mentre perché poiché se dove né sebbene come prima dopo finché anche",
        "clause_starters": "il lo la i gli le l’ un una uno egli ella lui lei loro questo ma e si in",
        "prepositions": """
            di a da in con su per tra fra del dello della dei degli delle dell’ al allo alla ai agli alle all’ dal
            dallo
            dalla dai dagli dalle dall’ nel nello nella nei negli nelle nell’ sul sullo sulla sui sugli sulle sull’
            col
            contro verso presso dopo durante senza sotto sopra entro d’
        """,
        "determiners": """
            il lo la i gli le l’ un uno una un’ questo questa questi queste quel quello quella quei quegli quelle suo
            sua suoi sue loro mio mia nostro nostra ogni alcuni alcune tutti tutte due tre quattro cinque
        """,
        "days": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "pronouns": "lui lei egli ella esso essa loro essi io tu noi voi ciò questi quegli questo",
        "persons": "lui lei egli ella quest’",
        "masculine": "lui egli",
        "feminine": "lei ella",
        "objects": "me te sé",
        "relatives": "che cui quale quali",
        "persons_relative": "che",
        "name_particles": "de di del della dei degli da dal dalla la lo van von der san santa bin al mac d’",
        "titles": """
            signor signora signorina sig sig.ra dott dottor dottore dottoressa prof professor professore professoressa
            avv avvocato avvocata ing onorevole on generale colonnello capitano presidente ministro ministra sindaco
            sindaca deputato deputata senatore senatrice direttore direttrice giudice procuratore re regina principe
            papa cancelliere governatore commissario commissaria portavoce segretario segretaria assessore assessora
            allenatore premier don monsignor cardinale
        """,
        "male_titles": "signor sig dottor dottore professore avvocato sindaco deputato senatore "
        "direttore re principe",
        "female_titles": "signora dottoressa professoressa avvocata sindaca deputata senatrice direttrice regina",
        "organisations": """
            repubblica ministero consiglio commissione partito sindacato associazione federazione università istituto
            banca gruppo società compagnia agenzia parlamento senato camera tribunale polizia governo unione
            organizzazione fondazione comitato centro ospedale museo comune regione provincia procura questura
        """,
        "works": "libro romanzo film titolo intitolato intitolata canzone disco articolo rapporto",
        "abbreviations": "sig dott prof avv ing on art geom",
    },
    "names": {
        "female": """
            maria anna giulia chiara francesca sara laura elena silvia paola giovanna alessandra federica martina
            valentina simona cristina roberta lucia rosa teresa giorgia elisa monica daniela barbara
            claudia ilaria marta patrizia sofia aurora alice
        """,
        "male": """
            giuseppe giovanni mario luigi antonio francesco marco alessandro andrea stefano paolo roberto luca matteo
            lorenzo davide federico simone riccardo claudio sergio massimo fabio alberto carlo pietro enrico giorgio
            vincenzo salvatore nicola filippo gabriele maurizio franco bruno
        """,
    },
    "edits": {
        "fillers": "eh beh ehm insomma",
        "articles": "il lo la i gli le l un uno una",
        "openers": "e ma allora quindi beh",
        "negations": "non mai niente nulla nessuno nessun nessuna né senza neppure nemmeno",
        "reversals": "dubitare negare rifiutare evitare impedire",
        "clauses": "che chi dove quando perché se come",
        "complements": "che se",
        "amounts": "poco pochi poche",
        "weak": "il lo la i gli le l di del della a al alla e o un una in che si su non è con per da",
        "numbers_of": "it",
        "numbers": """
            un=1 uno=1 una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12
            tredici=13 quattordici=14 quindici=15 venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70
            ottanta=80 novanta=90
        """,
        "scales": "cento=100 mille=1000 mila=1000 milione=1000000 milioni=1000000 miliardo=1000000000 "
        "miliardi=1000000000",
        "currencies": "€=euro euro=euro $=dollaro dollari=dollaro £=sterlina sterline=sterlina",
    },
}
