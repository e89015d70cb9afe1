"""Keeps a review app's release inside the review app's own schema."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from delivery.review import schemas
from delivery.review.schemas import RefusedError

# public.table, "public"."table", another review app's review_12.table, SET search_path
OUTSIDE = re.compile(r'\b(?:public|review_\d+)"?\s*\.\s*["a-z_]|\bsearch_path\b', re.IGNORECASE)


def is_review_app(environ: Mapping[str, str]) -> bool:
    """Return whether the host says that this copy is a review app.

    The host numbers those that it makes by itself; app.json marks all of them.
    """
    marked = environ.get("REVIEW_APP", "").lower() not in {"", "off", "false", "no", "0"}
    return marked or bool(environ.get("HEROKU_PR_NUMBER"))


def own_schema(cursor: Any, environ: Mapping[str, str]) -> str:
    """Return the review app's schema, out of the connection that will migrate it.

    Raises RefusedError unless that connection sees one schema only, and that is this pull
    request's own.
    """
    path = schemas.search_path(cursor)
    number = environ.get("HEROKU_PR_NUMBER")
    wanted = f"review_{number}" if number else environ.get("DATABASE_SCHEMA", "")
    if path != [wanted] or not schemas.REVIEW.fullmatch(wanted):
        raise RefusedError(
            f"This is a review app, and its release touches nothing but its own schema "
            f"({wanted or 'which nothing names'}); the connection looks in: {', '.join(path)}. "
            "Unset what changes search_path (in DATABASE_URL, or ALTER ROLE … SET), or, for a "
            "review app made by hand, set DATABASE_SCHEMA=review_NAME."
        )
    return wanted


def stay_inside(
    execute: Callable[..., Any], statement: Any, params: Any, many: bool, context: Any
) -> Any:
    """Refuse a migration's statement that names a schema; for `connection.execute_wrapper`.

    It stops slips. A database user without rights on staging's tables stops intent as well.
    """
    if found := OUTSIDE.search(str(statement)):
        raise RefusedError(
            f"A migration says '{found.group()}'. Migrations name no schema and leave search_path "
            f"alone, or a review app would change staging: {statement}"
        )
    return execute(statement, params, many, context)
