"""Every role on every page of the admin: what the table of roles says, and no more.

A page that nobody has thought of fails here, until NEEDS or EVERYBODY says who may open it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, URLResolver, reverse

from upendo.desk.tests.admins import registered
from upendo.staff.roles import DESCRIPTIONS, TABLE
from upendo.staff.tests.conftest import Enter
from upendo.staff.tests.records import RECORDS

pytestmark = pytest.mark.django_db

# The verbs that a page of a model needs, by the end of its name.
NEEDS = {
    "changelist": {"view"},
    "add": {"add"},
    "change": {"view"},
    "delete": {"delete"},
    "history": {"view"},
    "import": {"add", "change"},
    "import_table": {"add", "change"},
    "import_want": {"add", "change"},
    "import_discard": {"add", "change"},
    "import_report": {"add", "change"},
    "export": {"view"},
    "make_codes": {"add"},
    "many": {"add"},
    "bring_live": {"add"},
    "labels": {"add"},
    "labels_preview": {"add"},
    "labels_page": {"add"},
    "go_on": {"add"},
    "stop": {"change"},
    "download": {"view"},
    "check_printed": {"view"},
    "download_csv": {"view"},
    "download_xlsx": {"view"},
    "review": {"view"},
    "step": {"change"},
    "undo": {"change"},
    "of_person": {"view"},
    "add_many": {"add"},
    "copy": {"add"},
    "copy_way": {"change"},
    "photo": {"view"},
}
# Pages that answer nothing but forms.
SENT_ONLY = {"import_want", "import_discard", "go_on", "stop"}
# Pages for all staff; the last three ask for permissions themselves, or show nothing of ours.
EVERYBODY = {
    "index",
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "jsi18n",
    "help",
    "help-guide",
    "missing",
    "app_list",
    "search",
    "autocomplete",
}
# A draft belongs to its record: these lead on to the record's form, or ask what it asks.
OF_THE_RECORD = {"catalogue_draft_change", "catalogue_draft_delete", "catalogue_draft_preview"}
ONLY_SUPERUSERS = {"auth.user", "auth.group"}


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


MODELS = {model._meta.label_lower: model for model in registered()}
PAGES = [
    (label, name.removeprefix(prefix), name)
    for label in MODELS
    if (prefix := label.replace(".", "_") + "_")
    for name in sorted(set(names(admin.site.get_urls())))
    if name.startswith(prefix) and name not in OF_THE_RECORD
]
# The page of figures belongs to no list; whoever may see the counters opens it.
PAGES += [("insights.storycount", "changelist", f"what-is-read{end}") for end in ("", "-table")]


def granted(role: str, label: str) -> set[str]:
    roles = {} if label in ONLY_SUPERUSERS else TABLE[label]
    return set(roles.get(role, "").split())


def address(name: str, pk: object) -> str:
    for arguments in ([], [pk], ["00000000-0000-0000-0000-000000000000"], [pk, "retire"]):
        try:
            return reverse(f"admin:{name}", args=arguments)
        except Exception:
            continue
    raise AssertionError(name)


def test_every_page_has_an_owner() -> None:
    of_models = {name for _, _, name in PAGES}
    assert set(names(admin.site.get_urls())) - of_models - EVERYBODY - OF_THE_RECORD == set()


@pytest.mark.parametrize("role", DESCRIPTIONS)
@pytest.mark.parametrize(("label", "page", "name"), PAGES, ids=[page[2] for page in PAGES])
def test_a_role_opens_what_the_table_grants(
    enter: Enter, role: str, label: str, page: str, name: str
) -> None:
    needed = {"add"} if name.endswith("printrun_add") else NEEDS[page]
    client = enter(role)
    open_page = client.post if page in SENT_ONLY else client.get
    response = open_page(address(name, RECORDS[label]().pk))
    response.close()
    if needed <= granted(role, label):
        assert response.status_code != 403
    else:  # of what one may not even see it is said that it is not there
        assert response.status_code in (403, 404)


@pytest.mark.parametrize("role", DESCRIPTIONS)
@pytest.mark.parametrize("label", sorted(MODELS.keys() - {"catalogue.draft"}))
def test_a_role_changes_what_the_table_grants(enter: Enter, role: str, label: str) -> None:
    client, base = enter(role), f"/admin/{label.replace('.', '/')}"
    verbs, pk = granted(role, label), RECORDS[label]().pk
    answers = {
        "add": client.post(f"{base}/add/"),
        "change": client.post(f"{base}/{pk}/change/"),
        "delete": client.post(f"{base}/{pk}/delete/", {"post": "yes"}),
    }
    allowed = {verb for verb, answer in answers.items() if answer.status_code != 403}
    if answers["change"].headers.get("Location") == "/admin/":  # there is no such record, it says
        allowed.remove("change")
    translates = {"change"} if "translate" in verbs else set()
    assert allowed == verbs - {"view", "translate"} | translates


AUTOCOMPLETES = [
    (model, field)
    for model, options in registered().items()
    for field in options.autocomplete_fields
]


@pytest.mark.parametrize("role", DESCRIPTIONS)
@pytest.mark.parametrize(("model", "field"), AUTOCOMPLETES)
def test_a_role_searches_only_what_it_may_see(
    enter: Enter, role: str, model: type[Any], field: str
) -> None:
    options = model._meta
    target = options.get_field(field).remote_field.model._meta.label_lower
    query = {"app_label": options.app_label, "model_name": options.model_name, "field_name": field}
    response = enter(role).get("/admin/autocomplete/", query)
    assert (response.status_code != 403) == ("view" in granted(role, target))


def test_the_table_names_every_model_of_ours() -> None:
    ours = {
        model._meta.label_lower
        for model in apps.get_models()
        if model.__module__.startswith("upendo.") and not hasattr(model, "instance_type")
    }
    assert ours == set(TABLE)
