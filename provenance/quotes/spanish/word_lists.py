"""Spanish words that the rules for reported speech use, as data, by class of word or kind of verb.

`provenance.quotes.cued.grammar` says what the keys mean; forms of verbs are listed as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENDINGS: Mapping[str, str] = {
    "ar": "a an ó aron aba aban ará arán aría arían o e en ara|ado|ando ándose",
    "er": "e en ió ieron ía ían erá erán ería erían|ido|iendo",
    "ir": "e en ió ieron ía ían irá irán iría irían|ido|iendo",
    "izar": "iza izan izó izaron izaba izaban izará|izado|izando",
}
WORDS: Mapping[str, Any] = {
    "notes": ["nota de la redacción", "nota del editor", "fe de errores", "corrección:"],
    "according": """
        según, de acuerdo con, de acuerdo a, a juicio de, a juicio del, en opinión de, en opinión del, en palabras de,
        en palabras del, a decir de, al decir de, conforme a, a ojos de, fuentes de
    """,
    "verbs": {
        "infinitive": """
            decir afirmar asegurar declarar reconocer admitir negar creer esperar prometer jurar confesar sostener
            considerar lamentar desmentir aducir alegar manifestar anunciar
        """,
        "that": """
            indicar explicar añadir agregar precisar señalar subrayar recalcar recordar apuntar comentar informar
            responder contestar replicar contar relatar advertir avisar insistir concluir revelar resumir escribir
            reportar argumentar objetar repetir reiterar denunciar detallar garantizar mantener mencionar certificar
            exponer expresar confirmar destacar resaltar enfatizar remarcar puntualizar aclarar matizar pronosticar
            predecir aventurar sugerir opinar pensar estimar calcular temer celebrar defender argüir aseverar
            constatar
            testificar testimoniar narrar prever acusar ratificar justificar remachar apostillar zanjar notificar
            comunicar suponer sospechar observar notar pedir rogar exigir ordenar suplicar reclamar recomendar
            aconsejar proponer instar
        """,
        "beside": """
            bromear ironizar sonreír suspirar gritar murmurar susurrar exclamar lanzar soltar espetar proseguir
            continuar rematar sentenciar celebrar quejarse quejar reprochar criticar felicitar agradecer reaccionar
            tuitear tronar apelar instar preguntar cuestionar reflexionar alertar
            animar aplaudir valorar ahondar abundar terciar protestar urgir confiar razonar analizar
            interrumpir sincerar plantear clamar
        """,
        "asking": "preguntar cuestionar interrogar decir explicar averiguar",
        "naming": """
            calificar tachar tildar describir definir hablar llamar criticar denunciar lamentar elogiar considerar
            pedir
            exigir reclamar condenar
        """,
    },
    "irregular": {
        "decir": "dice dicen dijo dijeron decía decían dirá dirán diría digo|dicho|diciendo",
        "predecir": "predice predicen predijo predijeron predecía|predicho|prediciendo",
        "desmentir": "desmiente desmienten desmintió desmintieron desmentía|desmentido|desmintiendo",
        "reconocer": "reconoce reconocen reconoció reconocieron reconocía reconocían "
        "reconocerá|reconocido|reconociendo",
        "negar": "niega niegan negó negaron negaba negaban negará|negado|negando",
        "creer": "cree creen creyó creyeron creía creían creerá|creído|creyendo",
        "confesar": "confiesa confiesan confesó confesaron confesaba|confesado|confesando",
        "sostener": "sostiene sostienen sostuvo sostuvieron sostenía sostenían sostendrá|sostenido|sosteniendo",
        "mantener": "mantiene mantienen mantuvo mantuvieron mantenía mantenían|mantenido|manteniendo",
        "aducir": "aduce aducen adujo adujeron aducía|aducido|aduciendo",
        "manifestar": "manifiesta manifiestan manifestó manifestaron manifestaba "
        "manifestará|manifestado|manifestando",
        "contar": "contó contaron contaba contaban contará cuenta cuentan|contado|contando",
        "recordar": "recuerda recuerdan recordó recordaron recordaba recordaban recordará|recordado|recordando",
        "advertir": "advierte advierten advirtió advirtieron advertía advertían advertirá|advertido|advirtiendo",
        "concluir": "concluye concluyen concluyó concluyeron concluía|concluido|concluyendo",
        "argüir": "arguye arguyen arguyó arguyeron|argüido|arguyendo",
        "exponer": "expone exponen expuso expusieron exponía|expuesto|exponiendo",
        "suponer": "supone suponen supuso suponía|supuesto|suponiendo",
        "sugerir": "sugiere sugieren sugirió sugirieron sugería|sugerido|sugiriendo",
        "repetir": "repite repiten repitió repitieron repetía|repetido|repitiendo",
        "escribir": "escribe escriben escribió escribieron escribía escribirá|escrito|escribiendo",
        "pensar": "piensa piensan pensó pensaban pensaba|pensado|pensando",
        "prever": "prevé prevén previó preveía|previsto|previendo",
        "defender": "defiende defienden defendió defendieron defendía|defendido|defendiendo",
        "sonreír": "sonríe sonríen sonrió sonreía|sonreído|sonriendo",
        "soltar": "suelta sueltan soltó soltaron|soltado|soltando",
        "proponer": "propone proponen propuso propusieron proponía|propuesto|proponiendo",
        "pedir": "pide piden pidió pidieron pedía pedían pedirá|pedido|pidiendo",
        "rogar": "ruega ruegan rogó rogaron|rogado|rogando",
        "tronar": "truena tronó|tronado|tronando",
        "proseguir": "prosigue prosiguió prosiguieron proseguía|proseguido|prosiguiendo",
        "exigir": "exige exigen exigió exigieron exigía exigirá|exigido|exigiendo",
        "agradecer": "agradece agradecen agradeció agradecieron|agradecido|agradeciendo",
        "reflexionar": "reflexiona reflexionó reflexionaba|reflexionado|reflexionando",
        "replicar": "replica replican replicó replicaron replicaba|replicado|replicando",
        "criticar": "critica critican criticó criticaron criticaba|criticado|criticando",
        "informar": "informa informan informó informaron informaba informará|informado|informando",
        "comentar": "comenta comentan comentó comentaron comentaba|comentado|comentando",
    },
    "words": {
        "auxiliaries": "ha han había habían habrá habrán habría habrían haya hubiera hube hubo",
        "finite_verbs": """
            es son era eran fue fueron será serán sería serían está están estaba estaban estuvo tiene tienen tenía
            tenían tuvo puede pueden podía podrá podría debe deben debía debería va van iba quiere quieren quería hay
            hace hacen hizo hicieron lleva queda sigue siguen llegó llega pasa pone da dio deja permite acaba viene
        """,
        "light": "hizo hace hacen hicieron ha hecho dejó deja dio da",
        "complements": "saber notar entrever",
        "that": "que",
        "questions": "si quién quiénes qué cuándo cuánto cuánta cuántos cuántas cómo dónde cuál cuáles por",
        "to": "",
        "adverbs": """
            también además ayer hoy mañana anoche entonces después luego finalmente asimismo incluso así simplemente
            claramente públicamente recientemente todavía aún ya tajantemente rotundamente sólo solo siempre tampoco
            igualmente no-obstante esta este tarde noche
        """,
        "clitics": "lo la los las le les se me nos te os",
        "negations": "no nunca jamás tampoco",
        "and": "y e",
        "but": "pero mas sino aunque",
        "genitives": "de del",
        "opinions": "para",
        "as": "como según tal",
        "so": "así",
        "times": "ayer hoy mañana anoche tarde noche semana mes año mediodía madrugada",
        "places": """
            españa francia alemania italia portugal méxico argentina chile colombia perú venezuela ecuador bolivia
            uruguay paraguay cuba europa rusia ucrania china japón madrid barcelona sevilla valencia bruselas parís
            londres berlín roma lisboa moscú kiev washington lima bogotá caracas quito santiago
        """,
        "boundaries": "y o u pero cuando mientras porque pues si donde ni aunque sino como antes después tras hasta",
        "clause_starters": "el la los las un una él ella ellos ellas esto eso pero y se lo en",
        "prepositions": """
            a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin sobre tras vía
        """,
        "determiners": """
            el la los las un una unos unas este esta estos estas ese esa esos esas su sus mi mis nuestro nuestra
            nuestros cada varios varias algunos algunas todo toda todos todas dos tres cuatro cinco
        """,
        "days": "lunes martes miércoles jueves viernes sábado domingo",
        "pronouns": "él ella ellos ellas yo tú usted ustedes nosotros esto eso ello éste ésta este quien",
        "persons": "él ella ellos ellas éste ésta",
        "masculine": "él ellos éste",
        "feminine": "ella ellas ésta",
        "objects": "mí ti sí",
        "relatives": "que quien quienes cual cuales cuyo cuya",
        "persons_relative": "que quien quienes",
        "name_particles": "de del la las los y e van von der di da do dos san santa bin al mac",
        "titles": """
            señor señora señorita sr sra srta don doña d dña dr dra doctor doctora profesor profesora general coronel
            capitán comandante presidente presidenta ministro ministra alcalde alcaldesa diputado diputada senador
            senadora director directora juez jueza fiscal abogado abogada rey reina príncipe princesa papa canciller
            gobernador gobernadora comisario comisaria portavoz secretario secretaria consejero consejera concejal
            concejala entrenador técnico vicepresidente vicepresidenta fray sor monseñor
        """,
        "male_titles": """
            señor sr don doctor profesor presidente ministro alcalde diputado senador director juez abogado rey
            príncipe
            gobernador secretario consejero
        """,
        "female_titles": """
            señora sra doña doctora profesora presidenta ministra alcaldesa diputada senadora directora jueza abogada
            reina princesa gobernadora secretaria consejera
        """,
        "organisations": """
            república ministerio consejo comisión partido sindicato asociación federación universidad instituto banco
            grupo sociedad compañía agencia parlamento senado congreso tribunal policía gobierno unión organización
            fundación comité centro hospital museo ayuntamiento junta generalitat diputación fiscalía guardia
        """,
        "works": "libro novela película título titulado titulada canción disco artículo informe",
        "abbreviations": "sr sra srta d dña dr dra gral ee uu art núm",
    },
    "names": {
        "female": """
            maría ana carmen josefa isabel laura lucía marta elena sara paula cristina pilar teresa rosa patricia
            silvia raquel beatriz mónica andrea julia irene nuria alicia sofía claudia gabriela rocío yolanda
            mercedes dolores susana verónica natalia carolina inés
        """,
        "male": """
            josé juan antonio manuel francisco david javier carlos daniel miguel rafael pedro alejandro ángel fernando
            luis pablo sergio jorge alberto álvaro diego adrián raúl enrique ramón vicente andrés joaquín santiago
            eduardo víctor roberto jaime ignacio mariano felipe gustavo hugo ricardo
        """,
    },
    "edits": {
        "fillers": "eh pues bueno este",
        "articles": "el la los las un una unos unas lo",
        "openers": "y pero entonces pues bueno",
        "negations": "no nunca jamás nada nadie ningún ninguna ninguno ni sin tampoco",
        "reversals": "dudar negar rechazar evitar impedir",
        "clauses": "que quien donde cuando porque si como aunque",
        "complements": "que si",
        "amounts": "pocos pocas poco",
        "weak": "el la los las de del a al y o un una en que se su lo no es con por para",
        "numbers_of": "es",
        "numbers": """
            un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
            trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70
            ochenta=80 noventa=90
        """,
        "scales": "cien=100 ciento=100 mil=1000 millón=1000000 millones=1000000",
        "number_joins": "y",
        "currencies": "€=euro euros=euro $=dólar dólares=dólar",
    },
}
