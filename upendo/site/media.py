"""Pictures, from our own address whatever they are stored on."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp"}


@require_safe
@cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)
def rendition(request: HttpRequest, folder: str, width: int, extension: str) -> FileResponse:
    """Send one rendition of a picture; its address holds its content's hash and never changes."""
    try:
        file = default_storage.open(f"pictures/{folder}/{width}.{extension}")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, content_type=CONTENT_TYPES[extension])
