"""Drafts and open forms that are older than the code: they speak of fields that it lost."""

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.test import Client

from upendo.catalogue.models import Beekeeper, Forest, Jar
from upendo.catalogue.previews import Preview
from upendo.catalogue.tests.desk import opened, press, save, tree
from upendo.catalogue.tests.factories import JarFactory
from upendo.editing import drafts
from upendo.editing.models import Draft
from upendo.editing.states.form_state import FormState, bound_to
from upendo.editing.states.rows import rows_of

pytestmark = pytest.mark.django_db
REVIEW = "/admin/catalogue/draft/review/?story=PUREJOY"


@pytest.fixture
def beekeeper(admin_client: Client) -> Beekeeper:
    """Somebody with a draft of a village, and of a field and a part that are gone."""
    beekeeper = JarFactory.create(code="PUREJOY").beekeeper
    save(admin_client, beekeeper, village="Ilunde")
    draft = Draft.objects.get()
    draft.changed[f"catalogue.beekeeper:{beekeeper.pk}"]["life_story"] = "Keeps wild bees."
    draft.changed["catalogue.hive:3"] = {"wood": "Mninga"}
    draft.added["catalogue.hive:4"] = {"beekeeper": beekeeper.pk, "wood": "Mtundu"}
    draft.removed = ["catalogue.hive:5"]
    draft.save()
    return beekeeper


@pytest.fixture
def draft_of_a_lost_kind(admin_client: Client) -> Draft:
    kind = ContentType.objects.create(app_label="catalogue", model="hive")
    return Draft.objects.create(content_type=kind, object_id=1, changed={"catalogue.hive:1": {}})


def test_the_review_tells_what_is_not_known_any_more(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    page = admin_client.get(REVIEW).content.decode()
    assert "Ilunde" in page
    assert "not known any more" in page
    for name, value in [
        ("Beekeeper, life story", "Keeps wild bees."),
        ("Hive, wood", "Mninga"),
        ("Hive, wood", "Mtundu"),
    ]:
        assert name in page
        assert value in page


def test_publishing_is_refused_in_words(admin_client: Client, beekeeper: Beekeeper) -> None:
    seen = [review.seen for review in admin_client.get(REVIEW).context["reviews"]]
    response = admin_client.post(REVIEW, {"seen": seen, "_publish": ""}, follow=True)
    page = response.content.decode()
    assert f"{beekeeper} cannot be published" in page
    assert "Beekeeper, life story" in page
    assert Beekeeper.objects.get().village == "Inyonga"
    assert Draft.objects.exists()


def test_the_form_shows_the_rest_of_the_draft_and_what_it_would_leave_out(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    page = admin_client.get(f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/").content.decode()
    assert 'value="Ilunde"' in page
    assert "not known any more" in page
    assert "Keeps wild bees." in page


def test_saving_the_form_leaves_it_out_and_says_so(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    save(admin_client, beekeeper)
    page = admin_client.get(REVIEW).content.decode()
    assert "Left out, since it is not known any more" in page
    assert "Beekeeper, life story" in page
    drafts.publish(Draft.objects.all())
    assert Beekeeper.objects.get().village == "Ilunde"


def test_publishing_from_the_form_leaves_it_out_and_says_so(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    response = save(admin_client, beekeeper, "_publish")
    assert response.status_code == 302
    page = admin_client.get(response["Location"]).content.decode()
    assert "Left out, since it is not known any more" in page
    assert Beekeeper.objects.get().village == "Ilunde"
    assert not Draft.objects.exists()


def test_a_form_that_is_not_saved_leaves_nothing_out(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    page = save(admin_client, beekeeper, name="").content.decode()
    assert "Left out" not in page
    assert "Keeps wild bees." in str(Draft.objects.get().changed)


def test_such_a_draft_can_be_discarded(admin_client: Client, beekeeper: Beekeeper) -> None:
    seen = [review.seen for review in admin_client.get(REVIEW).context["reviews"]]
    admin_client.post(REVIEW, {"seen": seen, "_discard": ""})
    assert not Draft.objects.exists()


def test_the_preview_shows_the_rest(client: Client, beekeeper: Beekeeper) -> None:
    response = client.get(Preview.of(Jar.objects.get()).address("beekeeper"))
    assert response.status_code == 200
    assert "Ilunde" in response.content.decode()


def test_a_new_part_whose_link_to_its_record_is_gone_is_left_out_whole(
    admin_client: Client,
) -> None:
    forest: Forest = JarFactory.create(code="PUREJOY").batch.forest
    save(admin_client, forest, **tree(0, "Msasa"))
    draft = Draft.objects.get()
    [row] = draft.added.values()
    row["woodland"] = row.pop("forest")
    draft.save()
    assert opened(admin_client, forest)["species-TOTAL_FORMS"] == 0
    page = admin_client.get(REVIEW).content.decode()
    assert "Msasa" in page
    assert "not known any more" in page


def test_who_opened_the_form_before_the_field_went_is_warned(admin_client: Client) -> None:
    beekeeper = JarFactory.create().beekeeper
    rows = rows_of(beekeeper)
    rows[f"catalogue.beekeeper:{beekeeper.pk}"]["life_story"] = "Keeps wild bees."
    gone = {"catalogue.hive:3": {"beekeeper": beekeeper.pk, "wood": "Mninga"}}
    state = FormState(bound_to(beekeeper, User.objects.get()), rows | gone, gone)
    mine = opened(admin_client, beekeeper) | {"opened": str(state)}
    warned = press(admin_client, beekeeper, "_draft", mine | {"village": "Ilunde"})
    page = warned.content.decode()
    assert "Changed by somebody else" in page
    assert "Keeps wild bees." in page
    assert "Mninga" in page
    again = mine | {"village": "Ilunde", "opened": str(warned.context["visit"].form_state)}
    assert press(admin_client, beekeeper, "_draft", again).status_code == 302
    assert Draft.objects.exists()


def test_the_list_and_the_start_page_point_to_such_a_draft(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    for address in ["/admin/", "/admin/catalogue/draft/"]:
        assert "Beekeeper, life story" in admin_client.get(address).content.decode()


def test_pages_leave_alone_a_draft_of_a_kind_that_is_gone(
    admin_client: Client, draft_of_a_lost_kind: Draft
) -> None:
    for address in [
        "/admin/",
        "/admin/catalogue/draft/",
        f"/admin/catalogue/draft/review/?draft={draft_of_a_lost_kind.pk}",
    ]:
        assert admin_client.get(address).status_code == 200


def test_the_command_names_such_drafts(
    capsys: pytest.CaptureFixture[str], beekeeper: Beekeeper, draft_of_a_lost_kind: Draft
) -> None:
    with pytest.raises(CommandError, match="2 drafts"):
        call_command("check_drafts")
    said = capsys.readouterr().out
    assert f"beekeeper {beekeeper.pk}, {beekeeper}: " in said
    assert "Beekeeper, life story" in said
    assert "hive 1: the kind of record is gone" in said


def test_the_command_is_content_with_other_drafts(
    admin_client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    save(admin_client, JarFactory.create().beekeeper, village="Ilunde")
    call_command("check_drafts")
    assert "Everything in every draft is known." in capsys.readouterr().out
