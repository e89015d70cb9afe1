from typing import Any

import pytest
from django.apps import apps
from django.db.models import Field

from upendo.catalogue.models import Jar, Picture
from upendo.catalogue.pictures.places import ANYWHERE, PLACES, place_of
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BatchStepFactory,
    BeekeeperFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)

# The photo of a reply to a letter stands in no story.
IN_NO_STORY = {"Message.photo"}


def fields_for_pictures() -> dict[str, "Field[Any, Any]"]:
    """Return every foreign key to a picture, former rows apart."""
    fields = (field for model in apps.get_models() for field in model._meta.concrete_fields)
    return {
        f"{field.model.__name__}.{field.name}": field
        for field in fields
        if field.related_model is Picture and not hasattr(field.model, "history_type")
    }


def test_every_field_for_a_picture_has_its_place() -> None:
    assert set(fields_for_pictures()) - IN_NO_STORY == {place.field for place in PLACES}
    for name, field in fields_for_pictures().items():
        assert (place_of(field) is ANYWHERE) == (name in IN_NO_STORY)


@pytest.mark.django_db
def test_the_way_from_a_jar_to_a_picture_leads_both_ways() -> None:
    portrait, letter, jar_photo, harvest, step, forest_photo, logo = PictureFactory.create_batch(7)
    honey = HoneyFactory.create(jar_photo=jar_photo)
    honey.harvest_pictures.add(harvest)
    jar = JarFactory.create(
        beekeeper=BeekeeperFactory.create(portrait=portrait, letter_photo=letter),
        batch=BatchFactory.create(honey=honey, forest=ForestFactory.create(photo=forest_photo)),
        retailer=RetailerFactory.create(logo=logo),
    )
    BatchStepFactory.create(batch=jar.batch, picture=step)
    shown = {portrait, letter, jar_photo, harvest, step, forest_photo, logo}
    assert set(jar.pictures()) == shown
    for place in (place for place in PLACES if place.path):
        [picture] = place.pictures_of(jar)
        assert list(Jar.objects.telling(picture)) == [jar]
