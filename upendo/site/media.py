"""Pictures, from our own address whatever they are stored on."""

import logging

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from upendo.web.answers.prepared import unless_known
from upendo.web.pages.errors import unavailable

CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}

logger = logging.getLogger(__name__)


@require_safe
def rendition(request: HttpRequest, folder: str, width: int, extension: str) -> HttpResponse:
    """Send one rendition of a picture; its address holds its content's hash and never changes."""
    try:
        with default_storage.open(f"pictures/{folder}/{width}.{extension}") as file:
            content = file.read()
    except FileNotFoundError as error:
        raise Http404 from error
    except OSError:
        logger.warning("The pictures' store does not answer.", exc_info=True)
        return unavailable(request, "store of pictures")
    if not content:
        logger.error("The picture %s is empty: upload it again.", folder)
        return unavailable(request, "store of pictures")
    response = HttpResponse(content, content_type=CONTENT_TYPES[extension], headers=FOR_EVER)
    return unless_known(request, response, f'"{folder}-{width}-{extension}"')
