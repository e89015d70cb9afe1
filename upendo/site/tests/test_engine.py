"""What becomes of a page when its drawing fails; every failure is a real one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from upendo.catalogue.previews import Preview
from upendo.catalogue.tests.factories import JarFactory
from upendo.site import first_view
from upendo.site.engine import DrawingError, Engine
from upendo.site.read import reader

DRAWS = "var server = { ready: Promise.resolve(), draw: (name) => `<p>${name}</p>` }"
FAILURES = {
    "it throws": "var server = { ready: Promise.resolve(), draw() { throw new Error('No') } }",
    "it never ends": "var server = { ready: Promise.resolve(), draw() { for (;;); } }",
    "it eats memory": """
        var server = {
          ready: Promise.resolve(),
          draw() {
            const kept = [];
            while (kept.length < 60) kept.push(new Array(1e6).fill(1.5));
            return "<p>480 MB later</p>";
          },
        }""",
    "it returns nothing": "var server = { ready: Promise.resolve(), draw() {} }",
    "it has no such function": "var server = { ready: Promise.resolve() }",
    "it quotes what it is given": """
        var server = {
          ready: Promise.resolve(),
          draw(...given) { throw new TypeError(given.join()) },
        }""",
    "its code does not load": "var server = nothing.at.all",
    "its code is no code": "var server = {",
    "its code never ends": "for (;;);",
    "it is never ready": "var server = { ready: new Promise(() => {}), draw: () => '<p></p>' }",
    "it cannot get ready": "var server = { ready: Promise.reject(new Error('No')) }",
}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "server.js"


@pytest.fixture
def engine(script: Path) -> Iterator[Engine]:
    """An engine of its own, which ends with the test."""
    script.write_text(DRAWS)
    engine = Engine(script)
    yield engine
    engine.close()


@pytest.fixture
def broken(engine: Engine, script: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The engine of all pages, with a script that fails."""
    script.write_text(FAILURES["it throws"])
    for module in (reader, first_view):
        monkeypatch.setattr(module, "engine", engine)
    return engine


@pytest.mark.parametrize("failure", FAILURES)
def test_every_failure_is_told_and_the_next_page_is_drawn(
    engine: Engine, script: Path, failure: str, caplog: pytest.LogCaptureFixture
) -> None:
    script.write_text(FAILURES[failure])
    with pytest.raises(DrawingError):
        engine.draw("draw", "/app/PUREJOY/menu", {"story": "Not published"})
    assert "could not draw: ('/app/PUREJOY/menu',)" in caplog.text
    assert "DrawingError: draw: " in caplog.text
    assert "Not published" not in caplog.text
    assert not engine.is_running
    script.write_text(DRAWS)
    assert engine.draw("draw", "Neema") == "<p>Neema</p>"


def test_an_engine_that_has_died_is_replaced(engine: Engine) -> None:
    engine.draw("draw", "Neema")
    assert engine._racer
    engine._racer.close()
    with pytest.raises(DrawingError):
        engine.draw("draw", "Neema")
    assert engine.draw("draw", "Juma") == "<p>Juma</p>"


def test_a_frontend_that_is_not_built_is_said(engine: Engine, script: Path) -> None:
    script.unlink()
    with pytest.raises(ImproperlyConfigured, match="npm run build"):
        engine.draw("draw")


@pytest.mark.django_db
@pytest.mark.usefixtures("broken")
def test_a_page_whose_drawing_failed_is_drawn_again_after_a_minute(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    JarFactory.create(code="PUREJOY")
    with time_machine.travel("2026-09-01 12:00", tick=False) as clock:
        html = client.get("/app/PUREJOY/menu").content.decode()
        assert '<div id="root"></div>' in html
        assert '<script id="page-data"' in html
        monkeypatch.undo()
        assert client.get("/app/PUREJOY/menu").content.decode() == html
        clock.shift(61)
        assert "<h1" in client.get("/app/PUREJOY/menu").content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("broken")
def test_a_whole_story_that_cannot_be_drawn_says_so_and_leads_on(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    jar = JarFactory.create(code="PUREJOY")
    preview = Preview.of(jar)
    for base, address in {"": "/app/PUREJOY/read", preview.base: preview.address("read")}.items():
        response = client.get(address)
        html = response.content.decode()
        assert (response.status_code, response["Retry-After"]) == (503, "60")
        assert "This page could not be made just now" in html
        assert f'href="{base}/app/PUREJOY/menu"' in html
    monkeypatch.undo()
    response = client.get("/app/PUREJOY/read")
    assert response.status_code == 200
    assert re.search(r"<h1[^>]*><bdi>[^<]*</bdi> harvested your ", response.content.decode())
