from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from upendo.catalogue.tests.factories import JarFactory
from upendo.staff.models import KEPT_FOR, Entry

pytestmark = pytest.mark.django_db

PASSWORD = "right-password-1"


@pytest.fixture(autouse=True)
def neema() -> User:
    return User.objects.create_superuser("neema", password=PASSWORD)


def log_in(client: Client, name: str = "neema", password: str = PASSWORD) -> None:
    client.post("/admin/login/", {"username": name, "password": password})


def lines() -> list[tuple[str, str, str]]:
    return list(Entry.objects.order_by("id").values_list("kind", "name", "what"))


def test_logins_and_logouts_are_logged_with_their_address(client: Client) -> None:
    log_in(client)
    client.post("/admin/logout/")
    assert lines() == [("login", "neema", ""), ("logout", "neema", "")]
    assert set(Entry.objects.values_list("address", flat=True)) == {"127.0.0.1"}


def test_a_failed_login_is_logged_without_what_was_typed(client: Client) -> None:
    log_in(client, password="wrong-and-secret")
    log_in(client, name="my-password-in-the-wrong-field")
    assert lines() == [
        ("failed", "neema", "wrong password"),
        ("failed", "no such account", "wrong password"),
    ]


def test_a_lock_is_logged(client: Client) -> None:
    for _ in range(5):
        log_in(client, password="wrong")
    assert ("locked", "neema", "too many tries") in lines()


def test_every_file_that_leaves_the_desk_is_logged(client: Client, neema: User) -> None:
    JarFactory.create()
    client.force_login(neema)
    client.post("/admin/catalogue/jar/export/", {"format": "csv"})
    kind, name, what = lines()[-1]
    assert (kind, name) == ("export", "neema")
    assert what.endswith(".csv from /admin/catalogue/jar/export/")


def test_an_entry_is_forgotten_after_a_year(client: Client) -> None:
    old = Entry.objects.create(kind="login", name="long ago")
    Entry.objects.filter(pk=old.pk).update(at=timezone.now() - KEPT_FOR - timedelta(days=1))
    log_in(client)
    assert [name for _, name, _ in lines()] == ["neema"]


def test_an_entry_outlives_its_account(client: Client, neema: User) -> None:
    log_in(client)
    neema.delete()
    assert lines() == [("login", "neema", "")]


def test_nobody_changes_the_log(client: Client, neema: User) -> None:
    client.force_login(neema)
    entry = Entry.objects.latest("id")
    base = "/admin/staff/entry"
    assert client.get(f"{base}/").status_code == 200
    assert client.get(f"{base}/add/").status_code == 403
    assert client.post(f"{base}/{entry.pk}/change/").status_code == 403
    assert client.post(f"{base}/{entry.pk}/delete/").status_code == 403
