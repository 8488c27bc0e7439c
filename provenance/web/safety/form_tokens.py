"""A form carries a token of this run, which only pages of this server have: another site cannot send one (CSRF).

That is beside the check of the origin, for browsers that do not say where a form comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from provenance.web.site import Site

FIELD = "token"
STALE = "The page is older than this server, or was not made by it. Go back, reload it, and send the form again."


def require_token(site: Site, fields: Mapping[str, str]) -> None:
    """Raise HTTPException (403) unless the fields of a form have the token of this run."""
    if not compare_digest(fields.get(FIELD, "").encode(), site.form_token.encode()):
        raise HTTPException(403, STALE)
