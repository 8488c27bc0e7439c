"""Number words of languages beside English: those that no list of single words holds, made by rule.

"einundzwanzig", "quatre-vingt-dix-sept", "treinta y uno", "dwudziestu", "二十亿": each language writes 21 to 99, and
numbers in other cases, in its own way. Nothing here reads a text.
"""

from __future__ import annotations

from itertools import product

_ONES = {
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
    "nl": "een twee drie vier vijf zes zeven acht negen",
    "it": "uno due tre quattro cinque sei sette otto nove",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve",
    "pt": "um dois três quatro cinco seis sete oito nove",
    "fr": "un deux trois quatre cinq six sept huit neuf",
}
_TENS = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
}
# Single words besides: other cases, hundreds, and what the packs' own lists lack.
_FURTHER = {
    "es": """
dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23
veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 doscientos=200
doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 quinientos=500 quinientas=500 seiscientos=600
setecientos=700 ochocientos=800 novecientos=900
""",
    "it": "sedici=16 diciassette=17 diciotto=18 diciannove=19 duecento=200 trecento=300 cinquecento=500 duemila=2000",
    "pt": """
dezasseis=16 dezesseis=16 dezassete=17 dezessete=17 dezoito=18 dezanove=19 dezenove=19 duzentos=200 duzentas=200
trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900
""",
    "nl": "zestien=16 zeventien=17 achttien=18 negentien=19 tweehonderd=200 driehonderd=300 vijfhonderd=500",
    "pl": """
jednego=1 jednej=1 dwóch=2 dwu=2 dwoma=2 trzech=3 czterech=4 pięciu=5 sześciu=6 siedmiu=7 ośmiu=8 dziewięciu=9
dziesięciu=10 jedenastu=11 dwunastu=12 trzynaście=13 trzynastu=13 czternaście=14 czternastu=14 piętnastu=15
szesnaście=16 szesnastu=16 siedemnaście=17 siedemnastu=17 osiemnaście=18 osiemnastu=18 dziewiętnaście=19
dziewiętnastu=19 dwudziestu=20 trzydziestu=30 czterdziestu=40 pięćdziesięciu=50 sześćdziesiąt=60 sześćdziesięciu=60
siedemdziesiąt=70 siedemdziesięciu=70 osiemdziesiąt=80 osiemdziesięciu=80 dziewięćdziesiąt=90
dziewięćdziesięciu=90 dwieście=200 dwustu=200 trzysta=300 trzystu=300 czterysta=400 pięćset=500 pięciuset=500
sześćset=600 siedemset=700 osiemset=800 dziewięćset=900
""",
    "ru": """
одного=1 одной=1 двух=2 трёх=3 трех=3 четырёх=4 четырех=4 пяти=5 шести=6 семи=7 восьми=8 девяти=9 десяти=10
одиннадцати=11 двенадцати=12 тринадцать=13 тринадцати=13 четырнадцать=14 четырнадцати=14 пятнадцати=15
шестнадцать=16 шестнадцати=16 семнадцать=17 семнадцати=17 восемнадцать=18 восемнадцати=18 девятнадцать=19
девятнадцати=19 двадцати=20 тридцати=30 сорока=40 пятидесяти=50 шестьдесят=60 шестидесяти=60 семьдесят=70
семидесяти=70 восемьдесят=80 восьмидесяти=80 девяносто=90 двести=200 двухсот=200 триста=300 трёхсот=300
четыреста=400 пятьсот=500 пятисот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900
""",
    "de": """
zweihundert=200 dreihundert=300 vierhundert=400 fünfhundert=500 sechshundert=600 siebenhundert=700 achthundert=800
neunhundert=900 zweitausend=2000 dreitausend=3000 viertausend=4000 fünftausend=5000 zehntausend=10000
zwölftausend=12000 zwanzigtausend=20000 fünfzigtausend=50000 hunderttausend=100000
""",
}
_SCALES = {
    "es": "millar=1000 millares=1000",
    "pl": "tysiąca=1000 tysiącom=1000 miliona=1000000 milionom=1000000 miliard=1000000000 miliardy=1000000000"
    " miliardów=1000000000 miliarda=1000000000",
    "ru": "тысячу=1000 тысячам=1000 миллиону=1000000 миллионам=1000000 миллиард=1000000000 миллиарда=1000000000"
    " миллиардов=1000000000",
}
_NUMERALS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
EAST_ASIAN = frozenset((*_NUMERALS, *_PLACES, *_MYRIADS))


def single_words(code: str) -> str:
    """Further number words of one word, as "word=value" parted by blanks."""
    made = [_FURTHER.get(code, "")]
    ones = _ONES.get(code, "").split()
    tens = _TENS.get(code, "").split()
    for (digit, one), (place, ten) in product(enumerate(ones, 1), enumerate(tens, 2)):
        number = 10 * place + digit
        if code == "de":
            made.append(f"{one}und{ten}={number}")
        elif code == "nl":
            made.append(f"{one}{'ën' if one.endswith('e') else 'en'}{ten}={number}")
        elif code == "it":
            made.append(f"{ten[:-1] if one[0] in 'uo' else ten}{one}={number}")
    return " ".join(made)


def scales(code: str) -> str:
    """Further words that multiply, as "word=value" parted by blanks."""
    return _SCALES.get(code, "")


def several_words(code: str) -> dict[tuple[str, ...], str]:
    """Numbers of several words that no sum of their words gives, in digits: "quatre vingt dix", "treinta y uno"."""
    found: dict[tuple[str, ...], str] = {}
    ones = _ONES.get(code, "").split()
    for place, ten in enumerate(_TENS.get(code, "").split()):
        value = 20 + 10 * place
        if code in ("es", "pt"):
            join = "y" if code == "es" else "e"
            found.update({(ten, join, one): str(value + n) for n, one in enumerate(ones, 1)})
        elif code == "fr":
            found[ten, "et", "un"] = str(value + 1)
    if code == "fr":
        teens = ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]
        for base, value in ((("soixante",), 60), (("quatre", "vingt"), 80)):
            found.update({(*base, teen): str(value + 10 + n) for n, teen in enumerate(teens)})
            found.update({(*base, "dix", one): str(value + 10 + n) for n, one in enumerate(ones, 1) if n > 6})
        found["soixante", "et", "onze"] = "71"
        found["quatre", "vingts"] = found["quatre", "vingt"] = "80"
        found.update({("quatre", "vingt", one): str(80 + n) for n, one in enumerate(ones, 1)})
    return found


def east_asian(words: list[str]) -> str:
    """The number that Chinese or Japanese signs and digits write ("二", "十", "亿" or "20", "亿"), in digits.

    An empty string where they write none.
    """
    total, section, digit = 0, 0, -1
    for word in words:
        if word.isdecimal() and word.isascii():
            if digit >= 0:
                return ""
            digit = int(word)
        elif word in _NUMERALS:
            digit = _NUMERALS[word] if digit < 0 else 10 * digit + _NUMERALS[word]
        elif word in _PLACES:
            section += (1 if digit < 0 else digit) * _PLACES[word]
            digit = -1
        elif word in _MYRIADS:
            total += (section + max(digit, 0) or 1) * _MYRIADS[word]
            section, digit = 0, -1
        else:
            return ""
    return str(total + section + max(digit, 0))
