import logging
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.mail import courier
from upendo.story.throttles import UnknownCodeThrottle
from upendo.web.models import Tally
from upendo.web.throttling.limits import Limit
from upendo.web.throttling.networks import network
from upendo.web.throttling.throttles import AccountThrottle, AnonymousThrottle

pytestmark = pytest.mark.django_db

HOUSE = "2001:db8:7:4200"
TRIES = Limit("tries", most=3, seconds=60)
PROGRAM = """
import django
django.setup()
from upendo.web.throttling.limits import Limit
limit = Limit("together", most=30, seconds=600)
print(sum(not limit.take("one and the same") for _ in range(25)))
"""


def try_codes(address: str, times: int) -> list[int]:
    client = Client(REMOTE_ADDR=address)
    return [client.get(f"/api/v1/stories/TRY{n}/").status_code for n in range(times)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.254", True),
        ("192.0.2.1", "192.0.3.1", False),
        ("2001:db8:7:4200::1", "2001:db8:7:42ff:8::9", True),
        ("2001:db8:7:4200::1", "2001:db8:7:4300::1", False),
        ("::ffff:192.0.2.1", "192.0.2.9", True),
        ("::ffff:192.0.2.1", "::ffff:198.51.100.1", False),
        ("fe80::1%eth0", "fe80::1%eth1", True),
        ("", "unknown", True),
    ],
)
def test_a_network_is_what_one_household_gets(one: str, other: str, same: bool) -> None:
    assert (network(one) == network(other)) is same


def test_a_household_with_many_addresses_is_one() -> None:
    client = Client()
    for number in range(30):
        client.get("/api/v1/stories/NOSUCH/", REMOTE_ADDR=f"{HOUSE}::{number:x}")
    assert try_codes("2001:db8:7:42ff::1", 1) == [429]
    assert try_codes("2001:db8:7:4300::1", 1) == [404]


def test_the_page_and_the_api_count_together_and_known_stories_are_not_counted() -> None:
    JarFactory.create(code="PUREJOY")
    client = Client()
    assert [client.get("/q/NOSUCH").status_code for _ in range(30)] == [404] * 30
    assert client.get("/q/NOSUCH").status_code == 429
    assert try_codes("127.0.0.1", 1) == [429]
    before = list(Tally.objects.values())
    assert client.get("/app/PUREJOY/menu").status_code == 200
    assert client.get("/api/v1/stories/PUREJOY/").status_code == 200
    assert list(Tally.objects.values()) == before


def test_the_staffs_api_counts_accounts_and_others_by_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for throttle in (AccountThrottle, AnonymousThrottle):
        monkeypatch.setattr(throttle, "limit", Limit(throttle.__name__, most=3, seconds=60))

    def ask(client: Client, address: str, page: str = "/api/v1/jars/") -> int:
        return client.get(page, REMOTE_ADDR=address).status_code

    neema, juma, stranger = Client(), Client(), Client()
    for client, name in ((neema, "neema"), (juma, "juma")):
        client.force_login(User.objects.create_superuser(name))
    assert [ask(neema, f"10.0.{n}.1") for n in range(4)] == [200, 200, 200, 429]
    assert ask(juma, "10.0.0.1") == 200
    answers = [ask(stranger, f"{HOUSE}::{n}", "/api/docs/") for n in range(4)]
    assert answers == [200, 200, 200, 429]
    assert ask(stranger, "192.0.2.1", "/api/docs/") == 200


def test_fourteen_hundred_other_addresses_reset_nothing() -> None:
    assert try_codes("192.0.2.1", 31)[29:] == [404, 429]
    for number in range(1400):
        place = f"10.{number // 256}.{number % 256}.1"
        request = RequestFactory().get("/", REMOTE_ADDR=place)
        assert UnknownCodeThrottle().allow_request(request)
    assert try_codes("192.0.2.1", 1) == [429]


@pytest.mark.django_db(transaction=True)
def test_processes_count_together() -> None:
    database = connection.settings_dict
    url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "upendo.settings"}
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    passed = [int(worker.communicate(timeout=60)[0]) for worker in workers]
    assert sum(passed) == 30


def test_what_is_refused_is_not_counted_and_the_wait_is_told() -> None:
    assert [TRIES.take("somebody") for _ in range(3)] == [0, 0, 0]
    assert all(59 <= TRIES.take("somebody") <= 60 for _ in range(5))
    assert TRIES.seen("somebody")[0] == 3
    assert TRIES.take("somebody else") == Limit("other tries", 3, 60).take("somebody") == 0


def test_when_the_while_has_passed_counting_begins_anew() -> None:
    for _ in range(4):
        TRIES.take("somebody")
    Tally.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert TRIES.seen("somebody") == (0, 0)
    assert [TRIES.take("somebody") for _ in range(3)] == [0, 0, 0]
    assert TRIES.take("somebody") > 0


def test_the_courier_deletes_what_no_longer_counts() -> None:
    TRIES.take("somebody")
    Tally.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    TRIES.take("somebody else")
    courier.make_round()
    assert [tally.ends_at > timezone.now() for tally in Tally.objects.all()] == [True]


def test_who_it_was_cannot_be_read_from_the_table() -> None:
    try_codes("192.0.2.77", 1)
    (kept,) = Tally.objects.values()
    assert set(kept) == {"key", "times", "ends_at"}
    assert "192.0.2" not in str(kept)


@pytest.mark.parametrize("ask", [TRIES.take, lambda who: TRIES.seen(who)[0]])
def test_while_nobody_can_count_nobody_is_refused_and_the_log_says_so(
    ask: Callable[[str], int], caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(4):
        TRIES.take("somebody")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE web_tally RENAME TO gone")
    with caplog.at_level(logging.WARNING):
        assert ask("somebody") == 0
    assert "Nobody counts 'tries'" in caplog.text
    assert "somebody" not in caplog.text
