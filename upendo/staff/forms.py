from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.forms import AuthenticationForm
from unfold.widgets import BASE_INPUT_CLASSES

from upendo.staff import first_step, two_factor

LONGEST_NAME = 150  # of an account, as Django keeps it


def code_field(**options: Any) -> forms.CharField:
    """Return the field for an app's six digits or a recovery code."""
    attrs = {"class": " ".join(BASE_INPUT_CLASSES), "autocomplete": "one-time-code"}
    return forms.CharField(max_length=20, widget=forms.TextInput(attrs), **options)


class LoginForm(AuthenticationForm):
    """Asks for name and password, and then for the code alone if two-factor login is on."""

    asks_for_code = False
    code = code_field(
        required=False, help_text=_("The six digits in your app, or one of your recovery codes.")
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.sent_by = request
        self.is_second_step = "code" in self.data and "password" not in self.data
        if self.is_second_step:
            self.fields["username"].required = self.fields["password"].required = False

    def clean_username(self) -> str:
        """Raises ValidationError for a name longer than any: nobody has it, and no log takes it."""
        name: str = self.cleaned_data["username"]
        if len(name) > LONGEST_NAME:
            raise self.get_invalid_login_error()
        return name

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError while the code is missing or wrong."""
        data: dict[str, Any] = self.cleaned_data if self.is_second_step else super().clean()
        user: Any = self._whose_first_step() if self.is_second_step else self.get_user()
        if user and two_factor.is_on(user):
            self._ask_for_code(user)
            user.otp_device = self._device(user, data.get("code", ""))
            first_step.forget(self.sent_by)
        self.user_cache = user
        return data

    def _whose_first_step(self) -> Any:
        user = first_step.account(self.sent_by)
        if user is None:
            raise ValidationError(gettext("Please enter your name and password once more."))
        self.confirm_login_allowed(user)
        return user

    def _ask_for_code(self, user: User) -> None:
        self.asks_for_code = True
        self.fields["code"].widget.attrs["autofocus"] = ""
        if not self.is_second_step:
            first_step.remember(self.sent_by, user)

    def _device(self, user: User, code: str) -> Any:
        if not code:
            raise ValidationError(gettext("Now enter the code from your app."))
        return two_factor.verify(user, code, self.sent_by)


class CodeForm(forms.Form):
    """Asks for a code of the second factor."""

    code = code_field(label=_("Code"))
