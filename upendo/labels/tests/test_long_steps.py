"""Steps with many codes: done some at a time, whoever looks, safe to repeat, and stopped."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory
from upendo.desk.addresses import form_of
from upendo.editing.models import Draft
from upendo.inbox.mail import courier
from upendo.labels import long_steps
from upendo.labels.admin import steps
from upendo.labels.models import ChosenCode, LongStep
from upendo.labels.tests.holding import held_elsewhere

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/jar/"
CHOSEN = {"action": "bring_live", "select_across": "1"}
JSON = {"accept": "application/json"}


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[Jar]:
    """Five draft codes of one story, at a desk with time for two of them in each request."""
    monkeypatch.setattr(lifecycle, "CODES_A_ROUND", 2)
    first = JarFactory.create(code="CODE0", status="draft")
    others = [first]
    for n in range(1, 5):
        story = {"batch": first.batch, "beekeeper": first.beekeeper}
        others.append(JarFactory.create(code=f"CODE{n}", status="draft", **story))
    return others


def question(client: Client, jar: Jar) -> dict[str, Any]:
    """Choose all codes, and return what the page with the question sends back."""
    answer = client.post(LIST, CHOSEN | {"_selected_action": jar.pk})
    return dict(answer.context["posted"]) | {"confirmed": ""}


def asked(client: Client, codes: list[Jar]) -> LongStep:
    """Bring all codes live, as the list does."""
    answer = client.post(LIST, question(client, codes[0]))
    step = LongStep.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, form_of(step))
    return step


def begun(author: User) -> LongStep:
    """Keep all codes for the step that brings them live."""
    drafts = Jar.objects.filter(status="draft")
    return long_steps.begin(key=uuid4(), name="bring-live", jars=drafts, author=author)


def live() -> int:
    return Jar.objects.filter(status=Jar.Status.LIVE).count()


def test_the_question_names_some_codes_and_says_how_many_more(
    admin_client: Client, codes: list[Jar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "SAMPLE", 2)
    answer = admin_client.post(LIST, CHOSEN | {"_selected_action": codes[0].pk})
    assert "<li>and 3 more</li>" in answer.content.decode()


def test_a_long_step_says_how_far_it_is_and_goes_on(
    admin_client: Client, admin_user: User, codes: list[Jar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_steps.go_on, "__defaults__", (-1,))
    page = form_of(asked(admin_client, codes))
    said = [admin_client.post(page, headers=JSON).json() for _ in range(4)]
    assert [state["done"] for state in said] == [2, 4, 5, 5]
    assert [state["is_over"] for state in said] == [False, False, False, True]
    assert "5 of 5" in admin_client.get(page).content.decode()
    for jar in codes:
        newest = jar.history.first()
        assert (newest.status, newest.history_user) == ("live", admin_user)
        assert jar.history.count() == 2  # made, brought live
    assert not ChosenCode.objects.exists()


def test_whoever_closes_the_page_finds_it_done_by_the_courier(
    admin_client: Client, codes: list[Jar]
) -> None:
    step = asked(admin_client, codes)
    page = admin_client.get(form_of(step)).content.decode()
    assert '<progress aria-labelledby="way" max="5" value="0">' in page
    assert "0 of 5" in page
    courier.make_round()
    assert live() == 5
    step.refresh_from_db()
    assert step.ended_at


def test_what_is_stopped_stays_where_it_is(
    admin_client: Client, codes: list[Jar], monkeypatch: pytest.MonkeyPatch
) -> None:
    step = asked(admin_client, codes)
    long_steps.go_on(step.pk, -1)
    page = admin_client.post(f"/admin/labels/longstep/{step.pk}/stop/", follow=True)
    assert "2 of 5" in page.content.decode()
    assert "The others stayed as they were" in page.content.decode()
    courier.make_round()
    assert long_steps.go_on(step.pk).done == live() == 2
    step = begun(User.objects.get())
    long_steps.go_on(step.pk)
    assert (step.number, live()) == (3, 5)
    assert {jar.history.count() for jar in codes} == {2}


def test_a_form_that_is_sent_twice_begins_one_step(admin_client: Client, codes: list[Jar]) -> None:
    form = question(admin_client, codes[0])
    addresses = {admin_client.post(LIST, form)["Location"] for _ in range(2)}
    assert (len(addresses), LongStep.objects.count(), ChosenCode.objects.count()) == (1, 1, 5)


def test_codes_made_later_are_left_alone_and_deleted_ones_left_out(
    admin_client: Client, codes: list[Jar]
) -> None:
    form = question(admin_client, codes[0])
    late = JarFactory.create(code="LATE", status="draft")
    admin_client.post(LIST, form)
    codes[4].delete()
    step = long_steps.go_on(LongStep.objects.get().pk)
    late.refresh_from_db()
    assert (live(), late.status, step.done, step.number) == (4, "draft", 4, 5)
    assert step.ended_at


def test_a_gap_that_comes_up_in_between_holds_up_the_rest_until_it_is_mended(
    admin_client: Client, codes: list[Jar]
) -> None:
    step = asked(admin_client, codes)
    long_steps.go_on(step.pk, -1)
    person = codes[0].beekeeper
    person.letter_text = "Mpendwa mteja"
    person.save()
    courier.make_round()
    page = admin_client.get(form_of(step)).content.decode()
    assert "has no translation" in page
    assert "data-go-on" not in page
    assert live() == 2
    person.letter_text = ""
    person.save()
    admin_client.post(form_of(step))
    assert live() == 5


@pytest.mark.django_db(transaction=True)
def test_of_two_who_go_on_one_waits_for_no_other(codes: list[Jar]) -> None:
    step = begun(User.objects.create_user("manager"))
    with held_elsewhere(LongStep.objects.filter(pk=step.pk)):
        assert (long_steps.go_on(step.pk).done, live()) == (0, 0)
    assert (long_steps.go_on(step.pk).done, live()) == (5, 5)


def test_who_may_not_bring_codes_live_neither_goes_on_nor_stops(
    client: Client, admin_client: Client, codes: list[Jar]
) -> None:
    step = asked(admin_client, codes)
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    for page in ("change", "stop"):
        assert client.post(f"/admin/labels/longstep/{step.pk}/{page}/").status_code == 403


def test_the_drafts_of_many_codes_are_published_and_what_is_refused_stays(
    admin_client: Client, codes: list[Jar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "DRAFTS_A_ROUND", 2)
    Jar.objects.update(status="live")
    for jar in codes[:4]:
        weight = {"net_weight_grams": 250} if jar != codes[1] else {"lost": 1}
        Draft.objects.create(record=jar, changed={f"catalogue.jar:{jar.pk}": weight})
    chosen = CHOSEN | {"action": "publish", "_selected_action": codes[0].pk}
    answer = admin_client.post(f"{LIST}?draft=waiting", chosen)
    assert "Publish the drafts of 4 codes?" in answer.content.decode()
    admin_client.post(LIST, dict(answer.context["posted"]) | {"confirmed": ""})
    step = long_steps.go_on(LongStep.objects.get().pk, 600)
    assert (step.done, step.number, bool(step.ended_at)) == (3, 4, True)
    assert Jar.objects.filter(net_weight_grams=250).count() == 3
    assert Draft.objects.get().record == codes[1]


def test_a_round_takes_as_many_statements_whatever_its_codes(
    django_assert_num_queries: Any, admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "CODES_A_ROUND", 1000)
    first = JarFactory.create(code="FIRST")
    story = {"batch": first.batch, "beekeeper": first.beekeeper, "status": "live"}
    for number in (10, 200):
        Jar.objects.bulk_create(Jar(code=f"N{number}X{n}", **story) for n in range(number))
        chosen = Jar.objects.filter(code__startswith=f"N{number}X")
        with django_assert_num_queries(8):  # four of savepoints, the step's three, its codes
            step = long_steps.begin(key=uuid4(), name="retire", jars=chosen, author=admin_user)
        assert step.number == number
        with django_assert_num_queries(7):  # two looks for codes, a transaction's five
            assert [done.changed for done in lifecycle.retire(chosen)] == [number]
