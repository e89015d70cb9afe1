"""What of pages and chapters a story tells."""

from collections.abc import Callable
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from upendo.catalogue.models import Consent, Jar, Market
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.claims.tests.factories import ClaimFactory
from upendo.editing.models import Draft
from upendo.pages.models import Audience, Chapter, Page
from upendo.pages.models.chapter import BuiltIn
from upendo.pages.tests.factories import PageFactory, built_in
from upendo.pages.told import told_contents
from upendo.story.built_in_pages import BY_NAME, CHAPTERS
from upendo.story.document import story_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def jar() -> Jar:
    """A jar that a shop in the European Union sells."""
    return JarFactory.create(code="MSTUK47W", retailer=RetailerFactory.create(market="EU"))


def contents(jar: Jar, market: Market | None = Market.EU) -> list[Any]:
    return story_for(jar, market)["contents"]


def titles(jar: Jar) -> list[str]:
    return [page["title"] for chapter in contents(jar) for page in chapter["pages"]]


def blocks(jar: Jar, market: Market | None = Market.EU) -> list[Any]:
    """Return the blocks of the only page."""
    pages = [page for chapter in contents(jar, market) for page in chapter["pages"]]
    return [block for page in pages for block in page["blocks"]]


def test_a_story_without_pages_of_its_own_has_nothing_of_them(
    jar: Jar, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    PageFactory.create(chapter=None)
    Chapter.objects.create(title="What your jar did")
    with django_assert_num_queries(2):
        assert told_contents(jar, Market.EU, timezone.localdate()) == []


def test_many_pages_take_no_more_queries_than_one(
    jar: Jar, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def all_kinds() -> list[dict[str, Any]]:
        person = BeekeeperFactory.create(portrait=PictureFactory.create())
        return [
            {"kind": "picture", "picture": PictureFactory.create()},
            {"kind": "figure", "claim": ClaimFactory.create()},
            {"kind": "person", "beekeeper": person},
        ]

    for _ in range(2):
        Audience.objects.create(page=PageFactory.create(blocks=all_kinds()), market="EU")
        with django_assert_num_queries(6):
            told_contents(jar, Market.EU, timezone.localdate())


def test_a_page_follows_in_its_chapter_and_a_new_chapter_in_its_place(jar: Jar) -> None:
    PageFactory.create(title="Second", position=2)
    PageFactory.create(title="First", position=1)
    own = Chapter.objects.create(title="Our bees", line="Wild ones.", position=25)
    PageFactory.create(title="Third", chapter=own)
    told = contents(jar)
    assert [chapter["kind"] for chapter in told] == [
        *("beekeeper", "honey", "own", "forest", "footprint", "asante"),
    ]
    assert [page["title"] for page in told[0]["pages"]] == ["First", "Second"]
    assert (told[2]["title"], told[2]["line"]) == ("Our bees", "Wild ones.")
    assert titles(jar) == ["First", "Second", "Third"]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("", []),
        ("beekeeper\nbeekeeper-letter\npeople\nbrought\np/bees", []),
        (
            "p/gone\nbeekeeper\np/bees\npeople",
            ["beekeeper", "p/bees", "people", "beekeeper-letter", "brought"],
        ),
    ],
)
def test_a_page_stands_among_the_built_in_ones(jar: Jar, order: str, told: list[str]) -> None:
    PageFactory.create(slug="bees")
    Chapter.objects.filter(built_in="beekeeper").update(order=order)
    assert contents(jar)[0]["order"] == told


def test_every_built_in_page_has_its_chapter() -> None:
    assert ["menu", *chain(*CHAPTERS.values())] == list(BY_NAME)
    assert list(CHAPTERS) == BuiltIn.values


def test_a_hidden_chapter_is_left_out_with_its_pages(jar: Jar) -> None:
    PageFactory.create(title="Gone", chapter=built_in("forest"))
    Chapter.objects.filter(built_in="forest").update(hidden=True)
    kinds = [chapter["kind"] for chapter in contents(jar)]
    assert kinds == ["beekeeper", "honey", "footprint", "asante"]
    assert titles(jar) == []


def test_a_chapter_with_two_pages_is_listed_once(jar: Jar, admin_client: Client) -> None:
    chapter = Chapter.objects.create(title="Our bees")
    PageFactory.create_batch(2, chapter=chapter)
    listed = admin_client.get("/admin/pages/chapter/").content.decode()
    assert listed.count(f'href="/admin/pages/chapter/{chapter.pk}/change/"') == 1


def test_built_in_chapters_are_there_though_their_rows_are_not(jar: Jar) -> None:
    Chapter.objects.all().delete()
    assert contents(jar) == []
    PageFactory.create(chapter=Chapter.objects.create(title="Our bees"))
    assert [chapter["kind"] for chapter in contents(jar)] == ["own", *BuiltIn.values]


