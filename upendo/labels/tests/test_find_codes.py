"""How somebody finds codes among many: by how they begin, by names, by their print run."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.labels.admin import codes

pytestmark = pytest.mark.django_db


def found(client: Client, address: str) -> set[str]:
    """Return the codes, or the numbers of the print runs, that a list shows."""
    rows = client.get(address).context["cl"].result_list
    return {row.code if isinstance(row, Jar) else str(row.number) for row in rows}


@pytest.fixture
def jar() -> Jar:
    JarFactory.create(code="OTHER")
    person = BeekeeperFactory.create(name="Neema Juma")
    shop = RetailerFactory.create(name="Honey and Co")
    batch = BatchFactory.create(lot="INY-2026")
    return JarFactory.create(code="PUREJOY", beekeeper=person, retailer=shop, batch=batch)


@pytest.mark.parametrize(
    "words",
    ["PUREJOY", "pure", "Pure-J", "https://example.org/q/PUREJOY", "neema", "Neema pure", "honey",
     "2026 juma"],
)  # fmt: skip
def test_a_code_is_found_by_its_beginning_and_by_names(
    admin_client: Client, jar: Jar, words: str
) -> None:
    assert found(admin_client, f"/admin/catalogue/jar/?q={words}") == {jar.code}


@pytest.mark.parametrize("words", ["nowhere", "neema other", "UREJOY"])
def test_every_word_must_fit(admin_client: Client, jar: Jar, words: str) -> None:
    assert found(admin_client, f"/admin/catalogue/jar/?q={words}") == set()


def test_a_print_run_is_found_by_one_of_its_codes(admin_client: Client, jar: Jar) -> None:
    story = {"batch": jar.batch, "beekeeper": jar.beekeeper}
    run = PrintRun.objects.create(number=7, **story)
    PrintRun.objects.create(number=8, batch=BatchFactory.create(), beekeeper=jar.beekeeper)
    JarFactory.create(code="INRUN", print_run=run, **story)
    assert found(admin_client, "/admin/catalogue/printrun/?q=in-run") == {"7"}
    assert found(admin_client, "/admin/catalogue/printrun/?q=INY-2026") == {"7"}
    assert found(admin_client, "/admin/catalogue/printrun/?q=neema") == {"7", "8"}


def test_the_newest_print_runs_are_offered_and_the_one_that_is_asked_for(
    admin_client: Client, jar: Jar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "RUNS_TO_CHOOSE_FROM", 2)
    story = {"batch": jar.batch, "beekeeper": jar.beekeeper}
    runs = [PrintRun.objects.create(number=n, **story) for n in (1, 2, 3, 4)]
    for days, run in enumerate(reversed(runs)):
        made_at = timezone.now() - timedelta(days=days)
        PrintRun.objects.filter(pk=run.pk).update(made_at=made_at)
    Jar.objects.filter(code="OTHER").update(print_run=runs[0])
    address = f"/admin/catalogue/jar/?print_run={runs[0].pk}"
    page = admin_client.get(address).content.decode()
    called = {1: "1 code", 2: "2 codes", 3: "3 codes", 4: "4 codes"}
    offered = [number for number, name in called.items() if f"{name} for INY-2026" in page]
    assert offered == [1, 3, 4]
    assert found(admin_client, address) == {"OTHER"}


@pytest.mark.parametrize("run", ["x", "-1", "9" * 30, ""])
def test_a_print_run_that_cannot_be_has_no_codes(admin_client: Client, jar: Jar, run: str) -> None:
    PrintRun.objects.create(number=1, batch=jar.batch, beekeeper=jar.beekeeper)
    assert found(admin_client, f"/admin/catalogue/jar/?print_run={run}") == set()
