"""The letters' form for browsers without JavaScript, or whose script has not come yet.

The same rules hold as at the API, by the same serializer. What is wrong is told on a page of its
own with the form again; a letter that was taken opens its private page.
"""

from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from upendo.inbox.api.parsers import MOST_BYTES, TooLarge
from upendo.inbox.api.serializers import NewLetterSerializer
from upendo.inbox.api.throttles import LettersThrottle
from upendo.inbox.correspondence.receive import LetterboxFullError
from upendo.inbox.correspondence.spam import QUICKEST_SECONDS
from upendo.web.throttling.client_address import client_address

FIELDS = ("name", "message", "email", "website", "consent_version", "consent_text")


@csrf_exempt  # Like the API, it asks for no cookie, so nobody's rights can be borrowed.
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Take in a letter (POST), or lead to the page with the form."""
    if request.method != "POST":
        return redirect("page", code, "beekeeper-message")
    if not LettersThrottle().allow_request(request):
        return _refused(request, code, ["That was a lot of letters. Please wait a while."], 429)
    try:
        given = _given(request)
    except RequestDataTooBig:
        return _refused(request, code, [TooLarge.default_detail], 413)
    return _take(request, code, given)


def _given(request: HttpRequest) -> dict[str, str]:
    """Raises RequestDataTooBig."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise RequestDataTooBig
    return {name: request.POST.get(name, "").replace("\r\n", "\n") for name in FIELDS}


def _take(request: HttpRequest, code: str, given: dict[str, str]) -> HttpResponse:
    # Nobody has measured how long the writing took: it counts as long enough.
    data = {**given, "code": code, "key": _key(request), "seconds": QUICKEST_SECONDS}
    serializer = NewLetterSerializer(data=data)
    if not serializer.is_valid():
        return _again(request, code, given, serializer.errors)
    try:
        letter = serializer.receive()
    except LetterboxFullError:
        words = "This jar has had many letters within an hour. Please send yours later."
        return _again(request, code, given, {"letter": [words]}, status=429)
    return redirect(f"{letter.get_absolute_url()}?new")


def _key(request: HttpRequest) -> UUID:
    """Return the key of a sender's letters within an hour: pressed twice, a letter is sent once."""
    browser = request.headers.get("User-Agent", "")
    sender = f"{client_address(request)}\n{browser}\n{timezone.now():%Y-%m-%d %H}"
    return UUID(salted_hmac("upendo.inbox.plain_form", sender, algorithm="sha256").hexdigest()[:32])


def _again(
    request: HttpRequest,
    code: str,
    given: dict[str, str],
    problems: dict[str, Any],
    status: int = 400,
) -> HttpResponse:
    """Return the form with what was written and what is wrong with it."""
    fields = {name: {"value": given[name], "problems": problems.get(name, [])} for name in FIELDS}
    others = [text for name, texts in problems.items() if name not in FIELDS[:3] for text in texts]
    context = {"code": code, "fields": fields, "others": others}
    return render(request, "inbox/new_letter.html", context, status=status)


def _refused(request: HttpRequest, code: str, sentences: list[str], status: int) -> HttpResponse:
    context = {"code": code, "others": sentences}
    return render(request, "inbox/new_letter.html", context, status=status)
