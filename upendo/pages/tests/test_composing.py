"""A manager composes a page, as far as readers."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from upendo.catalogue.models import Jar, Picture
from upendo.catalogue.previews import preview_of_record
from upendo.catalogue.tests.desk import enter, opened, press, save
from upendo.catalogue.tests.factories import JarFactory, PictureFactory
from upendo.desk.addresses import form_of
from upendo.editing.models import Draft
from upendo.pages.models import Block, Page
from upendo.pages.tests.factories import PageFactory, built_in
from upendo.story.document import story_for
from upendo.story.previews import previewed_story

pytestmark = pytest.mark.django_db

ADD = "/admin/pages/page/add/"


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="MSTUK47W")


@pytest.fixture
def manager() -> Client:
    return enter("Manager")


def typed(blocks: list[dict[str, Any]], **page: Any) -> dict[str, Any]:
    """Return what is typed to add a page with these blocks."""
    rows = {
        f"blocks-{number}-{field}": value
        for number, block in enumerate(blocks)
        for field, value in (block | {"position": number}).items()
    }
    management = {
        "blocks-TOTAL_FORMS": len(blocks),
        "blocks-INITIAL_FORMS": 0,
        "audience-TOTAL_FORMS": 0,
        "audience-INITIAL_FORMS": 0,
    }
    return {"title": "Our bees", "slug": "our-bees"} | management | rows | page


def three_blocks(picture: Picture) -> list[dict[str, Any]]:
    return [
        {"kind": "text", "text": "The bees here belong to nobody."},
        {"kind": "picture", "picture": picture.pk, "text": "A log hive."},
        {"kind": "quotation", "text": "They come when they like it.", "said_by": "Neema"},
    ]


def told(jar: Jar) -> list[str]:
    """Return the titles of the pages that readers find, in their order."""
    contents = story_for(jar, jar.market)["contents"]
    return [page["title"] for chapter in contents for page in chapter["pages"]]


def test_our_bees_from_the_first_word_to_hidden(jar: Jar, manager: Client) -> None:
    blocks = three_blocks(PictureFactory.create())
    chapter = built_in("beekeeper").pk

    # What the law forbids is refused, with all that was typed.
    claim = {"kind": "text", "text": "Our honey is carbon neutral."}
    refused = manager.post(ADD, typed([*blocks, claim], chapter=chapter)).content.decode()
    assert "carbon neutral" in refused
    assert not Page.objects.exists()

    # A new page waits as a draft, and is seen in a preview.
    assert manager.post(ADD, typed(blocks, chapter=chapter)).status_code == 302
    page = Page.objects.get()
    assert told(jar) == []
    preview = preview_of_record(page)
    assert preview
    assert preview.address(page.page_name).endswith("/MSTUK47W/p/our-bees")
    [drafted] = [one for one in previewed_story(preview)["contents"] if one["pages"]]
    assert [block["kind"] for block in drafted["pages"][0]["blocks"]] == [
        "text",
        "picture",
        "quotation",
    ]

    # Published; a later one follows it.
    save(manager, page, "_publish")
    later = typed(blocks, title="Our trees", slug="our-trees", chapter=chapter)
    assert manager.post(ADD, later).status_code == 302
    save(manager, Page.objects.get(slug="our-trees"), "_publish")
    assert told(jar) == ["Our bees", "Our trees"]

    # Hidden, which waits as every edit does.
    save(manager, page, chapter="")
    assert told(jar) == ["Our bees", "Our trees"]
    save(manager, page, "_publish")
    assert told(jar) == ["Our trees"]


def test_a_hidden_page_comes_back_by_its_history(jar: Jar, manager: Client) -> None:
    page = PageFactory.create(title="Our bees")
    # As if its first transaction were over: this test is one.
    for kept in (Page, Block):
        kept.history.update(revision="2026-01-01T00:00Z")
    history = reverse("admin:pages_page_history", args=[page.pk])
    first = manager.get(history).context["revisions"][-1]
    save(manager, page, "_publish", chapter="")
    assert told(jar) == []
    manager.post(history, {"revision": first.at.isoformat()})
    assert told(jar) == ["Our bees"]


def test_an_editor_composes_and_publishes_nothing(jar: Jar) -> None:
    editor = enter("Editor")
    blocks = [{"kind": "text", "text": "The bees here belong to nobody."}]
    editor.post(ADD, typed(blocks, chapter=built_in("honey").pk))
    page = Page.objects.get()
    assert Draft.objects.of(page).exists()
    assert save(editor, page, "_publish").status_code == 403
    assert told(jar) == []


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a picture without one": ({"kind": "picture", "text": "A hive."}, "Picture: this is needed."),
    "a figure that no claim proves": ({"kind": "figure"}, "Figure: this is needed."),
    "a quotation of nobody": ({"kind": "quotation", "text": "Yes."}, "Quotation: this is needed."),
    "a link to a script": ({"kind": "link", "text": "x", "url": "javascript:x"}, "valid URL"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_block_lacks_nothing(manager: Client, what: str) -> None:
    block, words = WRONG[what]
    assert words in manager.post(ADD, typed([block])).content.decode()
    assert not Page.objects.exists()


def test_what_another_kind_had_is_forgotten(jar: Jar, manager: Client) -> None:
    page = PageFactory.create(blocks=[{"kind": "picture", "picture": PictureFactory.create()}])
    sent = opened(manager, page) | {"blocks-0-kind": "text", "blocks-0-text": "Words."}
    press(manager, page, "_publish", sent)
    block = page.blocks.get()
    assert (block.kind, block.text, block.picture) == ("text", "Words.", None)


def test_a_page_without_blocks_is_not_published(jar: Jar, manager: Client) -> None:
    manager.post(ADD, typed([], chapter=built_in("beekeeper").pk))
    page = Page.objects.get()
    assert "has nothing on it" in save(manager, page, "_publish").content.decode()


def test_a_chapter_is_hidden_as_a_draft_and_published(jar: Jar, manager: Client) -> None:
    forest = built_in("forest")
    save(manager, forest, hidden="on")
    assert story_for(jar, None)["contents"] == []
    save(manager, forest, "_publish")
    kinds = [chapter["kind"] for chapter in story_for(jar, None)["contents"]]
    assert kinds == ["beekeeper", "honey", "footprint", "asante"]
    save(manager, built_in("honey"), "_publish", hidden="on")
    assert not built_in("honey").hidden


def test_a_page_is_moved_among_the_built_in_ones(jar: Jar, manager: Client) -> None:
    PageFactory.create(title="Our bees", slug="bees")
    chapter = built_in("beekeeper")
    form = manager.get(form_of(chapter)).content.decode()
    for label in ("Move Our bees up", "Move A letter from the beekeeper down"):
        assert f'aria-label="{label}"' in form
    moved = ["beekeeper", "p/bees", "beekeeper-letter", "people", "brought"]
    save(manager, chapter, **places(moved))
    assert order(jar) == []
    assert "p/bees" in manager.get(form_of(chapter)).content.decode()
    save(manager, chapter, "_publish")
    assert order(jar) == moved
    by_itself = ["beekeeper", "beekeeper-letter", "people", "brought", "p/bees"]
    save(manager, chapter, "_publish", **places(by_itself))
    chapter.refresh_from_db()
    assert (order(jar), chapter.order) == ([], "")


def places(names: list[str]) -> dict[str, str]:
    """Return what the rows of a chapter's form send, in this order."""
    return {f"order-{name}-position": str(place) for place, name in enumerate(names)}


def order(jar: Jar) -> list[str]:
    """Return the order of the first chapter's pages that a story tells."""
    found: list[str] = story_for(jar, None)["contents"][0]["order"]
    return found


def test_a_chapter_of_ones_own_needs_a_title(manager: Client) -> None:
    answer = manager.post("/admin/pages/chapter/add/", {"title": "", "line": "x"})
    assert "needs a title" in answer.content.decode()


def test_a_picture_on_a_page_is_edited_as_what_readers_see(jar: Jar, manager: Client) -> None:
    picture = PictureFactory.create(alt="A hive")
    PageFactory.create(blocks=[{"kind": "picture", "picture": picture}])
    assert list(Jar.objects.telling(picture)) == [jar]
    save(manager, picture, alt="A log hive in a tree")
    assert Draft.objects.of(picture).exists()
