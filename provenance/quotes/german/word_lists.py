"""German words for reported speech, as tables that `read_lexicon` reads; words are parted by blanks.

"mit|teilen" is a verb whose first part goes to the end of a main clause ("teilte ... mit"). Only words that news
writers use are listed, and of verbs only the infinitive, unless a form is irregular. All were written down for this
project; no word list of others is copied.
"""

from __future__ import annotations

VERBS = {
    # with quotation marks, "dass", or a clause in the subjunctive
    "saying": """
beharren kontern insistieren stöhnen seufzen höhnen ätzen raunen brüllen schreien fluchen parieren frotzeln
nach|schieben nach|haken
sagen erklären betonen berichten behaupten bestätigen versichern schreiben meinen erläutern verkünden melden
unterstreichen beteuern argumentieren ergänzen entgegnen erwidern antworten kommentieren bemerken mahnen warnen
klagen rufen schildern erzählen verraten konstatieren bekräftigen monieren bemängeln beklagen schwärmen scherzen
spotten urteilen bilanzieren resümieren äußern verlauten twittern posten stammeln flüstern murmeln lachen
schimpfen poltern wettern frohlocken jubeln präzisieren beschwichtigen beschreiben gestehen leugnen bestreiten
dementieren prophezeien orakeln prognostizieren signalisieren informieren referieren versprechen drohen zitieren
begründen unterstellen vermelden notieren formulieren witzeln sinnieren philosophieren räsonieren fragen
erkundigen nachfragen rechtfertigen freuen bedauern kritisieren skandieren attestieren vorrechnen mit|teilen
an|geben bekannt|geben aus|führen hinzu|fügen hinzu|setzen an|kündigen ein|räumen zu|geben fest|stellen
klar|stellen richtig|stellen heraus|stellen nach|legen hervor|heben dar|legen aus|sagen an|merken zurück|weisen
vor|werfen zu|sagen zu|sichern an|fügen ein|wenden ein|werfen weiter|geben hin|weisen an|deuten durch|blicken
zu|rufen wieder|geben an|mahnen an|prangern heraus|streichen nach|fragen bekannt|machen weis|sagen voraus|sagen
verteidigen zusammen|fassen ein|gestehen wundern ärgern empören entschuldigen beruhigen danken gratulieren ermahnen
entgegen|halten erwähnen offenbaren enthüllen triumphieren prahlen wüten toben zetern sticheln tadeln ab|wiegeln
lauten vor|halten aus|drücken verweisen klar|machen deutlich|machen an|führen dagegen|halten bei|pflichten zu|stimmen
""",
    # with "dass", or a clause in the subjunctive; quotation marks seldom
    "thinking": """
glauben hoffen befürchten fürchten vermuten erwarten annehmen schätzen bezweifeln finden denken wissen rechnen
argwöhnen mutmaßen spekulieren schließen schlussfolgern folgern belegen besagen ergeben erinnern
verdächtigen beschuldigen überzeugen einschätzen ermitteln davon|ausgehen aus|gehen an|nehmen ein|schätzen
fest|halten nahe|legen hervor|gehen aus|schließen heraus|finden
""",
    # with an infinitive with "zu", "dass" or a clause in the subjunctive
    "demanding": """
fordern verlangen empfehlen raten appellieren bitten beantragen beschließen planen erwägen plädieren entscheiden
ersuchen gebieten befehlen anordnen verfügen vereinbaren wünschen beabsichtigen anbieten geloben schwören
auf|fordern auf|rufen vor|schlagen an|bieten an|ordnen ein|fordern an|regen ab|lehnen an|drohen
""",
    # with "es": "In dem Antrag heißt es"
    "quoting": "heißen",
    # quotation marks inside its own clause: "nannte den Plan „fahrlässig“"
    "naming": """
nennen bezeichnen sprechen loben würdigen verurteilen verspotten preisen bewerten werten brandmarken geißeln
rügen titulieren charakterisieren titeln sehen halten rühmen begründen kritisieren zeigen zurückweisen
zurück|weisen begrüßen feiern einstufen betrachten beschimpfen schildern an|sehen heraus|stellen ab|tun
ein|stufen ab|lehnen verteidigen bescheinigen verdammen umschreiben ein|ordnen danken finden vergleichen empfinden
qualifizieren abqualifizieren betiteln bezichtigen appellieren abstempeln diffamieren dar|stellen bejubeln schmähen
verunglimpfen verteufeln deuten klassifizieren deklarieren stilisieren ab|stempeln
ein|schätzen an|kreiden
""",
}

