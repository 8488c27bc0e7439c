"""Names of months and days of other languages, put into English letters that `timestamps` reads.

Where words are translated, the result has the length of the text, so that offsets in one are offsets in the other. A
text without the name of a month, or without Chinese, Japanese or Korean signs of a date, is
no date here. Nothing here decides what day it is.
"""

from __future__ import annotations

import re
from functools import cache

_MONTH_NAMES = {
    "Jan": "januar jänner januari januára janvier janv enero ene gennaio gen janeiro stycznia styczeń sty leden"
    " ledna января январь янв січня ocak tammikuuta tammikuu ianuarie január jan ιανουαρίου ιανουάριος ιαν"
    " يناير ינואר siječnja siječanj јануар януари januara jaanuar gener janúar जनवरी",
    "Feb": "februar feber februari février févr fév fevrier febrero febbraio fevereiro fev lutego luty lut únor"
    " února февраля февраль фев лютого şubat subat helmikuuta helmikuu februarie február feb φεβρουαρίου"
    " φεβρουάριος φεβ فبراير شباط פברואר veljače veljača фебруар февруари februara veebruar febrer febrúar"
    " फ़रवरी फरवरी",
    "Mar": "märz maerz mär mrz maart mrt mars marzo março marco marca marzec marts březen března марта март мар"
    " березня mart maaliskuuta maaliskuu martie március mar μαρτίου μάρτιος μαρ مارس آذار מרץ מרס ožujka"
    " ožujak marec märts març maret मार्च",
    "Apr": "april avril avr abril abr aprile kwietnia kwiecień kwi duben dubna апреля апрель апр квітня nisan"
    " huhtikuuta huhtikuu aprilie április apr απριλίου απρίλιος απρ أبريل ابريل نيسان אפריל travnja"
    " travanj април aprila aprill apríl अप्रैल",
    "May": "mai mei maj maja mayo maggio mag maio květen května мая май травня mayıs mayis toukokuuta toukokuu"
    " május may μαΐου μάιος μαϊ مايو أيار מאי svibnja svibanj мај maí maig मई",
    "Jun": "juni juin junio giugno giu junho czerwca czerwiec cze červen června июня июнь июн червня haziran"
    " kesäkuuta kesäkuu iunie június jun ιουνίου ιούνιος ιουν يونيو يونيه حزيران יוני lipnja lipanj јун"
    " юни juna juuni juny júní जून",
    "Jul": "juli juillet juil julio luglio lug julho lipca lipiec lip červenec července июля июль июл липня"
    " temmuz heinäkuuta heinäkuu iulie július jul ιουλίου ιούλιος ιουλ يوليو يوليه تموز יולי јул юли jula"
    " juuli juliol júlí जुलाई",
    "Aug": "august augusti augustus août aout agosto ago sierpnia sierpień sie srpen srpna августа август авг"
    " серпня ağustos agustos elokuuta elokuu augusztus aug αυγούστου αύγουστος αυγ أغسطس آب אוגוסט"
    " kolovoza kolovoz avgusta avgust agustus ágúst agost अगस्त",
    "Sep": "september septembre sept septiembre setiembre settembre setembro set września wrzesień wrz září"
    " сентября сентябрь сен сент вересня eylül eylul syyskuuta syyskuu septembrie szeptember sep"
    " σεπτεμβρίου σεπτέμβριος σεπ سبتمبر أيلول ספטמבר rujna rujan септембар септември septembra setembre"
    " सितंबर सितम्बर",
    "Oct": "oktober octobre octubre ottobre ott outubro out październik października paź říjen října октября"
    " октябрь окт жовтня ekim lokakuuta lokakuu octombrie október okt oct οκτωβρίου οκτώβριος οκτ أكتوبر"
    " اكتوبر אוקטובר октобар октомври oktobra oktoober अक्टूबर अक्तूबर",
    "Nov": "november novembre noviembre novembro listopada listopad lis listopadu ноября ноябрь ноя листопада"
    " kasım kasim marraskuuta marraskuu noiembrie nov νοεμβρίου νοέμβριος νοε نوفمبر נובמבר studenoga"
    " studenog studeni новембар ноември novembra नवंबर नवम्बर",
    "Dec": "dezember december décembre decembre déc diciembre dic dicembre dezembro dez grudnia grudzień gru"
    " prosinec prosince desember des декабря декабрь дек грудня aralık aralik joulukuuta joulukuu"
    " decembrie dec δεκεμβρίου δεκέμβριος δεκ ديسمبر דצמבר prosinca prosinac децембар декември decembra"
    " detsember desembre दिसंबर दिसम्बर",
}
_MONTHS = {name: english for english, names in _MONTH_NAMES.items() for name in names.split()}
_ENGLISH_NAMES = "jan feb mar apr may jun jul aug sep sept oct nov dec april august september november"
_WEEKDAY_NAMES = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi"
    " mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes martes miércoles"
    " jueves viernes sábado domingo mié jue vie sáb dom lunedì martedì mercoledì giovedì venerdì sabato"
    " domenica gio sab segunda terça quarta quinta sexta feira segunda-feira terça-feira quarta-feira"
    " quinta-feira sexta-feira seg ter qua qui sex maandag dinsdag woensdag donderdag vrijdag zaterdag"
    " zondag ma wo vr za zo poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt"
    " sob niedz mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag pondělí"
    " úterý středa čtvrtek pátek neděle понедельник вторник среда четверг пятница суббота воскресенье"
    " pazartesi salı çarşamba perşembe cuma cumartesi pazar δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο"
    " κυριακή الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد senin selasa rabu"
    " kamis jumat sabtu minggu понеделник сряда четвъртък петък събота неделя понеділок вівторок середа"
    " четвер субота неділя ponedjeljak ponedeljek utorak torek srijeda sreda četvrtak četrtek petak petek"
    " subota nedjelja nedelja hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi"
    " vineri sâmbătă duminică maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai dilluns"
    " dimarts dimecres dijous divendres dissabte diumenge"
)
# Between and around day, month, year and time; "a" is an article as well, and stays part of "a.m.".
_BETWEEN_WORDS = (
    "de del da di le den der dem am vom um uhr à às as las a alle alla ore ora om uur kl klokken godz o r"
    " roku г года год р в во el il er ste º ª στις من في יום ב klo d"
)
_LABEL_NAMES = (
    "veröffentlicht erschienen stand datum publié publie paru publicado publicada pubblicato pubblicata"
    " geplaatst gepubliceerd opublikowano publikacja publisert publicerad udgivet опубликовано yayınlanma"
    " tarihi yayın yayınlandı yayımlanma giriş julkaistu publikováno vydáno zveřejněno δημοσιεύθηκε"
    " δημοσίευση közzétéve megjelent objavljeno publicat diterbitkan dipublikasikan נשר פורסם نشر بتاريخ"
    " الموافق публикувано опубліковано публікація дата"
)
_ENGLISH = frozenset(_ENGLISH_NAMES.split())
WEEKDAYS = frozenset(_WEEKDAY_NAMES.split())
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_LABELS = frozenset(_LABEL_NAMES.split())
_SURE = (  # say that there is a date in numbers, "Samstag, 18.11.2017, 15:21 Uhr"
    _LABELS | frozenset(name for name in WEEKDAYS if len(name) > 4) | {"uhr", "kl", "klokken", "godz", "uur"}
)
_OPENING = _MONTHS.keys() | WEEKDAYS | _BETWEEN | _LABELS
# Hindi and Arabic write signs above and below letters that are no letters themselves.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652\u0900-\u0963])*(?:-feira)?|º|ª")
_VOWELS = dict.fromkeys(range(1611, 1619))
_HEBREW = re.compile(r"(?<=[0-9][ \u00a0])\u05d1(?=[\u05d0-\u05ea]{3})")  # "ב", "in", is written as part of the month
_NUMBER = "[0-9]{1,4}|[〇零○一二三四五六七八九十元]{1,5}"
_EAST_TIME = (
    r"(?:[ \u3000]{0,2}(?P<half>午前|午後|上午|下午|오전|오후)?[ \u3000]{0,2}(?P<hour>[0-9]{1,2})[ ]?[時时点點시:]"
    r"(?:[ ]?(?P<minute>[0-9]{1,2})[分분]?)?(?:[ ]?:?(?P<second>[0-9]{1,2})[秒초]?)?)?"
)
_EAST = (
    rf"(?P<era>令和|平成|昭和|民國|民国)?[ ]?(?P<year>{_NUMBER})[ ]?[年년][ ]?(?P<month>{_NUMBER})[ ]?[月월]"
    rf"(?:[ ]?(?P<day>{_NUMBER})[ ]?[日号號일])?"
    r"(?:[ ]?[(（]?(?:星期|周|週)?[月火水木金土日一二三四五六天월화수목금토](?:曜日?|요일)?[)）]?(?![0-9月]))?"
    rf"{_EAST_TIME}"
    r"|(?P<day2>[0-9]{1,2})?[ ]?(?P<month2>[一二三四五六七八九十]{1,2})月[ ]?"
    r"(?:(?P<day3>[0-9]{1,2})[日, ，]{1,3})?"
    r"[, ，]{0,2}(?P<year2>[0-9]{4})"
)
_NUMERALS = {sign: n for n, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}  # the year before the first
_WIDE = {code + 0xFEE0: code for code in (*range(48, 59), ord("/"))}  # full-width digits, colon and stroke
_DIGITS = {zero + digit: 48 + digit for zero in (0x0660, 0x06F0, 0x0966) for digit in range(10)}
_WRITTEN_LIKE_NUMBERS = re.compile(
    r"(?P<day>[0-3]?[0-9])[ ,]{1,2}tháng (?P<month>1?[0-9])(?:[ ,]{1,2}năm)?[ ,]{1,2}(?P<year>[0-9]{4})(?![0-9])"
    r"|(?P<year2>2[0-9]{3})(?P<monthname>[. ]{1,2}[^\W\d_]{3,12})[. ]{1,2}(?P<day2>[0-3]?[0-9])\.?(?![0-9])",
    re.IGNORECASE,
)


