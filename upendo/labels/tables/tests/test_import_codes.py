import csv
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.editing import drafts
from upendo.editing.models import Draft
from upendo.labels.tables import check
from upendo.labels.tables.check import Outcome
from upendo.labels.tables.imports import report_of
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.report import Report
from upendo.labels.tables.tests.files import checked_here, csv_file, imported_here

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def catalogue() -> None:
    """What the tables below name."""
    BatchFactory.create(lot="INY-26")
    BeekeeperFactory.create(name="Neema Juma")
    RetailerFactory.create(name="Corner shop")


def checked(text: str) -> Report:
    return checked_here(text.encode())


def imported(text: str, author: User | None = None) -> Report:
    return report_of(imported_here(text.encode(), author))


def words(text: str) -> list[str]:
    """Return what the check says about each row."""
    rows = csv.DictReader(io.StringIO(checked(text).as_csv))
    return [f"{row['result']}: {row['in words']}" for row in rows]


def test_a_new_row_makes_a_draft_with_the_code_given_or_one_of_ours() -> None:
    rows = "my-code 7,INY-26,Neema Juma,\n,INY-26,Neema Juma,Corner shop\n"
    imported(f"code,batch,beekeeper,retailer\n{rows}")
    typed, made = Jar.objects.order_by("pk")
    assert (typed.code, typed.status, typed.net_weight_grams) == ("MYCODE7", "draft", 500)
    assert len(made.code) == 8


