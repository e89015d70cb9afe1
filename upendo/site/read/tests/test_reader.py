import re
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from upendo.catalogue.models import HoneyFact, Season, Species
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.site.engine import engine
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db
SQUARE = [[31.0, -6.0], [31.0, -5.5], [31.5, -5.5], [31.5, -6.0], [31.0, -6.0]]


def read(client: Client, **jar: Any) -> str:
    """Return the one-page story of a jar, its white space made single."""
    html = client.get(f"/app/{JarFactory.create(**jar).code}/read").content.decode()
    return re.sub(r"\s+", " ", html)


def words(html: str) -> str:
    """Return what a reader reads: the text between the tags, its white space made single."""
    body = html.partition("<body>")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_the_page_needs_no_script(client: Client) -> None:
    html = read(client)
    assert "<main " in html
    scripts = re.findall(r"<script([^>]*)>", html)
    # The second has the typefaces fetched after the first picture, and takes nothing over.
    assert scripts == [' type="application/ld+json"', ""]
    assert 'as="script"' not in html
    assert "<button" not in html
    assert "<details" not in html
    # The content security policy forbids them.
    assert ' style="' not in html


def test_the_style_of_all_that_is_drawn_stands_in_the_page_and_of_little_else(
    client: Client,
) -> None:
    html = read(client)
    style, body = html.partition("<style>")[2].split("</style>", 1)
    used = set(re.findall(r"(?<=[ \"])_[A-Za-z-]+_[0-9a-z]{1,2}\b", body))
    styled = set(re.findall(r"(?<=\.)_[A-Za-z-]+_[0-9a-z]{1,2}\b", style))
    assert len(used) > 20
    assert used <= styled
    assert not [name for name in styled if name.startswith(("_pager_", "_dialog_", "_strip_"))]


def test_its_headings_are_an_outline(client: Client) -> None:
    batch = BatchFactory.create(moisture_percent="18.2")
    HoneyFact.objects.create(honey=batch.honey, title="Keeping", text="Cool and dark.")
    Species.objects.create(forest=batch.forest, kind="plant", name="Mnondo")
    FootprintStageFactory.create(footprint=FootprintFactory.create(honey=batch.honey))
    html = read(client, batch=batch)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels.count(1) == 1
    assert levels.count(2) == 5
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_letter_is_marked_as_swahili_beside_its_translation(client: Client) -> None:
    beekeeper = BeekeeperFactory.create(
        letter_text="Mpendwa mteja", letter_translation="Dear customer", letter_photo=None
    )
    html = read(client, beekeeper=beekeeper)
    letter = re.search(r'<section[^>]* lang="sw">(.*?)</section>', html)
    assert letter
    assert '<p dir="auto">Mpendwa mteja</p>' in letter[1]
    assert '<p dir="auto">Dear customer</p>' in html


def test_measured_values_stand_beside_the_law(client: Client) -> None:
    batch = BatchFactory.create(moisture_percent="18.2", hmf_mg_per_kg="9.4", colour_mm_pfund=62)
    text = words(read(client, batch=batch))
    assert "18.2 %" in text
    assert "The law allows at most 20 %." in text
    assert "9.4 mg/kg" in text
    assert "at most 40 mg/kg, and 80 if the label names a country with a tropical climate" in text
    assert "Light amber" in text


def test_a_honey_without_laboratory_says_so(client: Client) -> None:
    assert read(client).count("Not measured for this batch") == 3


def test_the_infant_warning_stands_once_whoever_wrote_it(client: Client) -> None:
    assert read(client).count("12 months") == 1
    batch = BatchFactory.create()
    HoneyFact.objects.create(
        honey=batch.honey, kind="infants", title="Watoto", text="Not under 12 months."
    )
    assert read(client, batch=batch).count("12 months") == 1


def test_another_fact_with_the_same_figure_does_not_take_the_warning_away(client: Client) -> None:
    batch = BatchFactory.create()
    HoneyFact.objects.create(honey=batch.honey, title="Infants", text="Best within 12 months.")
    text = words(read(client, batch=batch))
    assert "Best within 12 months." in text
    assert "Honey is not suitable for infants under 12 months of age." in text


def test_an_unmeasured_stage_is_never_zero_and_the_worse_result_is_said(client: Client) -> None:
    footprint = FootprintFactory.create()
    FootprintStageFactory.create(footprint=footprint, label="Beekeeping")
    FootprintStageFactory.create(
        footprint=footprint, label="Road", grams_per_kg=1906, comparison_grams_per_kg=1112
    )
    batch = BatchFactory.create(honey=footprint.honey)
    text = words(read(client, batch=batch, net_weight_grams=350))
    assert "Beekeeping not measured not measured" in text
    assert "about 70 % more than for " in text
    assert "For this jar of 350 g that is 667 g" in text


