import os
import re
import subprocess
import sys
from typing import cast

import brotli
import pytest
from django.test import Client

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.site.engine import engine
from upendo.site.first_view import first_view
from upendo.site.page_data import data_of
from upendo.story.built_in_pages import BY_NAME
from upendo.story.document import forget_stories
from upendo.story.schema import Story
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(
        code="PUREJOY", beekeeper=BeekeeperFactory.create(name="Neema <Kashindye>")
    )


def drawn(client: Client, address: str) -> str:
    """Return what stands in the root before any script runs."""
    html = client.get(address).content.decode()
    match = re.search(r'<div id="root">(.*)</div>\s*<link rel="later"', html, re.S)
    assert match
    return match[1]


@pytest.mark.parametrize("page", BY_NAME)
def test_every_page_can_be_read_before_its_script_runs(client: Client, jar: Jar, page: str) -> None:
    tell_all(jar)
    html = drawn(client, f"/app/PUREJOY/{page}")
    assert html.count("<h1") == 1
    assert f'href="/app/PUREJOY/{"beekeeper" if page == "menu" else "menu"}"' in html
    # The content security policy forbids them: charts and pictures must look right without.
    assert ' style="' not in html


def test_the_landing_page_and_an_unknown_code_too(client: Client, jar: Jar) -> None:
    assert "Every jar has a story" in drawn(client, "/")
    assert "PUREJOY" in drawn(client, "/q/PUREJY")


def test_what_people_write_stays_text(client: Client, jar: Jar) -> None:
    assert "Neema &lt;Kashindye&gt;" in drawn(client, "/q/PUREJOY")


def test_a_page_that_cannot_be_drawn_is_left_to_the_browser(
    caplog: pytest.LogCaptureFixture,
) -> None:
    story = cast("Story", {"code": "X"})  # the rest is missing
    assert first_view("/app/X/menu", data_of(story)) == ""
    assert "could not draw" in caplog.text


# As in a web server, the thread that drew the first page is gone when the process ends.
DRAW_AND_END = """
import threading, django
django.setup()
from upendo.site.first_view import first_view
nothing = {"story": None, "unknown_code": None}
thread = threading.Thread(target=lambda: print(first_view("/", nothing)))
thread.start()
thread.join()
"""


def test_a_process_that_has_drawn_ends_well() -> None:
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "upendo.settings"}
    ended = subprocess.run(
        [sys.executable, "-c", DRAW_AND_END],
        env=settings,
        timeout=60,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Every jar has a story" in ended.stdout


def test_a_page_is_drawn_once_for_each_version_of_a_story(client: Client, jar: Jar) -> None:
    first = drawn(client, "/app/PUREJOY/menu")
    engine.close()
    assert drawn(client, "/q/purejoy") == first
    assert not engine.is_running
    forget_stories()
    jar.beekeeper.name = "Juma"
    jar.beekeeper.save()
    assert "Juma" in drawn(client, "/app/PUREJOY/menu")
    assert engine.is_running


def test_a_page_travels_compressed_and_only_when_it_has_changed(client: Client, jar: Jar) -> None:
    plain = client.get("/q/PUREJOY")
    small = client.get("/q/PUREJOY", headers={"Accept-Encoding": "gzip, br"})
    assert small["Content-Encoding"] == "br"
    assert brotli.decompress(small.content) == plain.content
    again = client.get("/q/PUREJOY", headers={"If-None-Match": plain["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
