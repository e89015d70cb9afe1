import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_a_healthy_copy_says_what_it_runs(client: Client) -> None:
    answer = client.get("/healthz").json()
    assert answer["status"] == "ok"
    assert len(answer["migrations"]) == 16


@pytest.mark.django_db
def test_without_a_database_it_says_so(client: Client) -> None:
    def unreachable(*_: object) -> None:
        raise OperationalError("the database does not answer")

    with connection.execute_wrapper(unreachable):
        response = client.get("/healthz")
    assert (response.status_code, response.json()["status"]) == (503, "unavailable")
