import json
import re
from typing import Any

import pytest
from django.test import Client

from upendo.catalogue.tests.factories import BatchFactory, HoneyFactory, JarFactory
from upendo.story.built_in_pages import BY_NAME
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db


def head(client: Client, address: str) -> dict[str, str]:
    """Return the page's meta tags by name or property."""
    html = client.get(address).content.decode()
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html))


def json_ld(html: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert match
    found: dict[str, Any] = json.loads(match[1])
    return found


@pytest.mark.parametrize("page", [*BY_NAME, "read"])
def test_every_page_has_its_own_preview(client: Client, page: str) -> None:
    tell_all(JarFactory.create(code="PUREJOY"))
    tags = head(client, f"/app/PUREJOY/{page}")
    assert tags["og:url"] == f"http://testserver/app/PUREJOY/{page}"
    assert tags["og:image"].startswith(f"http://testserver/share/PUREJOY/{page}.jpg?v=")
    assert tags["og:title"]
    assert tags["description"] == tags["og:description"]
    assert tags["twitter:card"] == "summary_large_image"


def test_no_two_pages_share_a_title_or_a_description(client: Client) -> None:
    tell_all(JarFactory.create(code="PUREJOY"))
    tags = [head(client, f"/app/PUREJOY/{page}") for page in [*BY_NAME, "read"]]
    assert len({tag["og:title"] for tag in tags}) == len(tags)
    assert len({tag["description"] for tag in tags}) == len(tags)


def test_no_preview_promises_a_footprint_that_nobody_has_measured(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    for page in ("environment-carbon-graph", "environment-net-carbon"):
        assert "not measured yet" in head(client, f"/app/PUREJOY/{page}")["description"]


def test_a_scanned_code_is_known_to_search_engines_by_its_menu(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    assert head(client, "/q/purejoy")["og:url"] == "http://testserver/app/PUREJOY/menu"


def test_the_product_is_described_for_machines(client: Client) -> None:
    honey = HoneyFactory.create(name="Comb </script> honey")
    JarFactory.create(code="PUREJOY", batch=BatchFactory.create(honey=honey), net_weight_grams=350)
    product = json_ld(client.get("/app/PUREJOY/menu").content.decode())
    assert product["@type"] == "Product"
    assert product["name"] == "Comb </script> honey"
    assert product["weight"]["value"] == 350
    assert product["countryOfOrigin"]["name"] == "Tanzania"


def test_an_unknown_code_stays_out_of_search_engines(client: Client) -> None:
    assert head(client, "/app/NOSUCH/menu")["robots"] == "noindex"


def test_the_web_manifest_names_icons_that_exist(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest").json()
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        response = client.get(icon["src"])
        assert response.status_code == 200
        response.close()
