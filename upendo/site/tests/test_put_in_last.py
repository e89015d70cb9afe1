"""A page into which a code was put last is the page that is drawn with this code, byte for byte."""

import pytest
from django.test import Client, RequestFactory

from upendo.catalogue.models import Jar, Picture
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.site import views
from upendo.site.head import story_head
from upendo.site.page_data import data_of
from upendo.site.read import reader
from upendo.story.built_in_pages import BY_NAME, READ
from upendo.story.document import StoryDocument, story_document, story_for
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db

CODES = ["A", "PUREJOY", "B2B2B2B2", "C3C3C3C3", "ABCDEFGHIJKLMNO"]
# What could be taken for a code, and what is written in another way in each place where it stands.
HOSTILE = "</script> & \"C3C3C3C3\" 'b2b2b2b2' \\u0041 {A} %41 \u2028 é 蜂蜜 <!-- A"


@pytest.fixture
def jars() -> list[Jar]:
    """The same story behind all codes, with everything that pages show."""
    photo: Picture = PictureFactory.create(alt=HOSTILE)
    first = JarFactory.create(
        code=CODES[0],
        retailer=RetailerFactory.create(name=HOSTILE, logo=photo),
        beekeeper=BeekeeperFactory.create(
            name="B2B2B2B2", bio=HOSTILE, portrait=photo, letter_text=HOSTILE, letter_photo=photo
        ),
    )
    footprint = FootprintFactory.create(honey=first.batch.honey)
    FootprintStageFactory.create(footprint=footprint, grams_per_kg=1, comparison_grams_per_kg=2)
    tell_all(first)
    like = {"retailer": first.retailer, "beekeeper": first.beekeeper, "batch": first.batch}
    return [first, *(JarFactory.create(code=code, **like) for code in CODES[1:])]


def drawn(jar: Jar, page: str) -> bytes:
    """Return the page as it is drawn for this code alone, of its own story."""
    request = RequestFactory().get("/")
    document = story_document(jar.code)
    story = story_for(Jar.objects.with_story().get(pk=jar.pk), jar.market)
    if page == READ.name:
        return reader.page(request, story, story_head(document, READ)).content
    head = story_head(document, BY_NAME[page])
    return views.page(request, page, data_of(story), head, {}).content


@pytest.mark.parametrize("page", [*BY_NAME, READ.name])
def test_every_page_of_every_code(client: Client, jars: list[Jar], page: str) -> None:
    etags = set()
    for jar in jars:
        answer = client.get(f"/app/{jar.code}/{page}")
        assert answer.content == drawn(jar, page), jar.code
        etags.add(answer["ETag"])
    assert len(etags) == len(jars)


def test_a_browser_has_the_page_of_one_code_and_not_of_another(
    client: Client, jars: list[Jar]
) -> None:
    for path in ("/q/{}", "/app/{}/read", "/api/v1/stories/{}/"):
        one, other = (client.get(path.format(code)) for code in ("B2B2B2B2", "C3C3C3C3"))
        known = {"If-None-Match": one["ETag"]}
        assert client.get(path.format("b2b2-b2b2"), headers=known).status_code == 304
        again = client.get(path.format("C3C3C3C3"), headers=known)
        assert (again.status_code, again.content) == (200, other.content)
        assert int(again["Content-Length"]) == len(again.content)


def test_no_slot_is_left_anywhere(client: Client, jars: list[Jar]) -> None:
    slot = story_document("PUREJOY").for_any_code.code
    for page in (*BY_NAME, READ.name):
        html = client.get(f"/app/PUREJOY/{page}").content.decode().upper()
        assert slot not in html
        assert html.count("PUREJOY") > 5


def test_all_codes_share_their_pictures_for_sharing(client: Client, jars: list[Jar]) -> None:
    documents: list[StoryDocument] = [story_document(code) for code in ("B2B2B2B2", "C3C3C3C3")]
    assert documents[0].version == documents[1].version
    one, other = (client.get(f"/share/{d.code}/menu.jpg") for d in documents)
    assert one["ETag"] == other["ETag"]
