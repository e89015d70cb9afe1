"""Copies staging's schema, with its rows, into a review app's own.

Works through PostgreSQL's catalogues, since the host has no pg_dump. The trick: definitions are
read while `search_path` is the source, so the server writes its names without a schema, and are
executed while `search_path` is the target, so the same names now mean the copy's objects. What
this module would not copy, it refuses.
"""

from typing import Any

from psycopg2 import sql

from delivery.review.schemas import CLONED, RefusedError, crossings

# Each query gives finished statements. %(source)s is the source schema's oid.
FUNCTIONS = """
    SELECT overlay(definition PLACING quote_ident(proname)
        FROM position(qualified IN definition) FOR length(qualified))
    FROM pg_proc p, pg_get_functiondef(p.oid) definition,
        format('%%I.%%I', %(name)s, proname) qualified
    WHERE pronamespace = %(source)s ORDER BY p.oid
"""
SEQUENCES = """
    SELECT format('CREATE SEQUENCE %%I AS %%s INCREMENT %%s MINVALUE %%s MAXVALUE %%s START %%s'
        ' CACHE %%s %%s', relname, format_type(seqtypid, NULL), seqincrement, seqmin, seqmax,
        seqstart, seqcache, CASE WHEN seqcycle THEN 'CYCLE' ELSE '' END)
    FROM pg_class c JOIN pg_sequence ON seqrelid = c.oid
    WHERE relnamespace = %(source)s AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid
            AND deptype = 'i')
    ORDER BY c.oid
"""
TABLES = """
    SELECT format('CREATE TABLE %%I (LIKE %%I.%%I INCLUDING COMMENTS INCLUDING COMPRESSION'
        ' INCLUDING GENERATED INCLUDING STORAGE)', relname, %(name)s, relname)
    FROM pg_class WHERE relnamespace = %(source)s AND relkind = 'r' ORDER BY relname
"""
TABLE_COMMENTS = """
    SELECT format('COMMENT ON TABLE %%I IS %%L', relname, obj_description(oid, 'pg_class'))
    FROM pg_class WHERE relnamespace = %(source)s AND relkind = 'r'
        AND obj_description(oid, 'pg_class') IS NOT NULL
"""
# LIKE would name an identity's sequence after the table and make it a bigint.
IDENTITIES = """
    SELECT format('ALTER TABLE %%I ALTER %%I ADD GENERATED %%s AS IDENTITY (SEQUENCE NAME %%I'
        ' INCREMENT %%s MINVALUE %%s MAXVALUE %%s START %%s CACHE %%s %%s)', t.relname, attname,
        CASE attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, s.relname, seqincrement,
        seqmin, seqmax, seqstart, seqcache, CASE WHEN seqcycle THEN 'CYCLE' ELSE '' END)
    FROM pg_class s JOIN pg_sequence ON seqrelid = s.oid
    JOIN pg_depend ON classid = 'pg_class'::regclass AND objid = s.oid AND deptype = 'i'
    JOIN pg_class t ON t.oid = refobjid
    JOIN pg_attribute ON attrelid = t.oid AND attnum = refobjsubid
    WHERE s.relnamespace = %(source)s
"""
DEFAULTS = """
    SELECT format('ALTER TABLE %%I ALTER %%I SET DEFAULT %%s', relname, attname,
        pg_get_expr(adbin, adrelid))
    FROM pg_attrdef JOIN pg_class c ON c.oid = adrelid
    JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
    WHERE relnamespace = %(source)s AND attgenerated = ''
"""
SEQUENCE_OWNERS = """
    SELECT format('ALTER SEQUENCE %%I OWNED BY %%I.%%I', s.relname, t.relname, attname)
    FROM pg_class s
    JOIN pg_depend ON classid = 'pg_class'::regclass AND objid = s.oid AND deptype = 'a'
    JOIN pg_class t ON t.oid = refobjid
    JOIN pg_attribute ON attrelid = t.oid AND attnum = refobjsubid
    WHERE s.relnamespace = %(source)s AND s.relkind = 'S'
"""
ROWS = """
    SELECT format('INSERT INTO %%I (%%s) OVERRIDING SYSTEM VALUE SELECT %%s FROM %%I.%%I',
        relname, columns, columns, %(name)s, relname)
    FROM pg_class c JOIN LATERAL (
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
        FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0
            AND NOT attisdropped AND attgenerated = '') a ON true
    WHERE relnamespace = %(source)s AND relkind = 'r' AND columns IS NOT NULL ORDER BY relname
"""
SEQUENCE_VALUES = """
    SELECT format('SELECT setval(%%L, last_value, is_called) FROM %%I.%%I',
        quote_ident(relname), %(name)s, relname)
    FROM pg_class WHERE relnamespace = %(source)s AND relkind = 'S'
"""
CONSTRAINTS = """
    SELECT format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', relname, conname,
        pg_get_constraintdef(o.oid))
    FROM pg_constraint o JOIN pg_class c ON c.oid = conrelid
    WHERE connamespace = %(source)s AND contype IN ('p', 'u', 'x', 'c', 'f')
    ORDER BY contype = 'f', contype = 'c', relname, conname
"""
INDEXES = """
    SELECT pg_get_indexdef(indexrelid, 0, true)
    FROM pg_index JOIN pg_class c ON c.oid = indexrelid
    WHERE relnamespace = %(source)s
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')
    ORDER BY relname
"""
TRIGGERS = """
    SELECT pg_get_triggerdef(t.oid, true)
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    WHERE relnamespace = %(source)s AND NOT tgisinternal ORDER BY tgname
"""
# In an order in which each statement finds what it needs; rows before what would check each.
STEPS = (
    FUNCTIONS, SEQUENCES, TABLES, TABLE_COMMENTS, IDENTITIES, DEFAULTS, SEQUENCE_OWNERS,
    ROWS, SEQUENCE_VALUES, CONSTRAINTS, INDEXES, TRIGGERS,
)  # fmt: skip

