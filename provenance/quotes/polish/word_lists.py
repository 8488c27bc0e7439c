"""Polish words that the rules for reported speech use, as data, by class of word or kind of verb.

`provenance.quotes.cued.grammar` says what the keys mean. Past forms show whether a man or a woman speaks, which the
endings list apart: finite | participle | gerund | feminine | masculine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENDINGS: Mapping[str, str] = {
    "ować": "uje ują owali owały||ując|owała|ował",
    "ywać": "uje ują ywali ywały||ując|ywała|ywał",
    "ać": "a ają ali ały||ając|ała|ał",
    "ić": "i ią ili iły||iąc|iła|ił",
    "yć": "y ą yli yły||ąc|yła|ył",
    "nąć": "nie ną nęli nęły|||nęła|nął",
    "ąć": "ęli ęły|||ęła|ął",
    "eć": "i ą eli ały||ąc|ała|ał",
}
WORDS: Mapping[str, Any] = {
    "notes": ["od redakcji:", "red.:", "sprostowanie:", "przyp. red."],
    "according": """
        według, zdaniem, w ocenie, w opinii, w przekonaniu, podług, w mniemaniu, wedle, z relacji, jak wynika z
        relacji
    """,
    "owned": "* zdaniem, w * ocenie, w * opinii, w * przekonaniu, według *",
    "verbs": {
        "that": """
            powiedzieć mówić dodać dodawać oświadczyć stwierdzić twierdzić zapewnić zapewniać podkreślić podkreślać
            zaznaczyć zaznaczać wyjaśnić wyjaśniać tłumaczyć przyznać przyznawać poinformować informować podać podawać
            ogłosić zapowiedzieć zapowiadać ocenić oceniać uważać sądzić przypomnieć przypominać zauważyć zauważać
            odpowiedzieć odpowiadać odeprzeć ostrzec ostrzegać zastrzec napisać pisać opowiedzieć opowiadać wspomnieć
            wspominać obiecać obiecywać przekonywać argumentować wskazać wskazywać potwierdzić potwierdzać
            zaprzeczyć zaprzeczać przekazać przekazywać relacjonować zeznać zeznawać powtórzyć powtarzać zadeklarować
            deklarować szacować przewidywać utrzymywać nalegać dowodzić sugerować zasugerować zarzucić zarzucać
            alarmować zaalarmować apelować zaapelować żądać zażądać prosić poprosić polecić nakazać ujawnić
            doprecyzować
            sprecyzować skonkludować podsumować podsumowywać uzasadnić uzasadniać ubolewać zaręczać domagać
            nadmienić uściślić komunikować zakomunikować obawiać przysiąc przysięgać wnioskować wywodzić domniemywać
            bronić zarzekać zawiadomić uprzedzić uspokajać
        """,
        "beside": """
            skomentować komentować żartować zażartować śmiać uśmiechać westchnąć wzdychać krzyknąć krzyczeć zawołać
            wołać szepnąć szeptać mruknąć rzucić wtrącić kontynuować zakończyć ironizować kpić zachwycać
            cieszyć narzekać skarżyć żalić dziwić oburzać zapytać pytać wykrzyknąć wyznać wyznawać zwierzyć radzić
            grzmieć zagrzmieć krytykować chwalić dziękować podziękować gratulować replikować odciąć ripostować
            ciągnąć zdradzić wyliczać analizować podkpiwać przestrzegać nawoływać zareagować odnieść rzec
            zwrócić opisywać opisać
        """,
        "asking": "zapytać pytać dopytywać zastanawiać spytać powiedzieć wyjaśnić tłumaczyć",
        "naming": "nazwać nazywać określić określać",
    },
    "irregular": {
        "powiedzieć": "powie powiedzą powiedzieli powiedziały|||powiedziała|powiedział",
        "mówić": "mówi mówią mówili mówiły||mówiąc|mówiła|mówił",
        "dodać": "doda dodali dodały|||dodała|dodał",
        "dodawać": "dodaje dodają dodawali||dodając|dodawała|dodawał",
        "podawać": "podaje podają podawali||podając|podawała|podawał",
        "podać": "poda podali podały|||podała|podał",
        "przyznawać": "przyznaje przyznają przyznawali||przyznając|przyznawała|przyznawał",
        "zeznawać": "zeznaje zeznają zeznawali|||zeznawała|zeznawał",
        "wyznawać": "wyznaje wyznają|||wyznawała|wyznawał",
        "przekazać": "przekaże przekazali przekazały|||przekazała|przekazał",
        "wskazać": "wskaże wskazali wskazały|||wskazała|wskazał",
        "nakazać": "nakaże nakazali|||nakazała|nakazał",
        "pisać": "pisze piszą pisali pisały||pisząc|pisała|pisał",
        "napisać": "napisze napisali napisały|||napisała|napisał",
        "opisać": "opisze opisali|||opisała|opisał",
        "zapowiedzieć": "zapowie zapowiedzieli zapowiedziały|||zapowiedziała|zapowiedział",
        "odpowiedzieć": "odpowie odpowiedzieli odpowiedziały|||odpowiedziała|odpowiedział",
        "opowiedzieć": "opowie opowiedzieli|||opowiedziała|opowiedział",
        "przypomnieć": "przypomni przypomnieli przypomniały|||przypomniała|przypomniał",
        "wspomnieć": "wspomni wspomnieli|||wspomniała|wspomniał",
        "odeprzeć": "odparli odparły|||odparła|odparł",
        "ostrzec": "ostrzegli ostrzegły|||ostrzegła|ostrzegł",
        "zastrzec": "zastrzegli zastrzegły|||zastrzegła|zastrzegł",
        "przysiąc": "przysięgli|||przysięgła|przysiągł",
        "rzec": "rzekli|||rzekła|rzekł",
        "obiecywać": "obiecuje obiecują obiecywali||obiecując|obiecywała|obiecywał",
        "przekonywać": "przekonuje przekonują przekonywali||przekonując|przekonywała|przekonywał",
        "nalegać": "nalega nalegają nalegali|||nalegała|nalegał",
        "prosić": "prosi proszą prosili||prosząc|prosiła|prosił",
        "poprosić": "poprosi poprosili|||poprosiła|poprosił",
        "twierdzić": "twierdzi twierdzą twierdzili||twierdząc|twierdziła|twierdził",
        "sądzić": "sądzi sądzą sądzili||sądząc|sądziła|sądził",
        "ogłosić": "ogłosi ogłosili|||ogłosiła|ogłosił",
        "domagać": "domaga domagają domagali||domagając|domagała|domagał",
        "śmiać": "śmieje śmieją śmiali|||śmiała|śmiał",
        "krzyczeć": "krzyczy krzyczą krzyczeli|||krzyczała|krzyczał",
        "grzmieć": "grzmi|||grzmiała|grzmiał",
        "zagrzmieć": "zagrzmi|||zagrzmiała|zagrzmiał",
        "szeptać": "szepcze|||szeptała|szeptał",
        "odciąć": "odcięli|||odcięła|odciął",
        "ciągnąć": "ciągnie|||ciągnęła|ciągnął",
        "odnieść": "odnieśli|||odniosła|odniósł",
        "ubolewać": "ubolewa ubolewają|||ubolewała|ubolewał",
    },
    "words": {
        "auxiliaries": "",
        "finite_verbs": """
            jest są był była było byli były będzie będą ma mają miał miała miało mieli miały może mogą mógł mogła
            mogli
            musi muszą musiał musiała chce chcą chciał chciała został została zostało zostali zostały zostanie trzeba
            powinien powinna powinno powinni wolno stał stała robi idzie
        """,
        "light": "dał dała dali daje",
        "complements": "zrozumienia",
        "that": "że iż żeby aby by",
        "questions": "czy kto co gdzie kiedy dlaczego czemu jak ile który jaki jaka jakie skąd",
        "adverbs": """
            też również także dziś dzisiaj wczoraj jutro potem później następnie jednak dalej wcześniej ponadto tylko
            już jeszcze wtedy niedawno publicznie jasno krótko spokojnie stanowczo właśnie zresztą natomiast z-kolei
            otwarcie szczerze wprost rano wieczorem
        """,
        "clitics": "się mu jej im go ją ich nam mi to",
        "negations": "nie nigdy",
        "and": "i oraz a",
        "but": "ale lecz jednak natomiast zaś",
        "genitives": "",
        "as": "jak",
        "so": "tak",
        "times": "dziś dzisiaj wczoraj jutro rano wieczorem południe tygodnia miesiąca roku",
        "places": """
            polski niemiec francji włoch hiszpanii portugalii rosji ukrainy litwy czech słowacji chin japonii europy
            warszawy krakowa gdańska wrocławia poznania łodzi katowic lublina szczecina brukseli paryża londynu
            berlina
            rzymu moskwy kijowa waszyngtonu usa izraela węgier turcji indii
        """,
        "boundaries": "i oraz a ale lecz lub albo gdy kiedy ponieważ bo jeśli jeżeli gdyż choć chociaż "
        "więc zatem mimo",
        "clause_starters": "on ona oni one to ten ta te my ja w na i ale nie",
        "prepositions": """
            w we na z ze do od o po za przed przy przez dla u nad pod bez między wobec podczas przeciw ku około wśród
            według mimo oprócz spod znad zza
        """,
        "determiners": "ten ta to te ci tego tej tych swój swoja jego jej ich każdy każda pewien pewna "
        "kilka wielu dwa trzy",
        "days": "poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela",
        "pronouns": "on ona ono oni one ja ty my wy kto ten ta",
        "persons": "on ona oni one",
        "owners": "jego jej ich niego niej nich",
        "masculine": "on oni jego niego",
        "feminine": "ona one jej niej",
        "objects": "jego niego nią nim nimi",
        "relatives": """
            który która które którzy którego której których któremu którym którą
        """,
        "persons_relative": "który która które którzy",
        "name_particles": "de von van der da di al bin el la mac",
        "titles": """
            pan pani p dr prof mgr inż gen płk kpt mjr ks bp abp św sędzia premier minister ministra prezydent prezes
            prezeska poseł posłanka senator senatorka burmistrz wójt starosta wojewoda marszałek rzecznik rzeczniczka
            dyrektor dyrektorka kanclerz król królowa papież prokurator mecenas adwokat adwokatka wicepremier
            wiceminister przewodniczący przewodnicząca sekretarz szef szefowa trener selekcjoner komendant ksiądz
            biskup
            profesor doktor generał aktor aktorka
            sołtys radny radna mąż żona wdowa wdowiec matka ojciec syn córka brat siostra rolnik rolniczka
        """,
        "male_titles": "mąż ojciec syn brat rolnik pan król poseł ksiądz",
        "female_titles": "żona wdowa matka córka siostra rolniczka pani prezeska posłanka senatorka "
        "rzeczniczka dyrektorka królowa adwokatka szefowa radna",
        "organisations": """
            ministerstwo rada komisja partia związek stowarzyszenie federacja uniwersytet instytut bank grupa spółka
            firma agencja parlament sejm senat sąd policja rząd unia organizacja fundacja komitet centrum szpital
            muzeum
            urząd prokuratura straż
        """,
        "works": "książka książce powieść film filmie tytuł pt zatytułowany piosenka płyta artykuł raport",
        "abbreviations": "dr prof mgr inż gen płk kpt mjr ks bp abp św ul np tzw tys mln mld pt r m.in godz nr",
    },
    "names": {
        "female": """
            anna maria katarzyna małgorzata agnieszka barbara ewa krystyna elżbieta magdalena joanna aleksandra monika
            zofia teresa beata dorota renata jolanta iwona natalia karolina justyna marta julia hanna
            izabela danuta urszula helena
        """,
        "male": """
            jan andrzej piotr krzysztof stanisław tomasz paweł józef marcin marek michał grzegorz jerzy tadeusz adam
            łukasz zbigniew ryszard dariusz henryk mariusz kazimierz wojciech robert mateusz marian rafał jacek janusz
            maciej donald jarosław bartosz sławomir radosław leszek lech
        """,
    },
    "edits": {
        "fillers": "no ee właściwie",
        "openers": "i ale więc no a",
        "negations": "nie nigdy nic nikt żaden żadna żadne bez ani",
        "reversals": "wątpić zaprzeczać odmówić",
        "clauses": "że iż kto który gdzie kiedy ponieważ jeśli jak",
        "complements": "że czy",
        "amounts": "mało niewiele",
        "weak": "i w na z do się nie że to jest a o po za od dla ze we są być",
        "numbers_of": "pl",
        "numbers": """
            jeden=1 jedna=1 jedno=1 dwa=2 dwie=2 trzy=3 cztery=4 pięć=5 sześć=6 siedem=7 osiem=8 dziewięć=9
            dziesięć=10
            jedenaście=11 dwanaście=12 piętnaście=15 dwadzieścia=20 trzydzieści=30 czterdzieści=40 pięćdziesiąt=50
        """,
        "scales": "sto=100 tysiąc=1000 tysiące=1000 tysięcy=1000 milion=1000000 miliony=1000000 milionów=1000000",
        "currencies": "zł=złoty złotych=złoty €=euro euro=euro $=dolar dolarów=dolar",
    },
}
