from functools import partial
from typing import Any, ClassVar, cast

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from upendo.desk.admin import DeskAdmin, ReadOnlyAdmin
from upendo.staff import invitations, log, two_factor
from upendo.staff.account_form import AccountForm, role_of
from upendo.staff.models import Entry
from upendo.staff.roles import DESCRIPTIONS, TABLE

# What a role may do with a kind of record, as upendo/staff/roles.py names it.
VERBS = {
    "view": _("view"),
    "add": _("add"),
    "change": _("change"),
    "delete": _("delete"),
    "publish": _("publish"),
    "translate": _("translate"),
}


@admin.register(User)
class AccountAdmin(DeskAdmin):
    """Accounts are made with a name, an address and a role; the person chooses the password."""

    form = AccountForm
    list_display = ["person", "email", "role", "shop", "is_active", "two_factor", "last_login"]
    list_filter = ["groups", "is_active", "is_superuser"]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username"]
    readonly_fields = ["username", "two_factor", "last_login", "date_joined"]
    actions = ["invite_again", "reset_two_factor"]
    actions_submit_line = ["save_and_invite"]  # type: ignore[assignment]  # typed by an empty default
    who: ClassVar[Any] = (None, {"fields": ["name", "email", "role", "shop"]})
    logins: ClassVar[Any] = (
        _("Logins"),
        {"fields": ["is_active", "username", "two_factor", "last_login", "date_joined"]},
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        queryset: QuerySet[User] = super().get_queryset(request)
        return queryset.select_related("shop_account__shop").prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> list[Any]:  # type: ignore[override]  # the theme's takes any model
        return [self.who, self.logins] if obj else [self.who]

    def get_form(
        self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any
    ) -> type[AccountForm]:
        """Return the form of this request's own."""
        # Fields that are no columns are the form's own business.
        kwargs["fields"] = ["email", "is_active"] if obj else ["email"]
        form = cast("type[AccountForm]", super().get_form(request, obj, change, **kwargs))
        form.filled_in_by = request.user
        return form

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not change:
            transaction.on_commit(partial(self._invite, request, form.instance))

    @action(description=_("Save and send a link to choose a password"), permissions=["change"])
    def save_and_invite(self, request: HttpRequest, user: User) -> None:
        transaction.on_commit(partial(self._invite, request, user))

    @admin.action(description=_("Send a link to choose a new password"), permissions=["change"])
    def invite_again(self, request: HttpRequest, users: QuerySet[User]) -> None:
        for user in users:
            self._invite(request, user)

    def _invite(self, request: HttpRequest, user: User) -> None:
        try:
            invitations.invite(user)
        except OSError as error:
            words = gettext("No link was sent to %(value)s, who has an account: %(error)s") % {
                "value": user.email or user,
                "error": error,
            }
            self.message_user(request, words, messages.ERROR)
            return
        words = gettext("A link to choose a password is on its way to %(email)s.") % {
            "email": user.email
        }
        self.message_user(request, words, messages.SUCCESS)

    @admin.display(description=_("name"), ordering="first_name")
    def person(self, user: User) -> str:
        return user.get_full_name() or user.username

    @admin.display(description=_("role"))
    def role(self, user: User) -> str:
        return role_of(user) or gettext("none")

    @admin.display(description=_("shop"))
    def shop(self, user: User) -> str:
        account = getattr(user, "shop_account", None)
        return str(account.shop) if account else ""

    @admin.display(description=_("two-factor login"), boolean=True)
    def two_factor(self, user: User) -> bool:
        return two_factor.is_on(user)

    @admin.action(
        description=_("Reset two-factor login (phone and codes lost)"), permissions=["change"]
    )
    def reset_two_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        for user in users:
            two_factor.turn_off(user=user)
            log.write(
                Entry.Kind.TWO_FACTOR,
                request,
                request.user,
                gettext("reset it for %(user)s") % {"user": user},
            )
        messages.success(
            request, gettext("They log in with their password alone until they set it up again.")
        )


@admin.register(Group)
class RoleAdmin(ReadOnlyAdmin, GroupAdmin):  # type: ignore[misc]  # one hook, two signatures
    """Shows what each role may do. The table is in `upendo.staff.roles`; nobody edits it here."""

    list_display = ["name", "description"]
    fields = ["name", "description", "verbs"]
    readonly_fields = ["description", "verbs"]

    @admin.display(description=_("what it is for"))
    def description(self, group: Group) -> str:
        return str(DESCRIPTIONS.get(group.name, ""))

    @admin.display(description=_("may"))
    def verbs(self, group: Group) -> SafeString:
        rows = (
            (
                apps.get_model(label)._meta.verbose_name_plural,
                ", ".join(str(VERBS[verb]) for verb in roles[group.name].split()),
            )
            for label, roles in TABLE.items()
            if group.name in roles
        )
        lines = format_html_join("", "<li><strong>{}</strong>: {}</li>", rows)
        return format_html("<ul>{}</ul>", lines)


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "name", "kind", "what", "address"]
    list_filter = ["kind"]
    search_fields = ["name", "what", "address"]
    date_hierarchy = "at"
