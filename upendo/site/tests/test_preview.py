import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Beekeeper, Jar, Market
from upendo.catalogue.previews import Preview, preview_of_record
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import JarFactory
from upendo.site.tests.test_pages import page_data
from upendo.story.document import forget_stories, story_for
from upendo.story.schema import Story

pytestmark = pytest.mark.django_db


@pytest.fixture
def preview(admin_client: Client) -> Preview:
    """The preview of a live story whose beekeeper has a draft."""
    jar = JarFactory.create(code="PUREJOY", beekeeper__name="Neema")
    save(admin_client, jar.beekeeper, name="Rehema")
    forget_stories()
    return Preview.of(jar)


@pytest.mark.parametrize("page", ["menu", "beekeeper", "tanzania-map", "read"])
def test_the_real_pages_show_the_draft_to_whoever_has_the_link(
    client: Client, preview: Preview, page: str
) -> None:
    html = client.get(preview.address(page)).content.decode()
    assert "Rehema" in html
    assert "Preview, not published" in html
    assert f'href="{preview.base}/app/PUREJOY/' in html


def test_readers_go_on_seeing_what_is_published(client: Client, preview: Preview) -> None:
    client.get(preview.address())
    for page in ("menu", "read"):
        html = client.get(f"/app/PUREJOY/{page}").content.decode()
        assert "Neema" in html
        assert "Rehema" not in html
        assert "not published" not in html
    assert Beekeeper.objects.get().name == "Neema"


@pytest.mark.parametrize("page", ["menu", "read"])
def test_a_preview_is_kept_by_nobody(client: Client, preview: Preview, page: str) -> None:
    response = client.get(preview.address(page))
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert 'name="robots" content="noindex"' in response.content.decode()
    assert "ETag" not in response
    assert "unsafe" not in response["Content-Security-Policy"]


def test_the_browser_is_told_where_the_preview_stands(client: Client, preview: Preview) -> None:
    data = page_data(client.get(preview.address()).content.decode())
    assert data["base"] == preview.base
    assert data["story"]
    assert data["story"]["beekeeper"]["name"] == "Rehema"
    assert client.get(f"{preview.base}/")["Location"] == preview.address()


def test_a_code_that_is_not_live_yet_can_be_previewed(admin_client: Client) -> None:
    jar = JarFactory.create(status=Jar.Status.DRAFT)
    assert admin_client.get(f"/app/{jar.code}/menu").status_code == 404
    response = admin_client.get(f"/admin/catalogue/draft/preview/{jar.code}/", follow=True)
    assert response.status_code == 200
    assert jar.beekeeper.name in response.content.decode()


@pytest.mark.parametrize("token", ["nonsense", "a:b:c"])
def test_nobody_guesses_a_link(client: Client, preview: Preview, token: str) -> None:
    response = client.get(f"/preview/{token}/app/PUREJOY/menu")
    assert response.status_code == 404
    assert "Rehema" not in response.content.decode()
    assert client.get(f"/preview/{token}/").status_code == 404


def test_a_link_opens_no_other_code_and_no_page_that_is_none(
    client: Client, preview: Preview
) -> None:
    JarFactory.create(code="OTHER")
    assert client.get(f"{preview.base}/app/OTHER/menu").status_code == 404
    assert client.get(f"{preview.base}/app/PUREJOY/nonsense").status_code == 404


def test_a_link_ends_after_a_week(client: Client, preview: Preview) -> None:
    address = preview.address()
    with time_machine.travel("2099-01-01"):
        response = client.get(address)
    assert response.status_code == 404
    assert "works for seven days" in response.content.decode()


def test_a_links_week_is_not_made_longer_by_its_links_to_markets(
    client: Client, preview: Preview
) -> None:
    def in_another_market(html: str, market: str) -> str:
        link = re.search(rf'<a href="([^"]+)">{market}</a>', html)
        assert link
        return link[1]

    began = timezone.now()
    address = preview.address()
    for day, market in ((6, "United States"), (6.9, "Canada")):
        with time_machine.travel(began + timedelta(days=day)):
            address = in_another_market(client.get(address).content.decode(), market)
            assert client.get(address).status_code == 200
    with time_machine.travel(began + timedelta(days=7, minutes=1)):
        assert client.get(address).status_code == 404


def test_save_and_preview_leads_to_the_page_where_readers_meet_the_record(
    admin_client: Client,
) -> None:
    jar = JarFactory.create(code="PUREJOY")
    response = save(admin_client, jar.batch.forest, "_preview", title="Mlele")
    page = admin_client.get(response["Location"]).content.decode()
    assert response["Location"].endswith("/app/PUREJOY/tanzania-forest")
    assert "Mlele" in page


def test_a_record_that_no_code_tells_has_no_preview() -> None:
    jar = JarFactory.create()
    beekeeper = Beekeeper.objects.create(name="Nobody yet")
    assert preview_of_record(beekeeper) is None
    assert preview_of_record(jar.beekeeper) is not None


def test_a_story_is_previewed_under_the_rules_of_another_market(
    client: Client, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Market | None] = []

    def listening(jar: Jar, market: Market | None) -> Story:
        heard.append(market)
        return story_for(jar, market)

    monkeypatch.setattr("upendo.story.previews.story_for", listening)
    html = client.get(preview.address()).content.decode()
    link = re.search(r'<a href="([^"]+)">United States</a>', html)
    assert link
    html = client.get(link[1]).content.decode()
    assert heard == [None, Market.US]
    assert "Show me as in: United States" in html
    assert "Rehema" in html
