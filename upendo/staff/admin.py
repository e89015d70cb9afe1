from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from upendo.desk.admin import ReadOnlyAdmin
from upendo.staff import log, two_factor
from upendo.staff.models import Entry
from upendo.staff.roles import DESCRIPTIONS, TABLE


@admin.register(User)
class AccountAdmin(UserAdmin, ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ["username", "first_name", "last_name", "roles", "two_factor", "last_login"]
    list_filter = ["groups", "is_active", "is_superuser"]
    readonly_fields = ["password_link", "two_factor", "last_login", "date_joined"]
    actions = ["reset_two_factor"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password_link", "first_name", "last_name", "email"]}),
        (
            "What this person may do",
            {"fields": ["is_active", "is_staff", "groups", "is_superuser"]},
        ),
        ("Logins", {"fields": ["two_factor", "last_login", "date_joined"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        queryset: QuerySet[User] = super().get_queryset(request)
        return queryset.prefetch_related("groups")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field and db_field.name == "groups":
            field.label = "Roles"
            field.help_text = " ".join(f"{role}: {words}" for role, words in DESCRIPTIONS.items())
            field.widget = UnfoldAdminCheckboxSelectMultipleWidget(choices=field.choices)
        return field

    @admin.display(description="password")
    def password_link(self, user: User) -> str:
        return format_html('<a href="{}">Set a new password</a>', "../password/")

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        return ", ".join(["Superuser", *names] if user.is_superuser else names) or "none"

    @admin.display(description="two-factor login", boolean=True)
    def two_factor(self, user: User) -> bool:
        return two_factor.is_on(user)

    @admin.action(
        description="Reset two-factor login (phone and codes lost)", permissions=["change"]
    )
    def reset_two_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        for user in users:
            two_factor.turn_off(user=user)
            log.write(Entry.Kind.TWO_FACTOR, request, request.user, f"reset it for {user}")
        messages.success(
            request, "They log in with their password alone until they set it up again."
        )


@admin.register(Group)
class RoleAdmin(ReadOnlyAdmin, GroupAdmin):  # type: ignore[misc]  # one hook, two signatures
    """Shows what each role may do. The table is in `upendo.staff.roles`; nobody edits it here."""

    list_display = ["name", "description"]
    fields = ["name", "description", "verbs"]
    readonly_fields = ["description", "verbs"]

    @admin.display(description="what it is for")
    def description(self, group: Group) -> str:
        return DESCRIPTIONS.get(group.name, "")

    @admin.display(description="may")
    def verbs(self, group: Group) -> SafeString:
        rows = (
            (apps.get_model(label)._meta.verbose_name_plural, ", ".join(roles[group.name].split()))
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
