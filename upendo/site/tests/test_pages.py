import json
import re

import pytest
from django.test import Client
from django.utils.html import escape

from upendo.catalogue.models import Beekeeper, Jar
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.site.page_data import PageData
from upendo.story.built_in_pages import BY_NAME
from upendo.story.document import forget_stories
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db


def page_data(html: str) -> PageData:
    """Return what the page hands to React."""
    match = re.search(r'<script id="page-data" type="application/json">(.*?)</script>', html, re.S)
    assert match
    data: PageData = json.loads(match[1])
    return data


@pytest.mark.parametrize("page", BY_NAME)
def test_every_page_names_its_story_and_has_its_own_title(client: Client, page: str) -> None:
    jar = tell_all(JarFactory.create(code="PUREJOY"))
    response = client.get(f"/app/purejoy/{page}")
    html = response.content.decode()
    assert page_data(html) == {"code": "PUREJOY", "story": None, "unknown_code": None}
    told = '<link rel="later" href="/api/v1/stories/PUREJOY/" as="fetch">'
    assert told in html
    story = client.get("/api/v1/stories/PUREJOY/").json()
    assert story["beekeeper"]["name"] == jar.beekeeper.name
    assert f"<title>{story['titles'][page]}</title>" in html
    assert f'rel="canonical" href="http://testserver/app/PUREJOY/{page}"' in html


@pytest.mark.parametrize("address", ["/q/PUREJOY", "/app/PUREJOY", "/q/pure-joy"])
def test_a_scanned_code_shows_the_menu_without_a_redirect(client: Client, address: str) -> None:
    JarFactory.create(code="PUREJOY")
    response = client.get(address)
    assert response.status_code == 200
    assert page_data(response.content.decode())["code"] == "PUREJOY"


def test_a_page_weighs_the_same_however_much_its_story_has_to_tell(client: Client) -> None:
    jar = JarFactory.create()
    before = len(client.get(f"/app/{jar.code}/honey-harvest").content)
    Beekeeper.objects.update(bio="She keeps forty log hives. " * 40)
    forget_stories()
    after = client.get(f"/app/{jar.code}/honey-harvest")
    assert "forty log hives" in client.get(f"/api/v1/stories/{jar.code}/").content.decode()
    assert len(after.content) == before


def test_the_landing_page_carries_no_story(client: Client) -> None:
    html = client.get("/").content.decode()
    assert page_data(html) == {"code": None, "story": None, "unknown_code": None}


@pytest.mark.parametrize("page", ["menu", "read", "honey-type"])
def test_an_address_without_any_code_leads_to_where_one_is_typed(client: Client, page: str) -> None:
    response = client.get(f"/app/[]/{page}")
    assert (response.status_code, response["Location"]) == (302, "/")


def test_an_unknown_code_has_a_page_of_its_own_with_what_it_may_have_been(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    response = client.get("/app/PUREJY/menu")
    assert response.status_code == 404
    assert page_data(response.content.decode()) == {
        "code": None,
        "story": None,
        "unknown_code": {"code": "PUREJY", "suggestions": ["PUREJOY"]},
    }


def test_trying_many_codes_is_slowed_down_with_a_page_that_says_so(client: Client) -> None:
    answers = [client.get(f"/app/TRY{n}/menu").status_code for n in range(31)]
    assert answers[29:] == [404, 429]
    assert "wait a minute" in client.get("/app/NOSUCHCODE/menu").content.decode()


def test_an_unknown_page_is_not_found(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    response = client.get("/app/PUREJOY/nonsense")
    assert response.status_code == 404
    assert "The code on your jar always works" in response.content.decode()


def test_what_people_write_cannot_break_out_of_the_page(client: Client) -> None:
    hostile = "</script><script>alert(1)</script>"
    jar = JarFactory.create(beekeeper=BeekeeperFactory.create(name=hostile))
    html = client.get(f"/app/{jar.code}/menu").content.decode()
    assert hostile not in html
    assert escape(hostile) in html


@pytest.mark.parametrize(("typed", "target"), [("pure joy", "/app/PUREJOY#typed"), ("  ", "/")])
def test_the_form_works_without_javascript(client: Client, typed: str, target: str) -> None:
    assert client.get("/trace", {"code": typed})["Location"] == target


def test_a_retired_code_opens_its_page(client: Client) -> None:
    jar = JarFactory.create(status=Jar.Status.RETIRED)
    assert client.get(f"/app/{jar.code}/menu").status_code == 200
