import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client, RequestFactory

from upendo.catalogue.admin.base import CatalogueAdmin, ContentForm
from upendo.catalogue.also_told import also_told
from upendo.catalogue.models import Part
from upendo.catalogue.models.story_paths import STORY_PATHS
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import JarFactory
from upendo.desk import menu, start_page
from upendo.desk.guides import GUIDES
from upendo.desk.tests.admins import registered
from upendo.editing.models import Versioned
from upendo.editing.states.rows import parts_of

pytestmark = pytest.mark.django_db
ADMINS = [known for known in registered().values() if isinstance(known, CatalogueAdmin)]


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
    assert known.model._meta.model_name in STORY_PATHS or also_told(known.model)
    model: type[Versioned] = known.model
    for inline in known.inlines:
        assert issubclass(inline.model, Part)
        assert inline.model in parts_of(model)


def test_the_menu_has_only_what_one_may_open(clerk: Client, admin_client: Client) -> None:
    assert "/admin/catalogue/forest/" in admin_client.get("/admin/").content.decode()
    page = clerk.get("/admin/").content.decode()
    assert "/admin/catalogue/beekeeper/" in page
    assert "/admin/catalogue/forest/" not in page
    assert "Missing in stories" not in page


def test_another_app_adds_its_own_entry_and_card(
    admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(menu, "_items", [])
    monkeypatch.setattr(start_page, "_cards", {})
    request = RequestFactory().get("/admin/")
    request.user = admin_user
    line = start_page.CardLine("New", "/admin/")
    card = start_page.Card("Letters", "mail", [line], "None waits.")
    menu.menu_page("Letters", "Inbox", "mail", url=lambda: "/admin/inbox/")
    start_page.card(order=2)(lambda _: card)
    start_page.card(order=1)(lambda _: None)
    assert menu.navigation(request)[1]["title"] == "Letters"
    assert start_page.cards(request) == [card]


def test_a_group_that_the_menu_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="none of the menu's groups"):
        menu.menu_page("Bees", "Hives", "hive", url=lambda: "/")


def test_two_cards_cannot_stand_in_the_same_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_page, "_cards", {})
    start_page.card(order=1)(lambda _: None)
    with pytest.raises(ValueError, match="order 1 already"):
        start_page.card(order=1)(lambda _: None)


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


def test_the_head_of_a_page_says_what_it_makes_or_asks_and_a_list_leads_to_a_new_record(
    admin_client: Client,
) -> None:
    keeper = JarFactory.create(beekeeper__name="Neema").beekeeper
    for address, title, leads_on in (
        ("beekeeper/", "Beekeepers", True),
        ("beekeeper/add/", "New beekeeper", False),
        (f"consent/of/{keeper.pk}/", "What Neema agrees to show", False),
        ("jar/import/", "Import", False),
    ):
        page = admin_client.get(f"/admin/catalogue/{address}").content.decode()
        [head] = re.findall(r"<h1>.*?</h1>", page, re.DOTALL)
        assert title in head
        assert ("addlink" in page) == leads_on
