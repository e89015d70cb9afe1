import pytest
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.site import views


@pytest.mark.django_db
def test_an_unknown_address_leads_back_to_the_code(client: Client) -> None:
    response = client.get("/nowhere")
    assert response.status_code == 404
    assert "The code on your jar always works" in response.content.decode()


@pytest.mark.django_db
def test_programs_get_errors_they_can_read(client: Client) -> None:
    assert "nothing at this address" in client.get("/api/v1/nowhere/").json()["detail"]


@pytest.mark.django_db
def test_our_own_failure_is_said_plainly(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("a failure of ours")

    monkeypatch.setattr(views, "story_document", broken)
    client.raise_request_exception = False
    response = client.get(f"/app/{JarFactory.create().code}/menu")
    assert response.status_code == 500
    assert "It was nothing you did" in response.content.decode()
