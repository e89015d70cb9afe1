"""The alternative text and the focus of pictures."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from upendo.catalogue.lifecycle import NotReadyError, bring_live
from upendo.catalogue.models import HarvestPicture, Jar
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import JarFactory, PictureFactory
from upendo.editing.gaps import gaps_of
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db


def test_a_code_goes_live_only_with_the_alternative_text_of_its_pictures() -> None:
    jar = JarFactory.create(status="draft")
    jar.beekeeper.portrait = PictureFactory.create(alt=" ")
    jar.beekeeper.save()
    HarvestPicture.objects.create(honey=jar.batch.honey, picture=PictureFactory.create(alt=""))
    with pytest.raises(NotReadyError, match="no alternative text") as refusal:
        list(bring_live(Jar.objects.all()))
    assert {gap.record for gap in refusal.value.gaps} == set(jar.pictures())
    for picture in jar.pictures():
        picture.alt = "A hive"
        picture.save()
    assert [done.changed for done in bring_live(Jar.objects.all())] == [1]


def test_the_text_of_a_picture_that_readers_see_is_not_taken_away(admin_client: Client) -> None:
    jar = JarFactory.create()
    picture = PictureFactory.create(alt="A hive")
    HarvestPicture.objects.create(honey=jar.batch.honey, picture=picture)
    page = save(admin_client, picture, alt="")
    assert "Readers see this picture" in page.content.decode()
    assert not Draft.objects.exists()
    unseen = PictureFactory.create(alt="A hive")
    assert save(admin_client, unseen, "_save", alt="").status_code == 302


def test_the_focus_reaches_the_reader_and_the_lists(client: Client, admin_client: Client) -> None:
    jar = JarFactory.create()
    jar.beekeeper.portrait = PictureFactory.create(focus_x=20, focus_y=80)
    jar.beekeeper.save()
    portrait = client.get(f"/api/v1/stories/{jar.code}/").json()["beekeeper"]["portrait"]
    assert (portrait["focus_x"], portrait["focus_y"]) == (20, 80)
    assert (
        "object-position:20% 80%"
        in admin_client.get("/admin/catalogue/beekeeper/").content.decode()
    )


def test_by_whom_a_photo_was_taken_reaches_the_reader_and_is_asked_for(client: Client) -> None:
    jar = JarFactory.create()
    photo = PictureFactory.create(is_photo=True, taken_on=date(2026, 5, 2))
    jar.batch.honey.jar_photo = photo
    jar.batch.honey.save()
    [gap] = gaps_of(photo)
    assert "does not say who took it" in gap.words
    assert not gap.blocks
    photo.credit = "Neema Mushi"
    photo.save()
    assert not gaps_of(photo)
    told = client.get(f"/api/v1/stories/{jar.code}/").json()["honey"]["jar_photo"]
    assert (told["credit"], told["taken_on"]) == ("Neema Mushi", "2026-05-02")


@pytest.mark.parametrize("focus", [{"focus_x": 101}, {"focus_y": -1}])
def test_a_focus_outside_the_picture_is_refused(focus: dict[str, int]) -> None:
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        PictureFactory.create(**focus)
