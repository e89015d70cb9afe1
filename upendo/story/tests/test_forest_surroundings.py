"""What lies around a forest keeps in step with its outline, and goes to the map alone."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from upendo.catalogue.admin.tests.test_outline_upload import upload
from upendo.catalogue.maps.surroundings import surroundings
from upendo.catalogue.maps.tests.test_surroundings import INYONGA, SVALBARD
from upendo.catalogue.models import Forest
from upendo.catalogue.previews import Preview
from upendo.catalogue.tests import desk
from upendo.catalogue.tests.factories import ForestFactory, JarFactory
from upendo.editing.models import Draft
from upendo.story.edition import edition
from upendo.story.previews import previewed_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def forest() -> Forest:
    """A forest whose story everybody can read."""
    forest: Forest = ForestFactory.create(boundary=INYONGA)
    JarFactory.create(code="PUREJOY", batch__forest=forest)
    return forest


def told(client: Client) -> Any:
    edition.forget()
    return client.get("/api/v1/stories/PUREJOY/").json()["forest"]


def test_a_story_names_what_lies_near_and_says_where_the_map_finds_it(
    client: Client, forest: Forest
) -> None:
    story = told(client)
    assert story["near"]["rivers"][0] == "Ugalla"
    response = client.get(story["surroundings"])
    assert response.json()["towns"][0]["name"] == "Mpanda"
    assert response["Cache-Control"].endswith("immutable")
    assert client.get("/surroundings/0123456789abcdef.json").status_code == 404


def test_another_outline_has_other_surroundings_at_another_address(
    client: Client, forest: Forest
) -> None:
    before = told(client)["surroundings"]
    forest.boundary = SVALBARD
    forest.save()
    after = told(client)
    assert after["near"]["towns"] == ["Longyearbyen"]
    assert after["surroundings"] != before
    forest.boundary = None
    forest.save()
    assert (told(client)["near"], told(client)["surroundings"]) == (None, None)


def test_a_release_looks_around_forests_whose_outline_another_release_has_set(
    client: Client, forest: Forest
) -> None:
    Forest.objects.update(boundary=SVALBARD)
    assert (told(client)["near"], told(client)["surroundings"]) == (None, None)
    call_command("look_around_forests")
    assert told(client)["near"]["towns"] == ["Longyearbyen"]
    kept = Forest.objects.get()
    assert kept.history.count() == forest.history.count()
    assert not kept.look_around()


def test_a_preview_finds_what_lies_around_an_outline_that_is_not_published(
    admin_client: Client, forest: Forest
) -> None:
    desk.save(admin_client, forest, kml=upload("15,78 16,78 16,78.5 15,78 15,78"))
    desk.save(admin_client, forest, decision="take")
    assert told(admin_client)["near"]["rivers"]
    preview = Preview("PUREJOY", tuple(Draft.objects.values_list("pk", flat=True)))
    address = previewed_story(preview)["forest"]["surroundings"]
    assert address
    assert admin_client.get(address).json()["towns"][0]["name"] == "Longyearbyen"


def test_what_is_kept_is_what_is_cut(forest: Forest) -> None:
    kept: Any = Forest.objects.get().surroundings
    assert kept["near"] == surroundings(INYONGA, [])["near"]
