"""Accounts begin without a password: a link by email lets the person choose one."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse, reverse_lazy
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext
from unfold.widgets import BASE_INPUT_CLASSES

from upendo.desk.language import in_desk_language
from upendo.staff import two_factor
from upendo.web.addresses import absolute


class TakenError(Exception):
    """The address belongs to an account that is no administrator's."""


class NoMailServerError(OSError):
    """Nothing can be sent from here."""


@transaction.atomic
def invite_administrator(*, email: str) -> None:
    """Email an administrator a link to choose a password with; make the account if there is none.

    The account's name is the address. An email that cannot be sent leaves no account behind.
    Raises TakenError, and OSError when there is no mail server or it refuses.
    """
    user, created = User.objects.get_or_create(
        username=email, defaults={"email": email, "is_staff": True, "is_superuser": True}
    )
    if created:
        user.set_unusable_password()
        user.save()
    elif not (user.is_superuser and user.is_active):
        raise TakenError(
            gettext("%(email)s is the name of an account that is no administrator's.")
            % {"email": email}
        )
    invite(user)


def invite(user: User) -> None:
    """Email somebody a link to choose a password with.

    Raises OSError when the account has no address, there is no mail server, or it refuses.
    """
    if not user.email:
        raise OSError(gettext("The account has no email address."))
    is_console = settings.MAILERS["default"]["BACKEND"].endswith("console.EmailBackend")
    if is_console and not settings.DEBUG:
        raise NoMailServerError(
            gettext("Set EMAIL_URL first: the link is sent by email, never shown.")
        )
    token = default_token_generator.make_token(user)
    key = urlsafe_base64_encode(force_bytes(user.pk))
    told = {
        "link": absolute(reverse("choose-password", args=[key, token])),
        "user": user,
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        "needs_app": two_factor.is_required(user) or two_factor.is_on(user),
    }
    with in_desk_language():  # also from a terminal
        subject = gettext("Your account at Upendo Honey")
        body = render_to_string("staff/emails/invitation.txt", told)
    send_mail(subject, body, None, [user.email])


class ChoosePasswordForm(SetPasswordForm[User]):
    """The new password, twice, in the desk's clothes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            attrs = {"class": " ".join(BASE_INPUT_CLASSES), "autocomplete": "new-password"}
            field.widget = forms.PasswordInput(attrs)


class ChoosePassword(PasswordResetConfirmView):
    """The page that the link opens. It works once, and for some days."""

    template_name = "staff/choose_password.html"
    form_class = ChoosePasswordForm
    success_url = reverse_lazy("admin:login")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return (
            admin.site.each_context(self.request)
            | context
            | {"title": gettext("Choose a password")}
        )
