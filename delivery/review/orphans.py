"""Lists review apps' schemas in staging's database, and drops those whose pull request is closed.

Run it on staging, with the numbers of the pull requests that are still open:

    python -m delivery.review.orphans --open 12 15            # lists
    python -m delivery.review.orphans --open 12 15 --drop     # drops what it listed

`--open` is required, possibly empty, so that no review app is dropped by forgetting it.
"""

import argparse
import os
import sys

import django
from django.db import connection

from delivery.review import schemas


def main(arguments: list[str] | None = None) -> int:
    """List or drop orphans, and return 0."""
    parser = argparse.ArgumentParser(
        prog="python -m delivery.review.orphans",
        description="Review schemas whose pull request is closed.",
    )
    parser.add_argument("--open", nargs="*", required=True, metavar="NUMBER")
    parser.add_argument("--drop", action="store_true")
    chosen = parser.parse_args(arguments)
    wanted = {f"review_{number}" for number in chosen.open}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upendo.settings")
    django.setup()
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '5s'")
        for schema in schemas.review_schemas(cursor):
            if schema in wanted:
                print(f"{schema} is in use")
            elif chosen.drop:
                schemas.drop(cursor, schema)
                print(f"{schema} dropped")
            else:
                print(f"{schema} is an orphan")
    return 0


if __name__ == "__main__":
    sys.exit(main())
