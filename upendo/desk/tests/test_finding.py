"""Ctrl+K and the page behind it find records by their names."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.desk import finding
from upendo.desk.addresses import form_of, list_of
from upendo.desk.menu import _items

pytestmark = pytest.mark.django_db


def found(client: Client, text: str) -> dict[str, list[str]]:
    """Return the addresses of what is found, by the kind's title."""
    context = client.get("/admin/search/", {"s": text, "part": ""}).context
    return {kind.title: [line.url for line in kind.lines] for kind in context["found"]}


def test_each_kind_of_a_story_is_found_by_its_name(admin_client: Client) -> None:
    jar = JarFactory.create(
        code="ZEBRA77",
        batch__lot="ZEBRA-26",
        batch__honey__name="Zebra plain",
        batch__forest__title="Forest of the zebras",
        beekeeper__name="Asha Zebra",
        retailer=RetailerFactory.create(name="Zebra & Co"),
    )
    run = PrintRun.objects.create(number=1, batch=jar.batch, beekeeper=jar.beekeeper)
    everything = found(admin_client, "zebra")
    records: dict[str, Any] = {
        "Jar codes": jar,
        "Batches": jar.batch,
        "Honeys": jar.batch.honey,
        "Forests": jar.batch.forest,
        "Beekeepers": jar.beekeeper,
        "Retailers": jar.retailer,
        "Print runs": run,
    }
    for title, record in records.items():
        assert everything[title] == [form_of(record)], title
    assert found(admin_client, "print runs") == {"Pages": [list_of(PrintRun)]}


@pytest.mark.parametrize("typed", ["Ng\u2019wana  asha", "NG'WANA ASHA", " wana", "asha\u02bcng"])
def test_a_name_is_found_however_its_words_are_typed(admin_client: Client, typed: str) -> None:
    beekeeper = BeekeeperFactory.create(name="Asha Ng'wana")
    assert found(admin_client, typed)["Beekeepers"] == [form_of(beekeeper)]


@pytest.mark.parametrize("typed", ["", "  ", "\u2019", "%", "zz%", "_ebra"])
def test_what_names_nothing_finds_nothing(admin_client: Client, typed: str) -> None:
    JarFactory.create(code="ZEBRA77", beekeeper__name="Zebra")
    assert found(admin_client, typed) == {}


def test_a_code_is_found_as_people_write_it(admin_client: Client) -> None:
    jar = JarFactory.create(code="ZEBRA77")
    for typed in ("zeb", "zebra-77", "https://honey.example/q/ZEBRA77"):
        assert found(admin_client, typed)["Jar codes"] == [form_of(jar)]


def test_only_what_somebody_may_see_is_found(client: Client) -> None:
    jar = JarFactory.create(code="ZEBRA77", beekeeper__name="Zebra")
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="view_beekeeper"))
    client.force_login(clerk)
    assert found(client, "zebra") == {"Beekeepers": [form_of(jar.beekeeper)]}


def test_of_many_the_list_shows_the_rest(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST", 2)
    for number in range(3):
        RetailerFactory.create(name=f"Zebra {number}")
    page = admin_client.get("/admin/search/", {"s": "zebra"}).content.decode()
    assert page.count('/admin/catalogue/retailer/?q=zebra"') == 1
    assert page.count("/change/") == 2


def test_who_finds_nothing_learns_how_to_look(admin_client: Client) -> None:
    page = admin_client.get("/admin/search/", {"s": "<b>"}).content.decode()
    assert "is called “&lt;b&gt;”" in page


def test_nobody_else_finds_anything(client: Client) -> None:
    assert client.get("/admin/search/", {"s": "a"}).status_code == 302


def test_codes_are_looked_up_in_their_index() -> None:
    """Among a million codes too: their index is the only way to them."""
    [codes] = [item for item in _items if item.model is Jar]
    assert codes.found_by
    rows = Jar.objects.filter(codes.found_by("zebra")).values("pk")[:7]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = rows.explain()
    # By one of its two indexes: which of them serves depends on the database's collation.
    assert re.search(r"Index Cond: \(\(\(code\)::text ~?>=~? 'ZEBRA'", plan), plan
