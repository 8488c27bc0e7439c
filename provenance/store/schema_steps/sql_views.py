# ruff: noqa: S608 (statements are put together of the texts below and of nothing else)
"""The step that makes the views that people query: plain rows, whatever the tables behind them look like.

A view's columns never change without a note in the changelog. Names that tables have already (`articles`, `versions`,
`reviews`, `quotations`, `utterances`) are why all begin with `v_`; `links`, `passages`, `evidence` and `publishers`
are there without it, too. Passages, evidence and quotations lie deflated (94 MB for 124,855 links, 187 MB as plain
JSON), so that their views call `provenance_json`, which this program registers.

A later step that renames or drops a column has to drop the views before and make them again.

Links read as the commands show them at the default reporting confidence, .8. Those that people's words change are in
`reviewed_links`, which the program renews when anything changes; all others are read from `link_rows`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def sql_views(db: Database) -> None:
    """Make the views, and the empty table of links that people's words change."""
    for statement in _STATEMENTS:
        db.execute(statement)


_REVIEWED = """
CREATE TABLE reviewed_links (
    record INTEGER NOT NULL,
    judgement INTEGER,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    relation TEXT NOT NULL,
    likeliest TEXT NOT NULL,
    source TEXT,
    confidence REAL NOT NULL,
    share_a REAL NOT NULL,
    share_b REAL NOT NULL,
    credited INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    verdict TEXT,
    note TEXT,
    reviewed_by TEXT,
    reviewed_at TEXT,
    PRIMARY KEY (record, a, b)
)
"""
_SHOWN = (  # the record that readers of each profile see: the newest that is finished, else the newest
    "SELECT r.record FROM records r WHERE NOT EXISTS (SELECT 1 FROM records s WHERE s.profile = r.profile "
    "AND (s.finished IS NULL, -s.record) < (r.finished IS NULL, -r.record))"
)
_ALL_LINKS = """
SELECT record, judgement, a, b,
    CASE WHEN confidence >= 0.8 OR relation = 'near_duplicate' THEN relation ELSE 'undetermined' END AS relation,
    likeliest, CASE WHEN confidence >= 0.8 THEN source END AS source,
    CASE WHEN relation = 'near_duplicate' AND source IS NOT NULL AND confidence < 0.8
        THEN min(share_a, share_b) ELSE confidence END AS confidence,
    share_a, share_b, credited, passages,
    NULL AS verdict, NULL AS note, NULL AS reviewed_by, NULL AS reviewed_at
FROM link_rows k
WHERE NOT EXISTS (SELECT 1 FROM reviewed_links l WHERE l.record = k.record AND l.a = k.a AND l.b = k.b)
    AND NOT EXISTS (SELECT 1 FROM reviewed_links l WHERE l.record = k.record AND l.a = k.b AND l.b = k.a)
UNION ALL
SELECT record, judgement, a, b, relation, likeliest, source, confidence, share_a, share_b, credited, passages,
    verdict, note, reviewed_by, reviewed_at
FROM reviewed_links
"""
_LINKS = f"""
CREATE VIEW v_links AS
SELECT x.id AS a, y.id AS b, k.relation, k.likeliest,
    CASE k.source WHEN 'a' THEN x.id WHEN 'b' THEN y.id END AS source,
    CASE k.source WHEN 'a' THEN y.id WHEN 'b' THEN x.id END AS derived,
    k.confidence, k.share_a, k.share_b, k.credited, k.passages, k.verdict, k.note, k.reviewed_by, k.reviewed_at,
    v.title AS title_a, v.publisher AS publisher_a, v.author AS author_a, v.published AS published_a,
    v.url AS url_a, v.language AS language_a,
    w.title AS title_b, w.publisher AS publisher_b, w.author AS author_b, w.published AS published_b,
    w.url AS url_b, w.language AS language_b,
    (SELECT r.profile FROM records r WHERE r.record = k.record) AS profile, k.judgement
FROM ({_ALL_LINKS}) k
JOIN articles x ON x.article = k.a JOIN articles y ON y.article = k.b
JOIN versions v ON v.number = x.number JOIN versions w ON w.number = y.number
WHERE k.record IN ({_SHOWN})
"""
_CONTENT = (
    "json_extract(provenance_json(CASE WHEN j.passages IS NULL THEN j.content ELSE "
    "(SELECT s.content FROM shared_passages s WHERE s.passages = j.passages) END), '$[7]')"
)
_TEXT = "(SELECT CAST(CASE packed WHEN 0 THEN content ELSE provenance_text(content) END AS TEXT) FROM texts t "


def _p(path: str) -> str:
    return f"json_extract(p.value, '${path}')"


def _q(path: str) -> str:
    return f"json_extract(q.value, '${path}')"


