"""An account of a shop meets its own shop's jars, and no trace of another's, at every address."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    FootprintFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RecordingFactory,
    RetailerFactory,
    image_file,
)
from upendo.desk.addresses import form_of, list_of
from upendo.staff.models import ShopAccount
from upendo.staff.roles import SHOPS, TABLE
from upendo.staff.shops import only_shop
from upendo.staff.tests.records import create
from upendo.staff.tests.test_roles_in_the_admin import AUTOCOMPLETES, NEEDS, PAGES, address
from upendo.staff.tests.test_roles_in_the_api import ENDPOINTS

pytestmark = pytest.mark.django_db

OURS, THEIRS = "OURLARDER", "THEIRSTORE"
GTINS = {OURS: "09506000134352", THEIRS: "09506000134369"}
# What belongs to no shop: rules of wording, and what somebody made an exception for. Figures are no
# record of anybody: insights/tests/test_shops.py tries them.
OF_NOBODY = {
    "insights.storycount",
    "claims.certificate",
    "claims.wordinglaw",
    "claims.wordlist",
    "claims.wordingoverride",
    "claims.wordingphrases",
    "claims.wordingrule",
}
# What a shop reads of visits has a proof of its own, in upendo/insights/tests/test_shops.py.
ELSEWHERE = {"insights.storycount"}


def told(word: str) -> dict[str, Model]:
    """Return a shop, its jars and all that they tell; in each, something begins with this word."""
    shop = RetailerFactory.create(name=f"{word} shop")
    portrait = PictureFactory.create(alt=f"{word} portrait", image=image_file((60, 45)))
    recording = RecordingFactory.create(title=f"{word} recording")
    person = BeekeeperFactory.create(
        name=f"{word} person", portrait=portrait, letter_recording=recording
    )
    honey = HoneyFactory.create(name=f"{word} honey")
    forest = ForestFactory.create(title=f"{word} forest")
    footprint = FootprintFactory.create(honey=honey, source=f"{word} study")
    batch = BatchFactory.create(lot=f"{word}LOT", honey=honey, forest=forest)
    sold = {"batch": batch, "beekeeper": person, "retailer": shop}
    run = PrintRun.objects.create(number=1, **sold)
    jar = JarFactory.create(code=word, print_run=run, **sold)
    JarFactory.create(code=f"{word}D", status=Jar.Status.DRAFT, print_run=run, **sold)
    article = create("gs1.Article", gtin=GTINS[word], honey=honey)
    claim = create("claims.Claim", wording=f"{word} claim", markets=["EU"])
    claim.honeys.add(honey)
    file = create(
        "labels.LabelFile", print_run=run, site=f"HTTPS://{word}.EXAMPLE", number=1, is_ready=True
    )
    create("labels.Label", file=file, jar=jar, place=1, address=f"HTTPS://{word}.EXAMPLE/Q/{word}")
    create("labels.Chunk", file=file, number=0, content=word.encode())
    all_told = [shop, portrait, recording, person, honey, forest, footprint, batch, run, jar]
    return {record._meta.label_lower: record for record in [*all_told, article, claim, file]}


@pytest.fixture
def worlds() -> dict[str, dict[str, Model]]:
    """Two shops that share nothing."""
    return {word: told(word) for word in (OURS, THEIRS)}


@pytest.fixture
def shop(worlds: dict[str, dict[str, Model]]) -> Client:
    """Somebody of our shop who has logged in."""
    person = User.objects.create_user("larder", is_staff=True)
    person.groups.add(Group.objects.get(name=SHOPS))
    ShopAccount.objects.create(person=person, shop_id=worlds[OURS]["catalogue.retailer"].pk)
    client = Client()
    client.force_login(person)
    return client


def said(answer: Any) -> str:
    """Return everything that an answer says, its headers too."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{answer.headers}{body.decode(errors='replace')}"


def pages_of(record: Model) -> Iterator[str]:
    """Yield the addresses with this record's number that show something."""
    label = record._meta.label_lower
    for of, page, name in PAGES:
        if of == label and NEEDS[page] == {"view"} and page not in ("changelist", "export"):
            yield address(name, record.pk)


