import csv
import io
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue import codes
from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.editing.models import Draft
from upendo.labels.make_codes import make_codes

pytestmark = pytest.mark.django_db

ADD = "/admin/catalogue/printrun/add/"


def order(number: object = 3) -> dict[str, object]:
    return {
        "key": uuid4(),
        "number": number,
        "batch": BatchFactory.create().pk,
        "beekeeper": BeekeeperFactory.create().pk,
        "retailer": RetailerFactory.create().pk,
        "net_weight_grams": 250,
    }


def print_run(number: int) -> PrintRun:
    return PrintRun(number=number, batch=BatchFactory.create(), beekeeper=BeekeeperFactory.create())


def test_as_many_drafts_are_made_as_ordered_all_with_one_story() -> None:
    run = print_run(2500)
    make_codes(print_run=run)
    assert run.jars.count() == 2500
    assert set(run.jars.values_list("status", "batch")) == {("draft", run.batch_id)}
    assert all(codes.has_valid_check(code) for code in run.jars.values_list("code", flat=True))


def test_a_code_that_exists_or_comes_twice_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    JarFactory.create(code="TAKEN")
    made = iter(["TAKEN", "ONE", "ONE", "TAKEN", "TWO", "ONE", "THREE"])
    monkeypatch.setattr(codes, "generate", lambda: next(made))
    run = print_run(3)
    make_codes(print_run=run)
    assert set(run.jars.values_list("code", flat=True)) == {"ONE", "TWO", "THREE"}


def test_the_page_after_making_shows_the_codes(admin_client: Client, admin_user: User) -> None:
    page = admin_client.post(ADD, order(), follow=True).content.decode()
    run = PrintRun.objects.get()
    assert run.made_by == admin_user
    assert "3 codes are made" in page
    assert all(f"<li>{jar.code}</li>" in page for jar in run.jars.all())


def test_a_form_sent_twice_makes_its_codes_once(admin_client: Client) -> None:
    form = order()
    admin_client.post(ADD, form)
    again = admin_client.post(ADD, form, follow=True)
    assert Jar.objects.count() == 3
    assert "made already, once" in again.content.decode()


@pytest.mark.parametrize("number", [0, -1, 10_001, "many"])
def test_a_number_that_cannot_be_made_is_an_error_beside_the_field(
    admin_client: Client, number: object
) -> None:
    response = admin_client.post(ADD, order(number=number))
    assert response.status_code == 200
    assert response.context["errors"]
    assert not Jar.objects.exists()


def download(client: Client, kind: str) -> Any:
    client.post(ADD, order())
    return client.get(f"/admin/catalogue/printrun/{PrintRun.objects.get().pk}/{kind}/")


def test_the_codes_are_downloaded_as_csv(admin_client: Client) -> None:
    text = download(admin_client, "csv").getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["code"] for row in rows} == set(Jar.objects.values_list("code", flat=True))
    assert {row["net weight g"] for row in rows} == {"250"}


def test_the_codes_are_downloaded_for_excel(admin_client: Client) -> None:
    content = download(admin_client, "xlsx").getvalue()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["id", "code", "status"]
    assert sheet.max_row == 4


def test_a_run_of_which_a_code_is_printed_is_not_deleted(admin_client: Client) -> None:
    admin_client.post(ADD, order())
    address = f"/admin/catalogue/printrun/{PrintRun.objects.get().pk}/delete/"
    assert admin_client.get(address).status_code == 200
    Jar.objects.filter(pk=Jar.objects.latest("pk").pk).update(status="live")
    assert admin_client.post(address, {"post": "yes"}).status_code == 403


def test_a_run_is_discarded_with_its_codes_whose_history_stays(admin_client: Client) -> None:
    admin_client.post(ADD, order())
    kept = JarFactory.create(code="KEPT")
    jar = Jar.objects.exclude(pk=kept.pk).earliest("pk")
    Draft.objects.create(record=jar, changed={})
    address = f"/admin/catalogue/printrun/{PrintRun.objects.get().pk}/delete/"
    assert "3 draft codes" in admin_client.get(address).content.decode()
    admin_client.post(address, {"post": "yes"})
    assert list(Jar.objects.all()) == [kept]
    assert not Draft.objects.exists()
    assert not PrintRun.objects.exists()
    assert list(Jar.history.filter(id=jar.pk).values_list("history_type", flat=True)) == ["-"]


def test_making_codes_needs_its_permission(client: Client) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.post(ADD, order()).status_code == 403
    assert client.get("/admin/catalogue/jar/make_codes/").status_code == 403
