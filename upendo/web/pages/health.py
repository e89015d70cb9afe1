"""Whether this copy of the application works, for the host and for deployments."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from upendo.web.postgres.patience import patience

PATIENCE = 1.5  # seconds, so that the answer comes within two

# Apart, so that neither the answer nor each other waits for what hangs.
_asking_database = ThreadPoolExecutor(1, "health-database")
_asking_storage = ThreadPoolExecutor(1, "health-storage")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Return 200 with the commit and the migrations, or 503 without a database.

    The migrations are digests of their names: those that are applied, and those that this code
    brings, so that a deployment knows beforehand whether it will run any. It answers within two
    seconds and says what fails. Without its storage the application still tells every story, so
    that is no reason for 503.
    """
    database = _asking_database.submit(_migrations)
    storage = _asking_storage.submit(_storage_answers)
    asked: list[Future[Any]] = [database, storage]
    wait(asked, PATIENCE)
    migrations = _result(database)
    answer: dict[str, Any] = {
        "status": "ok" if migrations else "unavailable",
        "commit": settings.COMMIT,
        "database": "ok" if migrations else "unavailable",
        "storage": "ok" if _result(storage) else "unavailable",
    }
    if migrations:
        answer["migrations"] = migrations
    return JsonResponse(answer, status=200 if migrations else 503)


def _result[T](asked: Future[T]) -> T | None:
    """Return what was answered, or nothing if that takes too long."""
    if asked.done():
        return asked.result()
    asked.cancel()
    return None


def _migrations() -> dict[str, list[str]] | None:
    """Return the digests of the migrations, if the database answers."""
    try:
        with patience(PATIENCE):
            applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return None
    finally:
        connection.close()  # the database's plan has room for few
    return {"applied": _digests(applied), "code": _of_this_code()}


@cache
def _of_this_code() -> list[str]:
    """By the names of their files: to load the migrations would take time and memory."""
    names = []
    for app in apps.get_app_configs():
        package, _ = MigrationLoader.migrations_module(app.label)
        if package and find_spec(package):
            files = iter_modules(import_module(package).__path__)
            names += [(app.label, file.name) for file in files if file.name[0] not in "_~"]
    return _digests(names)


def _digests(names: Iterable[tuple[str, str]]) -> list[str]:
    """Digests tell which migration is which, but not which packages run here."""
    return sorted(sha256(".".join(name).encode()).hexdigest()[:8] for name in names)


def _storage_answers() -> bool:
    try:
        default_storage.exists("healthz")
    except OSError:
        return False
    return True
