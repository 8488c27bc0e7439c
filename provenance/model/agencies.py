"""News agencies, and outlets whose copies carry their mark: one name each, their marks, and publishers' spellings.

A reader finds marks with it in datelines and bylines, the judgement compares names with it. It is a list of names and
rules about the words of names, and never looks at an article. Agencies that it lacks are recognised by what their
names say ("Meridian News Agency") and are learned from the articles at hand (`provenance.lineage.agencies`).
"""

from __future__ import annotations

import re
import unicodedata

# The agency's name; its marks, as datelines, bylines and sign-offs have them; other names and spellings of it.
_TABLE = """
Associated Press | AP | The Associated Press, The AP, AP News
Reuters | REUTERS | Thomson Reuters, Reuters Breakingviews, Reuters News Agency
Agence France-Presse | AFP | Agence France Presse, AFP Relaxnews, AFP News
United Press International | UPI | UPI.com
Deutsche Presse-Agentur | dpa, DPA, dpa-AFX | Deutsche Presse Agentur, German Press Agency, dpa International
PA Media | PA | Press Association, The Press Association, PA News Agency
Bloomberg | BLOOMBERG | Bloomberg News, Bloomberg L.P.
Xinhua | XINHUA | Xinhua News Agency, Xinhuanet, 新华社, 新华网
China News Service | CNS | 中国新闻社, 中新社, 中新网
TASS | Tass, ITAR-TASS, Itar-Tass | TASS Russian News Agency, ТАСС, ИТАР-ТАСС
Interfax | INTERFAX | Interfax-Ukraine, Интерфакс
RIA Novosti | RIA | РИА Новости
Ukrinform | | Укрінформ, Укринформ
BelTA | BELTA, БелТА | Belarusian Telegraph Agency
Kyodo News | Kyodo, KYODO | 共同通信, 共同通信社
Jiji Press | Jiji | 時事通信, 時事通信社
Yonhap | YONHAP | Yonhap News Agency, Yonhap News, 연합뉴스
KCNA | | Korean Central News Agency
ANSA | | Agenzia ANSA, Agenzia Nazionale Stampa Associata
Adnkronos | AdnKronos | Agenzia Adnkronos
EFE | Efe | Agencia EFE
Europa Press | | Agencia Europa Press
Lusa | LUSA | Agência Lusa
Belga | BELGA | Agence Belga, Belga News Agency
ANP | | Algemeen Nederlands Persbureau
NTB | | Norsk Telegrambyrå
TT | | TT News Agency, Tidningarnas Telegrambyrå, TT Nyhetsbyrån
Ritzau | | Ritzaus Bureau, Ritzau Scanpix
STT | | Suomen Tietotoimisto
Austria Presse Agentur | APA | Austria Press Agency
Keystone-SDA | SDA, sda | Schweizerische Depeschenagentur
PAP | | Polish Press Agency, Polska Agencja Prasowa
CTK | ČTK | Czech News Agency, Česká tisková kancelář
TASR | | Tlačová agentúra Slovenskej republiky
MTI | | Magyar Távirati Iroda
HINA | Hina | Hrvatska izvještajna novinska agencija
Agerpres | AGERPRES | Agenția Națională de Presă Agerpres
ANA-MPA | AMNA | Athens-Macedonian News Agency
Anadolu Agency | AA | Anadolu, Anadolu Ajansı
IRNA | | Islamic Republic News Agency
MENA | | Middle East News Agency
Press Trust of India | PTI |
Asian News International | ANI |
Indo-Asian News Service | IANS |
Bernama | BERNAMA | Malaysian National News Agency
Antara | ANTARA | Antara News Agency
Vietnam News Agency | VNA |
Canadian Press | CP | The Canadian Press, La Presse Canadienne
Australian Associated Press | AAP |
News Agency of Nigeria | NAN |
Agência Brasil | | Agencia Brasil
Télam | Telam, TELAM | Agencia Télam
Notimex | NTX | Agencia Notimex
Dow Jones Newswires | Dow Jones |
Inter Press Service | IPS |
Tribune News Service | TNS | Tribune Content Agency
McClatchy | | McClatchy Newspapers
Scripps Howard News Service | SHNS |
States News Service | SNS |
Evangelischer Pressedienst | epd, EPD |
Katholische Nachrichten-Agentur | KNA |
Sport-Informations-Dienst | SID |
PR Newswire | PRNewswire, PRNEWSWIRE, PRNewswire-USNewswire |
Business Wire | BUSINESS WIRE | Businesswire
GlobeNewswire | GLOBE NEWSWIRE | Globe Newswire
Kaiser Health News | KHN | KFF Health News
Stacker | |
"""
# Not agencies: outlets that mark their own copy in the dateline ("(CNN) -"), so that a copy of it credits them.
_OUTLETS = """
CNN | CNN Newsource, CNN NewSource, The-CNN-Wire, CNN Wire, CNN.com | Cable News Network
BBC News | BBC | BBC.com, British Broadcasting Corporation
NBC News | NBC | NBCNews.com
CBS News | CBS | CBSNews.com
ABC News | ABC | ABCNews.com
Fox News | FOX News | FoxNews.com, Fox News Channel, Fox News Digital
ProPublica | |
"""
# What a news agency's name ends or begins with, in languages in which dispatches are printed.
_AGENCY = re.compile(
    r"\b(?:news ?agency|press agency|newswires?|wire service|wire|news service|press association|telegraph agency"
    r"|(?:presse|nachrichten|depeschen)[ -]?(?:agentur|dienst)|persbureau|nieuwsdienst|telegrambyrå|nyhetsbyrån?"
    r"|ajansı|агентство|агенція|агенция)$|(?:通信社|通讯社|新闻社)$"
    r"|^(?:agence|agencia|agência|agenzia|agenția|agencja|press trust|news agency of)\b"
    r"|\b(?:agencja prasowa|tisková kancelář|tlačová agentúra)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(r"\b(?:news|press|presse|prensa|stampa|imprensa|prasa|пресс|новости)\b|\w Agency$", re.IGNORECASE)
_KIND = re.compile(
    r" (?:News Agency|Press Agency|News Service|Newswires?|Wire Service|Wire|Agency|News|Press Association)$", re.I
)
_SMALL = frozenset(("of", "the", "and", "for", "de", "la", "le", "du", "des", "del", "di", "do", "da", "y", "e", "&"))
_SPLIT = re.compile(r"[\s/&.'’-]+")
LONGEST = 80  # characters of a name that is looked at
LONGEST_MARK = 8  # letters of initials
_PREFIX = 4  # letters that one word of a name gives to its initials: KUwait News Agency


def _rows(table: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    rows: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for line in table.strip().splitlines():
        name, marks, names = line.split("|")
        of_marks, of_names = (tuple(filter(None, map(str.strip, part.split(",")))) for part in (marks, names))
        rows[name.strip()] = of_marks, of_names
    return rows


_BY_NAME = _rows(_TABLE) | _rows(_OUTLETS)
OUTLETS = frozenset((*_rows(_OUTLETS), "Bloomberg"))
# Each name, mark and spelling, as it is written: the agency.
AGENCY_BY_MARK: dict[str, str] = {
    each: name for name, (marks, names) in _BY_NAME.items() for each in (name, *marks, *names)
}


def spellings(agency: str) -> tuple[str, ...]:
    """The name, the marks and the other spellings of an agency of the table; () for another."""
    marks, names = _BY_NAME.get(agency, ((), ()))
    return (agency, *marks, *names) if agency in _BY_NAME else ()


def calls_itself_agency(name: str) -> bool:
    """Whether a name of two words or more says that it is a news agency ("Meridian News Agency", "Coast Wire")."""
    return 3 < len(name) <= LONGEST and _AGENCY.search(name) is not None and _is_name(name)


def calls_itself_news(name: str) -> bool:
    """Whether a name of two words or more says at least that it is news, press or some agency ("Meridian Press")."""
    return 3 < len(name) <= LONGEST and (_AGENCY.search(name) or _NEWS.search(name)) is not None and _is_name(name)


def _is_name(name: str) -> bool:
    """Two to seven words, with capitals where the language puts them ("Norsk telegrambyrå")."""
    words = name.removeprefix("The ").split()
    if not name.isascii():
        return len(words) <= 7 and not words[0][0].islower()
    return 2 <= len(words) <= 7 and all(word[0].isupper() or word in _SMALL for word in words)


def without_kind(name: str) -> str:
    """A name without the words that say what it is: datelines of "Meridian News Agency" may read "(Meridian)"."""
    name = name.removeprefix("The ").strip()
    return _KIND.sub("", name) or name


def abbreviates(mark: str, name: str) -> bool:
    """Whether a mark has the initials of a name ("NNA", "Northern News Agency"), or the beginnings of its words in
    their order ("KUNA", "Kuwait News Agency"). Small words need not be in it, case and accents do not matter."""
    letters = _folded(mark)
    if not 2 <= len(letters) <= LONGEST_MARK or not letters.isalnum() or len(name) > LONGEST:
        return False
    words = [word for word in _SPLIT.split(_folded(name).removeprefix("the ")) if word]
    if len(words) < 2 or letters in words:
        return False
    reached = {0}  # how many letters of the mark the words so far may have given
    for word in words:
        further = {
            done + count
            for done in reached
            for count in range(1, _PREFIX + 1)
            if count <= len(word) and letters.startswith(word[:count], done)
        }
        reached = further | reached if word in _SMALL else further
    return len(letters) in reached


def _folded(name: str) -> str:
    """Small letters without accents."""
    if name.isascii():
        return name.casefold()
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))
