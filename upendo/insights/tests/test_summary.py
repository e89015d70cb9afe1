"""The monthly summary reaches those who want it and may read it, once."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from upendo.catalogue.tests.desk import enter
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.insights.models import Summary, SummaryReader
from upendo.insights.summary import send_summaries
from upendo.insights.tests.counted import count
from upendo.staff.models import ShopAccount
from upendo.staff.roles import SHOPS

pytestmark = pytest.mark.django_db
PAGE = "/admin/what-is-read/"


def wanting(client: Client, email: str) -> User:
    user = User.objects.get(pk=client.session["_auth_user_id"])
    User.objects.filter(pk=user.pk).update(email=email)
    client.post(PAGE)
    return user


@time_machine.travel("2026-12-01T05:00Z", tick=False)
def test_each_gets_last_month_once_and_a_shop_its_own() -> None:
    retailer = RetailerFactory.create()
    ours = JarFactory.create(status="live", retailer=retailer)
    count(ours, date(2026, 11, 24), 3)
    count(JarFactory.create(status="live"), date(2026, 11, 2), 40)
    count(ours, date(2026, 12, 1), 500)
    wanting(enter("Manager"), "manager@example.org")
    shop = wanting(enter(SHOPS), "shop@example.org")
    ShopAccount.objects.create(person=shop, shop=retailer)
    assert (send_summaries(), send_summaries()) == (2, 0)
    sent = {email.to[0]: email for email in mail.outbox}
    assert sent["manager@example.org"].subject == "What was read in November 2026"
    assert "opened 43 times" in str(sent["manager@example.org"].body)
    assert "opened 3 times" in str(sent["shop@example.org"].body)
    assert "first=2026-11-01&last=2026-11-30" in str(sent["shop@example.org"].body)


def test_who_may_not_read_figures_any_more_is_sent_none() -> None:
    user = wanting(enter("Manager"), "manager@example.org")
    user.groups.clear()
    send_summaries()
    assert mail.outbox == []


def test_a_summary_that_could_not_be_sent_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no mail server")

    with time_machine.travel("2026-12-01T05:00Z", tick=False) as clock, monkeypatch.context() as no:
        wanting(enter("Manager"), "manager@example.org")
        no.setattr("django.core.mail.EmailMessage.send", fail)
        assert send_summaries() == 0
        assert Summary.objects.get().last_error == "OSError"
        no.undo()
        clock.shift(150)
        assert send_summaries() == 1


def test_it_is_asked_for_and_stopped_on_the_page() -> None:
    client = enter("Editor")
    assert "no email address" in client.post(PAGE, follow=True).content.decode()
    wanting(client, "editor@example.org")
    assert "editor@example.org" in client.get(PAGE).content.decode()
    client.post(PAGE, {"stop": ""})
    assert not SummaryReader.objects.exists()
