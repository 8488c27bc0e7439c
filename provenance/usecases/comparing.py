"""Two texts beside each other: what they share, who seems to have taken it from whom, and what people said of it."""

from __future__ import annotations

from dataclasses import replace

from provenance.audit.reviews import Reviews
from provenance.comparison.workbench import Workbench, with_similarity
from provenance.config.settings import Settings
from provenance.lineage import judge
from provenance.lineage.public_words import public_quotations
from provenance.model import Article, Findings, Link
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import counted_share, narrowed_comparison


def compare(
    a: Article,
    b: Article,
    settings: Settings | None = None,
    filters: Filters | None = None,
    reviews: Reviews | None = None,
) -> Findings:
    """The one link of two articles, `a` first; without a shared passage its relation is "undetermined".

    Filters of passages narrow what is shown of the link, which is judged with all and shown even where none is left.

    `reviews` are those of the archive that holds both. Two files may carry the same id (the same name in two
    folders); the second then reads `id (2)`.
    """
    settings = settings or Settings.of()
    if a.id == b.id:
        b = replace(b, id=f"{b.id} (2)")
    bench = Workbench(settings)
    passages = bench.passages(a, b)
    quotations = {article.id: bench.ready(article).quotations for article in (a, b)}
    judged = judge({a.id: a, b.id: b}, {(a.id, b.id): passages}, settings.lineage, quotations) if passages else {}
    link = judged.get((a.id, b.id)) or Link(a.id, b.id, "undetermined", 0.0, 0.0, 0.0, ())
    link = with_similarity(link, bench.ready(a), bench.ready(b))
    if reviews:
        link = reviews.over(link, {a.id: a, b.id: b})
    share = counted_share(link)
    public = public_quotations(a, quotations[a.id], [link], {b.id: b})
    findings = Findings(a, (link,), {b.id: b}, share, quotations, settings.in_words(), 1, 1, public=public)
    return narrowed_comparison(findings, filters or Filters())
