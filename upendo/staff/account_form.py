"""The form of an account, in the words of the roles: a name, an address, what the person may do."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminEmailInputWidget,
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from upendo.staff.models import ShopAccount
from upendo.staff.roles import DESCRIPTIONS, SHOPS

ADMINISTRATOR = "Administrator"
ROLES = DESCRIPTIONS | {
    ADMINISTRATOR: _("May do everything; alone sees the accounts and the log of logins.")
}


def role_of(user: User) -> str:
    """Return the name of an account's role; empty when it has none."""
    if user.is_superuser:
        return ADMINISTRATOR
    return next((group.name for group in user.groups.all() if group.name in ROLES), "")


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """An account: its name at the login is the address that the invitation goes to."""

    name = forms.CharField(label=_("Name"), max_length=150, widget=UnfoldAdminTextInputWidget)
    email = forms.EmailField(
        label=_("Email"),
        max_length=150,  # as long as a name at the login may be
        widget=UnfoldAdminEmailInputWidget,
        help_text=_("The person logs in with it. A link to choose a password is sent there."),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role, format_lazy("{}: {}", role, words)) for role, words in ROLES.items()],
        widget=UnfoldAdminRadioSelectWidget,
    )

    class Meta:
        model = User
        fields = ["email", "is_active"]
        labels = {"is_active": _("May log in")}
        help_texts = {"is_active": _("Switch it off when somebody leaves: the account is kept.")}
        widgets = {"is_active": UnfoldBooleanSwitchWidget}

    # Who fills the form in; the desk sets it, for each request.
    filled_in_by: User | AnonymousUser

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user: User = self.instance
        shop: Any = ShopAccount._meta.get_field("shop")
        self.fields["shop"] = shop.formfield(
            required=False,
            widget=UnfoldAdminSelectWidget,
            help_text=gettext("Only for a “%(shops)s”, who sees the jars of this shop alone.")
            % {"shops": SHOPS},
        )
        if user.pk:
            account = getattr(user, "shop_account", None)
            self.initial["name"] = user.get_full_name() or user.username
            self.initial["role"] = role_of(user)
            self.initial["shop"] = account and account.shop_id

    def clean_email(self) -> str:
        """Raises ValidationError for the address of another account."""
        email: str = self.cleaned_data["email"].lower()
        others = User.objects.exclude(pk=self.instance.pk)
        if others.filter(Q(username__iexact=email) | Q(email__iexact=email)).exists():
            raise ValidationError(gettext("Somebody has an account with this address already."))
        return email

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a shop's account without shop, or who locks themselves out."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("role") == SHOPS and not data.get("shop"):
            self.add_error("shop", gettext("Choose the shop whose jars this person sees."))
        if self.instance.pk and self.instance.pk == self.filled_in_by.pk:
            if data.get("role", ADMINISTRATOR) != ADMINISTRATOR:
                self.add_error(
                    "role", gettext("Another administrator can take this role from you.")
                )
            if "is_active" in self.fields and not data.get("is_active"):
                self.add_error("is_active", gettext("You would lock yourself out."))
        return data

    def save(self, commit: bool = True) -> User:
        user: User = self.instance
        if user.username in ("", self.initial.get("email")):
            user.username = self.cleaned_data["email"]
        if self.cleaned_data["name"] != self.initial.get("name"):
            user.first_name, user.last_name = self.cleaned_data["name"], ""
        user.is_staff = True
        user.is_superuser = self.cleaned_data["role"] == ADMINISTRATOR
        if not user.pk:
            user.set_unusable_password()
        saved: User = super().save(commit)
        return saved

    def _save_m2m(self) -> None:
        """Give the role, which is a group, and the shop; the account has been saved."""
        super()._save_m2m()  # type: ignore[misc]  # not in the stubs
        user, role = self.instance, self.cleaned_data["role"]
        user.groups.set(Group.objects.filter(name=role))
        if role == SHOPS:
            shop = {"shop": self.cleaned_data["shop"]}
            ShopAccount.objects.update_or_create(person=user, defaults=shop)
        else:
            ShopAccount.objects.filter(person=user).delete()
