"""What a page of the desk costs does not grow with the number of codes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Batch, Beekeeper, Honey, Jar, Picture, PrintRun, Retailer
from upendo.catalogue.tests.desk import opened, press
from upendo.catalogue.tests.factories import BatchFactory, BeekeeperFactory, RetailerFactory
from upendo.claims import text_checks
from upendo.claims.tests.factories import ClaimFactory
from upendo.desk.addresses import form_of, list_of
from upendo.editing.models import Draft
from upendo.editing.states.revisions import snapshot

pytestmark = pytest.mark.django_db
FEW, MANY = 110, 310  # both more than a page of codes or of print runs, with ten on the last
CODES = list_of(Jar)


@dataclass
class Cost:
    """The statements that something sends to the database, and the most rows that one returns."""

    statements: list[str] = field(default_factory=list)
    most_rows: int = 0


@contextmanager
def costing() -> Iterator[Cost]:
    cost = Cost()

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        cost.statements.append(sql)
        cost.most_rows = max(cost.most_rows, context["cursor"].rowcount)
        return result

    with connection.execute_wrapper(note):
        yield cost


@pytest.fixture(autouse=True)
def slow_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is kept for a second as long as a step takes on a busy machine."""
    monkeypatch.setattr(text_checks, "FRESH_SECONDS", 600)


@pytest.fixture
def story() -> dict[str, Any]:
    """What all codes of a test tell. A claim of it has expired, and its wording is suspect."""
    batch = BatchFactory.create(honey__description="Harvested the green way.")
    yesterday = timezone.localdate() - timedelta(days=1)
    ClaimFactory.create(valid_until=yesterday).honeys.add(batch.honey)
    shop = RetailerFactory.create(market="UK")
    return {"batch": batch, "beekeeper": BeekeeperFactory.create(), "retailer": shop}


def print_codes(story: dict[str, Any], first: int, number: int) -> None:
    """Have so many live codes of a story, with their history, each in a print run of its own."""
    runs = PrintRun.objects.bulk_create(PrintRun(number=1, **story) for _ in range(number))
    made = [
        Jar(code=f"CODE{n:04}", status="live", print_run=run, **story)
        for n, run in enumerate(runs, first)
    ]
    Jar.history.bulk_history_create(Jar.objects.bulk_create(made))


def costs(story: dict[str, Any], step: Callable[[], object]) -> tuple[Cost, Cost]:
    """Return what a step takes with few codes and with many."""
    print_codes(story, 0, FEW)
    step()  # what is read once is known from here on
    cache.clear()  # but not what is known for a second
    with costing() as few:
        step()
    print_codes(story, FEW, MANY - FEW)
    cache.clear()
    with costing() as many:
        step()
    return few, many


PAGES = {
    "start": lambda: "/admin/",
    "codes": lambda: CODES,
    "the codes' last page": lambda: f"{CODES}?p={-(-Jar.objects.count() // 50)}",
    "live codes": lambda: f"{CODES}?status__exact=live",
    "codes of a shop": lambda: f"{CODES}?retailer__id__exact={Retailer.objects.get().pk}",
    "codes of a print run": lambda: f"{CODES}?print_run={PrintRun.objects.earliest('pk').pk}",
    "found codes": lambda: f"{CODES}?q=code",
    "codes of a beekeeper": lambda: f"{CODES}?q={Beekeeper.objects.get().name}",
    "codes found with Ctrl+K": lambda: "/admin/search/?s=code",
    "a beekeeper found with Ctrl+K": lambda: f"/admin/search/?s={Beekeeper.objects.get().name}",
    "print runs": lambda: list_of(PrintRun),
    "a code's print run": lambda: f"{list_of(PrintRun)}?q=code0001",
    "batches": lambda: list_of(Batch),
    "beekeepers": lambda: list_of(Beekeeper),
    "honeys": lambda: list_of(Honey),
    "pictures": lambda: list_of(Picture),
    "shops": lambda: list_of(Retailer),
    "form of a code": lambda: form_of(Jar.objects.earliest("pk")),
    "form of a batch": lambda: form_of(Batch.objects.get()),
    "form of a beekeeper": lambda: form_of(Beekeeper.objects.get()),
    "form of a honey": lambda: form_of(Honey.objects.get()),
    "form of a print run": lambda: form_of(PrintRun.objects.earliest("pk")),
    "deleting a batch": lambda: _deletion(Batch.objects.get()),
    "deleting a beekeeper": lambda: _deletion(Beekeeper.objects.get()),
    "deleting a shop": lambda: _deletion(Retailer.objects.get()),
}


def _deletion(record: Model) -> str:
    return form_of(record).replace("change", "delete")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_page_takes_as_much_with_many_codes(
    admin_client: Client, story: dict[str, Any], address: Callable[[], str]
) -> None:
    def look() -> None:
        assert admin_client.get(address()).status_code == 200

    few, many = costs(story, look)
    assert len(many.statements) == len(few.statements), set(many.statements) - set(few.statements)
    assert many.most_rows <= few.most_rows


def test_saving_a_suspect_text_takes_as_much_with_many_codes(
    admin_client: Client, story: dict[str, Any]
) -> None:
    honey = story["batch"].honey
    print_codes(story, MANY, 1)
    sent = opened(admin_client, honey) | {"tasting_note": "Toffee."}

    def save() -> None:
        Draft.objects.all().delete()
        press(admin_client, honey, "_draft", sent)
        assert Draft.objects.of(honey).exists()

    few, many = costs(story, save)
    assert len(many.statements) == len(few.statements)
    assert many.most_rows <= few.most_rows


def test_checking_all_wording_reads_no_codes(story: dict[str, Any]) -> None:
    def check() -> None:
        with pytest.raises(CommandError, match="wordings to change"):
            call_command("check_wording")

    few, many = costs(story, check)
    assert len(many.statements) == len(few.statements)
    assert many.most_rows <= few.most_rows


def test_the_history_of_a_code_is_kept_without_a_look_at_those_of_others(
    story: dict[str, Any],
) -> None:
    print_codes(story, 0, FEW)
    jar = Jar.objects.earliest("pk")
    with costing() as cost:
        snapshot(jar)
    assert "EXISTS" in cost.statements[0]
    assert "NOT IN" not in cost.statements[0]
    assert jar.history.count() == 1
