"""Settings of fingerprints (what the archive stores) and of retrieval (how it is asked).

Whatever changes a stored value is part of `recipe`; fingerprints of different recipes are never compared. Retrieval
settings change answers only, so they may differ from run to run. What set the values: docs/pages/calibration.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import SchemeMismatch, SettingsError


@dataclass(frozen=True, slots=True)
class FingerprintSettings:
    """How signatures, bands and passage keys are made from the words of an article."""

    permutations: int = 128
    """Values per MinHash signature; 128 estimate a Jaccard of .7 with a standard error of .04."""
    seed: int = 1
    """Seed of the permutations, which are those of datasketch's "affine32"."""
    shingle: int = 5
    """Words in a row that make one element of the set."""
    bands: int = 32
    """LSH bands per signature: Jaccard j shares one with probability 1 - (1 - j^rows)^bands, .9998 at .7, .87 at
    .5."""
    rows: int = 4
    """Values of the signature per band."""
    gap: int = 10
    """Most words between the two content words of a passage key, between which there is no other content word."""
    tile: int = 5
    """Words per tile; the archive keeps the heaviest passage key of each tile. Smaller tiles find more and take more
    bytes."""
    content_idf: float = 2.0
    """Least inverse document frequency, in nats, of a content word; 2 is two articles in fifteen."""
    words: str = "tokens2+fold1"
    """Version of `provenance.text.tokens`. It selects nothing: it only makes recipes of other versions differ (a test
    checks that it is the present one)."""
    content: str = "common1"
    """Version of the table in `provenance.text.common_words`, in the same way."""

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
        """A name for these settings; the archive stores it and refuses fingerprints made by any other recipe."""
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
    "short",
)


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How the archive is asked for candidates."""

    distance: int = 6
    """A query asks for pairs of content words with up to `distance` - 1 others between them, more than the archive
    keeps: a larger distance finds more rewritten text and costs time."""
    postings_a_key: int = 100
    """Most holders read per passage key; keys of templates have thousands."""
    postings_a_part: int = 2000
    """Most postings weighed per `part` words of the query, the rarest keys first."""
    postings_a_band: int = 500
    """Most holders read per key of an LSH band."""
    part: int = 1000
    """Words of the query that share one budget of `postings_a_part`."""
    neighbourhood: int = 100
    """Postings count together when they lie within so many words of each other on both sides."""
    reranked: int = 200
    """Articles, those with the largest sum of weights, that are ranked again by their densest neighbourhood."""
    candidates: int = 50
    """Most candidates of each route that are handed to alignment."""
    by_meaning: int = 15
    """Most candidates that only meaning found: as many as there are siblings that explain an event away."""
    evidence: float = 1.1
    """Articles below this score are passed over; 1 is the weight of a key that one article holds, so 1.1 asks for it
    or for more than one key."""
    faint: float = 0.3
    """Articles between this score and `evidence` are read, and are candidates where they have eight words in a row of
    the query: of runs of 8, 10 and 12 words inside 400 others .85, .97 and .98 find their article among 560
    (`newsroom`; with .5 .78, .88 and .97, without .57, .65 and .88)."""
    most_faint: int = 50
    """Most such articles that are read for one text, some 0.04 ms each; one in 200 is a candidate."""
    short: int = 30
    """A query whose keys lie within so many words has few of them, so that any article with one of them is a
    candidate: of lone sentences of 8 and 9 words in 2,800 articles .91 (`newsroom`) and .75 (press releases) find
    their article, with `evidence` .67 and .47; 6 and 16 articles are aligned for one, with few words each."""
    estimate: float = 0.54
    """Least estimated Jaccard of a candidate that shares a band; the default is 4 standard errors below .7."""

    def validate(self) -> None:
        """Raise SettingsError naming every impossible value."""
        wrong = [f"{name} must be at least 1, is {value}" for name in COUNTS if (value := getattr(self, name)) < 1]
        if not (self.faint >= 0 and self.most_faint >= 0):
            wrong.append(f"faint and most_faint must be 0 or more, are {self.faint} and {self.most_faint}")
        if not self.evidence >= 0:
            wrong.append(f"evidence must be 0 or more, is {self.evidence}")
        if not 0 <= self.estimate <= 1:
            wrong.append(f"estimate must lie in 0..1, is {self.estimate}")
        if wrong:
            raise SettingsError("retrieval settings: " + "; ".join(wrong))


@dataclass(frozen=True, slots=True)
class BoilerplateSettings:
    """When a line or sentence that many articles hold is boilerplate and not a story that many ran.

    Articles count as different when the estimated Jaccard of their texts is below `alike`.
    """

    alike: float = 0.3
    """Estimated Jaccard from which on two articles count as copies of one story."""
    house: int = 4
    """Different articles of one publisher that make a line at the beginning or end of a text its footer or
    masthead."""
    unsigned: int = 6
    """The same where no publisher is known."""
    everybody: int = 10
    """Different articles, of `houses` publishers, that make a line a formula, wherever it is in a text."""
    houses: int = 3
    """Least number of publishers that use a formula."""
    house_days: float = 30.0
    """Days that the articles of one publisher must span, where dates are known: a running story repeats itself within
    ten days."""
    days: float = 30.0
    """Days that the articles with a formula must span: a story is copied within days, a formula is used for years."""
    holders: int = 40
    """Most holders of one line that are looked at."""


def require_same_recipe(stored: str, used: str) -> None:
    """Raise SchemeMismatch unless both name the same way of making fingerprints."""
    if stored != used:
        raise SchemeMismatch(
            f"the archive's fingerprints were made as [{stored}], this program makes them as [{used}];"
            " run 'provenance reindex' to make them anew"
        )