# Present, past (singular, plural), participle; more present forms behind them.
IRREGULAR = {
    "eingestehen": "eingesteht eingestand eingestanden eingestanden",
    "verweisen": "verweist verwies verwiesen verwiesen",
    "umschreiben": "umschreibt umschrieb umschrieben umschrieben",
    "schreiben": "schreibt schrieb schrieben geschrieben",
    "verschreiben": "verschreibt verschrieb verschrieben verschrieben",
    "beschreiben": "beschreibt beschrieb beschrieben beschrieben",
    "unterstreichen": "unterstreicht unterstrich unterstrichen unterstrichen",
    "streichen": "streicht strich strichen gestrichen",
    "schreien": "schreit schrie schrien geschrien",
    "schieben": "schiebt schob schoben geschoben",
    "rufen": "ruft rief riefen gerufen",
    "verraten": "verrät verriet verrieten verraten",
    "gestehen": "gesteht gestand gestanden gestanden",
    "bestreiten": "bestreitet bestritt bestritten bestritten",
    "versprechen": "verspricht versprach versprachen versprochen",
    "sprechen": "spricht sprach sprachen gesprochen",
    "geben": "gibt gab gaben gegeben",
    "vergleichen": "vergleicht verglich verglichen verglichen",
    "empfinden": "empfindet empfand empfanden empfunden",
    "heben": "hebt hob hoben gehoben",
    "weisen": "weist wies wiesen gewiesen",
    "werfen": "wirft warf warfen geworfen",
    "wenden": "wendet wandte wandten gewandt wendete wendeten",
    "halten": "hält hielt hielten gehalten",
    "gehen": "geht ging gingen gegangen",
    "ausgehen": "ausgeht ausging ausgingen ausgegangen",
    "nehmen": "nimmt nahm nahmen genommen",
    "annehmen": "annimmt annahm annahmen angenommen",
    "finden": "findet fand fanden gefunden",
    "denken": "denkt dachte dachten gedacht",
    "wissen": "weiß wusste wussten gewusst wußte wußten",
    "schließen": "schließt schloss schlossen geschlossen schloß",
    "beschließen": "beschließt beschloss beschlossen beschlossen beschloß",
    "ansehen": "ansieht ansah ansahen angesehen",
    "einstufen": "einstuft einstufte einstuften eingestuft",
    "ergeben": "ergibt ergab ergaben ergeben",
    "empfehlen": "empfiehlt empfahl empfahlen empfohlen",
    "raten": "rät riet rieten geraten",
    "bitten": "bittet bat baten gebeten",
    "erwägen": "erwägt erwog erwogen erwogen",
    "entscheiden": "entscheidet entschied entschieden entschieden",
    "gebieten": "gebietet gebot geboten geboten",
    "bieten": "bietet bot boten geboten",
    "anbieten": "anbietet anbot anboten angeboten",
    "befehlen": "befiehlt befahl befahlen befohlen",
    "schwören": "schwört schwor schworen geschworen",
    "schlagen": "schlägt schlug schlugen geschlagen",
    "laden": "lädt lud luden geladen",
    "nennen": "nennt nannte nannten genannt",
    "preisen": "preist pries priesen gepriesen",
    "sehen": "sieht sah sahen gesehen",
    "heißen": "heißt hieß hießen geheißen",
    "zurückweisen": "zurückweist zurückwies zurückwiesen zurückgewiesen",
    "tun": "tut tat taten getan",
    "unterstellen": "unterstellt unterstellte unterstellten unterstellt",
    "nachfragen": "nachfragt nachfragte nachfragten nachgefragt",
    "einschätzen": "einschätzt einschätzte einschätzten eingeschätzt",
    "anordnen": "anordnet anordnete anordneten angeordnet",
    "widersprechen": "widerspricht widersprach widersprachen widersprochen",
}

