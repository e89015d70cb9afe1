"""Nothing that is kept can tell two readers apart."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.insights.counting.gathered import gathered
from upendo.insights.counting.write import write
from upendo.insights.tests.test_visits_api import LAPTOP, PHONE, VISIT

pytestmark = pytest.mark.django_db

# Two people in two homes: all that their requests say of them differs, but for what is counted.
ANN = {
    "REMOTE_ADDR": "203.0.113.7",
    "HTTP_USER_AGENT": PHONE,
    "HTTP_ACCEPT_LANGUAGE": "de-AT,de;q=0.9,sl;q=0.2",
    "HTTP_COOKIE": "theme=dark",
    "HTTP_X_FORWARDED_FOR": "203.0.113.7",
    "HTTP_REFERER": "https://honey.example/app/PUREJOY/menu?ref=ann",
}
BEN = {
    "REMOTE_ADDR": "2001:db8:1:2::3",
    "HTTP_USER_AGENT": PHONE.replace("15_8", "17_5").replace("Safari", "Instagram"),
    "HTTP_ACCEPT_LANGUAGE": "de",
    "HTTP_SEC_CH_UA_PLATFORM": '"iOS"',
    "HTTP_X_REQUEST_START": "t=1",
}
CARA = ANN | {"HTTP_USER_AGENT": LAPTOP, "HTTP_ACCEPT_LANGUAGE": "en-GB"}


@pytest.fixture(autouse=True)
def nothing_gathered() -> Iterator[None]:
    gathered.take()
    yield
    gathered.take()


def visit(client: Client, reader: dict[str, str]) -> None:
    """Read as somebody does: the page, two beacons, and what the worker then writes."""
    headers: dict[str, Any] = reader
    client.get("/q/PUREJOY", **headers)
    for body in (VISIT, VISIT | {"opened": False, "pages": ["tanzania-map"], "acts": []}):
        answer = client.post(
            "/api/v1/visits/", json.dumps(body), content_type="application/json", **headers
        )
        assert answer.status_code == 204
        assert not answer.cookies
        assert "ETag" not in answer
    for day, numbers in gathered.take().items():
        write(day, numbers)


def whole_database() -> dict[str, list[str]]:
    """Return every row of every table as text."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT row_to_json({name})::text FROM {name} ORDER BY 1")
            found[table] = [text for (text,) in cursor.fetchall()]
    return found


def after(
    reader: dict[str, str], caplog: pytest.LogCaptureFixture
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the database and the log after another visit, which is taken back."""
    caplog.clear()
    with transaction.atomic():
        visit(Client(), reader)
        found = whole_database()
        transaction.set_rollback(True)
    return found, [record.getMessage() for record in caplog.records]


def test_it_cannot_be_seen_whether_one_came_twice_or_two_came(
    caplog: pytest.LogCaptureFixture,
) -> None:
    JarFactory.create(code="PUREJOY")
    visit(Client(), ANN)
    once = whole_database()
    twice, by_two, by_another = (after(reader, caplog) for reader in (ANN, BEN, CARA))
    assert twice == by_two
    # What is counted does differ: so this would notice a difference.
    assert by_another[0] != twice[0] != once
    changed = {table for table, rows in twice[0].items() if rows != once[table]}
    assert changed == {"insights_storycount", "insights_codecount"}
