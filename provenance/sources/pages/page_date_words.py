"""What pages write beside dates: data of `page_dates`, in some 20 languages.

Patterns of names of elements, of headings and of labels, and the order of day and month by the language of a page.
Nothing here looks at a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.sources.times.timestamps import DateOrder

BESIDE = re.compile(
    r"comment(?!ary)|discuss|disqus|reply|replies|respond|related|sidebar|(?<!post-)(?<!entry-)(?<!article-)footer|recommend|teaser|widget|most-read|promo"
    r"|countdown|timer|deadline|upcoming|schedule|event[-_]?(?:info|date|box|time)|\b(?:clock|today|weather|calendar|agenda|events?|ticker|popular|copyright|breadcrumbs?)\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"\W{0,3}(?:\d+ )?(?:comments?|discussion|your views|replies|kommentare|diskussion|commentaires|réactions"
    r"|comentarios|comentários|commenti|reacties|komentarze|komentáře|yorumlar|комментарии|σχόλια|kommentit|kommentarer"
    r"|leserkommentare|leserbriefe|opmerkingen|related|more (?:news|stories|on|from)|read (?:more|next|also)|see also"
    r"|you may (?:also )?like|recommended|latest|most (?:read|popular)|also (?:on|in)|elsewhere|lesen sie auch"
    r"|mehr zum|mehr aus|auch interessant|à lire aussi|lire aussi|sur le même sujet|lea también|te puede interesar"
    r"|leggi anche|leia (?:mais|também)|lees ook|meer (?:nieuws|over)|czytaj także|zobacz także|přečtěte si"
    r"|ilgili haberler|читайте также|διαβάστε επίσης|les også|läs också|评论|評論|相关"
    r"|コメント|関連|댓글|관련)(?:\b|(?<=[\u3040-\uffff]))",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"updated?|modified|edited|revised|changed|aktualisiert|geändert|\bstand\b|mise? à jour|modifié|actualizad"
    r"|modificad|atualizad|aggiornat|bijgewerkt|gewijzigd|zaktualizowan|aktualizacja|обновлен|oppdatert|uppdaterad"
    r"|opdateret"
    r"|güncelle|aangepast|ενημερώθηκε|ενημέρωση|تحديث|تعديل|aktualizován|aktualizácia|päivitetty|muokattu"
    r"|оновлен|измен[её]н|последняя редакция|frissít|módosít|diperbarui|cập nhật|עודכן|עדכון|ažurirano|posodobljeno"
    r"|actualizat|atjauni|atnaujint|reviewed|corrected|korrigiert|corrigé|corregid|corrett|last change"
    r"|最終|수정|업데이트|更新",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"publish|publica|posted|released?|issued|pubdate|entry-date|dateline|byline-date|post-date|veröffentlicht"
    r"|erschienen|erstellt|publié|paru|pubblicat|gepubliceerd|geplaatst|opublikowan|опубликован|publisert|publicerad|udgivet"
    r"|submitted|eingereicht|eingestellt|yayın|giriş|julkaistu|publikováno|vydáno|zveřejněno|δημοσιεύ|δημοσίευση|közzétéve"
    r"|megjelent|objavljeno|publicat|diterbitkan|dipublikasikan|נשר|פורסם|نشر|نُشر|публикувано|опубліковано"
    r"|发布|發布|発表|公開|掲載|입력|등록|작성",
    re.IGNORECASE,
)
# What happens on a date that is no publication.
OTHER = re.compile(
    r"\b(?:until|valid|expir\w{1,4}|ends?|starts?|begins?|deadline|due|closes?|opens?|takes place|when|gültig|bis"
    r"|beginn|ende|jusqu|hasta|fino al|até|t/m|ważne do|platí do|до|から|まで)\W{0,3}$",
    re.IGNORECASE,
)
CLOCK_WORDS = re.compile(r"\s{0,3}(?:Uhr|uur|h|hrs?|GMT|UTC|CET|CEST|ET|EST|EDT|BST)\b\.?\s{0,3}")
BY = re.compile(r"\W{0,3}(?:by|von|par|por|di|door|autor|af|av)\b", re.IGNORECASE)
# Only English and the languages of East Asia, Hungary, Lithuania and the Basques write anything else.
_DAY_FIRST = frozenset(
    {
        *("ar", "bg", "br", "ca", "cs", "cy", "da", "de", "el", "es", "et", "fi", "fr", "ga", "gl", "he", "hr", "id"),
        *("is", "it", "lv", "mk", "mt", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "tr"),
        *("uk", "vi", "en-au", "en-gb", "en-ie", "en-in", "en-nz"),
    }
)


def by_language(language: str) -> DateOrder | None:
    """The order of day and month in "03/04/2025" on a page in this language ("fr"); None where none is sure."""
    named = language.strip().lower().replace("_", "-")
    if named == "en-us":
        return "month-first"
    return "day-first" if named in _DAY_FIRST or named.partition("-")[0] in _DAY_FIRST else None
