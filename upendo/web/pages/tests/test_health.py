import pytest
from django.db import connection
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_healthy_copy_says_what_it_runs(client: Client) -> None:
    answer = client.get("/healthz").json()
    assert answer["status"] == answer["database"] == answer["storage"] == "ok"
    assert answer["migrations"]["applied"] == answer["migrations"]["code"]
    assert all(len(digest) == 8 for digest in answer["migrations"]["code"])


def test_without_a_database_it_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "PORT", "1")  # where nobody listens
    response = client.get("/healthz")
    answer = response.json()
    assert (response.status_code, answer["status"]) == (503, "unavailable")
    assert (answer["database"], answer["storage"]) == ("unavailable", "ok")
