"""The steps of the release phase, and what is said when one fails."""

import os
import sys
from collections.abc import Mapping

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from delivery.review import guard, schemas
from delivery.review.clone import clone
from delivery.review.schemas import RefusedError

LIMITS = {
    # The server drops a statement soon after its release was killed.
    "client_connection_check_interval": "5s",
    "statement_timeout": "15min",
}
WAIT_FOR_A_RELEASE = "2min"
# Readers queue behind a migration that waits for a table, so it soon gives up.
WAIT_FOR_A_TABLE = "5s"


def main() -> int:
    """Release, and return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upendo.settings")
    django.setup()
    try:
        release(os.environ)
    except RefusedError as refusal:
        print(f"RELEASE REFUSED: {refusal}", file=sys.stderr)
    except DatabaseError as error:
        print(f"RELEASE FAILED: {explain(error)}", file=sys.stderr)
    else:
        return 0
    print("The code that served before still serves.", file=sys.stderr)
    return 1


def release(environ: Mapping[str, str]) -> None:
    """Bring the database to this code's migrations.

    Raises RefusedError when that would be unsafe, DatabaseError when the database says no.
    """
    say(f"commit {settings.COMMIT or 'unknown'}")
    limit(LIMITS | {"lock_timeout": WAIT_FOR_A_RELEASE})
    with connection.cursor() as cursor:
        review = guard.is_review_app(environ)
        schema = guard.own_schema(cursor, environ) if review else schemas.STAGING
        schemas.lock(cursor, schema)
    if not review:
        migrate()
        check_printed()
        return
    clone_once(schema)
    with connection.execute_wrapper(guard.stay_inside):
        migrate()
    report_isolation(schema)


def clone_once(schema: str) -> None:
    """Clone staging into the review app's schema unless that was done before."""
    with connection.cursor() as cursor:
        if schemas.is_cloned(cursor, schema):
            say(f"schema {schema} was cloned before; it keeps its rows")
            return
        schemas.lock(cursor, schemas.STAGING, shared=True)
        with transaction.atomic():
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            tables = clone(cursor, schemas.STAGING, schema)
        schemas.unlock_shared(cursor, schemas.STAGING)
    say(f"schema {schema} cloned from {schemas.STAGING}: {tables} tables")


def migrate() -> None:
    """Apply what is missing."""
    limit({"lock_timeout": WAIT_FOR_A_TABLE})
    if ahead := ahead_of_this_code():
        names = ", ".join(".".join(name) for name in ahead)
        say(f"the database is ahead of this code, as after a rollback; it keeps: {names}")
    call_command("migrate", interactive=False)
    call_command("look_around_forests")
    say("database ready")


def ahead_of_this_code() -> list[tuple[str, str]]:
    """Return the migrations that the database has and this code does not, as after a rollback."""
    loader = MigrationLoader(connection)
    return sorted(set(loader.applied_migrations) - set(loader.disk_migrations))


def check_printed() -> None:
    """Say which printed codes open no story; drafts and retired codes are no failure.

    Raises RefusedError when codes are lost, so that a migration or a restored backup that lost
    them is noticed at once. A rollback may be the cure: it is only warned.
    """
    try:
        call_command("check_printed", drafts_may_wait=True)
    except CommandError as lost:
        if not ahead_of_this_code():
            raise RefusedError(f"The database is migrated, but {lost}") from lost
        say(f"WARNING: {lost}")


def report_isolation(schema: str) -> None:
    """Raise RefusedError if the review app's schema and staging's are now entangled."""
    with connection.cursor() as cursor:
        if crossed := schemas.crossings(cursor, schema):
            raise RefusedError(f"A migration tied {schema} to another schema: {'; '.join(crossed)}")
        if schemas.can_write_to_staging(cursor):
            say(
                "note: this database user could write to staging's tables by naming them; "
                "docs/review-apps.md says how to give review apps one that cannot"
            )
    say(f"schema {schema} depends on nothing outside itself")


def limit(values: Mapping[str, str]) -> None:
    """Set the session's limits; they end with the connection, which also holds the lock."""
    with connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute("SELECT set_config(%s, %s, false)", [name, value])


def explain(error: DatabaseError) -> str:
    """Return a database error with what to do about it."""
    code = getattr(error.__cause__, "pgcode", None)
    advice = {
        "55P03": "Somebody else held the lock: another release of this application, or a long "
        "query on the table. Wait for it to end and release again; nothing is half done.",
        "57014": "A statement took longer than a release may. Split the migration into batches.",
    }.get(code or "", "")
    if not advice and isinstance(error, OperationalError):
        advice = "Check DATABASE_URL and that the database accepts connections, then try again."
    return f"{str(error).strip()} {advice}".strip()


def say(line: str) -> None:
    """Print one line of the release's report at once."""
    print(f"release: {line}", flush=True)
