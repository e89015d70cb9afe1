from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from upendo.catalogue.models import Jar, Season
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
)

pytestmark = pytest.mark.django_db

IMPOSSIBLE: list[Callable[[], object]] = [
    lambda: BatchFactory.create(moisture_percent=101),
    lambda: BatchFactory.create(hmf_mg_per_kg=-1),
    lambda: BatchFactory.create(weight_kg=-1),
    lambda: BatchFactory.create(harvested_to=date(2026, 5, 1)),
    lambda: BatchFactory.create(bottled_on=date(2026, 5, 1)),
    lambda: BeekeeperFactory.create(since=9),
    lambda: FootprintFactory.create(year=25),
    lambda: FootprintStageFactory.create(grams_per_kg=-5),
    lambda: ForestFactory.create(area_hectares=-1),
    lambda: HoneyFactory.create(recipe_url="https://recipes.example"),
    lambda: JarFactory.create(net_weight_grams=0),
    lambda: JarFactory.create(code="pure-joy"),
    lambda: JarFactory.create(code="purejoy"),
    lambda: JarFactory.create(code=""),
    lambda: JarFactory.create_batch(2, code="PUREJOY"),
    lambda: Season.objects.create(
        forest=ForestFactory.create(), kind="rain", label="Rain", first_month=0, last_month=13
    ),
]


@pytest.mark.parametrize("create", IMPOSSIBLE)
def test_the_database_refuses_what_cannot_be(create: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        create()


@pytest.mark.parametrize("status", [Jar.Status.LIVE, Jar.Status.RETIRED])
def test_a_printed_code_cannot_be_deleted_renamed_or_unpublished(status: Jar.Status) -> None:
    jars = Jar.objects.filter(pk=JarFactory.create(code="PUREJOY", status=status).pk)
    for change in (
        jars.delete,
        lambda: jars.update(code="OTHER"),
        lambda: jars.update(status=Jar.Status.DRAFT),
    ):
        with pytest.raises(IntegrityError, match="printed on jars"), transaction.atomic():
            change()


def test_a_printed_code_can_be_retired_and_brought_back() -> None:
    jar = JarFactory.create()
    for status in (Jar.Status.RETIRED, Jar.Status.LIVE):
        jar.status = status
        jar.save()
    assert Jar.objects.get().status == Jar.Status.LIVE


def test_a_draft_can_be_renamed_and_deleted() -> None:
    jar = JarFactory.create(status=Jar.Status.DRAFT)
    jar.code = "OTHER"
    jar.save()
    jar.delete()
    assert not Jar.objects.exists()
