"""Settings of fingerprints (what the archive stores) and of retrieval (how it is asked).

Whatever changes a stored value is part of `recipe`; fingerprints of different recipes are never compared. Retrieval
settings change answers only, so they may differ from run to run and are no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SchemeMismatch, SettingsError


@dataclass(frozen=True, slots=True)
class FingerprintSettings:
    """How signatures, bands and passage keys are made from the words of an article.

    `permutations`, `seed`: of the MinHash, which is datasketch's "affine32". Jaccard .7 is estimated with a standard
    error of .04 by 128 of them.
    `shingle`: words in a row that make one element of the set.
    `bands`, `rows`: a pair of Jaccard j shares a band with probability 1 - (1 - j^rows)^bands: .9998 at .7 and .87
    at .5 for 32 bands of 4, so that verification, not the bands, decides.
    `gap`: the archive's passage keys are pairs of content words that follow each other with no other content word
    between them, at most `gap` words apart.
    `tile`: the archive keeps the heaviest key of each so many words. Recall among the first 50 of random, translated
    and newsgroup cases for tiles of 8 / 6 / 5: .943 .965 .998, .966 .982 .999, .972 .989 .999 (half of PAN 2013
    training and newsgroups), for 56 / 73 / 86 postings of 14 bytes in 500 words.
    `content_idf`: words below this inverse document frequency (nats; 2 is two articles in fifteen) are no content.
    2.5 found 1 point less of the random cases, 1.5 as much as 2 with half as many more postings to read.
    `words`, `content`: the versions of the tokeniser and of the table of common words (`provenance.text.tokens` and
    `provenance.text.common_words`; a test holds them equal). They name what the program does and choose nothing.
    """

    permutations: int = 128
    seed: int = 1
    shingle: int = 5
    bands: int = 32
    rows: int = 4
    gap: int = 10
    tile: int = 5
    content_idf: float = 2.0
    words: str = "tokens2+fold1"
    content: str = "common1"

    def validate(self) -> None:
        """Raise SettingsError naming every impossible value."""
        wrong = [
            f"{name} must be at least 1, is {value}"
            for name in ("permutations", "shingle", "bands", "rows", "gap", "tile")
            if (value := getattr(self, name)) < 1
        ]
        if not 0 <= self.seed < 2**32:
            wrong.append(f"seed must lie in 0..2^32-1, is {self.seed}")
        if self.bands * self.rows > self.permutations:
            wrong.append(f"{self.bands} bands of {self.rows} need more than {self.permutations} permutations")
        if not 0 <= self.content_idf < 5:
            wrong.append(f"content_idf must lie in 0..5, is {self.content_idf}")
        if wrong:
            raise SettingsError("fingerprint settings: " + "; ".join(wrong))

    @property
    def recipe(self) -> str:
        """The name of the way a fingerprint is made; the archive stores it and refuses any other."""
        return (
            f"minhash affine32 seed={self.seed} permutations={self.permutations} shingle={self.shingle}w"
            f" bands={self.bands}x{self.rows}; pairs2 gap={self.gap} tile={self.tile}"
            f" idf>={self.content_idf:g} {self.content}; {self.words}"
        )


COUNTS = (
    "distance",
    "postings_a_key",
    "postings_a_part",
    "postings_a_band",
    "part",
    "neighbourhood",
    "reranked",
    "candidates",
)


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How the archive is asked for candidates.

    `distance`: a query also asks for pairs with up to `distance` - 1 other content words between them, which the
    archive does not keep, because rewriting puts words between; they weigh less. Recall at 50 for distances
    1 / 3 / 6: .970 .977 .981 for random and .985 .994 .998 for translated cases, for 3.8 / 5.5 / 8.9 ms of CPU a
    press release among 30,000.
    `postings_a_key`: how many holders of one key are read; keys of templates have thousands. Reading the first 100
    instead of skipping such a key found .96 of the template copies instead of .50 to .85 (research prototype).
    `postings_a_part`: how many postings are weighed for each part of `part` words, the rarest keys first.
    `postings_a_band`: the same for the keys of LSH bands, where a list this long is a template or a story that
    everybody ran, and the nearest copies may stand anywhere in it.
    `neighbourhood`: postings count together when they lie within so many words of each other on both sides.
    `reranked`: how many articles, best sum of weights first, are ranked anew by their densest neighbourhood.
    `candidates`: how many of each route are handed to alignment.
    `evidence`: articles whose score is below this are passed over; 1 is the weight of one key that one article holds,
    1.125 what such a key alone scores, so that 1.1 asks for it or for more than one key. Of the other articles 1.0,
    1.2, 1.6 and 2 leave 27, 12, 8 and 6 of 55 a newsgroup post; recall falls by 0, .1, .3 and 1 point there, by 0,
    .4, 1.9 and 3.4 points for the random cases of PAN 2013. An audit, which meets every pair from both sides and
    whose time is that of aligning, is well served with 1.6.
    `estimate`: band partners whose estimated Jaccard is below this are no near-duplicate candidates; it lies 4
    standard errors below .7, so that verification loses fewer than one pair in 10,000 to it.
    """

    distance: int = 6
    postings_a_key: int = 100
    postings_a_part: int = 2000
    postings_a_band: int = 500
    part: int = 1000
    neighbourhood: int = 100
    reranked: int = 200
    candidates: int = 50
    evidence: float = 1.1
    estimate: float = 0.54

    def validate(self) -> None:
        """Raise SettingsError naming every impossible value."""
        wrong = [f"{name} must be at least 1, is {value}" for name in COUNTS if (value := getattr(self, name)) < 1]
        if not self.evidence >= 0:
            wrong.append(f"evidence must be 0 or more, is {self.evidence}")
        if not 0 <= self.estimate <= 1:
            wrong.append(f"estimate must lie in 0..1, is {self.estimate}")
        if wrong:
            raise SettingsError("retrieval settings: " + "; ".join(wrong))


@dataclass(frozen=True, slots=True)
class BoilerplateSettings:
    """When a line or sentence that stands in many articles is boilerplate and not a story that many ran.

    Articles count as different when the estimated Jaccard of their texts is below `alike` (copies of one story, also
    trimmed ones, lie above).
    `house`: so many different articles of the same publisher make a footer or masthead, at the beginning or end of a
    text. `unsigned`: the same where no publisher is known.
    `house_days`: where dates are known, they span so many days or more: a running story repeats its background within
    days, and of dated posts that quote one another 99 in 100 lie within ten.
    `everybody`: so many different articles of `houses` publishers or more make a formula, wherever it stands, when
    their dates lie `days` apart or more: a story is copied within days, a formula is used for ever.
    `holders`: how many holders of one line are looked at.
    """

    alike: float = 0.3
    house: int = 4
    unsigned: int = 6
    everybody: int = 10
    houses: int = 3
    house_days: float = 30.0
    days: float = 30.0
    holders: int = 40


def require_same_recipe(stored: str, used: str) -> None:
    """Raise SchemeMismatch unless both name the same way of making fingerprints."""
    if stored != used:
        raise SchemeMismatch(
            f"the archive's fingerprints were made as [{stored}], this program makes them as [{used}];"
            " run 'provenance reindex' to make them anew"
        )
