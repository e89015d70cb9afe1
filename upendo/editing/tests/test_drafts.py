import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from upendo.catalogue.models import (
    Beekeeper,
    Footprint,
    FootprintStage,
    Forest,
    Species,
)
from upendo.catalogue.tests.desk import opened, press, save, tree
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    JarFactory,
    PictureFactory,
    image_file,
)
from upendo.editing import drafts
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def beekeeper() -> Beekeeper:
    """Somebody whom readers of a live code meet."""
    return JarFactory.create(beekeeper=BeekeeperFactory.create(name="Neema")).beekeeper


@pytest.fixture
def forest() -> Forest:
    """A forest that readers see, with two trees."""
    forest = JarFactory.create().batch.forest
    for place, name in enumerate(["Mnondo", "Mininga"]):
        Species.objects.create(forest=forest, kind="plant", name=name, position=place)
    return forest


def trees() -> set[str]:
    return set(Species.objects.values_list("name", flat=True))


def test_an_edit_of_what_readers_see_waits_in_a_draft(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    save(admin_client, beekeeper, bio="Keeps wild bees.")
    assert Beekeeper.objects.get().bio == "Keeps bees."
    page = admin_client.get(f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/").content.decode()
    assert "This is a draft" in page
    assert "Keeps wild bees.</textarea>" in page


def test_line_ends_of_a_browser_are_no_change(admin_client: Client, beekeeper: Beekeeper) -> None:
    Beekeeper.objects.update(bio="Keeps bees.\n\nSings.", letter_text="Karibu.\r\nAsante.")
    sent = {"bio": "Keeps bees.\r\n\r\nSings.", "letter_text": "Karibu.\r\nAsante."}
    save(admin_client, beekeeper, **sent)
    assert not Draft.objects.exists()
    address = f"/api/v1/beekeepers/{beekeeper.pk}/"
    assert admin_client.patch(address, sent, "application/json").status_code == 200
    assert Beekeeper.objects.get().bio == "Keeps bees.\n\nSings."
    assert Beekeeper.objects.get().letter_text == "Karibu.\nAsante."


def test_a_draft_is_published_from_its_form_together_with_what_is_typed_last(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    save(admin_client, beekeeper, bio="Keeps wild bees.")
    save(admin_client, beekeeper, "_publish", village="Ilunde")
    published = Beekeeper.objects.get()
    assert (published.bio, published.village) == ("Keeps wild bees.", "Ilunde")
    assert not Draft.objects.exists()


def test_a_draft_holds_new_changed_and_removed_parts(admin_client: Client, forest: Forest) -> None:
    sent = opened(admin_client, forest) | {
        "species-0-name": "Julbernardia",
        "species-1-DELETE": "on",
    }
    press(admin_client, forest, "_draft", sent | tree(2, "Msasa"))
    assert trees() == {"Mnondo", "Mininga"}
    again = opened(admin_client, forest)
    assert [again[f"species-{n}-name"] for n in range(2)] == ["Julbernardia", "Msasa"]
    press(admin_client, forest, "_publish", again)
    assert trees() == {"Julbernardia", "Msasa"}


def test_a_new_part_of_a_draft_can_be_edited_and_removed_again(
    admin_client: Client, forest: Forest
) -> None:
    save(admin_client, forest, **tree(2, "Msasa"))
    save(admin_client, forest, **{"species-2-name": "Muhama"})
    assert [row["name"] for row in Draft.objects.get().added.values()] == ["Muhama"]
    save(admin_client, forest, **{"species-2-DELETE": "on"})
    assert not Draft.objects.exists()


def test_what_nobody_reads_yet_is_simply_saved(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    save(admin_client, beekeeper, "_save", bio="Keeps wild bees.")
    assert Beekeeper.objects.get().bio == "Keeps wild bees."
    assert not Draft.objects.exists()


def test_what_nobody_reads_yet_may_have_gaps_that_block(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    save(admin_client, beekeeper, "_save", letter_text="Mpendwa mteja")
    assert Beekeeper.objects.get().letter_text == "Mpendwa mteja"


def test_a_form_with_an_error_saves_nothing_and_keeps_what_was_typed(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    response = save(admin_client, beekeeper, name="", bio="Keeps wild bees.")
    assert "This field is required" in response.content.decode()
    assert "Keeps wild bees." in response.content.decode()
    assert not Draft.objects.exists()


def test_a_draft_of_a_new_photo_leaves_the_present_one(admin_client: Client) -> None:
    picture = PictureFactory.create(image=image_file((1200, 900)))
    JarFactory.create(beekeeper=BeekeeperFactory.create(portrait=picture))
    before = picture.folder
    save(admin_client, picture, image=image_file((1300, 900), colour="#2f6b3c"))
    picture.refresh_from_db()
    assert picture.folder == before
    drafts.publish(Draft.objects.all())
    picture.refresh_from_db()
    assert (picture.width, picture.folder != before) == (1300, True)


def test_publishing_needs_its_own_permission(client: Client, beekeeper: Beekeeper) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    names = ["view_beekeeper", "change_beekeeper"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)
    assert save(client, beekeeper, "_publish", bio="Keeps wild bees.").status_code == 403
    assert save(client, beekeeper, "_draft", bio="Keeps wild bees.").status_code == 302
    assert Draft.objects.get().author == editor
    assert Beekeeper.objects.get().bio == "Keeps bees."


def test_a_gap_that_blocks_cannot_be_published_and_nothing_typed_is_lost(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    response = save(admin_client, beekeeper, "_publish", letter_text="Mpendwa mteja")
    page = response.content.decode()
    assert "has no translation" in page
    assert "Mpendwa mteja</textarea>" in page
    assert "” is published." not in page
    assert Beekeeper.objects.get().letter_text == ""


def test_drafts_are_published_together_or_not_at_all(
    admin_client: Client, beekeeper: Beekeeper, forest: Forest
) -> None:
    save(admin_client, forest, title="Mlele")
    save(admin_client, beekeeper, name="Juma")
    BeekeeperFactory.create(name="Juma")
    with pytest.raises(drafts.NotPublishableError, match="has changed"):
        drafts.publish(Draft.objects.all())
    assert Forest.objects.get(pk=forest.pk).title != "Mlele"
    assert Draft.objects.count() == 2


def test_a_link_to_something_deleted_meanwhile_is_left_out(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    portrait = PictureFactory.create()
    save(admin_client, beekeeper, bio="Keeps wild bees.", portrait=portrait.pk)
    portrait.delete()
    drafts.publish(Draft.objects.all())
    published = Beekeeper.objects.get()
    assert (published.bio, published.portrait) == ("Keeps wild bees.", None)


def test_a_draft_leaves_alone_what_it_does_not_change(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    save(admin_client, beekeeper, bio="Keeps wild bees.")
    Beekeeper.objects.update(village="Ilunde")
    drafts.publish(Draft.objects.all())
    assert Beekeeper.objects.get().village == "Ilunde"


def test_unmeasured_and_measured_stages_survive_a_draft(admin_client: Client) -> None:
    footprint: Footprint = FootprintFactory.create()
    JarFactory.create(batch__honey=footprint.honey)
    FootprintStageFactory.create(footprint=footprint, label="Beekeeping")
    FootprintStageFactory.create(footprint=footprint, label="Road", grams_per_kg=903)
    save(admin_client, footprint, year=2026)
    drafts.publish(Draft.objects.all())
    stages = dict(FootprintStage.objects.values_list("label", "grams_per_kg"))
    assert stages == {"Beekeeping": None, "Road": 903}
    assert Footprint.objects.get().year == 2026


def test_a_deleted_record_takes_its_draft_along(admin_client: Client) -> None:
    jar = JarFactory.create()
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    save(admin_client, footprint, year=2026)
    footprint.delete()
    assert not Draft.objects.exists()
