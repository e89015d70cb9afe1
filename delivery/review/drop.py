"""Drops a closed pull request's schema; the host runs it before it destroys the review app.

python -m delivery.review.drop
"""

import os
import sys

import django
from django.db import connection

from delivery.review import guard, schemas
from delivery.review.schemas import RefusedError


def main() -> int:
    """Drop this review app's schema, and return the exit code: 0 if it is gone, 1 if refused."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upendo.settings")
    django.setup()
    try:
        if not guard.is_review_app(os.environ):
            raise RefusedError("This is no review app, and nothing was dropped.")
        with connection.cursor() as cursor:
            schema = guard.own_schema(cursor, os.environ)
            cursor.execute("SET lock_timeout = '2min'")
            schemas.lock(cursor, schema)
            dropped = schemas.drop(cursor, schema)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(f"{schema} dropped" if dropped else f"there was no schema {schema}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
