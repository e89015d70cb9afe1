"""What browsers of each kind get, asked for as they ask: over HTTP."""

import gzip
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse

import brotli
import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from upendo.catalogue.tests.factories import JarFactory, PictureFactory

type Ask = Callable[..., tuple[HTTPResponse, bytes]]

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
BROWSERS = {"br, gzip": "br", "gzip, deflate": "gzip", "": None}
PAGES = [
    "/",
    "/app/PUREJOY/menu",
    "/app/PUREJOY/read",
    "/api/v1/stories/PUREJOY/",
    "/offline.json",
    "/service-worker.js",
    "/manifest.webmanifest",
    "/robots.txt",
]


@pytest.fixture
def ask(live_server: LiveServer) -> Ask:
    JarFactory.create(code="PUREJOY")

    def asking(path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection(live_server.thread.host, live_server.thread.port, timeout=20)
        # The client would name a coding of its own.
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    return asking


def test_every_browser_gets_what_it_can_read_and_then_only_what_changed(ask: Ask) -> None:
    for path in PAGES:
        plain = ask(path)[1]
        for accepted, coding in BROWSERS.items():
            like_it = {"Accept_Encoding": accepted} if accepted else {}
            first, body = ask(path, **like_it)
            assert (first.status, first.headers["Content-Encoding"]) == (200, coding), path
            assert UNPACK[coding](body) == plain
            assert "Accept-Encoding" in first.headers["Vary"]
            known = first.headers["ETag"]
            for method in ("GET", "HEAD"):
                for seen in (known, known.removeprefix("W/"), f'"other", {known}', "*"):
                    again, nothing = ask(path, method, If_None_Match=seen, **like_it)
                    assert (again.status, nothing) == (304, b""), (path, accepted, method, seen)
                    for name in ("ETag", "Vary", "Cache-Control"):
                        assert again.headers[name] == first.headers[name], (path, name)
                assert ask(path, method, If_None_Match='"other"', **like_it)[0].status == 200


def test_pictures_that_are_known_are_not_sent_again(ask: Ask) -> None:
    for path in ("/share/PUREJOY/menu.jpg", PictureFactory.create().src):
        first, _ = ask(path)
        for method in ("GET", "HEAD"):
            for seen in (first.headers["ETag"], f"W/{first.headers['ETag']}", "*"):
                again, nothing = ask(path, method, If_None_Match=seen)
                assert (again.status, nothing) == (304, b""), (path, method, seen)
                assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
            assert ask(path, method, If_None_Match='"other"')[0].status == 200


def test_nobody_has_what_does_not_exist(ask: Ask) -> None:
    for path in ("/app/NOSUCH/menu", "/media/pictures/0123456789abcdef/480.webp"):
        assert ask(path, If_None_Match="*")[0].status == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br;q=0, gzip", "gzip"),
        ("br;q=0", None),
        ("br;q=0.000, gzip;q=0", None),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0.5, br;q=0.9", "br"),
        ("BR", "br"),
        ("*", "br"),
        ("br;q=0, *;q=0.1", "gzip"),
        ("*;q=0", None),
        ("identity, br;q=0.5", None),
        ("identity;q=0.5, gzip ; q=0.8", "gzip"),
        ("brotli, x-gzip, zstd", None),
        ("br;q=high", None),
        (",;,q=1", None),
    ],
)
def test_a_browser_gets_no_coding_that_it_refuses(
    client: Client, accepted: str, coding: str | None
) -> None:
    response = client.get("/robots.txt", headers={"Accept-Encoding": accepted})
    assert response.get("Content-Encoding") == coding
