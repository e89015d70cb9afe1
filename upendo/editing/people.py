"""The people at the desk, as a draft concerns them."""

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.translation import gettext

from upendo.editing.models import Draft


def name_of(person: User | None) -> str:
    """Return what colleagues call somebody; an account may be gone."""
    return person.get_full_name() or person.username if person else gettext("Somebody")


def may_see(draft: Draft) -> QuerySet[User]:
    """Return the staff that may look at a draft: those that may look at drafts and its record."""
    kind = draft.content_type
    names = ["catalogue.view_draft", f"{kind.app_label}.view_{kind.model}"]
    staff = User.objects.filter(is_staff=True).order_by("first_name", "username")
    for name in names:
        allowed = User.objects.with_perm(name)
        staff = staff.filter(pk__in=allowed.values("pk"))
    return staff