WORDS = {
    "boundaries": """
und oder aber sondern denn doch jedoch sowie weil obwohl während nachdem bevor wenn falls als da dass daß ob
damit indem sobald solange bis seit seitdem obgleich wohingegen
""",
    "clause_starters": """
der die das ein eine einen einem einer er sie es wir ich man dies dieser diese dieses dabei damit danach dann
dort hier nun jetzt so auch nicht nur allerdings zudem außerdem bisher jedoch zwar
""",
    "prepositions": """
in im an am auf aus bei beim mit nach von vom zu zum zur für gegen über unter vor hinter neben zwischen durch
ohne um bis seit während wegen trotz gegenüber laut gemäß ins ans aufs ab seitens unterhalb oberhalb innerhalb
außerhalb anlässlich angesichts aufgrund infolge mittels per pro statt anstatt entlang nahe vonseiten hinsichtlich
bezüglich mithilfe
""",
    "leading": "im in am bei beim nach auf zu zum seit vor zuvor gestern heute unterdessen inzwischen derweil",
    "determiners": """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese
dieses diesen diesem jener jene jenes jenen jenem mein meine meinen meinem meiner sein seine seinen seinem
seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer alle allen aller viele
vielen vieler mehrere mehreren mehrerer einige einigen einiger beide beiden beider manche jeder jede jedes jeden
jedem welche welcher welches welchen welchem derselbe dieselbe dasselbe zwei drei vier fünf sechs sieben acht
neun zehn elf zwölf zahlreiche sämtliche andere weitere solche deren dessen euer eure
""",
    "days": """
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni
juli august september oktober november dezember montagabend dienstagabend mittwochabend donnerstagabend
freitagabend samstagabend sonntagabend montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen
samstagmorgen sonntagmorgen montagnachmittag dienstagnachmittag mittwochnachmittag donnerstagnachmittag
freitagnachmittag samstagnachmittag sonntagnachmittag
""",
    "pronouns": """
er sie es wir ich man ihr ihm ihn ihnen uns mir mich dir dich euch du dies dieser diese dieses jener jene
letzterer letztere ersterer beide einer eine jemand niemand alle viele manche einige andere wer selbst derjenige
diejenigen
""",
    "persons": "er sie",
    "objects": "ihn ihm ihnen uns mir mich",
    "masculine": "er ihn ihm dieser jener letzterer",
    "feminine": "sie letztere",
    "name_particles": "von van der den de del di da dos du la le el al bin ibn ter ten zu",
    "organisations": """
partei fraktion ministerium regierung bundesregierung polizei verband bundestag bundesrat gericht kommission
agentur nachrichtenagentur behörde amt gesellschaft gmbh ag verein union gewerkschaft universität institut
stiftung konzern unternehmen zeitung magazin zeitschrift sender bank rat parlament senat feuerwehr
staatsanwaltschaft armee club organisation gruppe bündnis allianz zentrum hochschule kirche krankenkasse
hilfswerk ev kg sparkasse firma
""",
    "works": """
titel buch film roman song lied album artikel stück zeitschrift zeitung magazin blatt serie sendung schiff fähre
gruppe namens kategorie typ typs projekt aktion motto begriff wort so-genannte sogenannte sogenannten
sogenannter genannte genannten genannter rakete satellit album oper ausstellung band lokal restaurant
""",
    "abbreviations": """
dr prof bzw ca evtl ggf inkl mio mrd nr sog str vgl usw st etc jr sen dipl ing hl tel abs art bd
""",
    "titles": "herr frau dr prof professor professorin doktor pater schwester sir lord lady",
    "male_titles": "herr sir lord pater",
    "female_titles": "frau schwester lady",
    # classes of this pack
    "relating": "der die das den dem dessen deren denen welcher welche welches welchen welchem wer was",
    "that": "dass daß ob",
    "questions": """
wie warum weshalb wieso wann wo wohin woher was wer wen wem welche welcher welches inwieweit inwiefern
""",
    "subordinators": """
weil obwohl während nachdem bevor ehe wenn falls als da damit indem sobald solange bis seitdem obgleich wobei
womit wodurch weswegen sodass um ohne anstatt statt obschon wenngleich sofern soweit wohingegen zumal worauf
worüber woran woraus wofür wovon wonach worin
""",
    "known": "bekannt",
    "bearing": "steht stand stehen standen stehe geschrieben lesen rede prangt prangte prangten hören vernehmen",
    "contents": """
ergebnis schluss meinung ansicht auffassung überzeugung these standpunkt hoffnung befürchtung sorge vorwurf hinweis
begründung verdacht vermutung aussage behauptung erklärung mutmaßung zusage zuversicht schlussfolgerung erkenntnis
bedauern wert worten eindruck einschätzung kritik ankündigung andeutung bemerkung warnung forderung versprechen
argument äußerung sichtweise darstellung feststellung bericht meldung klage beschwerde drohung mahnung
aufforderung bitte bedenken versicherung vorwürfe behauptungen aussagen gerücht prognose idee vorschlag
""",
    "coordinators": "und oder aber sondern denn sowie beziehungsweise",
    "oblique": """
dem den des einem einen eines keinem keinen diesem diesen dieses jenem jenen seinem seinen seines ihrem ihren
ihres unserem unseren jedem jeden welchem welchen ihm ihn ihnen
""",
    "genitives": "des der eines einer dieser dieses seiner seines ihrer ihres unserer von vom für aus",
    "reflexives": "sich mich uns",
    "adverbs": """
auch jedoch aber dann zudem außerdem ferner weiter weiterhin wiederum noch schon bereits nun jetzt erneut
abermals schließlich unterdessen inzwischen hingegen dagegen dazu daraufhin darauf dabei danach anschließend
zuvor vorher später kürzlich jüngst zuletzt bislang bisher allerdings indes indessen zugleich gleichzeitig
derweil ebenfalls ebenso selbst offenbar wörtlich sinngemäß kurz knapp lediglich nur sogar deshalb daher
deswegen folglich demnach mittlerweile unter öffentlich schriftlich mündlich telefonisch ausdrücklich wenig
lange oft immer wieder mehrfach mehrmals übereinstimmend einmal einst seinerzeit damals ursprünglich zunächst
eben hier dort so gerade etwa rund optimistisch besorgt zuversichtlich enttäuscht zufrieden überrascht
erleichtert entsetzt bestürzt kritisch darin darüber davon darum dafür damit daran stets nie niemals nicht kaum
insbesondere beispielsweise immerhin letztlich tatsächlich vermutlich womöglich keineswegs jedenfalls
gleichfalls andernfalls allenfalls bestenfalls schlimmstenfalls sowieso überhaupt vielleicht wahrscheinlich
möglicherweise glücklicherweise leider bedauerlicherweise überraschenderweise interessanterweise
bemerkenswerterweise erstaunlicherweise normalerweise üblicherweise teilweise zeitweise zuerst demgegenüber
gleichwohl nichtsdestotrotz währenddessen vorhin vorab früher bald sofort umgehend unverzüglich plötzlich
neulich unlängst seither seitdem nochmals häufig selten manchmal gelegentlich ständig besonders hauptsächlich
vorwiegend überwiegend größtenteils weitgehend persönlich intern konkret prinzipiell generell allgemein speziell
namentlich ausgerechnet bloß allein überdies obendrein genauso ansonsten demzufolge infolgedessen somit nämlich
endlich erstmals letztmals heutzutage derzeit momentan gegenwärtig aktuell zurzeit künftig zukünftig ergänzend
weiters nunmehr hierzu hierbei hiermit davor dahinter freilich gewiss sicher sicherlich selbstverständlich
natürlich offensichtlich augenscheinlich anscheinend scheinbar angeblich vorgeblich unbestritten zweifellos
kurzerhand schnell langsam deutlich scharf heftig vehement energisch verärgert wütend begeistert erfreut
skeptisch lapidar trocken nüchtern sarkastisch süffisant
vielmehr trotzdem dennoch abschließend einleitend rückblickend grundsätzlich offiziell inoffiziell sichtlich
ironisch anders ähnlich alleine gerne vorne ungefähr beinahe bereits ohnehin gestern heute
""",
    "times": """
heute gestern morgen vorgestern abend abends morgens mittags nachmittags nachts früh vormittag nachmittag mittag
nacht woche wochen monat monats jahr jahres jahren tag tage tagen stunde stunden minuten uhr wochenende anfang
mitte ende montags dienstags mittwochs donnerstags freitags samstags sonntags jahreswechsel
""",
    "auxiliaries": """
hat haben hatte hatten habe hätte hätten ist sind war waren sei seien wäre wären wird werden wurde wurden werde
würde würden bin bist hast seid worden gewesen
""",
    "passive": "wird werden wurde wurden werde würde würden",
    "modals": """
kann können konnte konnten könne könnte könnten muss müssen musste mussten müsse müsste müssten soll sollen
sollte sollten solle will wollen wollte wollten wolle darf dürfen durfte durften dürfe dürfte dürften mag mögen
mochte möchte möchten möge lässt lassen ließ ließen muß mußte mußten
""",
    "finite": """
gibt gab gaben geht ging gingen kommt kam kamen steht stand standen liegt lag lagen bleibt blieb blieben macht
machte machten lässt ließ nimmt nahm nahmen hält hielt hielten führt führte führten bringt brachte brachten
findet fand fanden zeigt zeigte zeigten gilt galt galten heißt hieß sieht sah sahen weiß wusste wussten scheint
schien braucht brauchte brauchten beginnt begann begannen endet endete erhält erhielt erhielten verlor verloren
starb starben wächst steigt stieg stiegen fällt fiel fielen sinkt sank sanken folgt folgte gehört gehörte
besteht bestand bestehen bestanden bestehe verfügt vertritt vertrat vertraten kommen kamen gelangt gelangte
gelangten betrug beträgt kostet kostete dauert dauerte trifft traf
trafen zieht zog zogen
""",
    "according": "laut gemäß zufolge",
    "so": "so",
    "sources": """
angaben angabe aussage aussagen auffassung meinung ansicht einschätzung darstellung worten bericht berichten
informationen information schätzung schätzungen auskunft überzeugung erkenntnissen erkenntnisse ermittlungen
medienberichten presseberichten zeitungsberichten medienbericht agenturberichten augenzeugenberichten meldungen
mitteilung pressemitteilung umfrage umfragen ankündigung ankündigungen darstellungen idee plan plänen vorschlag
vorschlägen willen wunsch definition expertenmeinung studie untersuchung berechnungen prognose prognosen
vorstellung vorstellungen lesart version beobachtung beobachtungen dafürhalten polizeiangaben medienangaben
presseangaben regierungsangaben unternehmensangaben schilderung schilderungen äußerungen statistik ansichten
polizeibericht augenzeugen hochrechnung hochrechnungen auswertung gutachten analyse
""",
    # of these, those whose owner speaks: "nach Angaben der Polizei"
    "opinions": """
ankündigung ankündigungen darstellungen idee plan plänen vorschlag vorschlägen willen wunsch definition
angaben angabe aussage aussagen auffassung meinung ansicht einschätzung darstellung worten informationen
schätzung schätzungen auskunft überzeugung erkenntnissen erkenntnisse berechnungen vorstellung vorstellungen
lesart version beobachtung beobachtungen dafürhalten schilderung schilderungen äußerungen ansichten
""",
    "demnach": "demnach danach demzufolge",
    # words of rank that speak: with any first part ("Regierungssprecher"), see RANKS
}

