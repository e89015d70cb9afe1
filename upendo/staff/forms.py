from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from unfold.forms import AuthenticationForm
from unfold.widgets import BASE_INPUT_CLASSES

from upendo.staff import log, two_factor
from upendo.staff.models import Entry

LONGEST_NAME = 150  # of an account, as Django keeps it


def code_field(**options: Any) -> forms.CharField:
    """Return the field for an app's six digits or a recovery code."""
    attrs = {"class": " ".join(BASE_INPUT_CLASSES), "autocomplete": "one-time-code"}
    return forms.CharField(max_length=20, widget=forms.TextInput(attrs), **options)


class LoginForm(AuthenticationForm):
    """Asks for name and password, and then for the code if two-factor login is on."""

    code = code_field(
        required=False, help_text="The six digits in your app, or one of your recovery codes."
    )

    def clean_username(self) -> str:
        """Raises ValidationError for a name longer than any: nobody has it, and no log takes it."""
        name: str = self.cleaned_data["username"]
        if len(name) > LONGEST_NAME:
            raise self.get_invalid_login_error()
        return name

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError while the code is missing or wrong."""
        data: dict[str, Any] = super().clean()
        user = self.get_user()
        if user and two_factor.is_on(user):
            self._ask_for_code()
            device = self._device(user, data.get("code", ""))
            user.otp_device = device  # type: ignore[attr-defined]  # the login looks for it there
        return data

    def _ask_for_code(self) -> None:
        self.asks_for_code = True
        # Keep the password in the form, so that nobody has to type it again.
        self.fields["password"].widget.render_value = True
        self.fields["username"].widget.attrs.pop("autofocus", None)
        self.fields["code"].widget.attrs["autofocus"] = ""

    def _device(self, user: User, code: str) -> Any:
        if not code:
            raise ValidationError("Now enter the code from your app.")
        try:
            return two_factor.verify(user, code)
        except ValidationError:
            log.write(Entry.Kind.FAILED, self.request, user, "wrong code")
            raise


class CodeForm(forms.Form):
    """Asks for a code of the second factor."""

    code = code_field(label="Code")
