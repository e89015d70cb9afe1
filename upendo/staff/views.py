"""The page on which staff turn their two-factor login on and off."""

from base64 import b32encode
from typing import Any, cast

import segno
from django.contrib import admin, messages
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django_otp import login
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from upendo.staff import log, two_factor
from upendo.staff.forms import CodeForm
from upendo.staff.models import Entry


@never_cache
def two_factor_page(request: HttpRequest) -> HttpResponse:
    """Show how to set up two-factor login or, when it is on, how to change it."""
    user = request.user
    # Its middleware adds is_verified.
    if not user.is_verified() and two_factor.is_on(user):  # type: ignore[union-attr]
        logout(request)  # this session began before two-factor login was turned on
        return HttpResponseRedirect(reverse("admin:login"))
    form = CodeForm(request.POST or None)
    codes: list[str] = []
    if form.is_valid():
        try:
            codes = _act(request, form.cleaned_data["code"])
        except ValidationError as error:
            form.add_error("code", error)
    return _page(request, form, codes)


def _act(request: HttpRequest, code: str) -> list[str]:
    """Do what the pressed button says; return new recovery codes, which are shown only once."""
    user = cast("User", request.user)  # the admin's views are not for anonymous people
    if not two_factor.is_on(user):
        login(request, two_factor.confirm_app(user=user, code=code))
        what, codes = gettext("turned it on"), two_factor.new_recovery_codes(user=user)
    elif "turn_off" in request.POST and not two_factor.is_required(user):
        two_factor.verify(user, code, request)
        two_factor.turn_off(user=user)
        messages.success(request, gettext("Two-factor login is off."))
        what, codes = gettext("turned it off"), []
    else:
        two_factor.verify(user, code, request)
        what, codes = gettext("made new recovery codes"), two_factor.new_recovery_codes(user=user)
    log.write(Entry.Kind.TWO_FACTOR, request, user, what)
    return codes


def _page(request: HttpRequest, form: CodeForm, codes: list[str]) -> HttpResponse:
    user = request.user
    context: dict[str, Any] = admin.site.each_context(request) | {
        "title": gettext("Two-factor login"),
        "form": form,
        "codes": codes,
        "is_on": two_factor.is_on(user),
        "is_required": two_factor.is_required(user),
        "codes_left": StaticToken.objects.filter(device__user=user).count(),
    }
    if not context["is_on"]:
        app = two_factor.unconfirmed_app(user)
        context |= {"qr": _qr(app), "secret": b32encode(app.bin_key).decode()}
    return render(request, "staff/two_factor.html", context)


def _qr(app: TOTPDevice) -> str:
    drawing = segno.make(app.config_url, error="m").svg_inline(
        omitsize=True, border=3, title=gettext("QR code for your app"), light="white"
    )
    return mark_safe(drawing)  # noqa: S308 - segno made this SVG; no text in it comes from a user
