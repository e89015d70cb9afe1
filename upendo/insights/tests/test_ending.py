"""What becomes of visits when a server ends, as it does at each release."""

import json
import urllib.request
from pathlib import Path

import pytest
from django.db import connection

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.tests.serving import serving
from upendo.insights.models import Kind, StoryCount
from upendo.insights.tests.test_visits_api import GOES_ON, READER, VISIT

READERS = [f"203.0.{number}.7" for number in range(20)]


@pytest.mark.django_db(transaction=True)
def test_a_server_that_ends_writes_all_visits_and_names_nobody_in_its_log(tmp_path: Path) -> None:
    JarFactory.create(code="PUREJOY")
    database = connection.settings_dict
    url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    log = tmp_path / "log"
    with serving(log=log, DATABASE_URL=url, TRUSTED_PROXIES="1") as address:
        for reader in READERS:
            for body in (VISIT, GOES_ON):
                request = urllib.request.Request(
                    f"{address}/api/v1/visits/",
                    json.dumps(body).encode(),
                    READER | {"Content-Type": "application/json", "X-Forwarded-For": reader},
                )
                with urllib.request.urlopen(request) as answer:
                    assert answer.status == 204
    rows = StoryCount.objects.filter(kind=Kind.PAGE, value__in=["menu", "honey-type"])
    assert {row.value: sum(row.days) for row in rows} == {"menu": 20, "honey-type": 20}
    said = log.read_text()
    assert "iPhone" not in said
    assert not [reader for reader in READERS if reader in said]
