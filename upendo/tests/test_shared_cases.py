"""What Django and the frontend both work out for themselves: see frontend/src/cases/README.md."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from upendo.catalogue import codes
from upendo.catalogue.tests.factories import BatchFactory, JarFactory
from upendo.inbox.api.serializers import NewLetterSerializer

CASES = Path("frontend/src/cases")


def cases(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text())


LAB = cases("lab")


@pytest.mark.parametrize("case", cases("codes"), ids=lambda case: repr(case["typed"]))
def test_a_typed_code_is_read_alike(case: dict[str, Any]) -> None:
    code = codes.normalise(case["typed"])
    assert code == case["code"]
    assert codes.is_code(code) == case["possible"]


@pytest.mark.django_db
def test_a_story_has_the_same_pages_in_the_same_order(client: Client) -> None:
    story = client.get(f"/api/v1/stories/{JarFactory.create().code}/").json()
    assert list(story["titles"]) == cases("pages")


@pytest.mark.django_db
def test_the_law_is_told_alike(client: Client) -> None:
    html = whole_story(client, moisture_percent="18", hmf_mg_per_kg="9")
    assert f"at most {LAB['most_moisture_percent']} %" in html
    assert f"at most {LAB['most_hmf_mg_per_kg_tropical']} mg/kg" in html


@pytest.mark.django_db
@pytest.mark.parametrize("case", LAB["colours"], ids=lambda case: str(case["mm_pfund"]))
def test_a_colour_is_named_alike(client: Client, case: dict[str, Any]) -> None:
    html = whole_story(client, colour_mm_pfund=case["mm_pfund"])
    assert f"this is called {case['name']}<" in html


def test_a_letter_may_be_as_long() -> None:
    fields: Any = NewLetterSerializer().fields
    limits = cases("letter")
    assert {name: fields[name].max_length for name in limits} == limits


def whole_story(client: Client, **measured: Any) -> str:
    """Return the one-page story of a jar out of a batch with these values."""
    jar = JarFactory.create(batch=BatchFactory.create(**measured))
    return client.get(f"/app/{jar.code}/read").content.decode()