NOT_COPIED = """
    SELECT CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialised view'
            WHEN 'p' THEN 'partitioned table' WHEN 'f' THEN 'foreign table'
            WHEN 'c' THEN 'composite type'
            ELSE 'table with inheritance, policies, rules or storage parameters' END,
        relname
    FROM pg_class WHERE relnamespace = %(source)s AND (relkind IN ('v', 'm', 'p', 'f', 'c')
        OR relkind = 'r' AND (relhassubclass OR relispartition OR relrowsecurity OR relhasrules
            OR reloptions IS NOT NULL OR relpersistence <> 'p'))
    UNION ALL SELECT 'type', typname FROM pg_type
        WHERE typnamespace = %(source)s AND typtype IN ('e', 'd', 'r', 'm')
    UNION ALL SELECT 'statistics object', stxname FROM pg_statistic_ext
        WHERE stxnamespace = %(source)s
    UNION ALL SELECT 'aggregate or function with a body or setting bound to its schema', proname
        FROM pg_proc WHERE pronamespace = %(source)s AND (prokind IN ('a', 'w')
            OR prosqlbody IS NOT NULL OR proconfig IS NOT NULL
            OR prosrc ~* ('\\m' || %(name)s || '"?\\s*\\.\\s*["a-z_]'))
    UNION ALL SELECT 'switched-off trigger', tgname
        FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
        WHERE relnamespace = %(source)s AND tgenabled <> 'O'
"""


def clone(cursor: Any, source: str, target: str) -> int:
    """Create the target schema as a copy of the source; return the number of tables copied.

    The cursor must be in a transaction of isolation level REPEATABLE READ, so that the copy
    shows one moment; it is complete or absent whatever happens.
    Raises RefusedError when the source is empty or holds what would not be copied.
    """
    _check(cursor, source)
    cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(target)))
    _look_in(cursor, source)
    steps = [_statements(cursor, step, source) for step in STEPS]
    _look_in(cursor, target)
    cursor.execute("SET LOCAL check_function_bodies = off")  # bodies name tables made after them
    for statement in (statement for step in steps for statement in step):
        cursor.execute(statement)
    cursor.execute(
        sql.SQL("COMMENT ON SCHEMA {} IS {}").format(sql.Identifier(target), sql.Literal(CLONED))
    )
    if crossed := crossings(cursor, target):
        raise RefusedError(f"The copy would reach into {source}: {'; '.join(crossed)}.")
    return len(steps[STEPS.index(TABLES)])


def _check(cursor: Any, source: str) -> None:
    if not _statements(cursor, TABLES, source):
        raise RefusedError(f"The schema {source} has no tables yet: release staging first.")
    cursor.execute(NOT_COPIED, _names(cursor, source))
    if found := [f"{kind} {name}" for kind, name in cursor.fetchall()]:
        raise RefusedError(
            f"A review app cannot be given a faithful copy of {source}: copying a "
            f"{'; '.join(found)} is not written yet. Teach delivery/review/clone.py to."
        )


def _statements(cursor: Any, query: str, source: str) -> list[str]:
    cursor.execute(query, _names(cursor, source))
    return [row[0] for row in cursor.fetchall()]


def _names(cursor: Any, source: str) -> dict[str, Any]:
    cursor.execute("SELECT to_regnamespace(%s)::oid", [source])
    return {"name": source, "source": cursor.fetchone()[0]}


def _look_in(cursor: Any, schema: str) -> None:
    cursor.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(schema)))
