"""Words that pages of several languages put around a story: before an author, on buttons, over lists of others.

They are looked for before the language of a text is known, so they are one table with a row per language; each row
holds only words that mean this in a line of its own. English is not here: its rules are older and stay where they are
used. Nothing here reads a page.
"""

from __future__ import annotations

# What comes before an author's name, without a colon and with one.
BY = {"de": "von", "fr": "par", "es": "por", "it": "di", "pt": "por", "nl": "door", "pl": "", "ru": ""}
BY_LABELS = {
    "de": "von text autor autorin autoren bericht",
    "fr": "par texte auteur autrice auteurs",
    "es": "por texto autor autora autores",
    "it": "di testo autore autrice autori",
    "pt": "por texto autor autora autores",
    "nl": "door tekst auteur auteurs",
    "pl": "autor autorka autorzy tekst opracowanie",
    "ru": "автор авторы текст",
}
AND = ("und", "et", "y", "e", "en", "i", "и")
# Before and behind a name in Chinese and Japanese: "文／李红", "記者：田中花子".
EAST_ASIAN_BY = "文|作者|记者|本报记者|本報記者|新华社记者|通讯员|撰文|記者|文責|取材|筆者|執筆"

# Words of menus and buttons: a line that has nothing else belongs to the page.
MENU = {
    "de": """
teilen drucken artikel kommentar kommentare kommentieren startseite suche suchen menü anmelden registrieren
abonnieren merken schließen weiterleiten vorlesen seite senden versenden empfehlen datenschutz impressum kontakt
""",
    "fr": """
partager imprimer commenter commentaires accueil rechercher menu connexion abonnement fermer envoyer écouter lire
sauvegarder copier lien suivre article réagir contact mentions légales
""",
    "es": """
compartir imprimir comentar comentarios portada inicio buscar menú guardar cerrar enviar escuchar seguir copiar
enlace suscribirse iniciar sesión contacto noticia
""",
    "it": """
condividi stampa commenta commenti cerca menu salva chiudi invia ascolta segui copia abbonati accedi contatti
articolo
""",
    "pt": """
compartilhar partilhar imprimir comentar comentários início procurar buscar menu salvar fechar enviar ouvir seguir
copiar assinar entrar contato contacto notícia
""",
    "nl": """
delen afdrukken printen reageren reacties zoeken menu opslaan sluiten versturen luister volgen kopieer abonneren
inloggen contact artikel voorpagina
""",
    "pl": """
udostępnij drukuj komentarze skomentuj szukaj menu zapisz zamknij wyślij posłuchaj obserwuj kopiuj subskrybuj
zaloguj kontakt artykuł
""",
    "ru": """
поделиться распечатать комментарии комментировать поиск меню сохранить закрыть отправить слушать подписаться войти
контакты скопировать ссылку статью
""",
    "zh": "分享 打印 评论 評論 搜索 搜尋 菜单 登录 登入 注册 收藏 关闭 首页 首頁 举报 点赞 返回 微信 微博",
    "ja": "シェア 印刷 コメント 検索 メニュー ログイン 保存 閉じる ホーム トップ ツイート フォロー ブックマーク",
}
# Headings over lists of other stories, as whole lines.
LISTS = """
mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|das könnte sie interessieren|meistgelesen
das könnte sie auch interessieren|weitere artikel|weitere meldungen|weitere nachrichten|weitere themen
verwandte artikel|verwandte themen|empfohlene artikel|empfohlene beiträge|mehr zu diesem thema|zum thema
lire aussi|à lire aussi|sur le même sujet|voir aussi|les plus lus|articles liés|articles similaires|à découvrir
lea también|leer más|le puede interesar|te puede interesar|noticias relacionadas|lo más leído|más noticias
ver también|artículos relacionados|más información|leggi anche|potrebbe interessarti|articoli correlati|i più letti
sullo stesso argomento|per approfondire|leia também|leia mais|veja também|notícias relacionadas|mais lidas
artigos relacionados|saiba mais|lees ook|lees meer|meest gelezen|gerelateerde artikelen|bekijk ook|czytaj także
czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|polecane|najczęściej czytane
powiązane artykuły|читайте также|читайте ещё|читайте еще|смотрите также|по теме|самое читаемое|другие новости
相关新闻|相關新聞|相关阅读|相关推荐|延伸閱讀|延伸阅读|推荐阅读|热门新闻|相关报道|関連記事|関連ニュース|あわせて読みたい|おすすめ記事
人気記事|アクセスランキング|関連トピックス
"""
# How notices of rights and newsletters begin.
NOTICES = """
alle rechte vorbehalten|newsletter abonnieren|newsletter bestellen|jetzt abonnieren|jetzt newsletter abonnieren
tous droits réservés|reproduction interdite|inscrivez-vous à |abonnez-vous |todos los derechos reservados
prohibida su reproducción|prohibida la reproducción|suscríbete a |suscríbase a |tutti i diritti riservati
riproduzione riservata|iscriviti alla newsletter|todos os direitos reservados|reprodução proibida|assine a newsletter
assine nossa newsletter|alle rechten voorbehouden|schrijf je in voor |meld je aan voor |wszelkie prawa zastrzeżone
zapisz się na newsletter|zapisz się do newslettera|все права защищены|подпишитесь на |подписывайтесь на
版权所有|未经授权|未经许可|責任編輯|责任编辑|無断転載|無断複写|掲載記事の無断
"""


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a table, in its order."""
    return tuple(phrase for line in listed.strip().split("\n") for phrase in line.split("|"))
