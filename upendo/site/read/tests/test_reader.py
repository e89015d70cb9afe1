import re
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

pytestmark = pytest.mark.django_db
SQUARE = [[31.0, -6.0], [31.0, -5.5], [31.5, -5.5], [31.5, -6.0], [31.0, -6.0]]


def read(client: Client, **jar: Any) -> str:
    """Return the one-page story of a jar, its white space made single."""
    html = client.get(f"/app/{JarFactory.create(**jar).code}/read").content.decode()
    return re.sub(r"\s+", " ", html)


def test_the_page_needs_no_script(client: Client) -> None:
    html = read(client)
    assert "<main>" in html
    assert set(re.findall(r'<script type="([^"]+)"', html)) == {"application/ld+json"}
    assert html.count("<script") == 1


def test_the_letter_is_marked_as_swahili_beside_its_translation(client: Client) -> None:
    beekeeper = BeekeeperFactory.create(
        letter_text="Mpendwa mteja", letter_translation="Dear customer", letter_photo=None
    )
    html = read(client, beekeeper=beekeeper)
    assert '<blockquote lang="sw"><p>Mpendwa mteja</p></blockquote>' in html
    assert "<p>Dear customer</p>" in html


def test_measured_values_stand_beside_the_law(client: Client) -> None:
    batch = BatchFactory.create(moisture_percent="18.2", hmf_mg_per_kg="9.4", colour_mm_pfund=62)
    html = read(client, batch=batch)
    assert "<td>18.2 %</td><td>at most 20 %</td>" in html
    assert "<td>9.4 mg/kg</td>" in html
    assert "light amber" in html


def test_a_honey_without_laboratory_says_so(client: Client) -> None:
    assert "Nothing was measured" in read(client)


def test_the_infant_warning_stands_once_whoever_wrote_it(client: Client) -> None:
    assert read(client).count("12 months") == 1
    batch = BatchFactory.create()
    HoneyFact.objects.create(honey=batch.honey, title="Infants", text="Not under 12 months.")
    assert read(client, batch=batch).count("12 months") == 1


def test_an_unmeasured_stage_is_never_zero_and_the_worse_result_is_said(client: Client) -> None:
    footprint = FootprintFactory.create()
    FootprintStageFactory.create(footprint=footprint, label="Beekeeping")
    FootprintStageFactory.create(
        footprint=footprint, label="Road", grams_per_kg=1906, comparison_grams_per_kg=1112
    )
    html = read(client, batch=BatchFactory.create(honey=footprint.honey), net_weight_grams=350)
    assert '<th scope="row">Beekeeping</th> <td>not measured</td> <td>not measured</td>' in html
    assert "about 70 % more than the other" in html
    assert "For this jar of 350 g that is 667 g" in html


def test_the_forest_is_drawn_in_its_country_with_a_scale(client: Client) -> None:
    boundary = {"type": "MultiPolygon", "coordinates": [[SQUARE]]}
    apiaries = [{"name": "Camp", "longitude": 31.2, "latitude": -5.8}]
    forest = ForestFactory.create(boundary=boundary, apiaries=apiaries)
    html = read(client, batch=BatchFactory.create(forest=forest))
    assert html.count('role="img"') == 2
    assert "The scale bar shows 20 kilometres" in html
    assert html.count('class="apiary"') == 1


def test_a_forest_elsewhere_or_without_outline_has_no_map_of_tanzania(client: Client) -> None:
    assert 'role="img"' not in read(client)
    far = [[[longitude - 60, latitude] for longitude, latitude in SQUARE]]
    forest = ForestFactory.create(boundary={"type": "MultiPolygon", "coordinates": [far]})
    html = read(client, batch=BatchFactory.create(forest=forest))
    assert html.count('role="img"') == 1


def test_species_and_seasons_over_the_new_year_are_told(client: Client) -> None:
    forest = ForestFactory.create()
    Species.objects.create(forest=forest, kind="plant", name="Mnondo", source="A field guide")
    Season.objects.create(forest=forest, kind="rain", label="Rains", first_month=11, last_month=2)
    html = read(client, batch=BatchFactory.create(forest=forest))
    assert "November to February" in html
    assert html.count('class="inside"') == 4
    assert "Trees and animals: A field guide" in html


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
    response = client.get("/app/PUREJ0Y/read")
    assert response.status_code == 404
    assert '"suggestions": ["PUREJOY"]' in response.content.decode()


def test_what_people_write_stays_text(client: Client) -> None:
    html = read(client, beekeeper=BeekeeperFactory.create(name="<b>&", bio="</script><b>x"))
    assert "<b>" not in html
    assert "</script><" not in html.replace("</script> <", "")
