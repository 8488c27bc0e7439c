"""Names that stand where an author's should and name nobody: "admin", "Staff Reporter", "La Redacción", "Web Desk 2".

Publishing systems put them there. Two articles by "admin" have no author in common, nor have two by "Coast Post
Staff".
"""

from __future__ import annotations

import re

_TEXT = """
admin administrator administrators webadmin wpadmin siteadmin sysadmin webmaster superuser super author authors user
users root guest guests anonymous unknown none null default test moderator publisher editor editors editorial staff
staffer staffers newsroom newsdesk webdesk desk news team press office reporter reporters correspondent correspondents
writer writers contributor contributors contributing columnist journalist journalists web online digital site website
agency agencies bureau board service services network department communications content feed rss bot automated city
local national foreign world international business political politics sports sport metro state special chief senior
report reports own our from wire wires post posted info mail contact newsletter blog blogger producer

redaktion redaktionen redakteur redakteure agenturen korrespondent korrespondenten eigener bericht rédaction
rédacteur agences correspondant redacción redactor corresponsal agencias corresponsales redazione redattore agenzie
corrispondente redação redator agências correspondente redactie agentschappen correspondent redakcja redakce agencje
toimitus редакция редакции агентства корреспондент наш редакція 編集部 本報記者 本报记者 记者 編輯部 编辑部

a the and by of on at la le les el los las il die der das von unser unserem unserer nuestro nuestra nosso nossa da de
del della du des een het onze nostro
"""
_WORDS = frozenset(_TEXT.split())
_LETTERS = re.compile(r"[^\W\d_]+")
_MAIL = re.compile(r"([\w.+-]{1,64})@[\w.-]{1,200}")
_LONGEST = 200


def is_nobody(name: str, outlet: str = "") -> bool:
    """Whether no word of a name says who it is; the words of the `outlet` do not either ("Coast Post Staff")."""
    if len(name) > _LONGEST:
        return False
    name = _MAIL.sub(r" \1 ", name.casefold())
    known = set(_LETTERS.findall(outlet.casefold())) if outlet else frozenset[str]()
    words = _LETTERS.findall(name)
    return all(word in _WORDS or word in known for word in words)
