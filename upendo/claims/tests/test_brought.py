"""What a purchase brought: figures that are told with a claim, and nowhere without it."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.claims.models import Claim
from upendo.claims.tests.factories import CLAIM_FIELDS, ClaimFactory, PaymentFactory
from upendo.story.document import Told, forget_stories, story_document

pytestmark = pytest.mark.django_db

LOCAL = {"local_per_kg": 6500, "local_on": date(2026, 7, 20), "local_source": "Three traders"}
FIGURE = {
    "figure": 40,
    "unit": "new hives",
    "figure_on": date(2026, 9, 30),
    "figure_source": "Our own count",
}


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="PUREJOY2", retailer=RetailerFactory.create(market="EU"))


def story(client: Client) -> Any:
    forget_stories()
    return client.get("/api/v1/stories/PUREJOY2/").json()


def test_payments_and_figures_are_told_with_their_sources(client: Client, jar: Jar) -> None:
    PaymentFactory.create(wording="A.", **LOCAL).batches.add(jar.batch)
    ClaimFactory.create(wording="B.", **FIGURE).batches.add(jar.batch)
    told = {claim["wording"]: claim for claim in story(client)["claims"]}
    assert told["A."]["payment"] == {
        "per_kg": 9000.0,
        "currency": "TZS",
        "day": "2026-07-22",
        "local": {"per_kg": 6500.0, "day": "2026-07-20", "source": "Three traders"},
    }
    assert told["A."]["figure"] is None
    assert told["B."]["figure"] == {
        "number": 40.0,
        "unit": "new hives",
        "day": "2026-09-30",
        "source": "Our own count",
    }


@pytest.mark.parametrize(
    "withheld",
    [
        {"status": "draft"},
        {"valid_until": date(2020, 1, 1)},
        {"valid_from": date(2099, 1, 1)},
        {"markets": ["US"]},
    ],
)
def test_what_may_not_be_said_is_nowhere_and_leaves_no_page(
    client: Client, jar: Jar, withheld: dict[str, Any]
) -> None:
    claim = PaymentFactory.create(wording="Paid well.", **LOCAL)
    claim.batches.add(jar.batch)
    assert "brought" in story(client)["titles"]
    assert "9,000" in client.get("/app/PUREJOY2/read").content.decode()
    Claim.objects.update(**withheld)
    assert "brought" not in story(client)["titles"]
    assert client.get("/app/PUREJOY2/brought").status_code == 404
    assert client.get("/share/PUREJOY2/brought.jpg").status_code == 404
    for page in ("menu", "beekeeper-letter", "read", "brought"):
        html = client.get(f"/app/PUREJOY2/{page}").content.decode()
        assert not any(word in html for word in ("9,000", "9000", "Paid well", "/brought"))


def test_on_a_later_day_without_a_database_nothing_of_it_is_told(jar: Jar) -> None:
    PaymentFactory.create().batches.add(jar.batch)
    forget_stories()
    told = story_document(jar.code)
    assert "brought" in told.pages
    later = Told(told.text, told.pages, told_on=date(2020, 1, 1), edition="").unproven()
    assert "brought" not in later.pages
    assert b"9000" not in later.text.plain(b"X")


HALVES: list[dict[str, Any]] = [
    {"currency": "TZS", "paid_on": date(2026, 7, 22)},
    {"paid_per_kg": 9000, "paid_on": date(2026, 7, 22)},
    {"paid_per_kg": 9000, "currency": "TZS"},
    {"paid_per_kg": 9000, "currency": "tzs", "paid_on": date(2026, 7, 22)},
    LOCAL,
    {"local_per_kg": 6500},
    {"figure": 40, "unit": "new hives"},
    {"unit": "new hives", "figure_on": date(2026, 9, 30), "figure_source": "Our own count"},
    FIGURE | {"paid_per_kg": 9000, "currency": "TZS", "paid_on": date(2026, 7, 22)},
]


@pytest.mark.parametrize("fields", HALVES)
def test_a_figure_is_whole_or_not_there(fields: dict[str, Any]) -> None:
    claim = ClaimFactory.build(**fields)
    with pytest.raises(ValidationError):
        claim.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.save()


def test_the_desk_takes_a_payment_and_refuses_half_of_one(admin_client: Client) -> None:
    typed = CLAIM_FIELDS | {"paid_per_kg": "9000", "currency": "TZS"}
    page = admin_client.post("/admin/claims/claim/add/", typed).content.decode()
    assert "a currency and a day" in page
    admin_client.post("/admin/claims/claim/add/", typed | {"paid_on": "2026-07-22"})
    assert Claim.objects.get().paid_on == date(2026, 7, 22)


def test_the_words_beside_a_figure_are_checked_too() -> None:
    claim = ClaimFactory.build(**FIGURE | {"unit": "carbon neutral hives"})
    with pytest.raises(ValidationError) as refused:
        claim.full_clean()
    assert "unit" in refused.value.message_dict
