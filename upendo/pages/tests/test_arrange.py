"""A manager moves chapters in their list, as far as readers."""

import re
import threading
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.desk import enter, save
from upendo.catalogue.tests.factories import JarFactory
from upendo.editing.models import Draft
from upendo.pages.arrange import ChangedMeanwhileError, arrange
from upendo.pages.models import Chapter
from upendo.pages.tests.factories import built_in
from upendo.story.document import story_for

LIST = "/admin/pages/chapter/"
BY_ITSELF = ["beekeeper", "honey", "forest", "footprint", "asante"]
FOREST_FIRST = ["forest", "beekeeper", "honey", "footprint", "asante"]
REFUSED = "somebody else has moved"


@pytest.fixture
def jar(db: None) -> Jar:
    return JarFactory.create(code="MSTUK47W")


@pytest.fixture
def manager(db: None) -> Client:
    return enter("Manager")


def told(jar: Jar) -> list[str]:
    """Return the chapters that readers find, in their order; none where it is that of all."""
    return [chapter["kind"] for chapter in story_for(jar, None)["contents"]]


def keys(names: list[str]) -> list[str]:
    return [str(built_in(name).pk) for name in names]


def opened(client: Client) -> str:
    """Return what the list, as it is opened now, says of itself."""
    [found] = re.findall(r'name="opened" value="([^"]*)"', client.get(LIST).content.decode())
    return str(found)


def publish(client: Client, names: list[str], seen: str, **odd: str) -> Any:
    """Send a list that was opened as `seen`, its rows moved into this order."""
    places = {f"chapter-{pk}-position": str(place) for place, pk in enumerate(keys(names))}
    return client.post(LIST, {"opened": seen, "_publish": ""} | places | odd, follow=True)


def test_a_chapter_is_moved_for_readers_at_once_and_back(jar: Jar, manager: Client) -> None:
    for label in ("Move Forest up", "Move Forest down"):
        assert f'aria-label="{label}"' in manager.get(LIST).content.decode()
    answer = publish(manager, FOREST_FIRST, opened(manager))
    assert "Readers find the chapters in this order now." in answer.content.decode()
    assert told(jar) == FOREST_FIRST
    # Who moved it stands in its history, from which it can go back to where it was.
    before, after = built_in("forest").history.order_by("history_date")
    assert (before.position, after.position) == (30, 10)
    assert after.history_user.username.startswith("Manager")
    publish(manager, BY_ITSELF, opened(manager))
    assert told(jar) == []
    assert all(chapter.is_by_itself for chapter in Chapter.objects.all())


def test_a_second_manager_is_told_that_the_order_has_changed(jar: Jar, manager: Client) -> None:
    other = enter("Manager")
    seen = opened(other)
    publish(manager, FOREST_FIRST, seen)
    assert REFUSED in publish(other, BY_ITSELF[::-1], seen).content.decode()
    assert told(jar) == FOREST_FIRST
    # As somebody has who opened the list before there was one more.
    seen = opened(other)
    Chapter.objects.create(title="Our bees")
    assert REFUSED in publish(other, BY_ITSELF, seen).content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_the_second_is_refused() -> None:
    for name in BY_ITSELF:
        built_in(name)
    seen, refused = [str(chapter.pk) for chapter in Chapter.objects.all()], threading.Event()

    def second() -> None:
        try:
            arrange(seen, seen[::-1])
        except ChangedMeanwhileError:
            refused.set()
        connection.close()

    other = threading.Thread(target=second)
    with transaction.atomic(), connection.cursor() as cursor:
        arrange(seen, [*seen[1:], seen[0]])
        other.start()
        waits = False
        while other.is_alive() and not waits:
            other.join(0.05)
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            waits = bool(cursor.fetchone()[0])
    other.join()
    assert refused.is_set()


def test_only_who_may_publish_moves_chapters(jar: Jar, manager: Client) -> None:
    seen = opened(manager)
    for role in ("Editor", "Translator"):
        client = enter(role)
        assert "Move Forest up" not in client.get(LIST).content.decode()
        assert publish(client, FOREST_FIRST, seen).status_code == 403
    assert told(jar) == []


def test_a_draft_of_a_chapter_that_is_moved_goes_on_waiting(jar: Jar, manager: Client) -> None:
    forest = built_in("forest")
    save(manager, forest, hidden="on")
    assert "draft waiting" in manager.get(LIST).content.decode()
    publish(manager, FOREST_FIRST, opened(manager))
    assert Draft.objects.of(forest).exists()
    save(manager, forest, "_publish")
    assert told(jar) == FOREST_FIRST[1:]
    save(manager, forest, "_publish", hidden="")
    assert told(jar) == FOREST_FIRST


@pytest.mark.parametrize("odd", ["", "x", "9" * 5000, "-1", "²"])
def test_odd_places_and_lists_are_no_error(jar: Jar, manager: Client, odd: str) -> None:
    seen = opened(manager)
    place = {f"chapter-{built_in('forest').pk}-position": odd}
    assert publish(manager, BY_ITSELF, seen, **place).status_code == 200
    assert REFUSED in publish(manager, BY_ITSELF, odd).content.decode()
    assert Chapter.objects.count() == 5


def test_a_chapter_of_ones_own_is_put_before_the_end(jar: Jar, manager: Client) -> None:
    manager.post(f"{LIST}add/", {"title": "Our bees", "line": ""})
    bees = Chapter.objects.get(title="Our bees")
    assert list(Chapter.objects.all())[-2:] == [bees, built_in("asante")]
    publish(manager, BY_ITSELF, opened(manager), **{f"chapter-{bees.pk}-position": "0"})
    assert list(Chapter.objects.all())[1] == bees
