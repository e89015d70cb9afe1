"""What a form carries is good for that form alone: one record, one person, one day."""

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.db.models import Model
from django.test import Client

from upendo.catalogue.models import Beekeeper, Jar, Species
from upendo.catalogue.tests.desk import enter, opened, press, save
from upendo.catalogue.tests.factories import BeekeeperFactory, ForestFactory, JarFactory
from upendo.desk.addresses import form_of
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def unread() -> Beekeeper:
    """Somebody whom readers do not meet, so that a form of theirs is saved at once."""
    return BeekeeperFactory.create(name="Unread")


def carried(client: Client, record: Model) -> str:
    """Return what a record's form carries, as whoever may see it finds it in the page."""
    return str(client.get(form_of(record)).context["visit"].form_state)


def press_twice(client: Client, record: Model, sent: dict[str, object]) -> object:
    """Save a record's form, and save it once more after the warning."""
    warned = press(client, record, "_save", sent)
    assert "Somebody else has changed this" in warned.content.decode()
    again = sent | {"opened": str(warned.context["visit"].form_state)}
    return press(client, record, "_save", again).status_code


def test_an_editor_does_not_publish_a_draft_by_another_records_form(unread: Beekeeper) -> None:
    editor = enter("Editor")
    live = JarFactory.create(beekeeper__name="Neema").beekeeper
    save(editor, live, bio="Keeps wild bees.")
    sent = opened(editor, unread) | {"opened": carried(editor, live), "village": "Ilunde"}
    assert press_twice(editor, unread, sent) == 302
    live.refresh_from_db()
    unread.refresh_from_db()
    assert (live.bio, unread.village) == ("Keeps bees.", "Ilunde")
    assert Draft.objects.of(live).exists()


def test_who_only_looks_at_codes_does_not_bring_one_back(unread: Beekeeper) -> None:
    editor = enter("Editor")
    jar = JarFactory.create()
    while_live = carried(editor, jar)
    Jar.objects.update(status=Jar.Status.RETIRED)
    press_twice(editor, unread, opened(editor, unread) | {"opened": while_live})
    assert Jar.objects.get().status == Jar.Status.RETIRED


def test_a_translator_does_not_turn_a_beekeeper_back(unread: Beekeeper) -> None:
    translator = enter("Translator")
    live = JarFactory.create(beekeeper__village="Inyonga").beekeeper
    formerly = carried(translator, live)
    Beekeeper.objects.filter(pk=live.pk).update(village="Ilunde")
    press_twice(translator, unread, opened(translator, unread) | {"opened": formerly})
    live.refresh_from_db()
    assert live.village == "Ilunde"


def test_the_form_of_somebody_else_is_one_of_another_time(admin_client: Client) -> None:
    forest = ForestFactory.create()
    Species.objects.create(forest=forest, kind="plant", name="Mnondo")
    of_the_admin = carried(admin_client, forest)
    editor = enter("Editor")
    save(editor, forest, "_save", **{"species-0-DELETE": "on"})
    press_twice(editor, forest, opened(editor, forest) | {"opened": of_the_admin})
    assert not Species.objects.exists()


def test_the_form_of_the_day_before_yesterday_is_one_of_another_time(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    with time_machine.travel("2026-11-25T12:00Z"):
        sent = opened(admin_client, beekeeper) | {"village": "Ilunde"}
    with time_machine.travel("2026-11-27T12:00Z"):
        admin_client.force_login(User.objects.get())
        page = press(admin_client, beekeeper, "_save", sent)
        assert "Somebody else has changed this" in page.content.decode()
        assert 'value="Ilunde"' in page.content.decode()
        assert Beekeeper.objects.get().village == "Inyonga"
        assert press_twice(admin_client, beekeeper, sent) == 302
    assert Beekeeper.objects.get().village == "Ilunde"


def test_a_part_comes_back_only_for_those_who_may_add_one(admin_client: Client) -> None:
    forest = ForestFactory.create()
    Species.objects.create(forest=forest, kind="plant", name="Mnondo")
    names = ["view_forest", "change_forest", "view_species"]
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(clerk)
    sent = opened(client, forest) | {"region": "Tabora"}
    save(admin_client, forest, "_save", **{"species-0-DELETE": "on"})
    assert press_twice(client, forest, sent) == 302
    assert not Species.objects.exists()


def test_a_part_that_came_back_meanwhile_is_not_written_over(admin_client: Client) -> None:
    forest, other = ForestFactory.create_batch(2)
    tree = Species.objects.create(forest=forest, kind="plant", name="Mnondo")
    mine = opened(admin_client, forest)
    number = tree.pk
    tree.delete()
    warned = press(admin_client, forest, "_save", mine)
    again = mine | {"opened": str(warned.context["visit"].form_state)}
    Species.objects.create(pk=number, forest=other, kind="plant", name="Msasa")
    press(admin_client, forest, "_save", again)
    assert Species.objects.get().forest == other