# Endings that make a word a rank or office, with whatever comes before them: "Vizeregierungssprecherin".
RANKS = """
sprecher sprecherin minister ministerin präsident präsidentin chef chefin kanzler kanzlerin vorsitzender
vorsitzende vorsitzenden direktor direktorin leiter leiterin senator senatorin bürgermeister bürgermeisterin
sekretär sekretärin kommissar kommissarin rat rätin anwalt anwältin richter richterin trainer trainerin manager
managerin experte expertin forscher forscherin könig königin papst kardinal bischof bischöfin general generalin
oberst kapitän kapitänin premier gouverneur gouverneurin abgeordneter abgeordnete abgeordneten kandidat
kandidatin beauftragter beauftragte beauftragten vorstand geschäftsführer geschäftsführerin führer führerin
analyst analystin ökonom ökonomin professor professorin politiker politikerin historiker historikerin
botschafter botschafterin meister meisterin pfarrer pfarrerin intendant intendantin redakteur redakteurin
inhaber inhaberin besitzer besitzerin gründer gründerin berater beraterin ermittler ermittlerin lehrer lehrerin
ärztin arzt mediziner medizinerin rektor rektorin dekan autor autorin koordinator koordinatorin inspekteur
verteidiger verteidigerin landrätin landrat stürmer torwart wirt wirtin fischer fischerin bauer bäuerin händler
händlerin unternehmer unternehmerin wissenschaftler wissenschaftlerin kollege kollegin bruder schwester vater
mutter sohn tochter witwe nachbar nachbarin
"""

