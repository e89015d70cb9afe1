import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from upendo.catalogue.models import Beekeeper
from upendo.catalogue.tests.factories import BeekeeperFactory
from upendo.staff.roles import DESCRIPTIONS, TABLE, TRANSLATOR, codenames
from upendo.staff.tests.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", DESCRIPTIONS)
def test_migrating_gives_each_role_exactly_what_the_table_says(role: str) -> None:
    held = Permission.objects.filter(group__name=role)
    expected = {
        f"{app}.{codename}"
        for app in {label.split(".")[0] for label in TABLE}
        for codename in codenames(role, app)
    }
    assert {f"{p.content_type.app_label}.{p.codename}" for p in held} == expected


def test_migrating_again_puts_right_what_was_changed_by_hand() -> None:
    group = Group.objects.get(name=TRANSLATOR)
    before = set(group.permissions.all())
    group.permissions.set(Permission.objects.filter(codename__startswith="delete_"))
    call_command("migrate", verbosity=0)
    assert set(group.permissions.all()) == before


def test_a_translator_writes_the_translation_and_nothing_else(enter: Enter) -> None:
    beekeeper = BeekeeperFactory.create(name="Neema", letter_text="Mpendwa mteja")
    form = {"name": "Other", "letter_text": "Other", "letter_translation": "Dear customer"}
    answer = enter(TRANSLATOR).post(f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/", form)
    assert answer.status_code == 302
    after = Beekeeper.objects.get()
    assert (after.name, after.letter_text) == ("Neema", "Mpendwa mteja")
    assert after.letter_translation == "Dear customer"


def test_the_roles_page_says_what_they_are_for(admin_client: Client) -> None:
    page = admin_client.get("/admin/auth/group/").content.decode()
    assert all(description.split(",")[0] in page for description in DESCRIPTIONS.values())
    assert apps.get_app_config("staff").verbose_name == "Accounts"
