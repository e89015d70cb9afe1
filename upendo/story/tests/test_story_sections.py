import json
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import Client
from rest_framework import serializers

from upendo.catalogue.models import Jar, Market
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.story import asking
from upendo.story import document as story
from upendo.story import sections as story_sections
from upendo.story.sections import StorySection, add_story_section


class AwardSerializer(serializers.Serializer[dict[str, str]]):
    text = serializers.CharField()


def read(jar: Jar, market: Market | None, today: date) -> list[dict[str, Any]]:
    return [{"text": f"{jar.code} {market} {today.year}"}]


@pytest.fixture(autouse=True)
def awards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_sections, "_sections", dict(story_sections._sections))
    add_story_section(StorySection("awards", AwardSerializer, read))


@pytest.mark.django_db
def test_a_section_is_told_with_the_jar_its_market_and_the_day(client: Client) -> None:
    jar = JarFactory.create(retailer=RetailerFactory.create(market="EU"))
    told = client.get(f"/api/v1/stories/{jar.code}/").json()
    assert told["awards"] == [{"text": f"{jar.code} EU {date.today().year}"}]


@pytest.mark.django_db
def test_a_story_can_be_told_as_in_another_market() -> None:
    jar = JarFactory.create(retailer=RetailerFactory.create(market="EU"))
    in_the_us: Any = story.story_for(jar, Market.US)  # whose type knows of no awards
    nowhere: Any = story.story_for(jar, None)
    assert "US" in in_the_us["awards"][0]["text"]
    assert "None" in nowhere["awards"][0]["text"]


@pytest.mark.django_db
def test_no_section_outlives_its_day_while_the_database_is_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/api/v1/stories/{JarFactory.create().code}/"
    before = client.get(address).json()
    monkeypatch.setattr(asking, "FRESH_SECONDS", 0)

    def unreachable(*_: object) -> None:
        raise OperationalError("the database does not answer")

    with connection.execute_wrapper(unreachable):
        assert client.get(address).json() == before
        with time_machine.travel(date.today() + timedelta(days=1)):
            assert client.get(address).json() == before | {"awards": []}


@pytest.mark.django_db
def test_a_section_is_in_the_openapi_document(client: Client) -> None:
    answer = client.get("/api/openapi.json", headers={"Accept": "application/json"})
    schemas = json.loads(answer.content)["components"]["schemas"]
    assert schemas["Story"]["properties"]["awards"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Award"},
        "readOnly": True,
    }
    assert "awards" in schemas["Story"]["required"]
