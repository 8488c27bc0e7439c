"""News agencies: the marks that stand in datelines, bylines and sign-offs, and the full names behind them.

Outlets that mark their own copy in the dateline ("(CNN) -") are listed too, because a copy of it credits them.
"""

from __future__ import annotations

import re

NAMES: dict[str, tuple[str, ...]] = {
    "Associated Press": ("AP", "The Associated Press", "Associated Press", "The AP"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters", "Reuters Breakingviews"),
    "Agence France-Presse": ("AFP", "Agence France-Presse", "Agence France Presse", "AFP Relaxnews"),
    "United Press International": ("UPI", "United Press International"),
    "Deutsche Presse-Agentur": ("dpa", "DPA", "dpa-AFX", "Deutsche Presse-Agentur"),
    "Press Association": ("PA", "PA Media", "Press Association"),
    "Bloomberg": ("Bloomberg", "Bloomberg News", "BLOOMBERG"),
    "Xinhua": ("Xinhua", "XINHUA", "Xinhua News Agency"),
    "TASS": ("TASS", "Tass", "ITAR-TASS", "Itar-Tass"),
    "Interfax": ("Interfax", "INTERFAX", "Interfax-Ukraine"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "Ukrinform": ("Ukrinform",),
    "Kyodo News": ("Kyodo", "KYODO", "Kyodo News"),
    "Jiji Press": ("Jiji", "Jiji Press"),
    "Yonhap": ("Yonhap", "YONHAP", "Yonhap News Agency"),
    "KCNA": ("KCNA",),
    "ANSA": ("ANSA",),
    "EFE": ("EFE", "Agencia EFE", "Efe"),
    "Lusa": ("Lusa",),
    "Belga": ("Belga", "BELGA"),
    "ANP": ("ANP",),
    "NTB": ("NTB",),
    "TT": ("TT", "TT News Agency"),
    "Ritzau": ("Ritzau",),
    "Austria Presse Agentur": ("APA",),
    "PAP": ("PAP", "Polish Press Agency"),
    "CTK": ("CTK", "ČTK"),
    "Anadolu Agency": ("AA", "Anadolu Agency", "Anadolu"),
    "Press Trust of India": ("PTI", "Press Trust of India"),
    "Asian News International": ("ANI", "Asian News International"),
    "Indo-Asian News Service": ("IANS", "Indo-Asian News Service"),
    "Bernama": ("Bernama", "BERNAMA"),
    "Antara": ("Antara", "ANTARA"),
    "Canadian Press": ("CP", "The Canadian Press", "Canadian Press"),
    "Australian Associated Press": ("AAP", "Australian Associated Press"),
    "Dow Jones Newswires": ("Dow Jones", "Dow Jones Newswires"),
    "Inter Press Service": ("IPS", "Inter Press Service"),
    "Tribune News Service": ("TNS", "Tribune News Service", "Tribune Content Agency"),
    "McClatchy": ("McClatchy", "McClatchy Newspapers"),
    "Scripps Howard News Service": ("SHNS", "Scripps Howard News Service"),
    "States News Service": ("States News Service", "SNS"),
    "PR Newswire": ("PR Newswire", "PRNewswire", "PRNEWSWIRE", "/PRNewswire/", "PRNewswire-USNewswire"),
    "Business Wire": ("BUSINESS WIRE", "Business Wire"),
    "GlobeNewswire": ("GLOBE NEWSWIRE", "GlobeNewswire", "Globe Newswire"),
    "CNN": ("CNN", "CNN Newsource", "CNN NewSource", "The-CNN-Wire", "CNN Wire", "CNN.com"),
    "BBC News": ("BBC", "BBC News"),
    "NBC News": ("NBC", "NBC News"),
    "CBS News": ("CBS", "CBS News"),
    "ABC News": ("ABC", "ABC News"),
    "Fox News": ("Fox News", "FOX News"),
    "Kaiser Health News": ("KHN", "Kaiser Health News"),
    "ProPublica": ("ProPublica",),
    "Stacker": ("Stacker",),
}
OUTLETS = frozenset(("CNN", "BBC News", "NBC News", "CBS News", "ABC News", "Fox News", "ProPublica", "Bloomberg"))
BY_MARK: dict[str, str] = {mark: name for name, marks in NAMES.items() for mark in marks}
# Marks of two capitals are also initials, states and words; they count only where a dateline or byline holds them.
LONG_NAMES = tuple(sorted((m for m in BY_MARK if len(m) > 4), key=lambda mark: (-len(mark), mark)))
# What makes an unknown name an agency's: "Meridian News Agency", "Coastal Wire".
_KIND = re.compile(r"(?<=\w) (?:News Agency|News Service|Newswires?|Wire Service)$")  # its datelines leave this out
_AGENCY_WORDS = re.compile(
    r"(?:News Agency|Press Agency|News Service|Newswires?|Wire Service|Wire|Press Association)$"
)


def named(mark: str) -> str | None:
    """The agency that a mark or name stands for; a name that calls itself a news agency stands for itself."""
    mark = mark.strip().strip(".,;:()/").strip()
    if mark in BY_MARK:
        return BY_MARK[mark]
    if len(mark) <= 60 and _AGENCY_WORDS.search(mark) and mark[:1].isupper():
        return _KIND.sub("", mark.removeprefix("The ")).strip()
    return None
