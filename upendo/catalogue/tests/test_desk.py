import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.test import Client, RequestFactory

from upendo.catalogue import desk
from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.forms import ContentForm
from upendo.catalogue.admin.help import GUIDES
from upendo.catalogue.models import Part
from upendo.catalogue.models.jar import STORY_PATHS
from upendo.catalogue.rows import parts_of
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import JarFactory

pytestmark = pytest.mark.django_db
ADMINS = [known for known in admin.site._registry.values() if isinstance(known, CatalogueAdmin)]


@pytest.fixture
def clerk(client: Client) -> Client:
    """Somebody who may see beekeepers and nothing else."""
    user = User.objects.create_user("clerk", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_beekeeper"))
    client.force_login(user)
    return client


@pytest.mark.parametrize("known", ADMINS, ids=lambda known: known.model.__name__)
def test_nothing_that_a_form_edits_is_left_out_of_its_drafts(known: CatalogueAdmin) -> None:
    assert issubclass(known.form, ContentForm)
    assert known.model._meta.model_name in STORY_PATHS
    for inline in known.inlines:
        assert issubclass(inline.model, Part)
        assert inline.model in parts_of(known.model)


def test_the_menu_has_only_what_one_may_open(clerk: Client, admin_client: Client) -> None:
    assert "/admin/catalogue/forest/" in admin_client.get("/admin/").content.decode()
    page = clerk.get("/admin/").content.decode()
    assert "/admin/catalogue/beekeeper/" in page
    assert "/admin/catalogue/forest/" not in page
    assert "Stories with gaps" not in page


def test_another_app_adds_its_own_entry_and_card(
    admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_entries", [])
    monkeypatch.setattr(desk, "_cards", [])
    request = RequestFactory().get("/admin/")
    request.user = admin_user
    card = desk.Card("Letters", "mail", [desk.Item("New", "/admin/")], "None waits.")
    desk.page("Letters", "Inbox", "mail", url=lambda: "/admin/inbox/")
    desk.card(order=2)(lambda _: card)
    desk.card(order=1)(lambda _: None)
    assert desk.navigation(request)[1]["title"] == "Letters"
    assert desk.cards(request) == [card]


def test_the_start_page_shows_the_drafts(admin_client: Client) -> None:
    assert "Everything is published." in admin_client.get("/admin/").content.decode()
    beekeeper = JarFactory.create().beekeeper
    save(admin_client, beekeeper, bio="Keeps wild bees.")
    page = admin_client.get("/admin/").content.decode()
    assert f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/" in page


def test_lists_say_what_readers_see_and_what_waits(admin_client: Client) -> None:
    beekeeper = JarFactory.create().beekeeper
    address = "/admin/catalogue/beekeeper/"
    assert "readers see it" in admin_client.get(address).content.decode()
    save(admin_client, beekeeper, bio="Keeps wild bees.")
    assert "draft waiting" in admin_client.get(address).content.decode()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_guide_opens_with_a_picture_and_leads_on(clerk: Client, guide: object) -> None:
    name = guide.name  # type: ignore[attr-defined]  # a Guide
    assert f"/admin/help/{name}/" in clerk.get("/admin/help/").content.decode()
    page = clerk.get(f"/admin/help/{name}/").content.decode()
    assert "<figure" in page
    assert page.count("<li") > 3


def test_there_is_no_guide_to_everything(clerk: Client) -> None:
    assert clerk.get("/admin/help/everything/").status_code == 404