def test_every_kind_of_record_that_a_shop_sees_is_tried(
    worlds: dict[str, dict[str, Model]],
) -> None:
    seen = {label for label, page, _ in PAGES if page == "changelist"}
    granted = {label for label in seen if "view" in TABLE.get(label, {}).get(SHOPS, "")}
    assert granted - OF_NOBODY - ELSEWHERE == set(worlds[OURS])


def test_no_page_of_a_record_shows_a_shop_what_is_another_shops(
    shop: Client, worlds: dict[str, dict[str, Model]]
) -> None:
    for theirs in worlds[THEIRS].values():
        for page in pages_of(theirs):
            answer = shop.get(page)
            assert answer.status_code in (302, 403, 404), page
            assert THEIRS not in said(answer), page
    for ours in worlds[OURS].values():
        assert OURS in said(shop.get(form_of(ours))), form_of(ours)
        assert {shop.get(page).status_code for page in pages_of(ours)} <= {200, 302}, ours


def test_no_list_search_or_download_shows_a_shop_what_is_another_shops(
    shop: Client, worlds: dict[str, dict[str, Model]]
) -> None:
    jars = list_of(Jar)
    answers = [shop.get("/admin/"), shop.get("/admin/search/?s=larder&extended=1")]
    answers += [shop.get(list_of(type(record))) for record in worlds[THEIRS].values()]
    answers += [shop.post(f"{jars}export/", {"format": "csv"})]
    answers += [shop.get("/admin/labels/labelfile/check/")]
    answers += [shop.post("/admin/labels/labelfile/check/")]
    for model, field in AUTOCOMPLETES:
        meta = model._meta
        query: Any = {
            "app_label": meta.app_label,
            "model_name": meta.model_name,
            "field_name": field,
        }
        answers += [shop.get("/admin/autocomplete/", query)]
    answers += [shop.get(f"/api/v1/{prefix}/") for prefix in ENDPOINTS]
    for answer in answers:
        assert THEIRS not in said(answer), answer.request["PATH_INFO"]
    for record in worlds[OURS].values():
        assert OURS in said(shop.get(list_of(type(record)))), record


def test_no_number_in_the_api_shows_a_shop_what_is_another_shops(
    shop: Client, worlds: dict[str, dict[str, Model]]
) -> None:
    for prefix, viewset in ENDPOINTS.items():
        label = viewset.queryset.model._meta.label_lower
        theirs, ours = (worlds[word][label].pk for word in (THEIRS, OURS))
        assert shop.get(f"/api/v1/{prefix}/{theirs}/").status_code == 404
        assert OURS in said(shop.get(f"/api/v1/{prefix}/{ours}/"))


def test_no_preview_shows_a_shop_another_shops_code(shop: Client) -> None:
    assert shop.get(f"/admin/catalogue/draft/preview/{OURS}D/").status_code == 302
    assert shop.get(f"/admin/catalogue/draft/preview/{THEIRS}D/").status_code == 404


def test_a_person_who_sells_in_two_shops_is_told_by_the_own_code_alone(
    shop: Client, worlds: dict[str, dict[str, Model]]
) -> None:
    person = worlds[OURS]["catalogue.beekeeper"]
    first = JarFactory.create(
        code="AFIRST", beekeeper=person, retailer=worlds[THEIRS]["catalogue.retailer"]
    )
    for page in (list_of(type(person)), form_of(person)):
        assert first.code not in said(shop.get(page))


def test_a_print_run_for_two_shops_is_shown_to_neither(
    shop: Client, worlds: dict[str, dict[str, Model]]
) -> None:
    run = worlds[OURS]["catalogue.printrun"]
    JarFactory.create(print_run=run, retailer=worlds[THEIRS]["catalogue.retailer"])
    assert shop.get(form_of(run)).status_code == 302


def test_an_account_without_a_shop_sees_no_jar(shop: Client) -> None:
    ShopAccount.objects.all().delete()
    assert only_shop(User.objects.get(username="larder")) == 0
    assert OURS not in said(shop.get(list_of(Jar)))


def test_nobody_leaps_from_a_number_to_a_readers_letter(shop: Client) -> None:
    assert shop.get("/admin/r/1/1/").status_code == 404
