"""What Django and the frontend both work out for themselves: see frontend/src/cases/README.md."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from upendo.catalogue import codes
from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.api.serializers import NewLetterSerializer
from upendo.story.tests.whole import tell_all
from upendo.web.answers.parts import asked_part

CASES = Path("frontend/src/cases")


def cases(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text())


@pytest.mark.parametrize("case", cases("codes"), ids=lambda case: repr(case["typed"]))
def test_a_typed_code_is_read_alike(case: dict[str, Any]) -> None:
    code = codes.normalise(case["typed"])
    assert code == case["code"]
    assert codes.is_code(code) == case["possible"]


@pytest.mark.django_db
def test_a_story_has_the_same_pages_in_the_same_order(client: Client) -> None:
    code = tell_all(JarFactory.create()).code
    story = client.get(f"/api/v1/stories/{code}/").json()
    assert [name for name in story["titles"] if "/" not in name] == cases("pages")


@pytest.mark.parametrize("case", cases("ranges"), ids=lambda case: repr(case["header"]))
def test_a_part_of_a_file_is_asked_for_alike(case: dict[str, Any]) -> None:
    part = asked_part(case["header"], 1000)
    assert (None if part is None else [part.start, part.stop] if part else []) == case["part"]


def test_a_letter_may_be_as_long() -> None:
    fields: Any = NewLetterSerializer().fields
    limits = cases("letter")
    assert {name: fields[name].max_length for name in limits} == limits
