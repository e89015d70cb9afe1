"""What is built, printed, decoded, parsed and resolved comes back to the same jar."""

import pytest
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory
from upendo.gs1.links import DigitalLink
from upendo.gs1.models import Article
from upendo.labels.address import digital_link, short_address
from upendo.labels.check_printed import code_in
from upendo.labels.printing import pdf, proof
from upendo.labels.printing.symbol import symbol_of

SET_82 = "".join(chr(n) for n in (*range(0x21, 0x23), *range(0x25, 0x40), *range(0x41, 0x5B)))
SET_82 += "_" + "".join(chr(n) for n in range(0x61, 0x7B))
CODES = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=15)
LOTS = st.text(SET_82, min_size=1, max_size=20)


@st.composite
def gtins(draw: st.DrawFn) -> str:
    body = draw(st.text("0123456789", min_size=13, max_size=13))
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(body))
    return body + str(-weighted % 10)


def decoded(address: str) -> str:
    with proof.opened(pdf.square_pdf(symbol_of(address))) as document:
        return proof.read(proof.picture_of(document[0], 300))[0]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(gtin=gtins(), lot=LOTS, code=CODES)
@override_settings(SITE_URL="https://honey.example")
def test_any_link_for_tills_is_read_back_out_of_its_square(gtin: str, lot: str, code: str) -> None:
    said = decoded(digital_link(Article(gtin=gtin), lot, code))
    assert DigitalLink.parse(said.removeprefix("HTTPS://HONEY.EXAMPLE")) == DigitalLink(
        gtin, lot, code
    )
    assert code_in(said) == code


@pytest.mark.django_db
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(gtin=gtins(), lot=LOTS, code=CODES)
def test_any_link_for_tills_opens_the_story_of_its_jar(
    client: Client, gtin: str, lot: str, code: str
) -> None:
    if not Jar.objects.filter(code=code).exists():  # an example comes again while one is shrunk
        JarFactory.create(code=code)
    path = digital_link(Article(gtin=gtin), lot, code).split("/", 3)[3]
    answer = client.get("/01/", RAW_URI=f"/{path}")
    assert answer.status_code == 307
    assert answer["Location"].endswith(f"/app/{code}/menu#gs1")


@pytest.mark.django_db
def test_a_lot_that_gs1_cannot_encode_is_left_out(client: Client) -> None:
    link = digital_link(Article(gtin="09506000134352"), "a lot of far too many letters", "LIVE")
    assert link.endswith("/01/09506000134352/21/LIVE")


@pytest.mark.django_db
def test_the_short_address_opens_the_story_as_it_is_printed(client: Client) -> None:
    JarFactory.create(code="7KJ2MNPQ")
    path = short_address("7KJ2MNPQ").split("/", 3)[3]
    assert path == "Q/7KJ2MNPQ"
    assert client.get(f"/{path}").status_code == 200
