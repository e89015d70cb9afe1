import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory

pytestmark = pytest.mark.django_db
DRAFT, LIVE, RETIRED = Jar.Status.DRAFT, Jar.Status.LIVE, Jar.Status.RETIRED


def take(client: Client, jar: Jar, step: str) -> str:
    """Confirm a step, and return the page that follows."""
    address = f"/admin/catalogue/jar/{jar.pk}/{step}/step/"
    return client.post(address, {"confirmed": ""}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [("bring-live", DRAFT, LIVE), ("retire", LIVE, RETIRED), ("bring-back", RETIRED, LIVE)],
)
def test_a_code_takes_its_next_step_once_that_is_confirmed(
    admin_client: Client, step: str, before: Jar.Status, after: Jar.Status
) -> None:
    jar = JarFactory.create(status=before)
    form = admin_client.get(f"/admin/catalogue/jar/{jar.pk}/change/").content.decode()
    address = f"/admin/catalogue/jar/{jar.pk}/{step}/step/"
    assert address in form
    assert jar.code in admin_client.get(address).content.decode()
    assert Jar.objects.get().status == before
    take(admin_client, jar, step)
    assert Jar.objects.get().status == after
    assert jar.history.first().status == after


def test_a_story_with_a_gap_in_the_way_does_not_go_live_and_says_why(admin_client: Client) -> None:
    person = BeekeeperFactory.create(letter_text="Mpendwa mteja")
    jar = JarFactory.create(status=DRAFT, beekeeper=person)
    page = take(admin_client, jar, "bring-live")
    assert "has no translation" in page
    assert "#id_letter_translation" in page
    assert Jar.objects.get().status == DRAFT


def test_many_codes_are_brought_live_at_once_or_not_at_all(admin_client: Client) -> None:
    good = JarFactory.create(status=DRAFT)
    bad = JarFactory.create(
        status=DRAFT, beekeeper=BeekeeperFactory.create(letter_text="Mpendwa mteja")
    )
    with pytest.raises(lifecycle.NotReadyError):
        list(lifecycle.bring_live(Jar.objects.all()))
    chosen = {"action": "bring_live", "_selected_action": [good.pk]}
    question = admin_client.post("/admin/catalogue/jar/", chosen).content.decode()
    assert f'name="_selected_action" value="{good.pk}"' in question
    admin_client.post("/admin/catalogue/jar/", chosen | {"confirmed": ""})
    statuses = dict(Jar.objects.values_list("pk", "status"))
    assert statuses == {good.pk: LIVE, bad.pk: DRAFT}


def test_a_step_that_does_not_fit_changes_nothing() -> None:
    jar = JarFactory.create(status=RETIRED)
    jars = Jar.objects.filter(pk=jar.pk)
    assert [*lifecycle.retire(jars), *lifecycle.bring_live(jars)] == []
    assert Jar.objects.get().status == RETIRED


def test_taking_a_step_needs_the_permission_to_publish(client: Client) -> None:
    jar = JarFactory.create(status=LIVE)
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["view_jar", "change_jar"]))
    client.force_login(editor)
    take(client, jar, "retire")
    assert Jar.objects.get().status == LIVE


def test_the_api_brings_no_story_live_that_the_desk_would_refuse(admin_client: Client) -> None:
    person = BeekeeperFactory.create(letter_text="Mpendwa mteja")
    jar = JarFactory.create(status=DRAFT, beekeeper=person)
    response = admin_client.patch(f"/api/v1/jars/{jar.pk}/", {"status": "live"}, "application/json")
    assert response.status_code == 400
    assert "no translation" in response.content.decode()
