from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from upendo.catalogue.gap_checks.story_gaps import gaps_in_story, missing
from upendo.catalogue.models import Beekeeper, Content, Jar
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import (
    BatchBeekeeperFactory,
    BatchFactory,
    BatchStepFactory,
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RecordingFactory,
    RetailerFactory,
    image_file,
)
from upendo.editing import gaps

pytestmark = pytest.mark.django_db

GAPS: list[tuple[Callable[[], Content], str, bool]] = [
    (lambda: PictureFactory.create(alt=" "), "A picture has no alternative text", True),
    (
        lambda: BeekeeperFactory.create(portrait=PictureFactory.create(alt="")),
        "The portrait of Beekeeper",
        True,
    ),
    (lambda: RetailerFactory.create(logo=PictureFactory.create(alt="")), "The logo of", True),
    (BeekeeperFactory.create, "has no portrait", False),
    (BeekeeperFactory.create, "has not written a letter", False),
    (lambda: BeekeeperFactory.create(letter_text="Mpendwa"), "no translation", True),
    (
        lambda: BeekeeperFactory.create(letter_photo=PictureFactory.create()),
        "is not written out",
        True,
    ),
    (
        lambda: BeekeeperFactory.create(portrait=PictureFactory.create()),
        "only 640 pixels wide",
        False,
    ),
    (HoneyFactory.create, "no photo of its jar", False),
    (HoneyFactory.create, "no nutrition table", False),
    (HoneyFactory.create, "no pictures of its harvest", False),
    (HoneyFactory.create, "has no footprint", False),
    (BatchFactory.create, "moisture of lot", False),
    (lambda: FootprintFactory.create(source=" "), "names no source", True),
    (FootprintFactory.create, "has no stages", True),
    (ForestFactory.create, "no outline", False),
    (lambda: ForestFactory.create(area_hectares=441_000), "area of Forest", True),
    (lambda: ForestFactory.create(beekeeper_count=80), "number of beekeepers of", True),
    (RetailerFactory.create, "no market", False),
    (
        lambda: BeekeeperFactory.create(agrees_to=["portrait"]),
        "has not agreed to be named",
        False,
    ),
    (
        lambda: BeekeeperFactory.create(
            agrees_to=["name"], letter_text="Mpendwa", letter_translation="Dear"
        ),
        "has not agreed to show the letter",
        False,
    ),
    (
        lambda: BeekeeperFactory.create(letter_recording=RecordingFactory.create()),
        "people who cannot hear it",
        True,
    ),
    (
        lambda: BeekeeperFactory.create(
            agrees_to=["name", "letter"], letter_recording=RecordingFactory.create()
        ),
        "has not agreed to show the voice",
        False,
    ),
]


@pytest.mark.parametrize(("make", "words", "blocks"), GAPS)
def test_what_is_missing_is_said_with_the_place_that_mends_it(
    admin_client: Client, make: Callable[[], Content], words: str, blocks: bool
) -> None:
    gap = next(gap for gap in gaps.gaps_of(make()) if words in gap.words)
    form, _, anchor = gap.url.partition("#")
    page = admin_client.get(form).content.decode()
    assert gap.blocks == blocks
    assert admin_client.get(form).status_code == 200
    assert any(f'id="{place}"' in page for place in (anchor or "id_record", f"{anchor}-group"))


def test_a_whole_story_lacks_nothing() -> None:
    picture = PictureFactory.create(image=image_file((1200, 900)))
    honey = HoneyFactory.create(jar_photo=picture)
    honey.harvest_pictures.add(picture)
    honey.nutrition.create(name="Sugar", per_100g="82 g")
    FootprintStageFactory.create(footprint__honey=honey)
    forest = ForestFactory.create(photo=picture, boundary={"type": "MultiPolygon"})
    letter = {"letter_text": "Mpendwa mteja", "letter_translation": "Dear customer"}
    beekeeper = BeekeeperFactory.create(portrait=picture, letter_photo=picture, **letter)
    batch = BatchFactory.create(honey=honey, forest=forest, moisture_percent=18)
    jar = JarFactory.create(batch=batch, beekeeper=beekeeper)
    assert gaps_in_story(jar) == []


def test_a_story_has_the_gaps_of_all_its_records_what_blocks_first() -> None:
    person = BeekeeperFactory.create(letter_text="Mpendwa mteja")
    gaps = gaps_in_story(JarFactory.create(beekeeper=person))
    assert gaps[0].anchor == "id_letter_translation"
    assert {type(gap.record).__name__ for gap in gaps} == {
        "Beekeeper",
        "Honey",
        "Forest",
        "Batch",
    }