def test_each_row_is_told_in_words() -> None:
    live = JarFactory.create(code="PUREJOY", batch__lot="OLD-1")
    same = JarFactory.create(code="SAME", status="draft")
    assert words(f"id,code,batch\n{live.pk},PUREJOY,INY-26\n{same.pk},SAME,{same.batch.lot}\n") == [
        "Changed: batch: OLD-1 → INY-26. It waits in a draft.",
        "Unchanged: ",
    ]
    assert words("batch,beekeeper\nINY-26,Neema Juma\n") == [
        "New: A new draft, with a code that we make."
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",,INY-27,Neema Juma,,", "There is no batch “INY-27”. Is it “INY-26”?"),
        (",,INY-26,Nema Juma,,", "There is no beekeeper “Nema Juma”. Is it “Neema Juma”?"),
        (",,INY-26,Neema Juma,Xylo,", "There is no retailer “Xylo”. Add it first"),
        (",,INY-26,,,", "Which beekeeper is it?"),
        (",,,Neema Juma,,", "Which batch is it?"),
        (",A/B,INY-26,Neema Juma,,", "“A/B” is no code"),
        (",SIXTEENLETTERSXX,INY-26,Neema Juma,,", "is no code"),
        (",PUREJOY,INY-26,Neema Juma,,", "PUREJOY exists already"),
        ("{live},OTHER,,,,", "PUREJOY is printed on jars and keeps its code"),
        ("987654,,INY-26,Neema Juma,,", "There is no code with the id “987654”"),
        ("99999999999999999999,,INY-26,Neema Juma,,", "There is no code with the id “999"),
        (",,INY-26,Neema Juma,,0", "“0” is no net weight"),
        (",,INY-26,Neema Juma,,1 kg", "“1 kg” is no net weight"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_what_to_do(row: str, message: str) -> None:
    live = JarFactory.create(code="PUREJOY")
    told = words("id,code,batch,beekeeper,retailer,net weight g\n" + row.format(live=live.pk))
    assert len(told) == 1
    assert told[0].startswith("To be mended: ")
    assert message in told[0]


def test_codes_are_neither_published_nor_retired_by_an_import() -> None:
    live = JarFactory.create()
    assert "as it is: live" in words(f"id,status\n{live.pk},retired\n")[0]
    assert "new codes are drafts" in words("status,batch,beekeeper\nlive,INY-26,Neema Juma\n")[0]


def test_a_code_that_stands_twice_in_the_table_is_an_error() -> None:
    row = "AAA,INY-26,Neema Juma\n"
    assert "Line 2 is about this code" in words(f"code,batch,beekeeper\n{row}{row}")[1]
    jar = JarFactory.create(status="draft")
    assert "Line 2 is about" in words(f"id,code\n{jar.pk},BBB\n{jar.pk},CCC\n")[1]


def test_an_unknown_column_is_an_error_with_the_known_ones() -> None:
    with pytest.raises(SpreadsheetError, match=r"no column “lot”\. The columns are: id, code"):
        checked("code,lot\nAAA,INY-26\n")


def test_a_draft_is_renamed_and_the_history_says_by_whom(admin_user: User) -> None:
    jar = JarFactory.create(code="WRONG", status="draft")
    table = f"id,code\n{jar.pk},RIGHT\n"
    assert words(table) == ["Changed: code: WRONG → RIGHT"]
    imported(table, admin_user)
    newest = Jar.history.first()
    assert (newest.code, newest.history_user) == ("RIGHT", admin_user)


def test_a_change_of_what_readers_see_waits_in_a_draft(admin_user: User) -> None:
    jar = JarFactory.create()
    before = jar.batch
    Draft.objects.create(record=jar, changed={f"catalogue.jar:{jar.pk}": {"net_weight_grams": 250}})
    table = f"id,batch\n{jar.pk},INY-26\n"
    imported(table, admin_user)
    assert Jar.objects.get().batch == before
    draft = Draft.objects.get()
    assert draft.author == admin_user
    drafts.publish([draft])
    after = Jar.objects.get()
    assert (after.batch.lot, after.net_weight_grams) == ("INY-26", 250)


def test_thousands_of_printed_codes_are_kept_as_drafts_in_few_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    batch, beekeeper = BatchFactory.create(), BeekeeperFactory.create()
    Jar.objects.bulk_create(
        Jar(code=f"A{n}", batch=batch, beekeeper=beekeeper, status="live") for n in range(1000)
    )
    rows = "".join(f"{jar.pk},INY-26\n" for jar in Jar.objects.all())
    with django_assert_max_num_queries(50):
        report = imported(f"id,batch\n{rows}")
    assert (report.totals[Outcome.CHANGED], Draft.objects.count()) == (1000, 1000)


def test_one_wrong_row_keeps_all_others_out() -> None:
    good = "INY-26,Neema Juma\n" * 700
    report = imported(f"batch,beekeeper\n{good}INY-26,Nobody\n")
    assert (report.totals[Outcome.NEW], report.totals[Outcome.TO_BE_MENDED]) == (700, 1)
    assert not Jar.objects.exists()


def test_a_check_changes_nothing() -> None:
    checked("batch,beekeeper\n" + "INY-26,Neema Juma\n" * 700)
    assert not Jar.objects.exists()


def test_a_check_names_no_code_that_the_import_would_not_make() -> None:
    rows = csv.DictReader(io.StringIO(checked("batch,beekeeper\nINY-26,Neema Juma\n").as_csv))
    assert [row["code"] for row in rows] == [""]


def test_the_number_of_queries_grows_with_hundreds_of_rows_only(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(30):
        checked("batch,beekeeper\n" + "INY-26,Neema Juma\n" * 1000)


def test_a_code_taken_at_the_same_moment_stops_the_import_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    JarFactory.create(code="TAKEN")
    monkeypatch.setattr(check, "find_jars", lambda _: [])
    report = imported("code,batch,beekeeper\nNEW,INY-26,Neema Juma\nTAKEN,INY-26,Neema Juma\n")
    assert "Nothing was imported" in report.notes[0]
    assert Jar.objects.get().code == "TAKEN"


def test_new_codes_of_several_stories_are_one_print_run_and_changed_ones_none() -> None:
    BatchFactory.create(lot="INY-27")
    draft = JarFactory.create(code="OLD", status="draft")
    headings = ["id", "code", "batch", "beekeeper"]
    rows: list[list[Any]] = [
        ["", "AAA", "INY-26", "Neema Juma"],
        ["", "", "INY-27", "Neema Juma"],
        [draft.pk, "NEW", draft.batch.lot, draft.beekeeper.name],
    ]
    run = imported_here(csv_file(headings, *rows)).print_run
    assert str(run) == "2 codes for several batches"
    assert Jar.objects.filter(print_run=run, print_run__beekeeper__name="Neema Juma").count() == 2
    again = imported_here(csv_file(["id", "code"], [draft.pk, "NEWER"]))
    assert (again.totals, again.print_run) == ({Outcome.CHANGED: 1}, None)
