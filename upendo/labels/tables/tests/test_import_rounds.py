"""Tables on their way: some rows at a time, whoever looks, killed, repeated, left, and whole."""

import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from upendo.catalogue.models import ImportFile, Jar
from upendo.catalogue.tests.factories import BatchFactory, BeekeeperFactory, JarFactory
from upendo.inbox.mail import courier
from upendo.labels.admin import imports as pages
from upendo.labels.models import LongStep
from upendo.labels.tables import imports
from upendo.labels.tables.imports import go_on, want
from upendo.labels.tables.tests.files import LONG, kept_here
from upendo.labels.tests.holding import held_elsewhere
from upendo.web import apart

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}
ROWS = "batch,beekeeper\n" + "INY-26,Neema Juma\n" * 5


class KilledError(BaseException):
    """What ends a worker in the middle, as far as a test can."""


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk with time for two rows in each part of the check, and for one part a request."""
    BatchFactory.create(lot="INY-26")
    BeekeeperFactory.create(name="Neema Juma")
    monkeypatch.setattr(imports, "ROWS_A_QUERY", 2)
    monkeypatch.setattr(imports, "SECONDS_A_PART", -1)
    monkeypatch.setattr(imports.go_on, "__defaults__", (-1,))


def now(file: ImportFile) -> ImportFile:
    return ImportFile.objects.get(key=file.key)


def wanted() -> ImportFile:
    """Return a table that is checked and that somebody wants imported."""
    file = kept_here(ROWS.encode())
    go_on(file.key, LONG)
    want(file.key, User.objects.create_user("manager"))
    return file


def test_a_large_table_shows_how_far_it_is_and_then_its_report(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "BYTES_AT_ONCE", 0)
    sent = {"import_file": SimpleUploadedFile("codes.csv", ROWS.encode())}
    page = admin_client.post("/admin/catalogue/jar/import/", sent)["Location"]
    assert "Being read" in admin_client.get(page).content.decode()
    said = [admin_client.post(page, headers=JSON).json() for _ in range(4)]
    assert [state["done"] for state in said] == [0, 2, 4, 5]
    assert [state["number"] for state in said] == [5, 5, 5, 0]
    assert [state["is_over"] for state in said] == [False, False, False, True]
    told = admin_client.get(page).content.decode()
    assert "Import 5 rows" in told
    assert "data-go-on" not in told


def test_whoever_closes_the_page_finds_it_done_by_the_courier(admin_client: Client) -> None:
    file = kept_here(ROWS.encode())
    go_on(file.key)
    page = f"/admin/catalogue/jar/import/{file.key}/"
    assert 'max="5" value="2"' in admin_client.get(page).content.decode()
    courier.make_round()
    assert "Import 5 rows" in admin_client.get(page).content.decode()
    courier.make_round()
    assert not Jar.objects.exists()
    want(file.key, None)
    assert "Being imported" in admin_client.get(page).content.decode()
    courier.make_round()
    assert "The table is imported: 5 new." in admin_client.get(page).content.decode()
    assert Jar.objects.count() == 5


def test_a_large_table_is_imported_from_its_page(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ROWS_AT_ONCE", 4)
    file = kept_here(ROWS.encode())
    go_on(file.key, LONG)
    page = f"/admin/catalogue/jar/import/{file.key}/"
    assert admin_client.post(f"{page}want/")["Location"] == page
    assert "Being imported" in admin_client.get(page).content.decode()
    assert admin_client.post(page, headers=JSON).json()["is_over"]
    assert Jar.objects.count() == 5


def test_a_row_is_not_about_what_an_earlier_part_was_about() -> None:
    story = "INY-26,Neema Juma\n"
    known, new = f"{JarFactory.create(status='draft').pk},,{story}", f",AAA,{story}"
    file = kept_here(f"id,code,batch,beekeeper\n{known}{new}{new}{known}".encode())
    go_on(file.key, LONG)
    words = [row.words for row in imports.report_of(now(file)).rows]
    assert "Line 3 is about this code already." in words[2]
    assert "Line 2 is about this code already." in words[3]


@pytest.mark.parametrize("ends_in", ["_check", "_import"])
def test_what_is_killed_in_the_middle_leaves_nothing_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, ends_in: str
) -> None:
    file = kept_here(ROWS.encode()) if ends_in == "_check" else wanted()
    work = getattr(imports, ends_in)

    def killed(file: ImportFile) -> bool:
        work(file)
        raise KilledError

    with monkeypatch.context() as broken:
        broken.setattr(imports, ends_in, killed)
        with pytest.raises(KilledError):
            go_on(file.key, LONG)
    assert (now(file).imported_at, Jar.objects.count()) == (None, 0)
    courier.make_round()
    want(file.key, None)
    courier.make_round()
    assert now(file).imported_at
    assert Jar.objects.count() == now(file).print_run.number == 5  # type: ignore[union-attr]  # it has one


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_imports_and_the_other_waits_for_nothing() -> None:
    file = wanted()
    with held_elsewhere(ImportFile.objects.filter(key=file.key)):
        go_on(file.key, LONG)
        assert not Jar.objects.exists()
    workers = [threading.Thread(target=_go_on, args=[file]) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (Jar.objects.count(), bool(now(file).imported_at)) == (5, True)


def _go_on(file: ImportFile) -> None:
    go_on(file.key, LONG)
    connection.close()


def test_what_is_left_while_it_waits_is_neither_checked_nor_imported() -> None:
    file = wanted()
    imports.discard(file.key)
    courier.make_round()
    want(file.key, None)
    assert (ImportFile.objects.count(), Jar.objects.count()) == (0, 0)


def test_a_table_waits_for_the_files_before_it(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LONGEST_WAIT", 0.01)
    file = ImportFile.objects.create(content=ROWS.encode())
    with apart._turn:
        go_on(file.key, LONG)
        page = admin_client.get(f"/admin/catalogue/jar/import/{file.key}/").content.decode()
    assert "Being read" in page
    courier.make_round()
    assert now(file).is_checked


@pytest.fixture
def broken_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader with a fault of ours."""

    def fails(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(imports, "apart", fails)


@pytest.mark.usefixtures("broken_reader")
def test_a_fault_of_ours_is_told_once_and_holds_up_nothing() -> None:
    file = ImportFile.objects.create(content=b"x")
    step = LongStep.objects.create(name="retire")
    courier.make_round()
    assert "cannot be read" in now(file).refusal
    step.refresh_from_db()
    assert step.ended_at
