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
from upendo.labels.tables.check import Outcome
from upendo.labels.tables.imports import check_table
from upendo.labels.tests.files import read_here

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def catalogue() -> None:
    """What the tables below name."""
    BatchFactory.create(lot="INY-26")
    BeekeeperFactory.create(name="Neema Juma")
    RetailerFactory.create(name="Corner shop")


def upload(client: Client, text: str) -> Any:
    file = SimpleUploadedFile("codes.csv", text.encode())
    return client.post("/admin/catalogue/jar/import/", {"import_file": file})


def confirm(client: Client, page: Any) -> Any:
    form = page.context["confirm_form"].initial
    return client.post("/admin/catalogue/jar/process_import/", form, follow=True)


TABLE = "code,batch,beekeeper\nNEW1,INY-26,Neema Juma\nNEW2,INY-26,Neema Juma\n"


def test_a_table_is_checked_and_then_imported(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    assert "A new draft." in page.content.decode()
    assert not Jar.objects.exists()
    done = confirm(admin_client, page)
    assert "The table is imported: 2 new." in done.content.decode()
    assert set(Jar.objects.values_list("code", flat=True)) == {"NEW1", "NEW2"}
    assert not ImportFile.objects.exists()


def test_every_row_of_a_check_can_be_downloaded(admin_client: Client) -> None:
    page = upload(admin_client, "batch,beekeeper\n" + "INY-26,Neema Juma\n" * 300)
    assert "And 200 more like these." in page.content.decode()
    report = admin_client.get(page.context["report_address"]).content.decode("utf-8-sig")
    assert len(report.splitlines()) == 301


def test_a_wrong_table_cannot_be_confirmed(admin_client: Client) -> None:
    page = upload(admin_client, TABLE + ",INY-26,Nobody\n")
    assert "confirm_form" not in page.context
    assert "Nothing can be imported yet" in page.content.decode()


def test_a_file_that_is_no_table_is_an_error_beside_the_field(admin_client: Client) -> None:
    assert "no table" in upload(admin_client, "\0\1").content.decode()
    assert "no rows below the headings" in upload(admin_client, "code\n").content.decode()


def test_what_changed_after_the_check_stops_the_import(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    JarFactory.create(code="NEW2")
    assert "Nothing was imported" in confirm(admin_client, page).content.decode()
    assert Jar.objects.get().code == "NEW2"


def test_a_table_that_waited_too_long_is_asked_for_again(admin_client: Client) -> None:
    page = upload(admin_client, TABLE)
    ImportFile.objects.all().delete()
    assert "Choose it again" in confirm(admin_client, page).content.decode()


def test_a_table_that_is_confirmed_twice_is_imported_once(admin_client: Client) -> None:
    page = upload(admin_client, "batch,beekeeper\nINY-26,Neema Juma\n")
    confirm(admin_client, page)
    assert "imported already" in confirm(admin_client, page).content.decode()
    assert Jar.objects.count() == 1


def test_what_names_no_table_is_answered_in_words(admin_client: Client) -> None:
    address = "/admin/catalogue/jar/process_import/"
    page = admin_client.post(address, {"file": "no-key"}, follow=True)
    assert "Choose it again" in page.content.decode()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_export_is_imported_again_and_changes_nothing(admin_client: Client, kind: str) -> None:
    JarFactory.create(code="PUREJOY", retailer=RetailerFactory.create(name="=Shop; “à côté”"))
    JarFactory.create(status="draft")
    content = admin_client.post("/admin/catalogue/jar/export/", {"format": kind}).getvalue()
    assert check_table(read_here(content)).totals[Outcome.UNCHANGED] == 2


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
    assert client.post("/admin/catalogue/jar/process_import/").status_code == 403
    key = ImportFile.objects.create(content=b"").pk
    assert client.get(f"/admin/catalogue/jar/import/{key}/report.csv").status_code == 403
