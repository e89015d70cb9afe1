import logging
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest

from upendo.catalogue.previews import Preview
from upendo.inbox.models.letter import new_token
from upendo.inbox.tests.serving import serving
from upendo.web.logs.discreet import DiscreetFormatter

NOWHERE = "postgres://upendo@127.0.0.1:1/upendo"


def test_a_server_writes_no_private_link_into_any_of_its_logs(tmp_path: Path) -> None:
    token, log = new_token(), tmp_path / "log"
    # Without a database every page of letters fails, and that is written down with its traceback.
    with (
        serving("--access-logfile=-", log=log, DATABASE_URL=NOWHERE) as address,
        pytest.raises(HTTPError),
    ):
        urllib.request.urlopen(f"{address}/letters/{token}/copy?from=email", timeout=20)
    written = log.read_text()
    assert token not in written
    assert "GET /letters/…?from=email HTTP/1.1" in written  # gunicorn's access log
    assert "Service Unavailable: /letters/…" in written  # Django's request log
    assert "OperationalError" in written


def test_a_server_writes_no_preview_link_into_any_of_its_logs(tmp_path: Path) -> None:
    preview, log = Preview("PUREJOY"), tmp_path / "log"
    with serving("--access-logfile=-", log=log, DATABASE_URL=NOWHERE) as address:
        came_from = {"Referer": f"{address}{preview.base}/"}
        link = urllib.request.Request(f"{address}{preview.address()}", headers=came_from)
        with pytest.raises(HTTPError):
            urllib.request.urlopen(link, timeout=20)
    written = log.read_text()
    assert preview.token not in written
    assert "GET /preview/… HTTP/1.1" in written
    assert f'"{address}/preview/…"' in written  # where the browser came from
    assert "Service Unavailable: /preview/…" in written


@pytest.mark.parametrize(
    "address",
    ["/letters/ab_C-d", "/letters/%61b_C-d", "'/letters/ab/copy'", "/shop-figures/7.b_C-d/table/"],
)
def test_a_traceback_is_formatted_without_the_link(address: str) -> None:
    try:
        raise ValueError(f"Cannot open {address} now")
    except ValueError as error:
        trouble = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "", 1, "At %s.", (address,), trouble)
    text = DiscreetFormatter().format(record)
    assert "b_C-d" not in text
    assert "ab/copy" not in text
    assert "/…" in text


@pytest.mark.parametrize("name", ["django", "django.request", "django.server"])
def test_no_handler_of_djangos_sends_requests_on(name: str) -> None:
    logger = logging.getLogger(name)
    assert logger.handlers == []
    assert logger.propagate
