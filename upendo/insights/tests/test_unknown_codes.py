import pytest
import time_machine
from django.db import OperationalError
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.insights import middleware
from upendo.insights.models import UnknownCode, count_unknown_code, counters

pytestmark = pytest.mark.django_db


def test_a_code_asked_for_in_vain_is_counted_wherever_it_was_asked(client: Client) -> None:
    for address in ("/app/N0SUCH/menu", "/q/n0-such", "/api/v1/stories/N0SUCH/"):
        client.get(address)
    assert UnknownCode.objects.get().count == 3


def test_a_known_code_and_nonsense_are_not_counted(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    for address in ("/app/PUREJOY/menu", "/app/PUREJOY/nonsense", "/app/%F0%9F%90%9D/menu", "/no"):
        client.get(address)
    assert not UnknownCode.objects.exists()


def test_a_reader_gets_the_page_even_if_counting_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise OperationalError("the database does not answer")

    monkeypatch.setattr(middleware, "count_unknown_code", fail)
    assert client.get("/app/N0SUCH/menu").status_code == 404


def test_codes_tried_at_random_are_not_kept_without_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counters, "MOST_KEPT", 5)
    for code in ("MISPR1NT", "MISPR1NT", *(f"TRY{n}" for n in range(20)), "LAST"):
        count_unknown_code(code)
    kept = set(UnknownCode.objects.values_list("code", flat=True))
    assert kept == {"MISPR1NT", "TRY17", "TRY18", "TRY19", "LAST"}


def test_a_code_that_nobody_asks_for_any_more_is_forgotten() -> None:
    with time_machine.travel("2026-01-01", tick=False):
        count_unknown_code("TW1CE")
        count_unknown_code("TW1CE")
    with time_machine.travel("2026-06-01", tick=False):
        count_unknown_code("LATER")
        assert UnknownCode.objects.count() == 2
    with time_machine.travel("2026-07-15", tick=False):
        count_unknown_code("LAST")
    assert set(UnknownCode.objects.values_list("code", flat=True)) == {"LATER", "LAST"}


def test_the_counter_is_read_in_the_admin_and_not_written(admin_client: Client) -> None:
    UnknownCode.objects.create(code="N0SUCH")
    assert "N0SUCH" in admin_client.get("/admin/insights/unknowncode/").content.decode()
    assert admin_client.get("/admin/insights/unknowncode/add/").status_code == 403
