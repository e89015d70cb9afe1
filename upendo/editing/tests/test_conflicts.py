import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue.models import Beekeeper, Species
from upendo.catalogue.tests.desk import opened, press, save, tree
from upendo.catalogue.tests.factories import BeekeeperFactory, ForestFactory, JarFactory
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def juma() -> Client:
    """Somebody else at the desk."""
    client = Client()
    client.force_login(User.objects.create_superuser("juma"))
    return client


def test_the_second_to_save_is_warned_and_keeps_what_they_typed(
    admin_client: Client, juma: Client
) -> None:
    beekeeper = BeekeeperFactory.create()
    mine = opened(admin_client, beekeeper) | {"village": "Ilunde"}
    save(juma, beekeeper, "_save", bio="Keeps wild bees.")
    page = press(admin_client, beekeeper, "_save", mine).content.decode()
    assert "Somebody else has changed this" in page
    assert "juma," in page
    assert "Keeps wild bees." in page
    assert 'value="Ilunde"' in page
    assert Beekeeper.objects.get().village == "Inyonga"


def test_saving_once_more_after_the_warning_saves(admin_client: Client, juma: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    mine = opened(admin_client, beekeeper) | {"village": "Ilunde"}
    save(juma, beekeeper, "_save", bio="Keeps wild bees.")
    warned = press(admin_client, beekeeper, "_save", mine)
    press(
        admin_client, beekeeper, "_save", mine | {"opened": str(warned.context["visit"].form_state)}
    )
    assert Beekeeper.objects.get().village == "Ilunde"


def test_a_draft_that_somebody_saved_meanwhile_is_not_overwritten(
    admin_client: Client, juma: Client
) -> None:
    beekeeper = JarFactory.create().beekeeper
    mine = opened(admin_client, beekeeper) | {"village": "Ilunde"}
    save(juma, beekeeper, bio="Keeps wild bees.")
    page = press(admin_client, beekeeper, "_draft", mine).content.decode()
    assert "juma," in page
    assert Draft.objects.get().changed == {
        f"catalogue.beekeeper:{beekeeper.pk}": {"bio": "Keeps wild bees."}
    }


def test_parts_that_somebody_removed_meanwhile_can_be_kept(
    admin_client: Client, juma: Client
) -> None:
    forest = ForestFactory.create()
    Species.objects.create(forest=forest, kind="plant", name="Mnondo")
    mine = opened(admin_client, forest) | {"region": "Tabora"}
    save(juma, forest, "_save", **{"species-0-DELETE": "on"})
    warned = press(admin_client, forest, "_save", mine)
    assert "Mnondo" in warned.content.decode()
    assert not Species.objects.exists()
    press(admin_client, forest, "_save", mine | {"opened": str(warned.context["visit"].form_state)})
    assert Species.objects.get().name == "Mnondo"


def test_parts_that_somebody_added_meanwhile_stay(admin_client: Client, juma: Client) -> None:
    forest = ForestFactory.create()
    mine = opened(admin_client, forest) | {"region": "Tabora"}
    save(juma, forest, "_save", **tree(0, "Msasa"))
    warned = press(admin_client, forest, "_save", mine)
    assert "“Msasa”" in warned.content.decode()
    press(admin_client, forest, "_save", mine | {"opened": str(warned.context["visit"].form_state)})
    assert Species.objects.get().name == "Msasa"


def test_two_who_type_the_same_are_not_bothered(admin_client: Client, juma: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    mine = opened(admin_client, beekeeper)
    save(juma, beekeeper, "_save")
    assert press(admin_client, beekeeper, "_save", mine).status_code == 302


def test_a_seal_that_is_not_ours_is_taken_for_a_form_of_another_time(
    admin_client: Client,
) -> None:
    beekeeper = BeekeeperFactory.create()
    response = save(admin_client, beekeeper, "_save", opened="nonsense")
    assert "Somebody else has changed this" in response.content.decode()
