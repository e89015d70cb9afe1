"""What a role brings back from history and reads of drafts: no more than on the form itself."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue.models import Beekeeper, Footprint, Jar
from upendo.catalogue.previews import Preview
from upendo.catalogue.tests.desk import enter, save
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    FootprintFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.editing.models import Draft, Versioned
from upendo.editing.states.revisions import revisions_of
from upendo.staff.models import ShopAccount

REVIEW = "/admin/catalogue/draft/review/"
LIST = "/admin/catalogue/draft/"


@pytest.fixture
def admin() -> Client:
    """Somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("neema"))
    return client


def bring_back_the_oldest(client: Client, record: Versioned, pk: int) -> str:
    """Post the oldest version of a record, and return the page that follows."""
    model = type(record)
    address = f"/admin/catalogue/{model._meta.model_name}/{pk}/history/"
    oldest = revisions_of(model, pk)[-1]
    answer = client.post(address, {"revision": oldest.at.isoformat()}, follow=True)
    page: str = answer.content.decode()
    return page


@pytest.mark.django_db(transaction=True)
def test_a_translator_brings_back_the_translation_and_nothing_else(admin: Client) -> None:
    beekeeper = BeekeeperFactory.create(village="Inyonga", letter_translation="Dear customer")
    save(admin, beekeeper, "_save", village="Ilunde", letter_translation="Dear friend")
    bring_back_the_oldest(enter("Translator"), beekeeper, beekeeper.pk)
    now = Beekeeper.objects.get()
    assert (now.village, now.letter_translation) == ("Ilunde", "Dear customer")
    bring_back_the_oldest(enter("Editor"), beekeeper, beekeeper.pk)
    assert Beekeeper.objects.get().village == "Inyonga"


@pytest.mark.django_db(transaction=True)
def test_a_deleted_record_comes_back_to_readers_only_by_those_who_may_publish(
    admin: Client,
) -> None:
    footprint = FootprintFactory.create(honey=JarFactory.create().batch.honey)
    pk = footprint.pk
    footprint.delete()
    page = bring_back_the_oldest(enter("Editor"), footprint, pk)
    assert "readers would see it at once" in page
    assert not Footprint.objects.exists()
    bring_back_the_oldest(enter("Manager"), footprint, pk)
    assert Footprint.objects.exists()


@pytest.fixture
def jar(admin_client: Client) -> Jar:
    """A live code that has a draft, as its beekeeper has."""
    jar = JarFactory.create(code="PUREJOY", beekeeper__name="Neema")
    save(admin_client, jar, net_weight_grams=350)
    save(admin_client, jar.beekeeper, bio="Keeps wild bees.")
    return jar


@pytest.mark.django_db
def test_a_translator_reads_no_draft_of_a_code(jar: Jar) -> None:
    translator = enter("Translator")
    draft = Draft.objects.of(jar).get()
    assert translator.get(f"{REVIEW}?draft={draft.pk}").status_code == 403
    story = translator.get(f"{REVIEW}?story=PUREJOY").content.decode()
    assert "Keeps wild bees." in story
    assert ">350<" not in story
    for page in (LIST, "/admin/"):
        html = translator.get(page).content.decode()
        assert "Neema" in html
        assert "PUREJOY" not in html


@pytest.mark.django_db
def test_the_drafts_of_records_that_one_may_see_are_reviewed_together(jar: Jar) -> None:
    page = enter("Editor").get(f"{REVIEW}?story=PUREJOY").content.decode()
    assert "Keeps wild bees." in page
    assert ">350<" in page


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "number"), [("Reader for shops", 0), ("Editor", 2)])
def test_the_preview_of_a_story_has_the_drafts_that_one_may_read(
    jar: Jar, role: str, number: int
) -> None:
    client = enter(role)
    jar.retailer = RetailerFactory.create()
    jar.save()
    if role == "Reader for shops":
        person = client.session["_auth_user_id"]
        ShopAccount.objects.create(person_id=person, shop=jar.retailer)
    answer = client.get("/admin/catalogue/draft/preview/PUREJOY/")
    token = answer["Location"].split("/")[2]
    assert len(Preview.from_token(token).drafts) == number
