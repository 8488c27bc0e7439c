"""Dutch words that the rules for reported speech use, as data, by class of word or kind of verb.

`provenance.quotes.cued.grammar` says what the keys mean. Forms of verbs are listed one by one, since weak verbs
double
and drop letters; a verb that is parted from its first half ("voegt toe") is listed without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENDINGS: Mapping[str, str] = {}
WORDS: Mapping[str, Any] = {
    "notes": ["noot van de redactie", "noot redactie", "rectificatie:", "correctie:", "naschrift:"],
    "according": """
        volgens, naar mening van, naar eigen zeggen van, in de woorden van, naar de mening van, in de ogen van,
        als het aan
    """,
    "verbs": {
        "infinitive": """
            zeggen beweren verklaren ontkennen geloven hopen beloven zweren toegeven erkennen vinden denken menen
            stellen
            verwachten vrezen claimen bekennen
        """,
        "that": """
            vertellen melden toevoegen benadrukken onderstrepen meedelen aankondigen uitleggen antwoorden reageren
            waarschuwen concluderen onthullen schrijven argumenteren herhalen opmerken constateren vaststellen
            bevestigen berichten rapporteren verduidelijken aangeven wijzen voorspellen suggereren oordelen schatten
            veronderstellen getuigen beschuldigen klagen vermoeden garanderen verzekeren beseffen onderschrijven
            betogen bepleiten volhouden aanvoeren aantekenen herinneren beklemtonen preciseren spreken
            tegenwerpen uiteenzetten informeren vragen smeken eisen opperen adviseren aanraden
        """,
        "beside": """
            grappen lachen glimlachen zuchten roepen schreeuwen fluisteren mompelen uitroepen vervolgen besluiten
            bidden twitteren juichen foeteren mopperen brommen sneren verzuchten glunderen
            relativeren nuanceren analyseren jubelen tieren fulmineren mijmeren resumeren pleiten verdedigen
            prijzen hekelen oproepen beamen samenvatten
        """,
        "asking": "vragen afvragen informeren zeggen uitleggen vertellen",
        "naming": "noemen omschrijven spreken typeren bestempelen kenschetsen betitelen bekritiseren vinden",
    },
    "irregular": {
        "zeggen": "zegt zei zeiden zeg zeggen|gezegd|zeggend",
        "beweren": "beweert beweerde beweerden beweren|beweerd|bewerend",
        "verklaren": "verklaart verklaarde verklaarden verklaren|verklaard|verklarend",
        "ontkennen": "ontkent ontkende ontkenden ontkennen|ontkend|",
        "geloven": "gelooft geloofde geloofden geloven|geloofd|",
        "hopen": "hoopt hoopte hoopten hopen|gehoopt|",
        "beloven": "belooft beloofde beloofden beloven|beloofd|",
        "zweren": "zweert zwoer zwoeren|gezworen|",
        "toegeven": "geeft gaf gaven toegeeft toegaf geven|toegegeven|",
        "erkennen": "erkent erkende erkenden erkennen|erkend|",
        "vinden": "vindt vond vonden vinden|gevonden|",
        "denken": "denkt dacht dachten denken|gedacht|",
        "menen": "meent meende meenden menen|gemeend|",
        "stellen": "stelt stelde stelden stellen|gesteld|stellend",
        "verwachten": "verwacht verwachtte verwachtten verwachten||",
        "vrezen": "vreest vreesde vreesden vrezen|gevreesd|",
        "claimen": "claimt claimde claimden claimen|geclaimd|",
        "bekennen": "bekent bekende bekenden bekennen|bekend|",
        "vertellen": "vertelt vertelde vertelden vertellen|verteld|vertellend",
        "melden": "meldt meldde meldden melden|gemeld|",
        "toevoegen": "voegt voegde voegden toevoegt toevoegde toevoegden voegen|toegevoegd|",
        "benadrukken": "benadrukt benadrukte benadrukten benadrukken|benadrukt|",
        "onderstrepen": "onderstreept onderstreepte onderstreepten|onderstreept|",
        "meedelen": "deelt deelde deelden meedeelt meedeelde|meegedeeld medegedeeld|",
        "aankondigen": "kondigt kondigde kondigden aankondigt aankondigde|aangekondigd|",
        "uitleggen": "legt legde legden uitlegt uitlegde|uitgelegd|",
        "antwoorden": "antwoordt antwoordde antwoordden antwoorden|geantwoord|",
        "reageren": "reageert reageerde reageerden reageren|gereageerd|",
        "waarschuwen": "waarschuwt waarschuwde waarschuwden waarschuwen|gewaarschuwd|",
        "concluderen": "concludeert concludeerde concludeerden concluderen|geconcludeerd|",
        "onthullen": "onthult onthulde onthulden onthullen|onthuld|",
        "schrijven": "schrijft schreef schreven schrijven|geschreven|",
        "argumenteren": "argumenteert argumenteerde argumenteerden|geargumenteerd|",
        "herhalen": "herhaalt herhaalde herhaalden herhalen|herhaald|",
        "opmerken": "merkt merkte merkten opmerkt opmerkte|opgemerkt|",
        "constateren": "constateert constateerde constateerden constateren|geconstateerd|",
        "vaststellen": "vaststelt vaststelde|vastgesteld|",
        "bevestigen": "bevestigt bevestigde bevestigden bevestigen|bevestigd|",
        "berichten": "bericht berichtte berichtten berichten||",
        "rapporteren": "rapporteert rapporteerde rapporteerden|gerapporteerd|",
        "verduidelijken": "verduidelijkt verduidelijkte|verduidelijkt|",
        "aangeven": "aangeeft aangaf aangaven|aangegeven|",
        "wijzen": "wijst wees wezen wijzen|gewezen|",
        "voorspellen": "voorspelt voorspelde voorspelden voorspellen|voorspeld|",
        "suggereren": "suggereert suggereerde suggereerden|gesuggereerd|",
        "oordelen": "oordeelt oordeelde oordeelden|geoordeeld|",
        "schatten": "schat schatte schatten|geschat|",
        "veronderstellen": "veronderstelt veronderstelde|verondersteld|",
        "getuigen": "getuigt getuigde getuigden|getuigd|",
        "beschuldigen": "beschuldigt beschuldigde beschuldigden|beschuldigd|",
        "klagen": "klaagt klaagde klaagden klagen|geklaagd|klagend",
        "vermoeden": "vermoedt vermoedde vermoedden|vermoed|",
        "garanderen": "garandeert garandeerde garandeerden|gegarandeerd|",
        "verzekeren": "verzekert verzekerde verzekerden verzekeren|verzekerd|",
        "beseffen": "beseft besefte beseften|beseft|",
        "onderschrijven": "onderschrijft onderschreef|onderschreven|",
        "betogen": "betoogt betoogde betoogden betogen|betoogd|",
        "bepleiten": "bepleit bepleitte||",
        "volhouden": "houdt hield hielden volhoudt volhield|volgehouden|",
        "aanvoeren": "voert voerde voerden aanvoert aanvoerde|aangevoerd|",
        "aantekenen": "tekent tekende aantekent aantekende|aangetekend|",
        "herinneren": "herinnert herinnerde herinnerden|herinnerd|",
        "beklemtonen": "beklemtoont beklemtoonde|beklemtoond|",
        "preciseren": "preciseert preciseerde|gepreciseerd|",
        "spreken": "spreekt sprak spraken|gesproken|",
        "tegenwerpen": "tegenwerpt werpt wierp|tegengeworpen|",
        "uiteenzetten": "uiteenzet uiteenzette|uiteengezet|",
        "informeren": "informeert informeerde informeerden|geïnformeerd|",
        "grappen": "grapt grapte grapten grappen|gegrapt|grappend",
        "lachen": "lacht lachte lachten|gelachen|lachend",
        "glimlachen": "glimlacht glimlachte|geglimlacht|glimlachend",
        "zuchten": "zucht zuchtte zuchtten|gezucht|zuchtend",
        "roepen": "roept riep riepen|geroepen|roepend",
        "schreeuwen": "schreeuwt schreeuwde schreeuwden|geschreeuwd|",
        "fluisteren": "fluistert fluisterde|gefluisterd|",
        "mompelen": "mompelt mompelde|gemompeld|",
        "uitroepen": "uitroept uitriep|uitgeroepen|",
        "vervolgen": "vervolgt vervolgde vervolgden|vervolgd|",
        "besluiten": "besluit besloot besloten|besloten|",
        "vragen": "vraagt vroeg vroegen vragen|gevraagd|vragend",
        "afvragen": "vraagt vroeg afvraagt afvroeg|afgevraagd|",
        "bidden": "bidt bad|gebeden|",
        "smeken": "smeekt smeekte|gesmeekt|",
        "eisen": "eist eiste eisten|geëist|",
        "twitteren": "twittert twitterde|getwitterd|",
        "juichen": "juicht juichte|gejuicht|",
        "foeteren": "foetert foeterde|gefoeterd|",
        "mopperen": "moppert mopperde|gemopperd|",
        "brommen": "bromt bromde|gebromd|",
        "sneren": "sneert sneerde|gesneerd|",
        "verzuchten": "verzucht verzuchtte|verzucht|",
        "glunderen": "glundert glunderde||",
        "relativeren": "relativeert relativeerde|gerelativeerd|",
        "nuanceren": "nuanceert nuanceerde|genuanceerd|",
        "analyseren": "analyseert analyseerde|geanalyseerd|",
        "jubelen": "jubelt jubelde|gejubeld|",
        "tieren": "tiert tierde|getierd|",
        "fulmineren": "fulmineert fulmineerde|gefulmineerd|",
        "mijmeren": "mijmert mijmerde|gemijmerd|",
        "resumeren": "resumeert resumeerde|geresumeerd|",
        "opperen": "oppert opperde opperden|geopperd|",
        "pleiten": "pleit pleitte pleitten|gepleit|",
        "verdedigen": "verdedigt verdedigde|verdedigd|",
        "prijzen": "prijst prees|geprezen|",
        "hekelen": "hekelt hekelde|gehekeld|",
        "oproepen": "oproept opriep|opgeroepen|",
        "adviseren": "adviseert adviseerde|geadviseerd|",
        "aanraden": "raadt raadde|aangeraden|",
        "beamen": "beaamt beaamde|beaamd|",
        "samenvatten": "vat vatte samenvat samenvatte|samengevat|",
        "noemen": "noemt noemde noemden noemen|genoemd|",
        "omschrijven": "omschrijft omschreef|omschreven|",
        "typeren": "typeert typeerde|getypeerd|",
        "bestempelen": "bestempelt bestempelde|bestempeld|",
        "kenschetsen": "kenschetst kenschetste|gekenschetst|",
        "betitelen": "betitelt betitelde|betiteld|",
        "bekritiseren": "bekritiseert bekritiseerde|bekritiseerd|",
    },
    "words": {
        "auxiliaries": "heeft hebben had hadden zal zou zouden is was",
        "finite_verbs": """
            is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou
            zouden moet moeten moest moesten mag mogen mocht mochten wil willen wilde wilden gaat gaan ging gingen
            komt komen kwam kwamen blijft blijven bleef bleven staat staan stond stonden ligt liggen lag lagen doet
            doen deed deden maakt maken maakte maakten krijgt krijgen kreeg kregen loopt liep ziet zag neemt nam
            brengt
            bracht houdt hield gebeurt gebeurde blijkt bleek lijkt leek hoeft hoefde weet wist begint begon valt viel
            speelt werkt werkte zit zitten zat daalt daalde stijgt steeg ontstond verloopt duurt duurde
            telt kost kostte betekent ontbreekt bestaat bestond volgt volgde verliest verloor wint won
        """,
        "light": "laat laten liet lieten",
        "complements": "weten",
        "labels": "aldus",
        "parted": """
            geeft gaf gaven geven voegt voegde voegden voegen deelt deelde deelden kondigt kondigde kondigden legt
            legde legden merkt merkte merkten houdt hield hielden voert voerde voerden tekent tekende werpt wierp
            raadt raadde vat vatte wijst wees wezen wijzen
        """,
        "particles_behind": "toe mee aan uit op vol tegen af samen erop daarop eraan door",
        "that": "dat",
        "questions": "of wie wat waarom wanneer hoeveel hoe waar welke welk",
        "to": "te",
        "adverbs": """
            ook verder gisteren vandaag morgen daarna toen dan nog eerder later bovendien daarbij echter wel al
            vervolgens
            eveneens tevens meteen onlangs openlijk duidelijk simpelweg er erop ervan daarop nu inmiddels toe uit
            op aan
            mee af tegen desgevraagd zelf nadrukkelijk vast wederom opnieuw
        """,
        "clitics": "zich hem haar hen hun mij me ons het",
        "negations": "niet nooit geen",
        "and": "en",
        "but": "maar terwijl",
        "genitives": "van der",
        "as": "zoals",
        "so": "zo",
        "times": "gisteren vandaag morgen gisteravond vanochtend vanmiddag vanavond ochtend avond "
        "middag week maand jaar",
        "places": """
            nederland belgië duitsland frankrijk engeland spanje italië portugal polen rusland oekraïne china japan
            europa amsterdam rotterdam utrecht haag brussel antwerpen gent parijs londen berlijn moskou kiev
            washington
            groningen eindhoven
        """,
        "boundaries": """
            en of maar want toen terwijl omdat doordat zodat als indien wanneer hoewel nadat voordat sinds tenzij
            waarbij waardoor waarop waarna
        """,
        "clause_starters": "de het een hij zij ze dit dat deze die maar en er we wij ik in op",
        "prepositions": """
            van in op aan bij met voor door uit over naar om tot tegen tussen onder zonder tijdens sinds na namens
            volgens binnen buiten rond vanuit wegens ondanks per
        """,
        "determiners": """
            de het een deze die dit zijn haar hun ons onze mijn uw elke ieder iedere enkele sommige alle veel twee
            drie
            vier vijf ’n
        """,
        "days": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "pronouns": "hij zij ze wij we ik jij je u men het dit dat die deze",
        "persons": "hij zij ze",
        "masculine": "hij hem",
        "feminine": "zij ze haar",
        "objects": "hem haar hen hun mij ons",
        "relatives": "die wie wiens waarvan",
        "persons_relative": "die wie",
        "name_particles": "van de der den ten ter te ’t ’s het von und di la el al bin mac",
        "titles": """
            meneer mevrouw dhr mevr mw dr prof mr ir drs ing professor doctor dokter generaal kolonel kapitein
            president premier minister minister-president staatssecretaris burgemeester wethouder kamerlid senator
            directeur rechter officier advocaat koning koningin prins prinses paus kanselier gouverneur commissaris
            woordvoerder woordvoerster voorzitter secretaris trainer bondscoach topman topvrouw hoogleraar onderzoeker
            dealer eigenaar econoom analist bestuurder fractievoorzitter partijleider raadslid schrijver boer
        """,
        "male_titles": "meneer dhr koning prins",
        "female_titles": "mevrouw mevr mw koningin prinses topvrouw woordvoerster",
        "organisations": """
            republiek ministerie raad commissie partij vakbond vereniging bond universiteit instituut bank groep
            maatschappij agentschap parlement senaat kamer rechtbank politie regering unie organisatie stichting
            comité
            centrum ziekenhuis museum gemeente provincie
        """,
        "works": "boek roman film titel getiteld lied plaat artikel rapport",
        "abbreviations": "dhr mevr mw dr prof mr ir drs ing st nr blz",
    },
    "names": {
        "female": """
            anna maria johanna emma sophie julia lisa eva sara laura femke sanne marieke ingrid karin monique
            petra esther linda marjan annemarie els hanneke ellen saskia mirjam yvonne fleur lotte
            anouk carola
        """,
        "male": """
            jan piet kees johan hendrik willem pieter mark peter paul bart bas tom thomas daan sander jeroen martijn
            erik frank marco dirk gert rob hans henk geert klaas wouter ruud rutger sjoerd joost maarten
            bram tim lars stijn
        """,
    },
    "edits": {
        "fillers": "eh nou ja hoor",
        "articles": "de het een",
        "openers": "en maar dus nou",
        "negations": "niet nooit geen niets niemand zonder nergens noch",
        "negative_endings": "",
        "reversals": "betwijfelen ontkennen weigeren voorkomen",
        "clauses": "dat die wie waar toen omdat als of",
        "complements": "dat of",
        "amounts": "weinig paar",
        "weak": "de het een van in op aan en of te die dat is er zich met voor niet om bij",
        "numbers_of": "nl",
        "numbers": """
            een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13
            veertien=14 vijftien=15 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80
            negentig=90
        """,
        "scales": "honderd=100 duizend=1000 miljoen=1000000 miljard=1000000000",
        "currencies": "€=euro euro=euro $=dollar dollar=dollar",
    },
}
