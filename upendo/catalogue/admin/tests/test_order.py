"""Rows are put in order by moving them: their places are no numbers to be typed or read."""

from typing import Any

import pytest
from django.test import Client

from upendo.catalogue.models import Forest, Species
from upendo.catalogue.tests.desk import opened, press, tree
from upendo.catalogue.tests.factories import JarFactory
from upendo.desk.addresses import form_of
from upendo.desk.tests.admins import registered
from upendo.editing.models import Draft, Part

pytestmark = pytest.mark.django_db


@pytest.fixture
def forest() -> Forest:
    """A forest that readers see, with two trees."""
    forest = JarFactory.create().batch.forest
    for place, name in enumerate(["Mnondo", "Mininga"]):
        Species.objects.create(forest=forest, kind="plant", name=name, position=place)
    return forest


def test_every_row_that_has_a_place_is_moved() -> None:
    parts: list[Any] = [
        inline(known.model, known.admin_site)
        for known in registered().values()
        for inline in known.inlines
        if issubclass(inline.model, Part) and hasattr(inline.model, Part.PLACE)
    ]
    assert len(parts) == 8
    for inline in parts:
        assert inline.ordering_field == Part.PLACE
        assert inline.hide_ordering_field


def test_each_row_can_be_moved_and_removed_by_keys(admin_client: Client, forest: Forest) -> None:
    page = admin_client.get(form_of(forest)).content.decode()
    for label in ("Move Mnondo up", "Move Mnondo down", "Remove Mnondo"):
        assert f'aria-label="{label}"' in page


def test_a_draft_tells_the_new_order_in_names(admin_client: Client, forest: Forest) -> None:
    moved = {"species-0-position": 1, "species-1-position": 0}
    press(admin_client, forest, "_draft", opened(admin_client, forest) | moved)
    page = admin_client.get(form_of(forest)).content.decode()
    assert "Order: plants and animals" in page
    assert ">Mnondo, Mininga<" in page
    assert ">Mininga, Mnondo<" in page
    press(admin_client, forest, "_publish", opened(admin_client, forest))
    assert list(forest.species.values_list("name", flat=True)) == ["Mininga", "Mnondo"]


def test_a_new_row_with_nothing_but_its_place_is_none(admin_client: Client, forest: Forest) -> None:
    press(admin_client, forest, "_draft", opened(admin_client, forest) | tree(2, ""))
    assert not Draft.objects.exists()
    press(admin_client, forest, "_draft", opened(admin_client, forest) | tree(2, "Msasa"))
    assert Draft.objects.exists()
