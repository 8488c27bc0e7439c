"""How often languages use letters beyond ASCII, and short words of theirs without any: data of `encoding_guess`.

Per language: the encodings that its texts come in, letters with their frequency per thousand of all such letters
(rounded from public counts of running text), and common words. Nothing here decides anything.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """`letters`: "é600 è90" per thousand; `words`: common ones in plain ASCII letters."""

    encodings: str
    letters: str
    words: str = ""


_WEST = "cp1252 iso8859_15 mac_roman cp850 cp437"
_MIDDLE = "cp1250 iso8859_2 cp852 mac_latin2"
_BALTIC = "cp1257 iso8859_13 iso8859_4"
_CYRILLIC = "cp1251 koi8_r iso8859_5 cp866 mac_cyrillic"

LANGUAGES = {
    "English": Language(
        _WEST,
        "é500 è60 ö60 ü60 ñ60 á50 í40 ó40 ç30 ä30 ï30 ø20 å20 à20 ô10 ê10 ë10",
        "the of and to in that is was for on with said as at by from it he his are be has have",
    ),
    "German": Language(
        _WEST,
        "ü370 ä310 ö180 ß130 é6",
        "der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an er hat",
    ),
    "French": Language(
        _WEST,
        "é600 è95 à120 ê55 ç28 ô20 û18 î18 â17 ù15 œ8 ë4 ï6 É20 À8 Ç2",
        "de la le les et des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont",
    ),
    "Spanish": Language(
        _WEST,
        "ó290 í220 á190 é150 ñ95 ú55 ü4 ¿6 ¡3 Á5 É5",
        "de la que el en y a los se del las un por con no una su para es al lo como o pero sus",
    ),
    "Portuguese": Language(
        _WEST,
        "ã240 ç170 á130 é130 ó80 í80 ê60 õ55 à30 â25 ô20 ú20 É10",
        "de a o que e do da em um para com uma os no se na por mais as dos como mas ao ele das foi",
    ),
    "Italian": Language(
        _WEST,
        "à300 è300 ù110 ò130 ì80 é60 È10",
        "di e il la che in a per un del non si una con da i le della al sono nel ha come dei",
    ),
    "Dutch": Language(
        _WEST,
        "ë450 é330 è60 ï90 ö40 ü30 ê10 ç10",
        "de het een van en in is dat op te zijn met die voor niet aan er om ook als door maar",
    ),
    "Swedish": Language(
        _WEST,
        "ä400 å300 ö290 é10 Å10 Ö5 Ä5",
        "och i att det som en av den med till ett om har de inte han var vid kan ska sig men",
    ),
    "Norwegian": Language(
        _WEST,
        "å480 ø400 æ110 é8 Å8 Ø5",
        "og i det er en til som av for med har de at ikke den han om et var fra seg vil sier men",
    ),
    "Danish": Language(
        _WEST,
        "ø350 æ330 å300 é6 Ø5 Å5",
        "og i at det er en til af som for med har de ikke den han om et var fra sig vil siger men",
    ),
    "Finnish": Language(
        _WEST, "ä850 ö120 å10 Ä5 Ö3", "ja on ei se joka oli ovat hän että mutta kun myös tai kuin sen ole olla vuoden"
    ),
    "Estonian": Language(
        "cp1257 cp1252 iso8859_15 iso8859_13",
        "ä390 õ270 ü200 ö110 š5 ž3",
        "ja on ei see et ta oli mis ka kui oma seda aga kes selle aasta",
    ),
    "Icelandic": Language(
        _WEST,
        "ð240 á140 í130 é50 ö80 þ90 ó80 æ70 ú50 ý20 Á10 Í10 Þ15",
        "og er sem um til var en hann fyrir ekki af vi eru hafa ver me segir",
    ),
    "Polish": Language(
        _MIDDLE,
        "ą140 ę160 ó120 ł260 ż120 ś90 ć60 ń30 ź10 Ł8 Ś6 Ż4",
        "w i na z do nie to o jest przez po a od za dla oraz tym ale jak jego bez ich",
    ),
    "Czech": Language(
        _MIDDLE,
        "í230 á180 é100 ě120 š60 č80 ř90 ž80 ý80 ů50 ú20 ó3 ň5 ť4 ď3 Č5 Š4 Ž3 Ř2",
        "a v na se o z do je to za s k ve po od ale jak pro by jeho bude podle ze",
    ),
    "Slovak": Language(
        _MIDDLE,
        "á190 í110 é80 ý100 š80 č100 ž90 ú80 ľ50 ť50 ô20 ň20 ď20 ä10 ó10 ĺ2 ŕ1",
        "a v na sa o z do je to za s k vo po od ale ako pre by jeho podle zo aby",
    ),
    "Hungarian": Language(
        _MIDDLE,
        "á320 é340 ö100 ó100 ő90 ü60 í50 ú30 ű20 É5 Á5 Ö4",
        "a az hogy nem is egy ez meg csak volt el mint de ki van azt lesz szerint",
    ),
    "Romanian": Language(
        _MIDDLE,
        "ă370 î120 ş150 ţ150 â120 Î20 Ş5 é2",
        "de a la pe cu nu care din un o ce se mai ca al este sau pentru au fost sunt lui",
    ),
    "Croatian": Language(
        _MIDDLE,
        "š220 č240 ž160 ć180 đ70 Š5 Č3 Ž3",
        "i u je na se da za od su s o a ne kao koji iz do bi nije ali te koja",
    ),
    "Slovene": Language(
        _MIDDLE, "č400 š280 ž220 Č4 Š3 Ž3 ć10", "in je v na se za da so s pa ki z ne po bo tudi o bi od ga iz kot"
    ),
    "Turkish": Language(
        "cp1254 iso8859_9 cp857",
        "ı320 ü120 ş110 ç75 ğ70 ö55 İ15 â5 Ö5 Ü5 Ş4 Ç4 î1 û1",
        "ve bir bu da de ile ne ama olan daha en o sonra kadar var olarak dedi gibi",
    ),
    "Lithuanian": Language(
        _BALTIC,
        "ė170 š130 ų150 ž90 į80 ą70 ū50 č50 ę30 Š6 Ž4",
        "ir kad yra su o iki kaip bet ne nuo dar po apie jau savo buvo dėl per",
    ),
    "Latvian": Language(
        _BALTIC,
        "ā380 ī170 ē170 š90 ū50 ņ50 ļ40 ž20 č10 ķ20 ģ10 Š3 Ā3",
        "un ir par no ar uz ka to bija arī kas pie pa tika tas bet gada savu",
    ),
    "Russian": Language(
        _CYRILLIC,
        "о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з17 б16 "
        "ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ1 ё1",
    ),
    "Ukrainian": Language(
        "cp1251 koi8_u iso8859_5 mac_cyrillic",
        "о94 а84 н65 и62 і57 в55 т54 е50 р46 с40 к36 л36 у34 "
        "д34 м31 п29 з23 я22 ь18 г16 б16 ч14 х12 й12 ц8 ж8 ї7 є6 ю8 ш7 щ5 ф3 ґ1",
    ),
    "Bulgarian": Language(
        "cp1251 iso8859_5 mac_cyrillic cp866",
        "а120 о90 и90 е88 т75 н72 р50 с50 в45 л36 к36 д36 п28 м24 "
        "з21 ъ18 я17 г17 у15 б15 ч13 щ7 ж7 ц8 ш5 й5 х5 ф3 ю1 ь1",
    ),
    "Serbian": Language(
        "cp1251 iso8859_5 mac_cyrillic",
        "а118 о93 и90 е88 н55 с50 р48 ј45 т44 у42 д36 к36 в36 л33 м32 "
        "п28 з18 г17 б15 ч11 ш9 ц9 ћ7 ж6 х6 љ5 њ7 ђ3 ф2 џ1",
    ),
    "Greek": Language(
        "cp1253 iso8859_7 mac_greek",
        "α90 ο90 τ80 ι75 ε70 ν60 σ50 ρ45 κ45 ς40 π40 η40 μ35 λ30 υ35 ί25 ό22 ά22 "
        "έ20 ή18 θ14 δ18 γ18 ω14 ύ14 χ12 φ9 β8 ώ12 ξ5 ζ4 ψ2 ϊ1 Ο4 Η4 Τ4 Α4",
    ),
    "Hebrew": Language(
        "cp1255",
        "י110 ה105 ו100 ל75 א65 ת55 ר55 מ55 ב50 ש45 נ40 ד30 ע30 ח25 כ25 ק20 פ20 ם30 ג15 ט12 צ12 ז12 ס15 ן15 ך5 ף3 ץ2",
    ),
    "Arabic": Language(
        "cp1256 iso8859_6",
        "ا130 ل115 ي70 م60 و60 ن60 ر50 ت45 ب40 ة35 ع35 د30 س28 ف28 ه30 ك25 ق25 أ25 ح22 "
        "ج15 ش12 ط10 ص12 خ10 ى10 إ10 ء8 ض8 ذ6 ث6 ئ6 غ5 ز7 ظ3 آ3 ؤ2 ،10 ّ6",
    ),
    "Persian": Language(
        "cp1256",
        "ا130 ی110 ي60 ر65 ن65 د60 ه55 م50 و55 ت45 ب40 س30 ش28 ل30 ک25 ك20 گ12 ز20 پ10 چ6 ژ2 خ12 "
        "ف12 ق10 ع12 ح8 ج8 ص6 ط5 آ8 ،8",
    ),
    "Thai": Language(
        "cp874",
        "า80 น60 ร55 ก50 อ50 เ50 ง45 ่45 ้40 ม40 ย35 ล32 ว30 ด30 ท32 ั40 ี32 ิ30 ส30 ต25 ะ25 ป22 "
        "บ22 ค22 ห25 แ20 จ18 พ18 ์15 ช14 ข14 ใ14 ไ16 โ12 ุ18 ื14 ู14 ็10 ึ8 ซ5 ผ6 ถ8 ณ6 ศ7 ธ6 ภ4 ญ4 ฟ3 ำ10",
    ),
    "Vietnamese": Language(
        "cp1258",
        "đ110 ư90 ơ60 â50 ê60 ô60 ă30 à40 á30 é10 è8 ú8 ù8 í6 ó10 Đ8 \u0300110 \u0301140 \u032390 \u030970 \u030340",
        "v ng trong cho kh nh qu con hai ba thu hay m theo",
    ),
}
CHINESE = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力与长把机十民第公此已工"
    "使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利二等产或新己制身果加西斯月话合回特代内信表化"
    "老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太"
    "量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基非则听白却界达放强即难且权王完设式色路"
    "记南品住告类求据程北边死该交规万取拉格望觉术领共确传师观清今切院让候带导争运星宣布周末停止县渡轮"
    "這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話內給門東聲員論處義"
    "幾認條氣題爾別變總電數報結感務場計資許統區隊決馬書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運縣輪週"
)
KOREAN = frozenset(
    "이다는을의에가하고지사은로를기리도한인대서어시자일아정해수나그라만보제주들부있과장거적했오전상스비여성여원구조니"
)