SUBJUNCTIVE = {
    # the subjunctive of reported speech
    "reported": """
sei seien habe werde könne müsse solle wolle dürfe möge wisse gebe gehe komme stehe bleibe liege lasse sehe
nehme halte bringe finde führe mache brauche bestehe gelte trage spreche verliere erhalte erwarte bedeute stelle
setze biete fehle gehöre handle handele drohe diene erfolge ergebe entspreche zeige arbeite lebe wachse steige
sinke falle laufe betrage koste dauere sorge hoffe glaube denke fordere verlange unterstütze verfüge besitze
benötige beginne ende verstoße bekomme wende richte leide lehne freue bedauere prüfe plane gewinne versuche
ziehe fahre entstehe existiere funktioniere gefährde verhindere ermögliche schaffe vertrete folge reagiere
verletze enthalte betreffe treffe sitze bestätige bestreite behaupte sage meine erkläre spiele kenne verstehe
ändere verändere rechne schade helfe hänge befinde verschlechtere verbessere beeinflusse begrüße kritisiere
störe zerstöre berücksichtige fordere weigere schließe eröffne übernehme gelinge scheine erscheine verhalte
verkaufe zahle bezahle trete eintrete rufe wirke
""",
    # also used where the form above reads like the indicative
    "unreal": """
wäre wären hätte hätten würde würden könnte könnten müsste müssten sollte sollten dürfte dürften gäbe ginge
gingen käme kämen stünde stünden bliebe blieben läge lägen ließe ließen wüsste wüssten brauchte brauchten
brächten brächte nähme nähmen fände fänden hielte hielten
""",
}

