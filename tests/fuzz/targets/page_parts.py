"""What reads pieces of pages: markup in values, dates that a page shows, JSON-LD, live pages, blocks of words."""

from lxml import etree, html

from provenance.sources.pages import linked_data, markup, notice_pages, page_blocks, page_dates, page_metadata

SEEDS = [
    "<p>A &amp; B</p><br/>C <b>D</b> <!-- x --> <script>y</script> &#x110000; &nbsp;",
    '<html><head><meta name="date" content="2013-03-14"></head><body><h1>x</h1><time datetime="2013-03-14T10:00">x</time>'
    "<p>Published: 14 March 2013</p></body></html>",
    '<script type="application/ld+json">[{"@graph": [{"@type": "NewsArticle", "@id": "#a", "author": {"@id": "#a"}}]}]</script>',
    "<![CDATA[ x ]]> <!DOCTYPE html [<!ENTITY a 'b'>]> &a; <p",
]
RUNS = 1200


def attempt(data: bytes) -> None:
    """Take the markup out of a value; read what a page says of itself."""
    text = data.decode("utf-8", "replace")
    if markup.has_markup(text):
        markup.plain(text)
    notice_pages.notice(text[:80], text)
    try:
        tree = html.document_fromstring(text)
    except (ValueError, etree.LxmlError):
        return
    linked_data.linked_article(tree)
    page_metadata.read_metadata(tree, {})
    page_dates.shown_dates(tree, None, None)
    list(page_blocks.blocks(tree))