def in_western_digits(text: str) -> str:
    """The text with Arabic, Persian and Hindi digits as 0 to 9; as long as it is."""
    return text.translate(_DIGITS)


@cache
def _east() -> re.Pattern[str]:
    return re.compile(_EAST)  # takes 1 ms, and few archives have such dates


def from_east(text: str, start: int = 0) -> tuple[str, int] | None:
    """The Chinese, Japanese or Korean date that begins at `start`, as "2025/3/4 15:21:00", and where it ends; also
    "4 tháng 3, 2025" and "2025. március 4."."""
    east = "月" in text or "월" in text  # every such date has one of them
    found = _east().match(text.translate(_WIDE), start) if east else None
    if found is None:
        return _by_numbers(text, start)
    parts = found.groupdict()
    year = _number(parts["year"] or parts["year2"]) + _ERAS.get(parts["era"] or "", 0)
    month = _number(parts["month"] or parts["month2"])
    day = parts["day"] or parts["day2"] or parts["day3"]
    if not day:
        return f"{year:04}-{month:02}", found.end()
    written = f"{year:04}/{month}/{_number(day)}"
    if parts["hour"]:
        hour = int(parts["hour"])
        hour += 12 if parts["half"] in ("午後", "下午", "오후") and hour < 12 else 0
        second = f":{parts['second']:0>2}" if parts["second"] else ""
        written += f" {hour}:{parts['minute'] or '0':0>2}{second}"
    return written, found.end()


