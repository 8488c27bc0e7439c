"""Names that stand where an author's should and name nobody: "admin", "Staff Reporter", "Newsroom".

Publishing systems put them there. Two articles by "admin" have no author in common.
"""

from __future__ import annotations

_WORDS = frozenset(
    (
        *("admin", "administrator", "webmaster", "author", "user", "root", "guest", "anonymous", "unknown", "none"),
        *(
            "editor",
            "editors",
            "editorial",
            "staff",
            "newsroom",
            "newsdesk",
            "desk",
            "news",
            "team",
            "press",
            "office",
        ),
        *("reporter", "reporters", "correspondent", "correspondents", "writer", "writers", "contributor", "board"),
        *(
            "contributors",
            "columnist",
            "journalist",
            "web",
            "online",
            "digital",
            "agency",
            "agencies",
            "bureau",
            "our",
        ),
        *("a", "the", "and", "by", "special", "own", "from", "wire", "wires", "reports", "redaktion", "redaction"),
    )
)


def is_nobody(name: str) -> bool:
    """Whether no word of a name says who it is."""
    words = name.casefold().replace("-", " ").replace("_", " ").replace("/", " ").split()
    return all(word.strip(".,;:()") in _WORDS or word.isdigit() for word in words)
