"""The codes and English names of languages (ISO 639-1), and which code a metadata value such as "de-AT" means.

The names are those under which reports show a code. Nothing here looks at a text.
"""

from __future__ import annotations

import functools
import unicodedata

_NAMES = """
aa Afar|ab Abkhazian|ae Avestan|af Afrikaans|ak Akan|am Amharic|an Aragonese|ar Arabic|as Assamese|av Avaric|ay Aymara
az Azerbaijani|ba Bashkir|be Belarusian|bg Bulgarian|bi Bislama|bm Bambara|bn Bengali|bo Tibetan|br Breton|bs Bosnian
ca Catalan|ce Chechen|ch Chamorro|co Corsican|cr Cree|cs Czech|cu Church Slavonic|cv Chuvash|cy Welsh|da Danish
de German|dv Divehi|dz Dzongkha|ee Ewe|el Greek|en English|eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian
ff Fulah|fi Finnish|fj Fijian|fo Faroese|fr French|fy Western Frisian|ga Irish|gd Gaelic|gl Galician|gn Guarani
gu Gujarati|gv Manx|ha Hausa|he Hebrew|hi Hindi|ho Hiri Motu|hr Croatian|ht Haitian|hu Hungarian|hy Armenian
hz Herero|ia Interlingua|id Indonesian|ie Interlingue|ig Igbo|ii Sichuan Yi|ik Inupiaq|io Ido|is Icelandic|it Italian
iu Inuktitut|ja Japanese|jv Javanese|ka Georgian|kg Kongo|ki Kikuyu|kj Kuanyama|kk Kazakh|kl Kalaallisut|km Khmer
kn Kannada|ko Korean|kr Kanuri|ks Kashmiri|ku Kurdish|kv Komi|kw Cornish|ky Kyrgyz|la Latin|lb Luxembourgish|lg Ganda
li Limburgish|ln Lingala|lo Lao|lt Lithuanian|lu Luba-Katanga|lv Latvian|mg Malagasy|mh Marshallese|mi Maori
mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Burmese|na Nauru|nd North Ndebele|ne Nepali
ng Ndonga|nl Dutch|no Norwegian|nr South Ndebele|nv Navajo|ny Chichewa|oc Occitan|oj Ojibwa|om Oromo|or Odia
os Ossetian|pa Punjabi|pi Pali|pl Polish|ps Pashto|pt Portuguese|qu Quechua|rm Romansh|rn Rundi|ro Romanian|ru Russian
rw Kinyarwanda|sa Sanskrit|sc Sardinian|sd Sindhi|se Northern Sami|sg Sango|si Sinhala|sk Slovak|sl Slovenian
sm Samoan
sn Shona|so Somali|sq Albanian|sr Serbian|ss Swati|st Southern Sotho|su Sundanese|sv Swedish|sw Swahili|ta Tamil
te Telugu|tg Tajik|th Thai|ti Tigrinya|tk Turkmen|tl Tagalog|tn Tswana|to Tonga|tr Turkish|ts Tsonga|tt Tatar|tw Twi
ty Tahitian|ug Uighur|uk Ukrainian|ur Urdu|uz Uzbek|ve Venda|vi Vietnamese|vo Volapük|wa Walloon|wo Wolof|xh Xhosa
yi Yiddish|yo Yoruba|za Zhuang|zh Chinese|zu Zulu
"""
# Other codes (ISO 639-2 and 639-3, withdrawn ones, countries that are often written for their languages) and names in
# the languages themselves. Bokmål and Nynorsk are one language here, as a reader filters them.
_OTHERS = """
no nb nn nob nno nor norsk bokmål nynorsk|he iw heb עברית|id in ind bahasa|yi ji yid|ro mo ron rum română moldavian
sr scc srp srpski српски|hr scr hrv hrvatski|tl fil tgl filipino
zh zho chi cmn yue cn mandarin cantonese 中文 汉语 漢語
en eng anglais englisch inglés inglese inglês engels|de deu ger deutsch allemand alemán tedesco alemão duits
fr fra fre français francese francés francês französisch frans|es spa español castellano castilian espagnol spanisch
it ita italiano italien italienisch|pt por português portugués portugais portugiesisch|nl nld dut nederlands flemish
sv swe svenska|da dan dansk|fi fin suomi|is isl ice íslenska|pl pol polski|cs ces cze cz čeština|sk slk slo slovenčina
sl slv slovenščina|hu hun magyar|bs bos bosanski|mk mkd mac македонски|bg bul български|ru rus русский
uk ukr українська|be bel беларуская|el ell gre ελληνικά|tr tur türkçe|ar ara العربية|fa fas per farsi dari فارسی
ur urd اردو|ps pus|hi hin हिन्दी|bn ben bangla বাংলা|mr mar|ne nep|ta tam|te tel|gu guj|kn kan|ml mal|pa pan|si sin
sinhalese|ja jpn 日本語 japonais japanisch|ko kor 한국어|th tha ไทย|vi vie|ms msa may|my mya bur|km khm|lo lao
ka kat geo|hy hye arm|az aze|kk kaz|ky kir|uz uzb|tg tgk|mn mon|am amh|sw swa swh kiswahili|af afr|sq sqi alb shqip
ca cat català valencian|gl glg galego|eu eus baq euskara|ga gle gaeilge|gd gla|cy cym wel cymraeg|et est ekk eesti
lv lav latviešu|lt lit lietuvių|mt mlt malti|la lat|eo epo|ha hau|yo yor|ig ibo|so som|zu zul|xh xho|lb ltz
"""
LONGEST = 60  # characters of a value that names a language


@functools.cache
def _names() -> dict[str, str]:
    return dict(pair.split(" ", 1) for line in _NAMES.split("\n") for pair in line.split("|") if pair)


@functools.cache
def _spellings() -> dict[str, str]:
    found = {name.casefold(): code for code, name in _names().items()}
    last = ""
    for group in " ".join(f"|{line}" if len(line[:3].strip()) == 2 else line for line in _OTHERS.split("\n")).split(
        "|"
    ):
        code, *others = group.split() or [last]
        found.update((other, code) for other in others)
    found.update((code, code) for code in _names() if code not in found)
    return found


def language_code(value: object) -> str | None:
    """The code that a metadata value means: "de" for "de-AT", "DE_at.UTF-8", "ger", "German" and "Deutsch".

    None for what names no language or several ("en, de"), and for values that are no text.
    """
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    words = unicodedata.normalize("NFC", value).strip().casefold()
    found = _spellings().get(words)
    if found is None and (first := words.replace("_", "-").split("-", 1))[1:] and not first[1][:1].isspace():
        found = _spellings().get(first[0]) if len(first[0]) in (2, 3) else None
    return found


def language_name(code: str) -> str:
    """The English name of a code; the code itself where it is not known."""
    return _names().get(code, code)
