"""Whether this copy of the application works, for the host and for deployments."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Return 200 with the commit and the applied migrations, or 503 without a database."""
    answer: dict[str, Any] = {"status": "ok", "commit": settings.COMMIT}
    try:
        applied = sorted(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return JsonResponse(answer | {"status": "unavailable"}, status=503)
    names = "\n".join(".".join(name) for name in applied)
    return JsonResponse(answer | {"migrations": hashlib.sha256(names.encode()).hexdigest()[:16]})