_PASSAGES = f"""
CREATE VIEW v_passages AS
SELECT k.a, k.b, p.key + 1 AS passage, {_p("[0]")} AS kind, coalesce({_p("[13]")}, 'words') AS "by",
    {_p("[3]")} AS score,
    {_p("[1][0]")} AS start_a, {_p("[1][1]")} AS end_a,
    {_p("[2][0]")} AS start_b, {_p("[2][1]")} AS end_b,
    CASE WHEN {_p("[12][0]")} IS NULL THEN substr({_TEXT} WHERE t.number = x.number),
        {_p("[1][0]")} + 1, ({_p("[1][1]")}) - ({_p("[1][0]")})) END AS text_a,
    CASE WHEN {_p("[12][1]")} IS NULL THEN substr({_TEXT} WHERE t.number = y.number),
        ({_p("[2][0]")}) + 1, ({_p("[2][1]")}) - ({_p("[2][0]")})) END AS text_b,
    {_p("[7]")} AS speaker, {_p("[8][0]")} AS in_quotes_a, {_p("[8][1]")} AS in_quotes_b,
    {_p("[9]")} AS altered,
    {_p("[12][0]")} AS version_a, {_p("[12][1]")} AS version_b,
    k.relation, k.source, k.derived, k.confidence, k.verdict,
    k.title_a, k.publisher_a, k.published_a, k.title_b, k.publisher_b, k.published_b, k.profile, k.judgement
FROM v_links k JOIN judgements j ON j.judgement = k.judgement
JOIN articles x ON x.id = k.a JOIN articles y ON y.id = k.b
JOIN json_each({_CONTENT}) p
"""
_EVIDENCE = """
CREATE VIEW v_evidence AS
SELECT k.a, k.b, e.key + 1 AS reason, json_extract(e.value, '$[0]') AS kind, json_extract(e.value, '$[1]') AS favours,
    json_extract(e.value, '$[2]') AS weight, json_extract(e.value, '$[3]') AS arguments,
    json_extract(provenance_json(j.content), '$[10]') AS common_source,
    json_extract(provenance_json(j.content), '$[11]') AS credited_source,
    k.relation, k.confidence, k.verdict, k.profile, k.judgement
FROM v_links k JOIN judgements j ON j.judgement = k.judgement
JOIN json_each(provenance_json(j.content), '$[13]') e
"""
_QUOTATIONS = f"""
CREATE VIEW v_quotations AS
SELECT a.id AS article, q.key + 1 AS quotation, {_q("[0][0]")} AS start, {_q("[0][1]")} AS "end",
    substr({_TEXT} WHERE t.number = a.number), ({_q("[0][0]")}) + 1,
        ({_q("[0][1]")}) - ({_q("[0][0]")})) AS text,
    {_q("[1]")} AS type, {_q("[3]")} AS speaker, {_q("[5]")} AS affiliation,
    substr({_TEXT} WHERE t.number = a.number), ({_q("[6][0]")}) + 1,
        ({_q("[6][1]")}) - ({_q("[6][0]")})) AS cue,
    {_q("[7]")} AS confidence, v.title, v.publisher, v.published, v.url, v.language
FROM articles a JOIN quotations c ON c.number = a.number JOIN versions v ON v.number = a.number
JOIN json_each(provenance_json(c.content), '$[1]') q
"""
_UTTERANCES = """
CREATE VIEW v_utterances AS
SELECT speaker, text, count(*) AS quotations, count(DISTINCT article) AS articles,
    min(published) AS first_published, min(publisher) AS publisher, group_concat(DISTINCT article) AS article_ids
FROM v_quotations WHERE speaker IS NOT NULL GROUP BY speaker, text
"""
_ARTICLES = """
CREATE VIEW v_articles AS
SELECT a.id, v.title, v.author, v.publisher, v.agency, v.url, v.language, v.published, v.published_precision,
    v.published_how, json_extract(v.modified, '$[0]') AS modified, v.version, v.added,
    v.characters, v.body_start, v.body_end, v.origin, v.metadata
FROM articles a JOIN versions v ON v.number = a.number
"""
_VERSIONS = f"""
CREATE VIEW v_versions AS
SELECT a.id AS article, v.version, v.number = a.number AS current, v.added, v.title, v.author, v.publisher, v.url,
    v.language, v.published, json_extract(v.modified, '$[0]') AS modified, v.characters,
    lower(hex(v.digest)) AS sha256, {_TEXT} WHERE t.number = v.number) AS text
FROM versions v JOIN articles a ON a.article = v.article
"""
_REVIEWS = """
CREATE VIEW v_reviews AS
SELECT r.step, r.subject, r.said,
    r.said <> 'undone' AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.step) AS in_force,
    x.id AS a, y.id AS b, r.low_start AS start_a, r.low_end AS end_a, r.high_start AS start_b, r.high_end AS end_b,
    r.first, r.second, r.note, r.person, r.made, r.undoes
FROM reviews r LEFT JOIN articles x ON x.article = r.low LEFT JOIN articles y ON y.article = r.high
"""
_PUBLISHERS = """
CREATE VIEW v_publishers AS
SELECT CASE WHEN source = a THEN publisher_a ELSE publisher_b END AS source,
    CASE WHEN source = a THEN publisher_b ELSE publisher_a END AS taker,
    count(*) AS links, count(DISTINCT derived) AS articles,
    avg(CASE WHEN source = a THEN share_b ELSE share_a END) AS share, sum(credited) AS credited,
    sum(verdict IS 'confirmed') AS confirmed, profile
FROM v_links WHERE source IS NOT NULL AND verdict IS NOT 'rejected'
GROUP BY 1, 2, profile
"""
_SHORT = ("links", "passages", "evidence", "publishers")
_STATEMENTS = (
    *(_REVIEWED, _LINKS, _PASSAGES, _EVIDENCE, _QUOTATIONS, _UTTERANCES, _ARTICLES, _VERSIONS, _REVIEWS, _PUBLISHERS),
    *(f"CREATE VIEW {name} AS SELECT * FROM v_{name}" for name in _SHORT),
)
