"""A new outline is looked at before it takes the old one's place."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from upendo.catalogue.maps.kml.boundaries import read_kml
from upendo.catalogue.maps.kml.tests.test_boundaries import PLACE, kml
from upendo.catalogue.models import Forest
from upendo.catalogue.tests import desk
from upendo.catalogue.tests.factories import ForestFactory, JarFactory

pytestmark = pytest.mark.django_db

SMALLER = "31,-5 31.5,-5 31.5,-5.5 31,-5.5 31,-5"


def form(**fields: object) -> dict[str, object]:
    inlines = {
        f"{prefix}-{key}": 0
        for prefix in ("species", "seasons")
        for key in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    text = {"title": "Inyonga", "region": "Katavi", "country": "Tanzania", "description": "Trees."}
    return text | inlines | fields


def upload(ring: str = SMALLER) -> SimpleUploadedFile:
    return SimpleUploadedFile("forest.kml", kml(ring, PLACE).getvalue())


@pytest.fixture
def forest() -> Forest:
    """A forest with an outline of one degree by one, stated ten times too small."""
    boundary = read_kml(kml())
    return ForestFactory.create(boundary=boundary.outline, area_hectares=122_000)


def address(forest: Forest) -> str:
    return f"/admin/catalogue/forest/{forest.pk}/change/"


def test_what_was_understood_is_drawn_beside_what_readers_see(
    admin_client: Client, forest: Forest
) -> None:
    page = admin_client.post(address(forest), form(kml=upload()), follow=True).content.decode()
    assert page.count("<svg viewBox") == 4
    assert "1 area, 1,230,726 ha" in page
    assert "1 area, 307,811 ha" in page
    assert "1 apiary" in page
    assert "Use it from now on" in page


def test_readers_keep_the_old_outline_until_the_new_one_is_taken(
    admin_client: Client, forest: Forest
) -> None:
    admin_client.post(address(forest), form(kml=upload()))
    assert Forest.objects.get().boundary == forest.boundary
    admin_client.post(address(forest), form())
    assert Forest.objects.get().boundary == forest.boundary
    admin_client.post(address(forest), form(decision="take"))
    after = Forest.objects.get()
    assert after.boundary == read_kml(kml(SMALLER)).outline
    assert (after.apiaries[0]["name"], after.proposal) == ("Old tree", None)


def test_what_readers_see_changes_when_the_draft_with_the_outline_is_published(
    admin_client: Client, forest: Forest
) -> None:
    JarFactory.create(batch__forest=forest)
    desk.save(admin_client, forest, kml=upload())
    desk.save(admin_client, forest, decision="take")
    assert Forest.objects.get().boundary == forest.boundary
    desk.save(admin_client, forest, "_publish")
    assert Forest.objects.get().boundary == read_kml(kml(SMALLER)).outline


def test_a_new_outline_is_thrown_away(admin_client: Client, forest: Forest) -> None:
    admin_client.post(address(forest), form(kml=upload()))
    admin_client.post(address(forest), form(decision="discard"))
    after = Forest.objects.get()
    assert (after.boundary, after.proposal) == (forest.boundary, None)


def test_a_file_that_comes_with_the_decision_is_looked_at_first(
    admin_client: Client, forest: Forest
) -> None:
    admin_client.post(address(forest), form(kml=upload()))
    admin_client.post(address(forest), form(decision="take", kml=upload("31,-5 31,-6 30,-6 31,-5")))
    assert Forest.objects.get().boundary == forest.boundary


def test_a_bad_file_is_an_error_beside_the_field_and_changes_nothing(
    admin_client: Client, forest: Forest
) -> None:
    bad = SimpleUploadedFile("forest.kml", b"<gpx/>")
    page = admin_client.post(address(forest), form(kml=bad))
    assert "not KML" in page.content.decode()
    after = Forest.objects.get()
    assert (after.title, after.boundary, after.proposal) == (forest.title, forest.boundary, None)


def test_a_new_forest_shows_its_outline_first_too(admin_client: Client) -> None:
    page = admin_client.post("/admin/catalogue/forest/add/", form(kml=upload()), follow=True)
    assert page.redirect_chain[0][0].endswith("/change/")
    assert "No outline yet" in page.content.decode()


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (122_000, "122,000 ha, 10 times less than"),
        (9_000_000, "9,000,000 ha, 7 times more than"),
        (1_000_000, "1,000,000 ha, 19% less than"),
        (1_230_000, None),
        (None, None),
    ],
)
def test_the_area_is_compared_with_the_one_stated(
    admin_client: Client, forest: Forest, stated: int | None, words: str | None
) -> None:
    Forest.objects.update(area_hectares=stated)
    page = admin_client.get(address(forest)).content.decode()
    assert (words in page) if words else ("The area stated" not in page)


def test_where_it_lies_stands_in_words_on_the_page(admin_client: Client, forest: Forest) -> None:
    admin_client.post(address(forest), form(kml=upload()))
    page = admin_client.get(address(forest)).content.decode()
    assert re.search(r"It lies in Tanzania, 1\d0 km east of Lake Tanganyika", page)
    assert ">Kenya</text>" in page


def test_swapped_axes_are_asked_about_and_exchanged_at_a_click(
    admin_client: Client, forest: Forest
) -> None:
    swapped = upload("-5,31 -5,31.5 -5.5,31.5 -5.5,31")
    page = admin_client.post(address(forest), form(kml=swapped), follow=True).content.decode()
    assert "With longitude and latitude exchanged it would lie in Tanzania" in page
    page = admin_client.post(
        address(forest), form(decision="exchange"), follow=True
    ).content.decode()
    assert "With longitude and latitude exchanged" not in page
    admin_client.post(address(forest), form(decision="take"))
    outline = Forest.objects.get().boundary
    assert outline
    [[ring]] = outline["coordinates"]
    assert {tuple(corner) for corner in ring} == {(31, -5), (31.5, -5), (31.5, -5.5), (31, -5.5)}


def test_what_was_left_out_is_said_until_the_decision(admin_client: Client, forest: Forest) -> None:
    file = SimpleUploadedFile("forest.kml", kml(SMALLER, "<LineString/>").getvalue())
    admin_client.post(address(forest), form(kml=file))
    assert "Left out of the file: 1 path." in admin_client.get(address(forest)).content.decode()
    admin_client.post(address(forest), form(decision="discard"))
    assert Forest.objects.get().proposal_notes is None


def test_a_square_degree_at_the_equator_has_the_area_that_the_globe_says() -> None:
    square = read_kml(kml("0,-0.5 1,-0.5 1,0.5 0,0.5 0,-0.5"))
    assert abs(square.hectares - 1_236_400) < 500
