"""Pictures and recordings, from our own address whatever they are stored on."""

import logging

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from upendo.web.answers.parts import in_part
from upendo.web.answers.prepared import unless_known
from upendo.web.pages.errors import unavailable

CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}

logger = logging.getLogger(__name__)


@require_safe
def rendition(request: HttpRequest, folder: str, width: int, extension: str) -> HttpResponse:
    """Send one rendition of a picture; its address holds its content's hash and never changes."""
    name = f"pictures/{folder}/{width}.{extension}"
    etag = f'"{folder}-{width}-{extension}"'
    return _for_ever(request, name, CONTENT_TYPES[extension], etag)


@require_safe
def recording(request: HttpRequest, digest: str) -> HttpResponse:
    """Send a recording, or the part of it that is asked for; its address never changes either."""
    whole = _for_ever(request, f"recordings/{digest}/recording.mp3", "audio/mpeg", f'"{digest}"')
    return in_part(request, whole) if whole.status_code == 200 else whole


def _for_ever(request: HttpRequest, name: str, content_type: str, etag: str) -> HttpResponse:
    """Return a file whose address holds its content's hash."""
    try:
        with default_storage.open(name) as file:
            content = file.read()
    except FileNotFoundError as error:
        raise Http404 from error
    except OSError:
        logger.warning("The store of pictures and recordings does not answer.", exc_info=True)
        return unavailable(request, "store of pictures")
    if not content:
        logger.error("The file %s is empty: upload it again.", name)
        return unavailable(request, "store of pictures")
    response = HttpResponse(content, content_type=content_type, headers=FOR_EVER)
    return unless_known(request, response, etag)
