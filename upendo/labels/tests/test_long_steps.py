"""Steps with many codes: done some at a time, safe to interrupt, and begun again."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory
from upendo.labels.admin import steps

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/jar/"
CHOSEN = {"action": "bring_live", "select_across": "1"}


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[Jar]:
    """Five draft codes of one story, at a desk with time for two of them in each request."""
    monkeypatch.setattr(lifecycle, "CODES_A_ROUND", 2)
    monkeypatch.setattr(steps, "SECONDS_A_REQUEST", -1)
    first = JarFactory.create(code="CODE0", status="draft")
    others = [first]
    for n in range(1, 5):
        story = {"batch": first.batch, "beekeeper": first.beekeeper}
        others.append(JarFactory.create(code=f"CODE{n}", status="draft", **story))
    return others


def ask(client: Client, jar: Jar) -> dict[str, Any]:
    """Choose all codes, and return what the page with the question sends back."""
    answer = client.post(LIST, CHOSEN | {"_selected_action": jar.pk})
    return dict(answer.context["posted"]) | {"confirmed": ""}


def live() -> int:
    return Jar.objects.filter(status=Jar.Status.LIVE).count()


def to_the_end(client: Client, answer: Any) -> Any:
    """Press “Go on” as long as there is such a button."""
    while answer.status_code == 200:
        before = live()
        answer = client.post(LIST, dict(answer.context["posted"]) | {"confirmed": ""})
        assert live() > before or answer.status_code == 302
    return answer


def test_a_long_step_says_how_far_it_is_and_goes_on(
    admin_client: Client, admin_user: User, codes: list[Jar]
) -> None:
    answer = admin_client.post(LIST, ask(admin_client, codes[0]))
    page = answer.content.decode()
    assert "2 of 5 codes are live" in page
    assert '<progress aria-labelledby="way" max="5" value="2">' in page
    assert "Go on</button>" in page
    assert "labels/go-on" in page
    assert live() == 2
    to_the_end(admin_client, answer)
    assert "5 codes are live." in admin_client.get(LIST).content.decode()
    assert live() == 5
    for jar in codes:
        newest = jar.history.first()
        assert (newest.status, newest.history_user) == ("live", admin_user)
        assert jar.history.count() == 2  # made, brought live


def test_whoever_stops_in_between_does_the_rest_by_beginning_again(
    admin_client: Client, codes: list[Jar]
) -> None:
    admin_client.post(LIST, ask(admin_client, codes[0]))
    again = ask(admin_client, codes[0])
    assert int(again["total"]) == 3
    to_the_end(admin_client, admin_client.post(LIST, again))
    assert live() == 5
    assert {jar.history.count() for jar in codes} == {2}


def test_a_code_that_is_made_after_the_question_is_left_alone(
    admin_client: Client, codes: list[Jar]
) -> None:
    question = ask(admin_client, codes[0])
    late = JarFactory.create(code="LATE", status="draft")
    to_the_end(admin_client, admin_client.post(LIST, question))
    late.refresh_from_db()
    assert (live(), late.status) == (5, "draft")


def test_a_gap_that_comes_up_in_between_stops_the_rest(
    admin_client: Client, codes: list[Jar]
) -> None:
    answer = admin_client.post(LIST, ask(admin_client, codes[0]))
    person = codes[0].beekeeper
    person.letter_text = "Mpendwa mteja"
    person.save()
    answer = admin_client.post(LIST, dict(answer.context["posted"]) | {"confirmed": ""})
    assert "has no translation" in answer.content.decode()
    assert "labels/go-on" not in answer.content.decode()
    assert live() == 2


def test_a_round_takes_as_many_statements_whatever_its_codes(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "CODES_A_ROUND", 1000)
    first = JarFactory.create(code="FIRST")
    story = {"batch": first.batch, "beekeeper": first.beekeeper, "status": "live"}
    for number in (10, 200):
        Jar.objects.bulk_create(Jar(code=f"N{number}X{n}", **story) for n in range(number))
        chosen = Jar.objects.filter(code__startswith=f"N{number}X")
        with django_assert_num_queries(7):  # two looks for codes, a transaction's five
            assert [done.changed for done in lifecycle.retire(chosen)] == [number]
