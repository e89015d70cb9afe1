"""The way of a table at the desk: chosen, checked, looked at, imported or left."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from upendo.catalogue.models import ImportFile, Jar
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    HoneyFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.labels.tables import imports
from upendo.labels.tables.check import Outcome
from upendo.labels.tables.tests.files import checked_here

pytestmark = pytest.mark.django_db

IMPORT = "/admin/catalogue/jar/import/"


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tables below name, and as much time for each as a busy machine needs."""
    monkeypatch.setattr(imports.go_on, "__defaults__", (600,))
    BatchFactory.create(lot="INY-26")
    BeekeeperFactory.create(name="Neema Juma")
    RetailerFactory.create(name="Corner shop")


def upload(client: Client, text: str) -> Any:
    file = SimpleUploadedFile("codes.csv", text.encode())
    return client.post(IMPORT, {"import_file": file}, follow=True)


def confirm(client: Client, page: Any) -> Any:
    return client.post(f"{page.request['PATH_INFO']}want/", follow=True)


TABLE = "code,batch,beekeeper\nNEW1,INY-26,Neema Juma\nNEW2,INY-26,Neema Juma\n"


def test_a_table_is_checked_and_then_imported(admin_client: Client, admin_user: User) -> None:
    page = upload(admin_client, TABLE)
    assert "A new draft." in page.content.decode()
    assert not Jar.objects.exists()
    done = confirm(admin_client, page)
    assert "The table is imported: 2 new." in done.content.decode()
    assert set(Jar.objects.values_list("code", flat=True)) == {"NEW1", "NEW2"}
    file = ImportFile.objects.get()
    assert (str(file), file.asked_by, file.print_run) == (
        "codes.csv",
        admin_user,
        Jar.objects.all()[0].print_run,
    )


def test_a_table_is_found_again_by_whoever_may_import(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    for place in (IMPORT, "/admin/"):
        found = admin_client.get(place).content.decode()
        assert page.request["PATH_INFO"] in found
        assert "in order, waits to be imported" in found
    confirm(admin_client, page)
    assert "codes.csv</a>: imported" in admin_client.get(IMPORT).content.decode()
    assert page.request["PATH_INFO"] not in admin_client.get("/admin/").content.decode()
    again = admin_client.get(page.request["PATH_INFO"]).content.decode()
    assert "The table is imported: 2 new." in again


def test_every_row_of_a_check_can_be_downloaded(admin_client: Client) -> None:
    page = upload(admin_client, "batch,beekeeper\n" + "INY-26,Neema Juma\n" * 300)
    assert "And 200 more like these." in page.content.decode()
    report = admin_client.get(f"{page.request['PATH_INFO']}report.csv").content.decode("utf-8-sig")
    assert len(report.splitlines()) == 301


def test_a_wrong_table_cannot_be_imported(admin_client: Client) -> None:
    page = upload(admin_client, TABLE + ",INY-26,Nobody\n")
    assert "want/" not in page.content.decode()
    assert "Nothing can be imported yet" in page.content.decode()
    confirm(admin_client, page)
    assert not Jar.objects.exists()


def test_a_file_that_is_no_table_is_refused_beside_the_form(admin_client: Client) -> None:
    for content, words in (("\0\1", "no table"), ("code\n", "no rows below the headings")):
        page = upload(admin_client, content).content.decode()
        assert words in page
        assert 'type="file"' in page
    assert "This field is required" in admin_client.post(IMPORT).content.decode()


def test_what_changed_after_the_check_stops_the_import_and_is_told(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    JarFactory.create(code="NEW2")
    told = confirm(admin_client, page).content.decode()
    assert "Nothing was imported" in told
    assert "NEW2 exists already" in told
    assert Jar.objects.get().code == "NEW2"


@pytest.mark.parametrize("change", [{"code": "OTHER"}, {"status": "live"}, {"net_weight_grams": 9}])
def test_a_code_that_is_not_as_the_check_saw_it_stops_the_import(
    admin_client: Client, change: dict[str, Any]
) -> None:
    jar = JarFactory.create(code="CODE", status="draft")
    page = upload(admin_client, f"id,net weight g\n{jar.pk},250\n")
    Jar.objects.filter(pk=jar.pk).update(**change)
    assert "Nothing was imported" in confirm(admin_client, page).content.decode()
    assert Jar.objects.filter(pk=jar.pk, **change).exists()
    assert "The table is imported: 1 changed" in confirm(admin_client, page).content.decode()


def test_a_table_that_waited_too_long_is_asked_for_again(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    ImportFile.objects.all().delete()
    assert "Choose it again" in confirm(admin_client, page).content.decode()


def test_a_table_that_is_confirmed_twice_is_imported_once(admin_client: Client) -> None:
    page = upload(admin_client, "batch,beekeeper\nINY-26,Neema Juma\n")
    first, second = confirm(admin_client, page), confirm(admin_client, page)
    assert first.redirect_chain == second.redirect_chain
    assert Jar.objects.count() == 1


def test_a_table_that_is_left_is_gone_and_one_that_is_imported_stays(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    confirm(admin_client, page)
    discard = f"{page.request['PATH_INFO']}discard/"
    admin_client.post(discard)
    assert ImportFile.objects.get().print_run
    page = upload(admin_client, TABLE.replace("NEW", "OLD"))
    admin_client.post(f"{page.request['PATH_INFO']}discard/")
    assert (ImportFile.objects.count(), Jar.objects.count()) == (1, 2)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_export_is_imported_again_and_changes_nothing(admin_client: Client, kind: str) -> None:
    JarFactory.create(code="PUREJOY", retailer=RetailerFactory.create(name="=Shop; “à côté”"))
    JarFactory.create(status="draft")
    content = admin_client.post("/admin/catalogue/jar/export/", {"format": kind}).getvalue()
    assert checked_here(content).totals[Outcome.UNCHANGED] == 2


def test_the_export_follows_the_filters_of_the_list(admin_client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    JarFactory.create(code="DRAFT", status="draft")
    address = "/admin/catalogue/jar/export/?status__exact=draft"
    content = admin_client.post(address, {"format": "csv"}).getvalue().decode()
    assert "DRAFT" in content
    assert "PUREJOY" not in content


def test_an_export_with_filters_that_cannot_be_read_goes_back_to_the_list(
    admin_client: Client,
) -> None:
    HoneyFactory.create_batch(2)  # with a single one the list has no such filter
    address = "/admin/catalogue/jar/export/?batch__honey__id__exact=x"
    page = admin_client.post(address, {"format": "csv"}, follow=True)
    assert "Choose them again" in page.content.decode()


def test_importing_needs_permission_to_add_and_to_change(client: Client) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert upload(client, TABLE).status_code == 403
    page = f"{IMPORT}{ImportFile.objects.create(content=b'').key}/"
    for address in (page, f"{page}report.csv"):
        assert client.get(address).status_code == 403
    for address in (page, f"{page}want/", f"{page}discard/"):
        assert client.post(address).status_code == 403
