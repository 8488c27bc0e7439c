"""French words that the rules for reported speech use, as data, by class of word or kind of verb.

`provenance.quotes.cued.grammar` says what the keys mean; forms of verbs are listed as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENDINGS: Mapping[str, str] = {
    "ger": "ge gent gea gèrent geait geaient gera geront gerait|gé gée gés gées|geant",
    "cer": "ce cent ça cèrent çait çaient cera ceront cerait|cé cée cés cées|çant",
    "yer": "ie ient ya yèrent yait yaient iera ieront ierait|yé yée yés yées|yant",
    "er": "e ent a èrent ait aient era eront erait|é ée és ées|ant",
    "ir": "it issent irent issait issaient ira iront irait|i ie is ies|issant",
}
WORDS: Mapping[str, Any] = {
    "notes": ["note de la rédaction", "ndlr", "correction :", "mise à jour :"],
    "according": """
        selon, d’ après, à en croire, aux dires de, aux dires du, de l’ avis de, de l’ avis du, de l’ aveu de,
        de l’ aveu du, suivant, de source, aux yeux de, aux yeux du
    """,
    "verbs": {
        "infinitive": """
            dire affirmer assurer déclarer reconnaître admettre nier démentir prétendre estimer penser croire espérer
            promettre jurer avouer confirmer soutenir considérer juger regretter
        """,
        "that": """
            indiquer expliquer ajouter préciser souligner annoncer rappeler noter observer constater répondre
            répliquer
            rétorquer raconter confier avertir prévenir insister marteler conclure relever signaler révéler témoigner
            résumer écrire rapporter plaider arguer argumenter objecter répéter poursuivre renchérir rassurer alerter
            deviner déplorer détailler  garantir informer illustrer maintenir mentionner certifier
            lancer lâcher glisser concéder convenir craindre dénoncer clamer proclamer commenter analyser supposer
            demander exiger réclamer proposer ordonner recommander conseiller souhaiter prédire pronostiquer
            remarquer réaffirmer réitérer sous-entendre suggérer redouter
        """,
        "beside": """
            réjouir féliciter sourire soupirer souffler crier murmurer chuchoter hurler tonner ironiser plaisanter
            nuancer tempérer interroger lamenter indigner emporter agacer inquiéter étonner exclamer enthousiasmer
            amuser désoler alarmer insurger défendre justifier reprendre continuer enchaîner trancher
            tweeter réagir fulminer pester vanter saluer rire plaindre exhorter implorer supplier
            décrire décrypter développer pointer appuyer abonder riposter protester râler grogner bougonner
            acquiescer approuver balayer rêver souvenir
        """,
        "asking": "demander interroger ignorer préciser dire expliquer",
        "naming": """
            qualifier dénoncer évoquer parler fustiger saluer critiquer juger appeler décrire traiter regretter vanter
            promettre réclamer exiger condamner
        """,
    },
    "irregular": {
        "dire": "dit disent disait disaient dira diront dirait|dit dite|disant",
        "reconnaître": "reconnaît reconnait reconnaissent reconnut reconnaissait reconnaîtra|reconnu|reconnaissant",
        "admettre": "admet admettent admit admettait admettra|admis|admettant",
        "promettre": "promet promettent promit promettait promettra|promis|promettant",
        "prétendre": "prétend prétendent prétendit prétendait|prétendu|prétendant",
        "croire": "croit croient croyait croyaient crut|cru|croyant",
        "espérer": "espère espèrent espérait espéraient|espéré|espérant",
        "soutenir": "soutient soutiennent soutint soutenait soutenaient soutiendra|soutenu|soutenant",
        "maintenir": "maintient maintiennent maintint maintenait|maintenu|",
        "prévenir": "prévient préviennent prévint prévenait|prévenu|prévenant",
        "convenir": "convient conviennent convint convenait|convenu|convenant",
        "avertir": "avertit avertissent avertissait|averti|avertissant",
        "répondre": "répond répondent répondit répondirent répondait répondra|répondu|répondant",
        "conclure": "conclut concluent concluait|conclu|concluant",
        "écrire": "écrit écrivent écrivit écrivait écrivaient|écrit écrite|écrivant",
        "poursuivre": "poursuit poursuivent poursuivit poursuivait|poursuivi|poursuivant",
        "rappeler": "rappelle rappellent rappela rappelèrent rappelait rappelaient|rappelé|rappelant",
        "appeler": "appelle appellent appela appelait|appelé|appelant",
        "révéler": "révèle révèlent révéla révélait|révélé|révélant",
        "répéter": "répète répètent répéta répétait|répété|répétant",
        "réitérer": "réitère réitèrent réitéra réitérait|réitéré|réitérant",
        "concéder": "concède concèdent concéda concédait|concédé|concédant",
        "considérer": "considère considèrent considérait|considéré|considérant",
        "suggérer": "suggère suggèrent suggéra suggérait|suggéré|suggérant",
        "tempérer": "tempère tempèrent tempéra tempérait|tempéré|tempérant",
        "inquiéter": "inquiète inquiètent inquiéta inquiétait|inquiété|inquiétant",
        "relever": "relève relèvent releva relevait|relevé|relevant",
        "sous-entendre": "sous-entend sous-entendait|sous-entendu|",
        "craindre": "craint craignent craignit craignait|craint|craignant",
        "plaindre": "plaint plaignent plaignit plaignait|plaint|plaignant",
        "défendre": "défend défendent défendit défendait|défendu|défendant",
        "reprendre": "reprend reprennent reprit reprenait|repris|reprenant",
        "sourire": "sourit sourient souriait|souri|souriant",
        "rire": "rit rient riait|ri|riant",
        "souvenir": "souvient souviennent souvenait|souvenu|",
        "réjouir": "réjouit réjouissent réjouissait|réjoui|",
        "décrire": "décrit décrivent décrivait|décrit|décrivant",
        "prédire": "prédit prédisent prédisait|prédit|prédisant",
        "certifier": "certifie certifient certifia certifiait|certifié|certifiant",
        "confier": "confie confient confia confiait confiaient|confié|confiant",
        "nier": "nie nient nia niait niaient|nié|niant",
        "renchérir": "renchérit renchérissent renchérissait|renchéri|renchérissant",
    },
    "words": {
        "auxiliaries": """
            a ont avait avaient aura auront aurait auraient ait eut eurent est était s’est serait sont étaient ayant
        """,
        "finite_verbs": """
            est sont était étaient sera seront serait seraient fut furent a ont avait avaient aura auront aurait
            auraient doit doivent devra devrait devait peut peuvent pourra pourrait pouvait va vont allait fait font
            faisait fera ferait veut veulent voulait faut fallait vient viennent reste restent restait permet passe
            prend prennent met mettent donne donnent devient deviennent trouve existe semble semblait
        """,
        "light": "fait font fit firent faisait faisaient fera laissé laisse laissait",
        "complements": "savoir valoir entendre remarquer observer",
        "that": "que qu’",
        "questions": "si s’ pourquoi comment combien quand où qui quel quelle quels quelles ce",
        "to": "de d’",
        "adverbs": """
            également aussi encore ensuite alors enfin toutefois cependant pourtant même déjà notamment ainsi
            simplement
            clairement hier aujourd’hui récemment publiquement souvent toujours jamais donc néanmoins par ailleurs
            seulement avant tout formellement longuement sobrement sèchement franchement volontiers tranquillement
            vendredi longtemps tout désormais bien
        """,
        "clitics": "le la l’ les lui leur me m’ nous vous se s’ te t’ y en",
        "negations": "ne n’ pas jamais rien aucun",
        "and": "et",
        "but": "mais",
        "genitives": "de d’ du des",
        "opinions": "pour",
        "as": "comme ainsi",
        "so": "ainsi",
        "times": "hier aujourd’hui demain matin soir après-midi midi semaine mois année",
        "places": """
            france allemagne italie espagne portugal belgique suisse pologne russie ukraine chine japon europe paris
            berlin londres bruxelles genève madrid rome lisbonne varsovie moscou kiev pékin tokyo washington lyon
            marseille lille bordeaux toulouse nantes strasbourg américain états-unis royaume-uni
        """,
        "boundaries": """
            et ou mais car quand lorsque lorsqu’ alors puisque puisqu’ parce si tandis afin bien pendant sans pour-que
            avant après depuis dès jusqu’ où donc or ni
        """,
        "clause_starters": "le la les l’ un une il elle ils elles on ce cet cette ces je nous vous c’ mais et",
        "prepositions": """
            à au aux de du des d’ en dans par pour sur sous avec sans chez vers contre entre depuis pendant dès après
            avant devant derrière lors face selon malgré parmi hors via
        """,
        "determiners": """
            le la les l’ un une des du ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos chaque
            plusieurs certains certaines quelques tout toute tous toutes deux trois quatre cinq
        """,
        "days": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "pronouns": "il elle ils elles on je nous vous celui-ci celle-ci ceux-ci celles-ci -il -elle -ils -elles -on "
        "-t-il -t-elle -t-on -je -nous -vous ce c’ cela ça ceci",
        "persons": "il elle -il -elle -t-il -t-elle ils elles -ils -elles celui-ci celle-ci on -t-on -on",
        "masculine": "lui eux il -il -t-il ils -ils celui-ci",
        "feminine": "elle -elle -t-elle elles -elles celle-ci",
        "objects": "lui eux moi toi",
        "relatives": "qui dont lequel laquelle lesquels lesquelles auquel duquel",
        "persons_relative": "qui",
        "name_particles": "de du des d’ le la l’ van von der den di da del della al el ben bin mac",
        "titles": """
            m m. mm. mme mmes mlle me mgr dr pr monsieur madame mademoiselle maître docteur professeur général colonel
            commandant capitaine président présidente ministre premier première maire député députée sénateur
            sénatrice
            préfet préfète directeur directrice juge procureur procureure avocat avocate roi reine prince princesse
            pape chancelier chancelière gouverneur commissaire capitaine entraîneur porte-parole secrétaire chef
        """,
        "male_titles": "m m. monsieur président directeur roi prince sénateur député avocat",
        "female_titles": "mme mlle madame mademoiselle présidente directrice reine princesse sénatrice "
        "députée avocate",
        "organisations": """
            république ministère conseil commission parti syndicat association fédération université institut banque
            groupe société compagnie agence parlement sénat assemblée cour tribunal police gouvernement union
            organisation fondation comité centre hôpital musée mairie préfecture région département
        """,
        "works": "livre roman film titre intitulé intitulée chanson album article rapport",
        "abbreviations": "m mm mme mlle mgr dr pr st ste env no art",
    },
    "names": {
        "female": """
            marie jeanne anne claire sophie isabelle catherine nathalie sylvie camille julie léa emma chloé manon
            céline aurélie charlotte hélène élise valérie sandrine christine monique brigitte nora nadia fatima
            laurence florence pauline lucie agnès véronique martine élisabeth ségolène rachida
        """,
        "male": """
            jean pierre paul jacques michel philippe alain nicolas françois antoine louis henri andré bernard éric
            olivier laurent christophe thomas julien guillaume hugo lucas emmanuel patrick gérard marc luc rené yves
            simon vincent mathieu maxime bruno didier serge karim mohamed ahmed
        """,
    },
    "edits": {
        "fillers": "euh ben bah hein voilà",
        "articles": "le la les l un une des",
        "openers": "et mais alors donc bon",
        "negations": "ne n pas jamais aucun aucune rien sans ni nul nulle",
        "reversals": "douter nier refuser échouer éviter empêcher",
        "clauses": "que qui où quand lorsque parce puisque si comme",
        "complements": "que si",
        "amounts": "peu quelques",
        "weak": "le la les l de du des d à au aux et ou un une en dans que qui ce se s il elle "
        "on est a ne y pour par",
        "numbers_of": "fr",
        "numbers": """
            un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13
            quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60
        """,
        "scales": "cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 "
        "milliards=1000000000",
        "currencies": "€=euro euros=euro £=livre livres=livre $=dollar dollars=dollar",
    },
}
