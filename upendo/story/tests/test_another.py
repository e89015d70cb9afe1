"""The story that is offered to everybody, at the end of others."""

import pytest
from rest_framework.test import APIClient

from upendo.catalogue.models import Consent
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.story.edition import edition

pytestmark = pytest.mark.django_db


def another(code: str) -> object:
    edition.forget()
    return APIClient().get(f"/api/v1/stories/{code}/").json()["another"]


def test_a_story_leads_to_the_one_that_is_offered_to_everybody() -> None:
    everybodys = JarFactory.create(code="PUREJOY")
    jar = JarFactory.create(beekeeper=BeekeeperFactory.create(name="Rehema"))
    assert another(jar.code) == {"code": "PUREJOY", "beekeeper": everybodys.beekeeper.name}
    assert another("PUREJOY") is None


def test_a_beekeeper_is_nobody_elses_other() -> None:
    everybodys = JarFactory.create(code="PUREJOY")
    same = JarFactory.create(beekeeper=everybodys.beekeeper)
    assert another(same.code) is None


def test_who_is_not_to_be_named_is_not_named_in_another_story() -> None:
    everybodys = JarFactory.create(code="PUREJOY")
    jar = JarFactory.create(beekeeper=BeekeeperFactory.create(name="Rehema"))
    name = everybodys.beekeeper.name
    assert name in str(another(jar.code))
    Consent.objects.filter(beekeeper=everybodys.beekeeper).delete()
    assert name not in str(another(jar.code))


def test_stories_follow_when_everybodys_code_tells_another_story() -> None:
    everybodys = JarFactory.create(code="PUREJOY")
    jar = JarFactory.create(beekeeper=BeekeeperFactory.create(name="Rehema"))
    assert another(jar.code)
    before = edition.current()
    everybodys.beekeeper = jar.beekeeper
    everybodys.save()
    edition.forget()
    assert edition.current() != before
    assert another(jar.code) is None
