"""Claims on the pages of a story, and in what machines read of it."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import FootprintFactory, JarFactory
from upendo.claims.tests.factories import CertificateFactory, ClaimFactory
from upendo.story.built_in_pages import BY_NAME
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def jar() -> Jar:
    """A jar with one claim that readers get, about each subject, and others that they do not."""
    jar: Jar = JarFactory.create(code="PUREJOY")
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    shown = [ClaimFactory.create(wording=f"Proven of the {subject}.") for subject in "abc"]
    shown[0].batches.add(jar.batch)
    shown[1].forests.add(jar.batch.forest)
    shown[2].footprints.add(footprint)
    ClaimFactory.create(wording="Withheld draft.", status="draft").batches.add(jar.batch)
    ClaimFactory.create(wording="Withheld here.", markets=["US"]).forests.add(jar.batch.forest)
    expired = ClaimFactory.create(wording="Withheld now.", valid_until=date(2020, 1, 1))
    expired.footprints.add(footprint)
    CertificateFactory.create(number="834-1").honeys.add(jar.batch.honey)
    CertificateFactory.create(number="Withheld-2", markets=["EU"]).honeys.add(jar.batch.honey)
    return tell_all(jar)


WAYS_TO_READ = [
    ["/app/PUREJOY/read"],
    ["/api/v1/stories/PUREJOY/"],
    [f"/app/PUREJOY/{page}" for page in BY_NAME],
]


@pytest.mark.usefixtures("jar")
@pytest.mark.parametrize("addresses", WAYS_TO_READ)
def test_what_is_proven_is_told_and_what_is_withheld_is_nowhere(
    client: Client, addresses: list[str]
) -> None:
    told = "".join(client.get(address).content.decode() for address in addresses)
    for subject in "abc":
        assert f"Proven of the {subject}." in told
    assert "Withheld" not in told


@pytest.mark.usefixtures("jar")
def test_the_whole_story_on_one_page_says_how_we_know(client: Client) -> None:
    html = client.get("/app/PUREJOY/read").content.decode()
    parts = re.split(r'<section id="', html)
    found = {part.split('"')[0]: part for part in parts}
    for section, subject in {"honey": "a", "forest": "b", "footprint": "c"}.items():
        assert f"Proven of the {subject}." in found[section]
        assert "How we know" in found[section]
        assert '<a href="https://laboratory.example/report"' in found[section]
    assert re.search(r"EU organic <span[^>]*>TZ-BIO-149<", found["honey"])


@pytest.mark.usefixtures("jar")
def test_machines_are_told_of_certificates(client: Client) -> None:
    html = client.get("/app/PUREJOY/menu").content.decode()
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert match
    [certification] = json.loads(match[1])["hasCertification"]
    assert certification["certificationIdentification"] == "834-1"
    assert certification["issuedBy"]["identifier"] == "TZ-BIO-149"
    assert certification["expires"] == "2099-12-31"
