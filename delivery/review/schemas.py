"""The PostgreSQL schemas of a shared database: staging's, and one for each review app.

A review app lives in staging's database, in a schema of its own that its connections cannot leave
by accident: `search_path` holds that schema and nothing else. See docs/review-apps.md.
"""

import re
from typing import Any

from psycopg2 import sql

STAGING = "public"
REVIEW = re.compile(r"review_[a-z0-9_]{1,50}")
# The comment on a review schema: it was cloned completely, since both happen in one transaction.
CLONED = f"Upendo Honey review app, cloned from {STAGING}"
LOCKS = 0x0B0E  # our own number space among the database's advisory locks

# Each object that can depend on another, beside the schema where it lives.
HOMES = """
    SELECT 'pg_class'::regclass AS class, oid AS object, relnamespace AS home FROM pg_class
    UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
    UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type
    UNION ALL SELECT 'pg_constraint'::regclass, oid, connamespace FROM pg_constraint
    UNION ALL SELECT 'pg_attrdef'::regclass, d.oid, relnamespace
        FROM pg_attrdef d JOIN pg_class c ON c.oid = adrelid
    UNION ALL SELECT 'pg_trigger'::regclass, t.oid, relnamespace
        FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    UNION ALL SELECT 'pg_rewrite'::regclass, r.oid, relnamespace
        FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class
"""
# The planner cannot know how long a list of its own making is: the two sorts of schemas are picked
# out first, and equal pairs let it join by hash instead of trying all with all.
CROSSINGS = f"""
    WITH homes AS MATERIALIZED (
        SELECT class, object, nspname AS home FROM ({HOMES}) every
        JOIN pg_namespace ON pg_namespace.oid = every.home
        WHERE nspname = %(staging)s OR nspname LIKE 'review%%'
    )
    SELECT pg_describe_object(classid, objid, objsubid)
           || ' depends on ' || pg_describe_object(refclassid, refobjid, refobjsubid)
    FROM pg_depend
    JOIN homes mine ON (mine.class, mine.object) = (classid, objid)
    JOIN homes theirs ON (theirs.class, theirs.object) = (refclassid, refobjid)
    WHERE mine.home <> theirs.home AND %(schema)s IN (mine.home, theirs.home)
    ORDER BY 1
"""  # noqa: S608 - made of our own constant


class RefusedError(Exception):
    """Going on would be unsafe; the message says why and what to do."""


def lock(cursor: Any, schema: str, *, shared: bool = False) -> None:
    """Wait for a schema's lock, as long as `lock_timeout` allows, and hold it for the session.

    A release holds its own schema's lock; a clone holds staging's too, shared with other clones.
    """
    name = "pg_advisory_lock_shared" if shared else "pg_advisory_lock"
    cursor.execute(f"SELECT {name}(%s, hashtext(%s))", [LOCKS, schema])


def unlock_shared(cursor: Any, schema: str) -> None:
    """Give back what `lock(shared=True)` took."""
    cursor.execute("SELECT pg_advisory_unlock_shared(%s, hashtext(%s))", [LOCKS, schema])


def search_path(cursor: Any) -> list[str]:
    """Return the schemas in which this connection looks names up, in order, as they are set."""
    cursor.execute("SHOW search_path")
    return [part.strip().strip('"') for part in cursor.fetchone()[0].split(",")]


def is_cloned(cursor: Any, schema: str) -> bool:
    """Return whether the review app's schema exists, complete.

    Raises RefusedError for a schema of that name which no clone made.
    """
    found = dict(_schemas(cursor)).get(schema, "")
    if found in ("", CLONED):
        return found == CLONED
    raise RefusedError(
        f"The schema {schema} exists, but no release cloned it. If nobody needs it, "
        f'drop it (DROP SCHEMA "{schema}" CASCADE) and release again.'
    )


def review_schemas(cursor: Any) -> list[str]:
    """Return the schemas of all review apps in this database."""
    return sorted(name for name, comment in _schemas(cursor) if comment == CLONED)


def drop(cursor: Any, schema: str) -> bool:
    """Drop a review app's schema with all that is in it; return whether there was one.

    Raises RefusedError for any schema but a review app's.
    """
    if not REVIEW.fullmatch(schema):
        raise RefusedError(f"{schema} is not a review app's schema; nothing was dropped.")
    if not is_cloned(cursor, schema):
        return False
    cursor.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(schema)))
    return True


def crossings(cursor: Any, schema: str) -> list[str]:
    """Return every dependency between a review app's schema and staging's or another's."""
    cursor.execute(CROSSINGS, {"schema": schema, "staging": STAGING})
    return [row[0] for row in cursor.fetchall()]


def can_write_to_staging(cursor: Any) -> bool:
    """Return whether this connection's user may change staging's rows if it names them."""
    cursor.execute(
        "SELECT bool_or(has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) "
        "FROM pg_class c WHERE relkind = 'r' AND relnamespace = to_regnamespace(%s)",
        [STAGING],
    )
    return bool(cursor.fetchone()[0])


def _schemas(cursor: Any) -> list[tuple[str, str]]:
    cursor.execute(
        "SELECT nspname, coalesce(obj_description(oid, 'pg_namespace'), 'no comment') "
        "FROM pg_namespace"
    )
    return list(cursor.fetchall())
