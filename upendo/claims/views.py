"""The evidence that readers may see for themselves."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from upendo.claims.models import Certificate, Claim


@require_safe
@cache_control(public=True, max_age=3600)
def evidence(request: HttpRequest, digest: str, name: str) -> FileResponse:
    """Send a PDF, as long as something that readers are told rests on it."""
    path = f"evidence/{digest}/{name}"
    today = timezone.localdate()
    if not any(
        proofs.objects.proven().valid_on(today).filter(evidence_file=path).exists()
        for proofs in (Claim, Certificate)
    ):
        raise Http404
    try:
        file = default_storage.open(path)
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, content_type="application/pdf")
