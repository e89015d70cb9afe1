import json

import brotli
import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from upendo.catalogue.models import HarvestPicture, Jar, Season, Species
from upendo.catalogue.tests.factories import (
    BatchBeekeeperFactory,
    BatchStepFactory,
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.story import asking

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["PUREJOY", "purejoy", "Pure-Joy", " pure joy "])
def test_a_code_is_found_however_it_is_typed(client: Client, typed: str) -> None:
    JarFactory.create(code="PUREJOY")
    response = client.get(f"/api/v1/stories/{typed}/")
    assert response.status_code == 200
    assert response.json()["code"] == "PUREJOY"


def test_the_story_is_whole(client: Client) -> None:
    jar = JarFactory.create(retailer=RetailerFactory.create(name="Corner shop"))
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    FootprintStageFactory.create(footprint=footprint, grams_per_kg=903, comparison_grams_per_kg=451)
    FootprintStageFactory.create(footprint=footprint)
    HarvestPicture.objects.create(honey=jar.batch.honey, picture=PictureFactory.create(alt="Comb"))
    told = client.get(f"/api/v1/stories/{jar.code}/").json()
    assert told["beekeeper"]["name"] == jar.beekeeper.name
    assert told["retailer"]["name"] == "Corner shop"
    assert told["honey"]["harvest_pictures"][0]["alt"] == "Comb"
    assert told["footprint"]["total_grams_per_kg"] == 903
    assert told["footprint"]["stages"][1]["grams_per_kg"] is None


def test_what_is_missing_is_null_and_not_undefined(client: Client) -> None:
    told = client.get(f"/api/v1/stories/{JarFactory.create().code}/").json()
    assert told["retailer"] is told["footprint"] is told["beekeeper"]["letter"] is None
    assert told["forest"]["boundary"] is told["honey"]["recipe"] is None


def test_a_retired_code_still_tells_its_story(client: Client) -> None:
    jar = JarFactory.create(status=Jar.Status.RETIRED)
    assert client.get(f"/api/v1/stories/{jar.code}/").json()["retired"] is True


def test_a_draft_is_not_public(client: Client) -> None:
    jar = JarFactory.create(status=Jar.Status.DRAFT)
    assert client.get(f"/api/v1/stories/{jar.code}/").status_code == 404


def test_an_unknown_code_says_what_to_check_and_what_it_may_have_been(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    response = client.get("/api/v1/stories/PUREJ8Y/")
    assert response.status_code == 404
    assert "label" in response.json()["detail"]
    assert response.json()["suggestions"] == ["PUREJOY"]


def test_a_draft_is_never_suggested(client: Client) -> None:
    JarFactory.create(code="PUREJOY", status=Jar.Status.DRAFT)
    assert client.get("/api/v1/stories/PUREJ0Y/").json()["suggestions"] == []


def test_trying_many_codes_is_slowed_down_and_known_stories_are_not(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    answers = [client.get(f"/api/v1/stories/TRY{n}/") for n in range(31)]
    assert [answers[29].status_code, answers[30].status_code] == [404, 429]
    assert int(answers[30]["Retry-After"]) <= 60
    assert client.get("/api/v1/stories/PUREJOY/").status_code == 200


def test_a_browser_that_has_the_story_is_told_so(client: Client) -> None:
    address = f"/api/v1/stories/{JarFactory.create().code}/"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "must-revalidate" in first["Cache-Control"]


def test_the_compressed_story_is_the_same_story(client: Client) -> None:
    address = f"/api/v1/stories/{JarFactory.create().code}/"
    plain = client.get(address).json()
    compressed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert json.loads(brotli.decompress(compressed.content)) == plain
    assert "Accept-Encoding" in compressed["Vary"]


@pytest.mark.parametrize("size", [1, 6])
def test_the_number_of_queries_does_not_grow_with_the_story(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    jar = JarFactory.create()
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    FootprintStageFactory.create_batch(size, footprint=footprint)
    for n in range(size):
        Species.objects.create(forest=jar.batch.forest, kind="plant", name=f"Tree {n}")
        Season.objects.create(
            forest=jar.batch.forest, kind="rain", label="Rain", first_month=1, last_month=2
        )
        HarvestPicture.objects.create(honey=jar.batch.honey, picture=PictureFactory.create())
        BatchStepFactory.create(batch=jar.batch, picture=PictureFactory.create())
        other = BeekeeperFactory.create(portrait=PictureFactory.create())
        BatchBeekeeperFactory.create(batch=jar.batch, beekeeper=other)
    with django_assert_num_queries(19):
        client.get(f"/api/v1/stories/{jar.code}/")


def test_an_edit_shows_after_a_second(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    jar = JarFactory.create()
    client.get(f"/api/v1/stories/{jar.code}/")
    jar.beekeeper.name = "Neema"
    jar.beekeeper.save()
    monkeypatch.setattr(asking, "FRESH_SECONDS", 0)
    assert client.get(f"/api/v1/stories/{jar.code}/").json()["beekeeper"]["name"] == "Neema"


def test_a_story_outlives_its_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"/api/v1/stories/{JarFactory.create().code}/"
    before = client.get(address).content
    monkeypatch.setattr(asking, "FRESH_SECONDS", 0)

    def unreachable(*_: object) -> None:
        raise OperationalError("the database does not answer")

    with connection.execute_wrapper(unreachable):
        assert client.get(address).content == before