AUDIENCES: dict[str, tuple[Callable[[Jar], list[dict[str, Any]]], bool]] = {
    "nobody named": (lambda jar: [], True),
    "its honey": (lambda jar: [{"honey": jar.batch.honey}], True),
    "another honey": (lambda jar: [{"honey": HoneyFactory.create()}], False),
    "its forest and shop": (
        lambda jar: [{"forest": jar.batch.forest, "shop": jar.retailer}],
        True,
    ),
    "its forest in another shop": (
        lambda jar: [{"forest": jar.batch.forest, "shop": RetailerFactory.create()}],
        False,
    ),
    "its market": (lambda jar: [{"market": "EU"}], True),
    "another market": (lambda jar: [{"market": "US"}], False),
    "one of two": (lambda jar: [{"market": "US"}, {"honey": jar.batch.honey}], True),
}


@pytest.mark.parametrize("whom", AUDIENCES)
def test_a_page_is_told_to_whom_it_is_for(jar: Jar, whom: str) -> None:
    lines, is_told = AUDIENCES[whom]
    page = PageFactory.create(title="Ours")
    for line in lines(jar):
        Audience.objects.create(page=page, **line)
    assert titles(jar) == (["Ours"] if is_told else [])
    # The desk knows it too: what readers see, and in which story.
    assert Page.objects.told_by(Jar.objects.printed()) == ([page.pk] if is_told else [])
    assert list(Jar.objects.telling(page)) == ([jar] if is_told else [])
    Draft.objects.create(record=page)
    assert jar.story_drafts().exists() == is_told


def test_what_is_for_a_market_is_not_for_the_code_that_everybody_meets(jar: Jar) -> None:
    everybodys = JarFactory.create(code="PUREJOY", batch=jar.batch, retailer=jar.retailer)
    page = PageFactory.create()
    Audience.objects.create(page=page, market="EU")
    assert contents(everybodys, everybodys.market) == []
    assert list(Jar.objects.telling(page)) == [jar]


YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.mark.parametrize(
    ("claim", "market", "is_told"),
    [
        ({}, Market.EU, True),
        ({}, None, True),
        ({"status": "draft"}, Market.EU, False),
        ({"valid_until": YESTERDAY}, Market.EU, False),
        ({"markets": ["US"]}, Market.EU, False),
        ({"markets": ["EU"]}, Market.EU, True),
        ({"markets": ["EU"]}, None, False),
    ],
)
def test_a_figure_is_there_only_while_its_claim_may_be_said(
    jar: Jar, claim: dict[str, Any], market: Market | None, is_told: bool
) -> None:
    proven = ClaimFactory.create(wording="We hung 240 hives.", **claim)
    figure = {"kind": "figure", "claim": proven}
    PageFactory.create(blocks=[{"text": "Our bees."}, figure])
    told = [block for block in blocks(jar, market) if block["kind"] == "figure"]
    wordings = [block["claim"]["wording"] for block in told]
    assert wordings == (["We hung 240 hives."] if is_told else [])


def test_a_page_of_nothing_but_what_may_not_be_said_is_absent(jar: Jar) -> None:
    unproven = ClaimFactory.create(status="draft")
    PageFactory.create(title="Figures", blocks=[{"kind": "figure", "claim": unproven}])
    assert contents(jar) == []


@pytest.mark.parametrize(
    ("agreed", "told"),
    [
        (["name", "portrait", "location"], ("Neema", "Inyonga", True)),
        (["name", "location"], ("Neema", "Inyonga", False)),
        (["name"], ("Neema", "", False)),
        (["portrait", "location"], None),
    ],
)
def test_a_person_is_shown_as_far_as_they_agree(
    jar: Jar, agreed: list[str], told: tuple[str, str, bool] | None
) -> None:
    portrait = PictureFactory.create()
    person = BeekeeperFactory.create(name="Neema", portrait=portrait, agrees_to=agreed)
    PageFactory.create(blocks=[{"kind": "person", "beekeeper": person}])
    found = [block["person"] for block in blocks(jar)]
    shown = [(one["name"], one["village"], one["portrait"] is not None) for one in found]
    assert shown == ([told] if told else [])


def test_who_takes_back_the_name_is_gone_at_once(jar: Jar, client: Client) -> None:
    person = BeekeeperFactory.create(name="Somebody Else")
    PageFactory.create(blocks=[{"kind": "person", "beekeeper": person}])
    address = f"/api/v1/stories/{jar.code}/"
    assert "Somebody Else" in client.get(address).content.decode()
    Consent.objects.filter(beekeeper=person).update(withdrawn_on=timezone.localdate())
    assert [block["person"] for block in blocks(jar)] == []
