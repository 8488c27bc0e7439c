"""Two texts beside each other: what they share, who seems to have taken it from whom, and what people said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from provenance.audit.reviews import Reviews
from provenance.comparison.same_utterances import with_same_utterances
from provenance.comparison.workbench import Workbench, with_similarity
from provenance.config.settings import Settings
from provenance.fingerprint.notices import notices
from provenance.lineage import judge
from provenance.lineage.public_words import public_quotations
from provenance.model import Article, Findings, Link, Passage, Span
from provenance.text.tokens import Tokens
from provenance.usecases.disguised import with_disguises
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import counted_share, narrowed_comparison

GIVEN_TWICE = "the same article is given twice; name another to compare it with"


def compare(
    a: Article | str | Path,
    b: Article | str | Path,
    settings: Settings | None = None,
    filters: Filters | None = None,
    reviews: Reviews | None = None,
) -> Findings:
    """The one link of two articles, `a` first; without a shared passage its relation is "undetermined".

    Filters of passages narrow what is shown of the link, which is judged with all and shown even where none is left.

    Each may be an article, a text, or a file: a `Path`, or a text that is the name of a file.

    `reviews` are those of the archive that holds both. Two files may carry the same id (the same name in two
    folders); the second then reads `id (2)`.
    """
    from provenance.usecases.given_articles import one_article

    settings = settings or Settings.of()
    a, b = one_article(a, "a"), one_article(b, "b")
    if a.id == b.id:
        b = replace(b, id=f"{b.id} (2)")
    bench = Workbench(settings, _notices)
    passages = bench.passages(a, b)
    ready = {article.id: bench.ready(article) for article in (a, b)}
    quotations = {name: each.quotations for name, each in ready.items()}
    ignored = {name: each.ignored for name, each in ready.items()}
    shared = {(a.id, b.id): passages}
    judged = judge({a.id: a, b.id: b}, shared, settings.lineage, quotations, ignored) if passages else {}
    link = judged.get((a.id, b.id)) or Link(a.id, b.id, "undetermined", 0.0, 0.0, 0.0, ())
    link = with_same_utterances(link, bench.ready(a), bench.ready(b))
    link = with_meaning(link, a, b, settings)
    link = with_similarity(link, bench.ready(a), bench.ready(b))
    if reviews:
        link = reviews.over(link, {a.id: a, b.id: b})
    share = counted_share(link)
    public = public_quotations(a, quotations[a.id], [link], {b.id: b})
    findings = Findings(a, (link,), {b.id: b}, share, quotations, settings.in_words(), 1, 1, public=public)
    return narrowed_comparison(with_disguises(findings), filters or Filters())


def with_meaning(link: Link, a: Article, b: Article, settings: Settings) -> Link:
    """The link with the passages that say the same in other words, where sentences can be encoded.

    They are looked for in essays, and in texts of two languages. Two reports of one event say much the same, whoever
    wrote them, so in news such passages of one language show nothing. They change no judgement.
    """
    from provenance.meaning import encoder as encoders

    translated = bool(a.language and b.language and a.language != b.language)
    if (
        not (settings.profile == "essay" or (translated and settings.profile == "news"))
        or not encoders.is_installed()
    ):
        return link
    from provenance.align.by_meaning import by_meaning
    from provenance.meaning.sentence_units import coded_texts

    encoder = encoders.encoder_named()
    one, other = coded_texts(encoder, [(a.text, a.body), (b.text, b.body)])
    words = [passage.match for passage in link.passages]
    found = by_meaning((a.text, one), (b.text, other), words, translated=translated)
    passages = [*link.passages, *(Passage(match) for match in found)]
    return replace(link, passages=tuple(sorted(passages, key=lambda each: (each.match.a, each.match.b))))


def _notices(articles: Sequence[Article], words: Sequence[Tokens] | None = None) -> list[tuple[Span, ...]]:
    """The notices of each article: all the boilerplate that can be known without an archive."""
    known = [None] * len(articles) if words is None else words
    return [notices(article.text, article.body, each) for article, each in zip(articles, known, strict=True)]
