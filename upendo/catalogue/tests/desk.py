"""A person at the desk: opens a form, types, presses a button."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.test import Client

from upendo.desk.addresses import form_of


def enter(role: str) -> Client:
    """Return the browser of somebody new who has a role and has logged in."""
    user = User.objects.create_user(f"{role} {User.objects.count()}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def opened(client: Client, record: Model) -> dict[str, Any]:
    """Return what the browser would send back of a record's form as it was opened."""
    context = client.get(form_of(record)).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    fields = {field.html_name: field.value() for form in forms for field in form}
    sent = {name: value for name, value in fields.items() if _is_sent(value)}
    return sent | {"opened": str(context["visit"].form_state)}


def press(client: Client, record: Model, button: str, sent: dict[str, Any]) -> Any:
    """Send a record's form with one of its buttons."""
    return client.post(form_of(record), sent | {button: ""})


def save(client: Client, record: Model, button: str = "_draft", **typed: Any) -> Any:
    """Open a record's form, type something and press a button."""
    return press(client, record, button, opened(client, record) | typed)


def tree(number: int, name: str) -> dict[str, Any]:
    """Return what is typed to add a tree, the only new one, to a forest's form."""
    row = {"name": name, "kind": "plant", "position": number}
    typed = {f"species-{number}-{field}": value for field, value in row.items()}
    return typed | {"species-TOTAL_FORMS": number + 1}


def _is_sent(value: Any) -> bool:
    return value is not None and value is not False and not isinstance(value, FieldFile)
