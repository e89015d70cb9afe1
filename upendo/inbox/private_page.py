"""The reader's private page: read the letter, answer, get a copy of it, publish or erase it.

Whoever knows the secret address may do all of this. So there is no account and no cookie, and no
CSRF token is needed: somebody who forges a request would have to know the address.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from upendo.inbox.correspondence.copy import copy_of
from upendo.inbox.correspondence.receive import receive_answer
from upendo.inbox.mail import retention
from upendo.inbox.models import Exchange, Letter, Message, Photo
from upendo.inbox.models.message import LONGEST
from upendo.web.addresses import absolute

MOST_ANSWERS_A_DAY = 10

type LetterView = Callable[..., HttpResponseBase]


class AnswerForm(forms.Form):
    """The reader's next message. Its key prevents a second message when it is sent twice."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    message = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(
            attrs={"rows": 7, "dir": "auto", "aria-describedby": "message-problem"}
        ),
        error_messages={
            "required": "Please write a message.",
            "max_length": "Please shorten the message to %(limit_value)d characters; "
            "it has %(show_value)d.",
        },
    )


def private(view: LetterView) -> LetterView:
    """Find the letter by its token, which is all that its reader must show."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponseBase:
        letters = Letter.objects.select_related("jar__batch__forest", "beekeeper__portrait")
        # An address may hold a NUL character, which PostgreSQL refuses.
        letter = letters.filter(token=token.replace("\0", "")).first()
        return view(request, letter) if letter else render(request, "inbox/gone.html", status=404)

    return csrf_exempt(guarded)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def letter(request: HttpRequest, letter: Letter) -> HttpResponseBase:
    """Show the correspondence; take in another message."""
    if request.method != "POST":
        return page_of(request, letter)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            _answer(letter, form)
        except forms.ValidationError as problem:
            form.add_error("message", problem)
        else:
            return redirect(f"{letter.get_absolute_url()}?sent")
    return page_of(request, letter, form, status=400)


@require_safe
@private
def copy(request: HttpRequest, letter: Letter) -> HttpResponseBase:
    """Give the reader everything that is kept of them, as a file."""
    headers = {"Content-Disposition": 'attachment; filename="letter.json"'}
    options = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(copy_of(letter), headers=headers, json_dumps_params=options)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def erase(request: HttpRequest, letter: Letter) -> HttpResponseBase:
    """Ask for confirmation (GET), then delete the letter and all that belongs to it (POST)."""
    if request.method != "POST":
        context = {"letter": letter, "beekeeper": letter.shown_beekeeper}
        return render(request, "inbox/erase.html", context)
    retention.erase(Letter.objects.filter(pk=letter.pk))
    return render(request, "inbox/erased.html", {"letter": letter})


@require_POST
@private
def publish(request: HttpRequest, letter: Letter) -> HttpResponseBase:
    """Save that the reader agrees to publish the shortened letter, or delete that version."""
    exchange = Exchange.objects.filter(letter=letter).first()
    if exchange and "agree" not in request.POST:
        exchange.delete()
    elif exchange and request.POST["agree"] == exchange.digest:
        exchange.reader_agreed_at = timezone.now()
        exchange.save(update_fields=["reader_agreed_at"])
    return redirect(f"{letter.get_absolute_url()}#public")


def _answer(letter: Letter, form: AnswerForm) -> None:
    today = letter.messages.filter(
        author=Message.Author.READER, created_at__gt=timezone.now() - timedelta(days=1)
    )
    if today.count() >= MOST_ANSWERS_A_DAY:
        raise forms.ValidationError(
            "That was a lot of messages for one day. Please send this one tomorrow."
        )
    text = form.cleaned_data["message"].replace("\r\n", "\n")
    try:
        receive_answer(letter=letter, key=form.cleaned_data["key"], text=text)
    except Letter.DoesNotExist as error:
        raise Http404 from error


def page_of(
    request: HttpRequest,
    letter: Letter,
    form: AnswerForm | None = None,
    status: int = 200,
    photo_problem: str = "",
) -> HttpResponse:
    """Return the page, with what was written if that is to be mended."""
    context: dict[str, Any] = {
        "letter": letter,
        "beekeeper": letter.shown_beekeeper,
        "messages": letter.messages.shown_to_reader().select_related("photo"),
        "form": form or AnswerForm(initial={"key": uuid4()}),
        "photo": Photo.objects.filter(letter=letter).first(),
        "photo_problem": photo_problem,
        "exchange": Exchange.objects.filter(letter=letter).first(),
        "sent": "sent" in request.GET,
        "photo_came": "photo" in request.GET,
        # Whoever sent it without a script has nothing else that keeps the link.
        "link": absolute(letter.get_absolute_url()) if "new" in request.GET else "",
        "months": settings.LETTERS_KEPT_MONTHS,
    }
    return render(request, "inbox/letter.html", context, status=status)
