"""The evidence that readers may see for themselves."""

import logging

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from upendo.claims.models import Certificate, Claim
from upendo.staff import two_factor
from upendo.web.answers.prepared import unless_known
from upendo.web.pages.errors import unavailable

FOR_AN_HOUR = {"Cache-Control": "public, max-age=3600"}
FOR_STAFF = {"Cache-Control": "private, no-store"}

logger = logging.getLogger(__name__)


@require_safe
def evidence(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """Send a PDF to everybody if a published claim or certificate uses it, otherwise to staff."""
    path = f"evidence/{digest}/{name}"
    public = _is_public(path)
    if not public and not _may_see_all(request.user):
        raise Http404
    try:
        with default_storage.open(path) as file:
            content = file.read()
    except FileNotFoundError as error:
        raise Http404 from error
    except OSError:
        logger.warning("The store of the evidence does not answer.", exc_info=True)
        return unavailable(request, "store of files")
    headers = FOR_AN_HOUR if public else FOR_STAFF
    response = HttpResponse(content, content_type="application/pdf", headers=headers)
    # The address holds its content's hash.
    return unless_known(request, response, f'"{digest}"')


def _may_see_all(user: two_factor.Account) -> bool:
    """Whether this session may open evidence that readers do not get, as it may at the desk."""
    return user.has_perm("claims.view_claim") and two_factor.may_enter(user)


def _is_public(path: str) -> bool:
    today = timezone.localdate()
    return any(
        proofs.objects.proven().valid_on(today).filter(evidence_file=path).exists()
        for proofs in (Claim, Certificate)
    )
