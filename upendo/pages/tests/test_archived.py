"""Pages of the enterprise's own move with the stories that tell them."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from upendo.catalogue.models import Jar
from upendo.catalogue.moving.export import export_content
from upendo.catalogue.moving.load import import_content
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
)
from upendo.claims.tests.factories import ClaimFactory
from upendo.editing import drafts
from upendo.editing.models import Draft
from upendo.pages.models import Audience, Chapter, KeptAddress, Page
from upendo.pages.tests.factories import PageFactory, built_in

pytestmark = pytest.mark.django_db


@contextmanager
def elsewhere() -> Iterator[None]:
    """What is made on this other copy is forgotten afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def archive() -> io.BytesIO:
    """A story that tells of bees, for its honey and another one, and of trees."""
    target = io.BytesIO()
    with elsewhere():
        jar = JarFactory.create(code="MOVEME")
        blocks = [
            {"text": "They are wild."},
            {"kind": "picture", "picture": PictureFactory.create(alt="A log hive")},
            {"kind": "figure", "claim": ClaimFactory.create()},
            {"kind": "person", "beekeeper": BeekeeperFactory.create(name="Rehema")},
        ]
        bees = PageFactory.create(slug="bees", blocks=blocks)
        for honey in (jar.batch.honey, HoneyFactory.create()):
            Audience.objects.create(page=bees, honey=honey)
        trees = Chapter.objects.create(title="Our trees", position=25)
        PageFactory.create(slug="trees", chapter=trees)
        PageFactory.create(slug="of-another", chapter=None)
        Chapter.objects.filter(built_in="beekeeper").update(order="beekeeper\np/bees")
        export_content(Jar.objects.filter(code="MOVEME"), target)
    return target


def test_pages_arrive_with_their_blocks_and_in_their_places(archive: io.BytesIO) -> None:
    Page.objects.all().delete()
    import_content(archive)
    bees, trees = Page.objects.order_by("slug")
    assert [block.kind for block in bees.blocks.all()] == ["text", "picture", "person"]
    assert bees.blocks.all()[2].beekeeper.name == "Rehema"  # type: ignore[union-attr]  # it has one
    assert [line.honey for line in bees.audience.all()] == [Jar.objects.get().batch.honey]
    assert bees.chapter == built_in("beekeeper")
    assert built_in("beekeeper").order == "beekeeper\np/bees"
    assert trees.chapter == Chapter.objects.get(title="Our trees", position=25)
    before = Page.objects.count(), Chapter.objects.count()
    assert not import_content(archive).made
    assert (Page.objects.count(), Chapter.objects.count()) == before


def test_where_people_read_already_pages_wait_and_chapters_stay(archive: io.BytesIO) -> None:
    JarFactory.create(code="HERE")
    import_content(archive)
    page = Page.objects.get(slug="trees")
    assert page.chapter is None
    assert not KeptAddress.objects.exists()
    assert built_in("beekeeper").order == ""
    drafts.publish(Draft.objects.of(page))
    page.refresh_from_db()
    assert page.chapter == Chapter.objects.get(title="Our trees")