def test_another_app_adds_its_own_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "_checks", {})
    gaps.check(Jar)(lambda jar: iter([gaps.Gap("Expired.", jar, "id_code", blocks=True)]))
    assert [gap.words for gap in gaps_in_story(JarFactory.create())] == ["Expired."]


def test_a_gap_is_counted_once_with_the_stories_that_have_it(admin_client: Client) -> None:
    honey = HoneyFactory.create(name="Acacia")
    honey.harvest_pictures.add(PictureFactory.create(alt=""), PictureFactory.create(alt=""))
    for status in ("live", "live", "retired", "draft"):
        JarFactory.create(batch__honey=honey, status=status)
    JarFactory.create(batch__honey=honey, status="live", code="PUREJOY")
    [footprint] = [one for one in missing() if "no footprint" in one.gap.words]
    assert (len(footprint.stories), footprint.waiting) == (4, [])
    undescribed = [one for one in missing() if "harvest of Acacia has no alt" in one.gap.words]
    assert [len(one.waiting) for one in undescribed] == [1, 1]
    start, page = (admin_client.get(at).content.decode() for at in ("/admin/", "/admin/missing/"))
    assert "4 stories, 1 of them waits for it" in start
    assert page.count("Acacia has no footprint.") == 1
    assert f"/admin/catalogue/footprint/add/?honey={honey.pk}#id_honey" in page


def test_a_code_of_a_story_that_waits_stands_for_it_before_a_live_one() -> None:
    live = JarFactory.create(code="ALIVE")
    told = {"batch": live.batch, "beekeeper": live.beekeeper}
    JarFactory.create(code="DRAFT", status="draft", **told)
    assert [jar.code for jar in Jar.objects.stories_to_mend()] == ["DRAFT"]


@pytest.mark.parametrize("size", [1, 5])
def test_what_is_missing_takes_as_many_queries_for_five_stories_as_for_one(
    django_assert_max_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for _ in range(size):
        jar = JarFactory.create(beekeeper__portrait=PictureFactory.create())
        jar.batch.honey.harvest_pictures.add(PictureFactory.create())
        FootprintStageFactory.create(footprint__honey=jar.batch.honey)
        BatchStepFactory.create(batch=jar.batch)
        BatchBeekeeperFactory.create(batch=jar.batch)
    with django_assert_max_num_queries(52):
        missing()


def test_who_saves_what_is_not_ready_is_told_so(admin_client: Client) -> None:
    portrait = PictureFactory.create(alt="")
    person = BeekeeperFactory.create(name="Neema", portrait=portrait)
    page = save(admin_client, person, "_save").headers["Location"]
    told = admin_client.get(page).content.decode()
    assert "cannot go live yet" in told
    assert f"/admin/catalogue/picture/{portrait.pk}/change/#id_alt" in told
    assert "The portrait of Neema has no alternative text" in told


def test_gaps_are_shown_on_the_form_the_list_and_the_start_page(admin_client: Client) -> None:
    person = BeekeeperFactory.create(name="Neema", letter_text="Mpendwa mteja")
    jar = JarFactory.create(beekeeper=person)
    form = admin_client.get(f"/admin/catalogue/jar/{jar.pk}/change/").content.decode()
    listed = admin_client.get("/admin/catalogue/jar/").content.decode()
    start = admin_client.get("/admin/").content.decode()
    assert f"/admin/catalogue/beekeeper/{person.pk}/change/#id_letter_translation" in form
    assert "1 in the way" in listed
    assert "The letter from Neema has no translation." in start


@pytest.mark.parametrize("size", [1, 5])
def test_the_list_of_codes_asks_the_database_as_often_for_five_as_for_one(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for _ in range(size):
        picture = PictureFactory.create()
        jar = JarFactory.create(beekeeper__portrait=picture, retailer=RetailerFactory.create())
        jar.batch.honey.harvest_pictures.add(picture)
        FootprintStageFactory.create(footprint__honey=jar.batch.honey)
        BatchStepFactory.create(batch=jar.batch)
        BatchBeekeeperFactory.create(batch=jar.batch)
    admin_client.get("/admin/catalogue/jar/")
    with django_assert_max_num_queries(32):
        admin_client.get("/admin/catalogue/jar/")


def test_the_same_gap_is_known_again_after_a_renaming() -> None:
    person = BeekeeperFactory.create(name="Neema")
    before = gaps.gaps_of(person)
    person.name = "Juma"
    assert gaps.gaps_of(person) == before
    assert isinstance(before[0].record, Beekeeper)
