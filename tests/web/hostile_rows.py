"""Articles that were written to do harm to whoever reads them in a browser."""

from __future__ import annotations

SCRIPT = "<script>alert(1)</script>"
BODY = (
    "The harbour board met on Tuesday and decided that the old crane on the north quay would be taken down in "
    "May, after eleven years in which nobody had used it. <img src=x onerror=alert(2)> "
    '\u202ethe chair\u202c said \x1b[31mred\x1b[0m, and "the crane is a monument to rust", so Orla Venn{{ 7 * 7 }}. '
    "]]> --> </textarea></title></style>"
)
ROWS = [
    {"id": f"../{SCRIPT}", "title": f'"><svg onload=alert(3)>{SCRIPT}', "publisher": "'><b>Post</b>\u202e",
     "author": "{{ config }}", "url": "javascript:alert(4)", "published": "2025-03-01", "text": BODY},
    {"id": "a b?c#d%2e&e", "title": "\x00\x1b]0;x\x07\u2066t\u2069", "publisher": "</option></datalist>" + SCRIPT,
     "url": 'https://example.org/"onmouseover="alert(5)', "published": "2025-03-02",
     "text": BODY + " And more of it."},
    {"id": "..", "title": "t", "publisher": "P", "published": "2025-03-03", "text": BODY + " Last."},
]  # fmt: skip
