"""A story is told once for all codes that have it, and again as soon as anything in it changes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries
from rest_framework.renderers import JSONRenderer

from upendo.catalogue import codes
from upendo.catalogue.models import Consent, HarvestPicture, Jar, Market, Species
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.claims.models import Claim
from upendo.claims.tests.factories import CertificateFactory, ClaimFactory
from upendo.story import asking
from upendo.story.document import forget_stories, story_document, story_for
from upendo.story.edition import _tables, edition
from upendo.story.tests.whole import tell_all
from upendo.web.breaker import Breaker

pytestmark = pytest.mark.django_db

# What of a jar no story tells; all else is in Telling.
UNTOLD = {"id", "print_run", "updated_at"}


@pytest.fixture
def jar() -> Jar:
    """A jar with everything that a story can tell."""
    jar = JarFactory.create(
        code="MSTUK47W", retailer=RetailerFactory.create(market="EU", logo=PictureFactory.create())
    )
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    FootprintStageFactory.create(footprint=footprint, grams_per_kg=1, comparison_grams_per_kg=2)
    HarvestPicture.objects.create(honey=jar.batch.honey, picture=PictureFactory.create())
    Species.objects.create(forest=jar.batch.forest, kind="plant", name="Muninga")
    for proof in (ClaimFactory.create(), CertificateFactory.create()):
        proof.honeys.add(jar.batch.honey)
    return tell_all(jar)


def twin(jar: Jar, code: str, **different: Any) -> Jar:
    """Return another code with the same story, but for what is given."""
    like = {
        "batch": jar.batch,
        "beekeeper": jar.beekeeper,
        "retailer": jar.retailer,
        "net_weight_grams": jar.net_weight_grams,
        "status": jar.status,
    }
    return JarFactory.create(code=code, **(like | different))


def sent(code: str) -> bytes:
    return story_document(code).prepared.encoded("")


@pytest.mark.parametrize("code", ["A", "PUREJOY", "B2B2B2B2", "ABCDEFGHIJKLMNO"])
def test_each_code_is_sent_the_story_that_is_made_for_it_alone(jar: Jar, code: str) -> None:
    sent(jar.code)
    jar.beekeeper.bio = f"{code} and {jar.code} are words like others. \\ \" ' é 蜂 </script>"
    jar.beekeeper.save()
    forget_stories()
    other = twin(jar, code)
    sent(jar.code)
    assert sent(code) == JSONRenderer().render(story_for(other, other.market))


def test_the_second_code_of_a_story_costs_one_look(
    jar: Jar, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FRESH_SECONDS", 600)
    others = [twin(jar, codes.generate()) for _ in range(3)]
    sent(jar.code)
    for other in others:
        with django_assert_num_queries(1):
            assert other.code.encode() in sent(other.code)
    with django_assert_num_queries(0):
        sent(jar.code)


@pytest.mark.parametrize(
    "different",
    [
        lambda: {"beekeeper": BeekeeperFactory.create()},
        lambda: {"retailer": RetailerFactory.create(market="EU")},
        lambda: {"retailer": None},
        lambda: {"net_weight_grams": 250},
        lambda: {"status": Jar.Status.RETIRED},
    ],
)
def test_what_tells_two_stories_apart(jar: Jar, different: Callable[[], dict[str, Any]]) -> None:
    other = twin(jar, "B2B2B2B2", **different())
    assert sent(other.code) != sent(jar.code).replace(jar.code.encode(), b"B2B2B2B2")


def test_the_code_for_everybody_is_told_under_the_strictest_rules(jar: Jar) -> None:
    claim = ClaimFactory.create(markets=[Market.EU])
    claim.honeys.add(jar.batch.honey)
    twin(jar, codes.DEFAULT)
    assert claim.wording.encode() in sent(jar.code)
    assert claim.wording.encode() not in sent(codes.DEFAULT)


def test_every_column_of_a_jar_is_told_or_known_not_to_be() -> None:
    names = {field.name for field in Jar._meta.concrete_fields}
    told = {"code", "batch", "beekeeper", "retailer", "net_weight_grams", "status"}
    assert names - told <= UNTOLD


def test_every_table_that_a_story_is_read_from_is_watched(jar: Jar) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        story_for(Jar.objects.with_story().get(code=jar.code), jar.market)
    read = {
        table
        for query in queries.captured_queries
        for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])
    }
    assert len(read) > 15
    # Each code is looked up by itself; and no letter ever changes its beekeeper.
    assert read - {"catalogue_jar", "inbox_letter"} <= set(_tables())


CHANGES: dict[str, Callable[[Jar], Any]] = {
    "a text": lambda jar: jar.beekeeper.save(),
    "many rows at once": lambda jar: Consent.objects.update(withdrawn_on="2099-01-01"),
    "a row that is gone": lambda jar: Species.objects.all().delete(),
    "a link between rows": lambda jar: Claim.honeys.through.objects.all().delete(),
    "a table that is emptied": lambda jar: HarvestPicture.objects.all().delete(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_is_seen_whoever_made_it(
    jar: Jar, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FRESH_SECONDS", 0)
    before = edition.current()
    assert edition.current() == before
    CHANGES[what](jar)
    assert edition.current() != before


def test_a_code_that_tells_another_story_by_now_tells_that_one(
    jar: Jar, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(jar.code)
    monkeypatch.setattr(asking, "FRESH_SECONDS", 0)
    Jar.objects.filter(pk=jar.pk).update(net_weight_grams=250)
    assert b'"jar_grams":250' in sent(jar.code)


def test_an_outage_is_remembered_and_not_asked_about_for_each_reader(
    jar: Jar, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [twin(jar, codes.generate()) for _ in range(20)]
    before = {other.code: sent(other.code) for other in others}
    monkeypatch.setattr(asking, "FRESH_SECONDS", 0)
    monkeypatch.setattr(asking, "_database", Breaker("The database", pause=600))
    asked: list[str] = []

    def unreachable(_execute: object, sql: str, *_: object) -> None:
        asked.append(sql)
        raise OperationalError("the database does not answer")

    with connection.execute_wrapper(unreachable):
        for _ in range(5):
            assert {code: sent(code) for code in before} == before
        with pytest.raises(OperationalError):
            sent("NEVERSEEN")
    assert len(asked) == 1