# What has its words behind it: "mit den Worten „...“"; "unter der Überschrift „...“" is no speech.
WORDING = """
worten worte parole parolen satz sätze sätzen feststellung ausspruch wort slogan spruch sprüche sprüchen ruf rufe
rufen aufschrift hinweis frage aufforderung bemerkung kommentar zwischenruf begründung
"""
# Endings of nouns that mean people who may speak, besides ranks and bodies.
PEOPLE = """
innen isten istin ist ler lern lerin leute schützer gegner anhänger bürger anwohner bewohner einwohner zeuge zeugen
zeugin experten beamte beamter beamten angehörige eltern mitglieder opfer vertreter demonstranten forscher kritiker
ärzte mieter veranstalter betreiber hersteller betroffene betroffenen aktivist rentner student studenten mann frau
schüler schütze schützin schützen kläger angeklagte besucher helfer retter reporter fahrer fahrerin spieler
spielerin träger trägerin künstler künstlerin musiker musikerin sänger sängerin dichter schriftsteller verfasser
geber geberin nehmer nehmerin steller stellerin macher macherin eur eure eurin ologe ologen ologin iker ikerin
schauspieler passant passanten passantin initiator initiatoren autoren professoren direktoren moderatoren senatoren
"""
# Agencies that are written small.
AGENCIES = "afp apa dapd ddp dpa epd kna rtr sda sid"
# Endings of what has a name in quotation marks: "der Radiosender „Hafenwelle“".
WORK_ENDINGS = """
sender zeitung magazin projekt kampagne version quartier schiff zeitschrift blatt motto album programm buch
roman film agentur dienst band partei gruppe organisation typ
"""
# Endings of the names of bodies that speak: "der Mieterverein", "das Amtsgericht".
BODY_ENDINGS = """
verein vereine verband verbände partei parteien ministerium ministerien behörde behörden
gericht gerichtshof
amt ämter kommission gesellschaft universität hochschule institut fraktion fraktionen gewerkschaft
gewerkschaften polizei konzern unternehmen zeitung regierung bündnis initiative stiftung hilfswerk klinikum
ausschuss parlament kirche staatsanwaltschaft feuerwehr agentur organisation organisationen verwaltung opposition
koalition kammer botschaft senat redaktion genossenschaft nachrichtensender jury delegation
"""
# Nouns that are no names though no article comes before them.
NOUN_ENDINGS = """
ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten ismus nis nisse tum ment mente enz enzen
anz anzen ei eien leute kreise kreisen menschen quellen experten beamte beamten medien zeugen forscher anwälte
"""

EDITS = {
    "fillers": "ja doch halt eben eigentlich mal nun also äh ähm wohl schon",
    "articles": "der die das den dem des ein eine einen einem einer eines",
    "openers": "und aber also nun denn doch",
    "clauses": "und oder aber weil dass daß ob wenn als nachdem bevor während da obwohl damit",
    "complements": "dass daß ob",
    "negations": """
nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts nirgends weder ohne kaum
""",
    "reversals": "bezweifeln bestreiten leugnen dementieren",
    "weak": """
der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei beim mit nach von
vom zu zum zur für über unter vor durch um bis er sie es wir ich ihr man sich ist sind war waren hat haben hatte
hatten wird werden wurde wurden sein seine seinen seiner seinem ihre ihren ihrer ihrem auch noch nur so wie als
dass daß wenn da dies diese dieser dieses diesem diesen nicht
""",
    "numbers_of": "de",
    "numbers": """
null=0 eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13
vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40
fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000
""",
    "scales": "million=1000000 millionen=1000000 milliarde=1000000000 milliarden=1000000000",
    "same_spelling": "daß=dass muß=muss müßte=müsste wußte=wusste läßt=lässt laß=lass fluß=fluss schloß=schloss",
    "currencies": "€=euro $=dollar",
}
