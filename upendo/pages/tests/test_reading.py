"""A page of the enterprise's own is read as the built-in ones are."""

import json
import re

import pytest
from django.test import Client

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory, PictureFactory
from upendo.claims.tests.factories import ClaimFactory
from upendo.pages.models import Page
from upendo.pages.tests.factories import PageFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/app/MSTUK47W/p/our-bees"


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="MSTUK47W")


@pytest.fixture
def page(jar: Jar) -> Page:
    """A page of several blocks; its title has signs that mean something elsewhere."""
    blocks = [
        {"text": "They belong to nobody, and {honey} is theirs. " * 9},
        {"kind": "picture", "picture": PictureFactory.create(alt="A log hive")},
        {"kind": "figure", "claim": ClaimFactory.create(wording="We hung 240 hives.")},
    ]
    return PageFactory.create(title="Our bees & {them}", slug="our-bees", blocks=blocks)


def test_it_has_a_first_view_a_title_and_a_share_picture(client: Client, page: Page) -> None:
    answer = client.get(ADDRESS).content.decode()
    assert "<title>Our bees &amp; {them} · Upendo Honey</title>" in answer
    assert re.search(r'name="description" content="They belong to nobody, .*…"', answer)
    assert f'rel="canonical" href="http://testserver{ADDRESS}"' in answer
    drawn, _ = answer.split('id="page-data"')
    assert "We hung 240 hives." in drawn
    assert 'alt="A log hive"' in drawn
    picture = re.search(r'og:image" content="http://testserver([^"?]*)', answer)
    assert picture
    assert picture[1] == "/share/MSTUK47W/p/our-bees.jpg"
    assert client.get(picture[1]).headers["Content-Type"] == "image/jpeg"


def test_it_is_in_the_whole_story_and_in_the_api(client: Client, page: Page) -> None:
    whole = client.get("/app/MSTUK47W/read").content.decode()
    assert "Our bees &amp; {them}" in whole
    assert "We hung 240 hives." in whole
    story = json.loads(client.get("/api/v1/stories/MSTUK47W/").content)
    assert story["titles"]["p/our-bees"] == "Our bees & {them} · Upendo Honey"


@pytest.mark.parametrize(
    "odd", ["/app/mstuk47w/p/Our-Bees", f"{ADDRESS}/", "/app/MSTUK47W/P/OUR-BEES"]
)
def test_an_odd_address_leads_to_it(client: Client, page: Page, odd: str) -> None:
    answer = client.get(odd)
    assert (answer.status_code, answer.headers["Location"]) == (302, ADDRESS)


@pytest.mark.parametrize("address", ["/app/MSTUK47W/p/none", "/app/MSTUK47W/p/none/"])
def test_a_page_that_no_story_has_is_not_found(client: Client, page: Page, address: str) -> None:
    assert client.get(address).status_code == 404


def test_one_that_was_taken_away_says_so_and_leads_to_the_menu(client: Client, page: Page) -> None:
    Page.objects.update(chapter=None)
    answer = client.get(ADDRESS)
    assert answer.status_code == 404
    assert "This jar has no such page" in answer.content.decode()
    assert client.get("/share/MSTUK47W/p/our-bees.jpg").status_code == 404


def test_it_is_counted_with_the_others_of_its_kind(client: Client, page: Page) -> None:
    beacon = {"code": "MSTUK47W", "way": "shared", "opened": True, "pages": ["own"], "acts": []}
    answer = client.post("/api/v1/visits/", beacon, content_type="application/json")
    assert answer.status_code == 204
