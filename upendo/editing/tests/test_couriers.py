"""Several couriers, and somebody who edits just then: a draft is published once, or not at all."""

import threading
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Beekeeper
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import JarFactory
from upendo.editing import drafts, emails, publish_due
from upendo.editing.models import PlannedPublication
from upendo.editing.states.rows import Changes
from upendo.editing.tests.planning import FRIDAY, bio, plan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def due(admin_client: Client) -> None:
    """Somebody whom readers meet has a draft whose time is now."""
    JarFactory.create(code="PUREJOY", beekeeper__name="Neema")
    save(admin_client, Beekeeper.objects.get(), bio="Keeps wild bees.")
    with time_machine.travel(FRIDAY, tick=False):
        plan(admin_client)
    PlannedPublication.objects.update(at=timezone.now() - timedelta(minutes=1))


def make_a_round() -> None:
    """Do what a courier does in its thread."""
    publish_due.publish_due()
    emails.send_due()
    connection.close()


def somebody_waits() -> bool:
    """Tell whether another connection waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def test_who_edits_at_the_very_time_waits_for_nobody_and_is_not_published(due: None) -> None:
    keeper, courier = Beekeeper.objects.get(), threading.Thread(target=make_a_round)
    with transaction.atomic():
        Beekeeper.objects.select_for_update().get()
        courier.start()
        while courier.is_alive() and not somebody_waits():
            courier.join(0.05)
        changed = Changes(changed={f"catalogue.beekeeper:{keeper.pk}": {"bio": "Something else."}})
        drafts.save(keeper, changed, User.objects.create_user("editor"))
    courier.join()
    assert bio() == "Keeps bees."
    assert "have changed since" in PlannedPublication.objects.get().refused


def test_two_couriers_publish_it_once(due: None) -> None:
    together = threading.Barrier(2)

    def courier() -> None:
        together.wait()
        make_a_round()

    couriers = [threading.Thread(target=courier) for _ in range(2)]
    for each in couriers:
        each.start()
    for each in couriers:
        each.join()
    assert bio() == "Keeps wild bees."
    history: Any = Beekeeper
    assert history.history.filter(bio="Keeps wild bees.").count() == 1
    assert mail.outbox == []
    assert not PlannedPublication.objects.exists()