@pytest.mark.parametrize(
    ("ours", "other", "said", "unsaid"),
    [
        (None, 1112, "has been measured yet", "less than"),
        (1906, None, "The measured stages of", "more than"),
        (750, 1000, "about 25 % less than", "about 20 %"),
    ],
)
def test_sums_are_compared_as_on_the_footprints_own_page(
    client: Client, ours: int | None, other: int | None, said: str, unsaid: str
) -> None:
    footprint = FootprintFactory.create()
    FootprintStageFactory.create(
        footprint=footprint, label="Road", grams_per_kg=ours, comparison_grams_per_kg=other
    )
    jar = JarFactory.create(batch=BatchFactory.create(honey=footprint.honey))
    sentences = []
    for page in ("read", "environment-net-carbon"):
        html = client.get(f"/app/{jar.code}/{page}").content.decode()
        sentences += re.findall(r'<p class="_sentence_[^"]+">(.*?)</p>', html)
    assert len(sentences) == 2
    assert sentences[0] == sentences[1]
    assert said in sentences[0]
    assert unsaid not in sentences[0]


def test_the_forest_is_drawn_in_its_country_with_a_scale(client: Client) -> None:
    boundary = {"type": "MultiPolygon", "coordinates": [[SQUARE]]}
    apiaries = [{"name": "Camp", "longitude": 31.2, "latitude": -5.8}]
    forest = ForestFactory.create(boundary=boundary, apiaries=apiaries)
    html = read(client, batch=BatchFactory.create(forest=forest))
    assert html.count('role="img"') == 2
    assert "The scale bar shows 20 kilometres" in html
    close_up = html.split("The scale bar shows")[1].partition("</svg>")[0]
    assert close_up.count("<circle") == 1


def test_a_forest_without_outline_shows_the_country_and_says_so(client: Client) -> None:
    html = read(client)
    assert html.count('role="img"') == 1
    assert "Its outline has not been drawn yet, so the map shows the country." in html


def test_a_forest_elsewhere_has_no_map_of_tanzania(client: Client) -> None:
    far = [[[longitude - 60, latitude] for longitude, latitude in SQUARE]]
    boundary = {"type": "MultiPolygon", "coordinates": [far]}
    forest = ForestFactory.create(boundary=boundary, country="Brazil")
    html = read(client, batch=BatchFactory.create(forest=forest))
    assert html.count('role="img"') == 1
    assert "The scale bar shows 20 kilometres" in html


def test_species_and_seasons_over_the_new_year_are_told(client: Client) -> None:
    forest = ForestFactory.create()
    Species.objects.create(forest=forest, kind="plant", name="Mnondo", source="A field guide")
    Season.objects.create(forest=forest, kind="rain", label="Rains", first_month=11, last_month=2)
    html = read(client, batch=BatchFactory.create(forest=forest))
    assert "November to February" in html
    rain = html.split('data-kind="rain"')[-1].partition("</svg>")[0]
    # Two months at the start of the year and two at its end.
    assert len(re.findall(r'width="16\.6\d*%"[^>]* fill="url', rain)) == 2
    assert "Source: A field guide" in html


def test_shop_and_pictures_are_there(client: Client) -> None:
    html = read(
        client,
        retailer=RetailerFactory.create(name="Morgenrot", website="https://morgenrot.example"),
        batch=BatchFactory.create(honey=HoneyFactory.create(jar_photo=PictureFactory.create())),
    )
    assert 'href="https://morgenrot.example"' in html
    assert 'type="image/avif"' in html
    assert 'width="640" height="480"' in html


def test_an_unknown_code_gets_the_page_of_all_unknown_codes(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    response = client.get("/app/PUREJOX/read")
    assert response.status_code == 404
    assert '"suggestions": ["PUREJOY"]' in response.content.decode()


def test_what_people_write_stays_text(client: Client) -> None:
    html = read(client, beekeeper=BeekeeperFactory.create(name="<b>&", bio="</script><b>x"))
    assert "<b>" not in html
    assert "</script><" not in html.replace("</script> <", "")


def test_it_is_drawn_once_for_each_version_of_a_story(client: Client) -> None:
    jar = JarFactory.create()
    first = client.get(f"/app/{jar.code}/read").content
    engine.close()
    assert client.get(f"/app/{jar.code}/read").content == first
    assert not engine.is_running
    jar.beekeeper.name = "Juma"
    jar.beekeeper.save()
    forget_stories()
    assert "Juma" in client.get(f"/app/{jar.code}/read").content.decode()


def test_it_leads_on_to_the_pages_and_names_its_address_for_paper(client: Client) -> None:
    jar = JarFactory.create(code="PUREJOY")
    html = client.get(f"/app/{jar.code}/read").content.decode()
    for page in ("menu", "beekeeper-message"):
        assert f'href="/app/PUREJOY/{page}"' in html
    assert "http://testserver/app/PUREJOY/read" in words(html)
