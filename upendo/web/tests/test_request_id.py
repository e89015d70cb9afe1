import logging
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.test import Client
from pytest_django import Settings

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.tests.serving import serving
from upendo.site import views
from upendo.web.logs import request_id

OURS = "3f1d0c9e-7a52-4b6f-9a3e-1f0b7c2d4e5a"


def test_every_answer_has_a_number_of_its_own(client: Client) -> None:
    first, second = (client.get("/robots.txt")["X-Request-ID"] for _ in range(2))
    assert len(first) == 32
    assert first != second
    assert request_id.current() == ""  # and a thread between two requests has none


def test_a_proxy_of_ours_may_name_the_number(client: Client, settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 1
    answer = client.get("/robots.txt", headers={"X-Request-ID": OURS})
    assert answer["X-Request-ID"] == OURS


@pytest.mark.parametrize(
    ("proxies", "number"),
    [(0, OURS), (1, "short"), (1, "x" * 65), (1, "<script>alert(1)</script>"), (1, OURS + "é")],
)
def test_what_else_calls_itself_a_number_is_not_taken(
    client: Client, settings: Settings, proxies: int, number: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    answer = client.get("/robots.txt", HTTP_X_REQUEST_ID=number)
    assert answer["X-Request-ID"] != number
    assert len(answer["X-Request-ID"]) == 32


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/app/{}/menu", "/api/v1/stories/{}/"])
def test_the_error_page_names_the_number_that_the_log_has(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    page: str,
) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("a failure of ours")

    monkeypatch.setattr(views, "story_document", broken)
    monkeypatch.setattr("upendo.story.api.story_document", broken)
    caplog.handler.addFilter(request_id.RequestIdFilter())
    client.raise_request_exception = False
    answer = client.get(page.format(JarFactory.create().code))
    number = answer["X-Request-ID"]
    assert answer.status_code == 500
    assert number in answer.content.decode()
    logged = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [getattr(record, "in_request", "") for record in logged] == [f" [{number}]"]


def test_the_log_of_a_server_has_the_number(tmp_path: Path) -> None:
    log, nowhere = tmp_path / "log", "postgres://upendo@127.0.0.1:1/upendo"
    with (
        serving(log=log, DATABASE_URL=nowhere) as address,
        pytest.raises(HTTPError) as refused,
    ):
        urlopen(f"{address}/letters/abc/copy", timeout=20)
    number = refused.value.headers["X-Request-ID"]
    assert f"ERROR django.request [{number}]: Service Unavailable" in log.read_text()
    assert number in refused.value.read().decode()
