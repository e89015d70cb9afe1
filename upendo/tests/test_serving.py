"""What only gunicorn itself can show, with the configuration that it has in production."""

import re
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from upendo.inbox.tests.serving import serving

# As on the hosts whose proxies have no fixed address: gunicorn believes every peer.
BELIEVES_ALL = {"FORWARDED_ALLOW_IPS": "*", "GUNICORN_CMD_ARGS": "--workers=1"}
SITE = {"ALLOWED_HOSTS": "honey.example,127.0.0.1", "SITE_URL": "https://honey.example"}


def get(server: str, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(server).netloc, timeout=20)
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response, response.read().decode()
    finally:
        connection.close()


def test_no_client_says_where_the_application_stands(tmp_path: Path) -> None:
    with serving(log=tmp_path / "log", **BELIEVES_ALL, **SITE) as server:
        _, usual = get(server, "/")
        for headers in ({"SCRIPT_NAME": "/elsewhere"}, {"SCRIPT_NAME": "/"}, {"PATH_INFO": "/no"}):
            response, html = get(server, "/", **headers)
            assert response.status == 200
            assert _links(html) == _links(usual)


def test_no_client_says_under_which_name_pages_are_known(tmp_path: Path) -> None:
    with serving(log=tmp_path / "log", **BELIEVES_ALL, **SITE) as server:
        for host in ("honey.example:20001", "HONEY.EXAMPLE", "127.0.0.1"):
            _, html = get(server, "/", Host=host)
            assert 'rel="canonical" href="https://honey.example/"' in html
            assert "20001" not in html


def test_https_needs_somebody_who_adds_it(tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="Set TRUSTED_PROXIES to the number"),
        serving(log=tmp_path / "log", HTTPS="on", TRUSTED_PROXIES="0"),
    ):
        pass
    with serving(log=tmp_path / "log", HTTPS="on", TRUSTED_PROXIES="1") as server:
        response, _ = get(server, "/robots.txt", **{"X-Forwarded-Proto": "https"})
        assert response.status == 200


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "70000"),
        ("ALLOWED_HOSTS", "https://a"),
        ("WEB_CONCURRENCY", ""),
        ("WEB_CONCURRENCY", "two"),
    ],
)
def test_a_wrong_value_is_said_in_a_sentence(tmp_path: Path, variable: str, value: str) -> None:
    with (
        pytest.raises(AssertionError, match=f"ImproperlyConfigured: Set {variable} to"),
        serving(log=tmp_path / "log", **{variable: value}),
    ):
        pass


def _links(html: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]*)"', html)
