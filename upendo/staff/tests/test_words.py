"""Every word of the desk goes through gettext, so that a catalogue makes it speak a language."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, transaction
from django.db.models import CharField, F, Func, TextField, Value
from django.test import Client
from django.urls import reverse

from upendo.desk.guides import GUIDES
from upendo.desk.implied_names import NAMES, implied_fields, models_of_ours
from upendo.staff.tests.brackets import unwrapped
from upendo.staff.tests.records import RECORDS
from upendo.staff.tests.test_roles_in_the_admin import PAGES, SENT_ONLY, address

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβγδεζηθικλμνξοπρστυφχψωϊϋ"
OWN_PAGES = [
    reverse("admin:index"),
    reverse("admin:help"),
    reverse("admin:missing"),
    reverse("admin:password_change"),
    reverse("admin:search") + "?s=x",
    *(reverse("admin:help-guide", args=[guide.name]) for guide in GUIDES),
]
WRITTEN = {"catalogue", "claims", "inbox", "staff"}  # apps with texts that people write


def write_in_greek() -> None:
    """Turn what people have written into letters that no word of ours has."""
    letters = (Value(LATIN + LATIN.upper()), Value(GREEK + GREEK.upper()))
    for model in models_of_ours():
        if model._meta.app_label not in WRITTEN or not model._default_manager.exists():
            continue
        for field in model._meta.concrete_fields:
            if type(field) in (CharField, TextField) and not (field.choices or field.primary_key):
                changed = {field.name: Func(F(field.name), *letters, function="TRANSLATE")}
                try:
                    with transaction.atomic():
                        model._default_manager.update(**changed)
                except DatabaseError:  # the database keeps it, such as the code on a jar
                    continue


def pages_of(label: str) -> Iterator[str]:
    pk = RECORDS[label]().pk
    for of, page, name in PAGES:
        if of == label and page not in SENT_ONLY:
            yield address(name, pk)


def test_names_that_django_makes_stand_in_their_list() -> None:
    made = {
        str(field.verbose_name) for model in models_of_ours() for field in implied_fields(model)
    }
    for model in models_of_ours():
        for name in {"verbose_name", "verbose_name_plural"} - model._meta.original_attrs.keys():
            made.add(str(getattr(model._meta, name)))
    assert made == set(NAMES)


@pytest.mark.django_db
def test_every_word_of_the_desk_can_be_translated(in_brackets: None, admin_client: Client) -> None:
    told: dict[str, set[str]] = {}
    for label in sorted({page[0] for page in PAGES}):
        with transaction.atomic():
            pages = list(pages_of(label))
            write_in_greek()
            for page in pages:
                answer = admin_client.get(page)
                if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                    for words in unwrapped(answer.content.decode()):
                        told.setdefault(words, set()).add(page)
            transaction.set_rollback(True)
    for page in OWN_PAGES:
        for words in unwrapped(admin_client.get(page).content.decode()):
            told.setdefault(words, set()).add(page)
    assert told == {}