def _by_numbers(text: str, start: int) -> tuple[str, int] | None:
    found = _WRITTEN_LIKE_NUMBERS.match(text, start)
    if found is None:
        return None
    if found["year"]:
        return f"{found['year']}/{found['month']}/{found['day']}", found.end()
    english = _MONTHS.get(found["monthname"].strip(" .").lower())
    return (f"{found['day2']} {english} {found['year2']}", found.end()) if english else None


def _number(written: str) -> int:
    """42 of "42", "四十二" and "四二"."""
    if written.isdigit() and written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if ten:
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int("".join(str(_NUMERALS.get(sign, 0)) for sign in written))


def _plain(word: str) -> str:
    return word.lower() if word.isascii() else word.lower().translate(_VOWELS)


def in_english(text: str) -> str | None:
    """The text with the words of its date in English, as long as it; None where it has no word of a date of
    another language."""
    if not text.isascii():
        text = _HEBREW.sub(" ", text)
    first = _WORD.search(text)
    if first is None or _plain(first.group()) not in _OPENING:  # as in most lines that are asked about
        return None
    found = [(word, _plain(word.group())) for word in _WORD.finditer(text)]
    months = [place for place, (_, name) in enumerate(found) if name in _MONTHS]
    if not months and not any(name in _SURE for _, name in found):
        return None
    chosen = months[0] if months else len(found)
    if len(months) > 1 and found[chosen][1] in WEEKDAYS:  # "mar. 4 mars 2025": Tuesday and March
        chosen = months[1]
    signs = list(text)
    changed = chosen < len(found) and found[chosen][1] not in _ENGLISH
    for place, (word, name) in enumerate(found):
        if place == chosen:
            english = _MONTHS[name]
        elif name in _BETWEEN or name in _LABELS or (place < chosen and name in WEEKDAYS):
            english = ""
            changed = True
        else:
            continue
        start, end = word.span()
        signs[start:end] = english.ljust(end - start)[: end - start]
        if end < len(signs) and signs[end] == "." and name != "a":
            signs[end] = " "
    if not changed:
        return None
    written = re.sub(r"(?<=[0-9])\.(?=[ \u00a0])", " ", "".join(signs))  # "4. März"
    return re.sub(r"^[ :,.-]{1,40}", lambda found: " " * len(found.group()), written)
