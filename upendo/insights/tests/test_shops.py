"""A shop's figures are its own: for its account, and behind its private link."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Jar, Retailer
from upendo.catalogue.tests.desk import enter
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.insights.models import ShopLink
from upendo.insights.tests.counted import count
from upendo.staff.models import ShopAccount
from upendo.staff.roles import SHOPS, TABLE

pytestmark = pytest.mark.django_db
PAGES = ("", "table/")


@pytest.fixture
def jars() -> tuple[Jar, Jar]:
    """A jar of our shop, opened three times, and one of another, opened 777 times."""
    ours, theirs = (
        JarFactory.create(status="live", retailer=RetailerFactory.create(name=name))
        for name in ("Ours", "Theirs")
    )
    count(ours, timezone.localdate(), 3)
    count(theirs, timezone.localdate(), 777)
    return ours, theirs


def _shop(jar: Jar) -> Retailer:
    assert jar.retailer
    return jar.retailer


def _reader(jar: Jar) -> Client:
    client = enter(SHOPS)
    person = client.session["_auth_user_id"]
    ShopAccount.objects.create(person_id=person, shop=_shop(jar))
    return client


def _link(jar: Jar) -> str:
    return ShopLink.objects.create(shop=_shop(jar)).get_absolute_url()


@pytest.mark.parametrize("by", ["account", "link"])
def test_a_shop_reads_its_own_figures_and_nothing_of_another(
    jars: tuple[Jar, Jar], by: str
) -> None:
    ours, theirs = jars
    client = _reader(ours) if by == "account" else Client()
    base = "/admin/what-is-read/" if by == "account" else _link(ours)
    page = client.get(base).content.decode()
    assert "<strong>3 times</strong>" in page
    assert not re.search(r"(?<![\w-])777\b", page)  # nor is it a part of a token or an id
    assert "Theirs" not in page
    for what in (f"shop-{theirs.retailer_id}", f"batch-{theirs.batch_id}", f"code-{theirs.pk}"):
        assert [client.get(f"{base}{page}?of={what}").status_code for page in PAGES] == [404, 404]
    for text in ("Theirs", theirs.code, str(theirs.batch)):
        assert client.get(base, {"find": text}).context["asked"].found == []
    table = b"".join(client.get(f"{base}table/?table=codes"))
    assert ours.code.encode() in table
    assert theirs.code.encode() not in table
    own = client.get(f"{base}?of=batch-{ours.batch_id}").content.decode()
    assert "<strong>3 times</strong>" in own


def test_an_account_of_no_shop_reads_no_figures(jars: tuple[Jar, Jar]) -> None:
    page = enter(SHOPS).get("/admin/what-is-read/").content.decode()
    assert "No story was opened" in page
    assert "Ours" not in page


def test_a_link_ends_when_it_is_deleted_when_its_year_is_over_and_when_it_is_changed(
    jars: tuple[Jar, Jar], client: Client
) -> None:
    first, second = _link(jars[0]), _link(jars[0])
    assert client.get(first).status_code == 200
    ShopLink.objects.earliest("pk").delete()
    assert [client.get(first + page).status_code for page in PAGES] == [404, 404]
    assert client.get(second.replace(".", ".x", 1)).status_code == 404
    assert client.get(second).status_code == 200
    assert ShopLink.objects.get().good_until == timezone.localdate() + timedelta(days=365)
    ShopLink.objects.update(good_until=timezone.localdate() - timedelta(days=1))
    assert [client.get(second + page).status_code for page in PAGES] == [404, 404]


def test_a_link_is_kept_by_no_cache_and_told_to_no_other_site(
    jars: tuple[Jar, Jar], client: Client
) -> None:
    answer = client.get(_link(jars[0]))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert " style=" not in answer.content.decode()


def test_a_manager_makes_a_link_and_sees_it_to_send_it(
    admin_client: Client, client: Client, jars: tuple[Jar, Jar]
) -> None:
    admin_client.post("/admin/insights/shoplink/add/", {"shop": jars[0].retailer_id})
    link = ShopLink.objects.get()
    form = admin_client.get(f"/admin/insights/shoplink/{link.pk}/change/").content.decode()
    assert link.get_absolute_url() in form
    assert link.made_by


def test_a_shop_is_told_nothing_of_links(jars: tuple[Jar, Jar]) -> None:
    assert SHOPS not in TABLE["insights.shoplink"]
    link = ShopLink.objects.create(shop=_shop(jars[1]))
    client = _reader(jars[0])
    for address in ("", "add/", f"{link.pk}/change/"):
        assert client.get(f"/admin/insights/shoplink/{address}").status_code == 403
