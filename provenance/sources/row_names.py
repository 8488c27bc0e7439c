"""The names that other programs and spreadsheets in other languages give to the fields of an article: data of
`row_keys`.

Names are written as they are compared: without capitals, spaces and signs. A dot leads into a nested value. Nothing
here decides which key is read.
"""

from __future__ import annotations

from collections.abc import Mapping

# Best first. Programs in which they were seen: cc_news, All the News, trafilatura, newspaper3k and 4k, news-please,
# The Guardian, New York Times, NewsAPI, Event Registry, GDELT, Media Cloud, Aylien, Webz, WordPress, Ghost, Drupal,
# Contentful, Strapi, Arc, Scrapy, JSON Feed, Reddit, Twitter, feeds turned into JSON.
_NAMES: Mapping[str, str] = {
    "text": "maintext articlebody bodytext fields.bodytext articletext fulltext cleanedtext body content.rendered"
    " contenttext contentencoded content:encoded content fields.body fields.content fields.text contenthtml storytext"
    " plaintext bodyhtml bodyxhtml bodies.0.value html selftext rawtext article articlecontent blocks.body"
    " contentelements story texte texto"
    " inhalt artikeltext volltext contenu contenido cuerpo conteúdo corpo testo contenuto corpo tekst treść inhoud"
    " innehåll brödtext innhold brødtekst indhold teksti sisältö obsah textčlánku szöveg tartalom conținut metin"
    " içerik haber haberi текст текстстатьи содержание κείμενο περιεχόμενο النص نصالمقال المحتوى טקסט תוכן"
    " 正文 内容 內容 全文 文章内容 本文 記事本文 본문 기사본문 내용",
    "id": "",
    "url": "weburl canonicalurl canonicallink requestedurl responseurl finalurl originalurl"
    " link permalink links.permalink articleurl sourceurl pageurl storyurl"
    " documentidentifier webaddress lien enlace adresse ссылка 链接 網址 链接地址 リンク 링크 uri guid source",
    "title": "title.rendered headline webtitle headline.main headlines.basic fields.headline fields.title"
    " articletitle heading titel titre título titulo titular überschrift schlagzeile"
    " titolo tytuł rubrik overskrift tittel otsikko"
    " název titulek nadpis cím főcím titlu başlık заголовок название τίτλος العنوان عنوان כותרת"
    " 标题 標題 题目 見出し タイトル 題名 제목 기사제목",
    "author": "authors byline fields.byline byline.original creator dc:creator dccreator writer journalist"
    " primaryauthor.name embedded.author.0.name user.name fields.author autor autoren verfasser auteur auteurs autore"
    " autores autorka författare skribent forfatter journalisten tekijä kirjoittaja szerző yazar muhabir автор"
    " συγγραφέας الكاتب כתב 作者 记者 記者 著者 筆者 기자 작성자",
    "publisher": "sitename metasitename source.name sourcename source.title publication publicationname newspaper"
    " outlet medianame medium zeitung quelle journal fuente medio fonte testata jornal veículo źródło gazeta krant"
    " zdroj kaynak gazete источник издание πηγή المصدر 来源 來源 媒体 媒體 報社 媒体名 新聞社 언론사 매체 매체명"
    " sourcehostname hostname sourcecommonname sourcedomain thread.site domain cleanurl source",
    "published": "datetimepub publishedat datepublished datepublish publishdate publisheddate publishedon"
    " publishedtime publisheddatetime publishedutc publicationdate publicationdatetime publicationtime publishtime"
    " pubdate pubtime isodate webpublicationdate firstpublished firstpublishedat firstpublishdate"
    " articlepublishedtime dategmt fields.publishdate fields.publisheddate fields.publishedat fields.date date"
    " datetime dcdate dc:date createdat createdutc created posted postedat dateposted datum fecha"
    " fechadepublicación fechapublicación veröffentlicht erschienen veröffentlichungsdatum erscheinungsdatum"
    " datedepublication datedeparution publiéle datapublikacji datadepublicação datadipubblicazione"
    " datapubblicazione publicatiedatum publiceringsdatum publiseringsdato data dato päivämäärä dátum tarih"
    " yayıntarihi дата датапубликации ημερομηνία التاريخ تاريخالنشر תאריך 发布时间 发布日期 發布日期"
    " 發布時間 发表时间 出版日期 日期 時間 掲載日 公開日 発行日 日付 날짜 등록일 작성일 입력일 발행일",
    "language": "lang inlanguage languagecode langcode contentlanguage articlelanguage dc:language dclanguage iso6391"
    " languageiso locale sprache langue idioma lingua taal språk sprog język язык мова 语言 語言 言語 언어 اللغة dil",
    "modified": "modifiedgmt modifiedat datemodified datemodify lastmodified modifieddate updated updatedat"
    " dateupdated lastupdated changed fields.lastmodified",
}
SYNONYMS: Mapping[str, tuple[str, ...]] = {field: tuple(names.split()) for field, names in _NAMES.items()}
BEFORE_OWN = frozenset(("modifiedgmt",))  # says the zone, which WordPress' "modified" does not
DATE_WORDS = ("date", "time", "publi", "created", "posted", "issued", "datum", "fecha", "seen")
OTHER_DATES = (
    *("modif", "updat", "crawl", "download", "access", "retriev", "scrap", "index", "birth", "delet", "expir"),
)
# Keys in which exports wrap a whole article.
WRAPPERS = (
    *("_source", "doc", "row", "attributes", "article", "story", "post", "node", "item", "document", "record"),
    *("fields", "data"),
)
