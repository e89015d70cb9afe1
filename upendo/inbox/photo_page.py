"""The photo of a letter: taken in from its reader, and sent to whoever may see it."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from upendo.catalogue.pictures.headers import TOO_LARGE
from upendo.inbox.api.throttles import PHOTOS_OF_A_LETTER, PhotosThrottle
from upendo.inbox.correspondence.photo import add_photo
from upendo.inbox.models import Exchange, Letter, Photo
from upendo.inbox.private_page import page_of, private
from upendo.web.apart import BUSY, MOST_BYTES

MOST_BODY = MOST_BYTES + 16 * 1024  # bytes: a photo, and the form around it
TOO_MANY = "That was a lot of photos. Please try again later; your letter is with us."
NO_PHOTO = "Please choose a photo."
FOR_MINUTES = {"Cache-Control": "public, max-age=300"}  # its reader may take it back
TAKEN = 201


@require_http_methods(["GET", "HEAD", "POST"])
@private
def photo(request: HttpRequest, letter: Letter) -> HttpResponseBase:
    """Send the photo to its reader, once the team shows it to them; take one in (POST)."""
    if request.method != "POST":
        found = get_object_or_404(Photo, letter=letter, shown=True)
        return HttpResponse(found.content, content_type="image/webp")
    status, problem = _take(request, letter)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"detail": problem}, status=status)
    if status == TAKEN:
        return redirect(f"{letter.get_absolute_url()}?photo")
    return page_of(request, letter, status=status, photo_problem=problem)


@require_safe
def public_photo(request: HttpRequest, key: str) -> HttpResponse:
    """Send the photo of a public letter, for as long as both sides agree to it."""
    agreed = Exchange.objects.agreed().exclude(photo_alt="")
    found = get_object_or_404(Photo, key=key, shown=True, letter__exchange__in=agreed)
    return HttpResponse(found.content, content_type="image/webp", headers=FOR_MINUTES)


def _take(request: HttpRequest, letter: Letter) -> tuple[int, str]:
    """Take in what a request brings; return its status, and what is wrong in a sentence."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BODY:
        return 413, str(TOO_LARGE)
    if not PhotosThrottle().allow_request(request) or PHOTOS_OF_A_LETTER.take(letter.token):
        return 429, TOO_MANY
    file = request.FILES.get("photo")
    if file is None:
        return 400, NO_PHOTO
    try:
        add_photo(letter, file)
    except ValidationError as error:
        busy = getattr(error, "code", None) == BUSY
        return 503 if busy else 400, " ".join(error.messages)
    except Letter.DoesNotExist as error:
        raise Http404 from error
    return TAKEN, ""
