import io
from datetime import date

import pytest
from django.test import Client
from PIL import Image

from upendo.catalogue.tests.factories import BatchFactory, JarFactory
from upendo.gs1.models import Article
from upendo.labels.address import AddressForm, address_of, digital_link
from upendo.labels.check_printed import code_in
from upendo.labels.printing.files import png
from upendo.labels.printing.proof import read
from upendo.labels.printing.symbol import symbol_of

ARTICLE = Article(gtin="09506000134352")
DATE = date(2028, 1, 5)


@pytest.mark.django_db
def test_a_square_for_tills_tells_the_best_before_date_and_opens_its_jar(client: Client) -> None:
    jar = JarFactory.create(code="7KJ2MNPQ", batch=BatchFactory.create(lot="L1", best_before=DATE))
    address = address_of(jar, AddressForm.GS1, ARTICLE)
    assert address.endswith("/01/09506000134352/10/L1/21/7KJ2MNPQ?15=280105")
    assert code_in(address) == jar.code
    answer = client.get("/" + address.split("/", 3)[3])
    assert answer.status_code == 307
    assert "/7KJ2MNPQ" in answer["Location"]
    assert "?" not in address_of(jar, AddressForm.SHORT, None)


def test_the_date_costs_a_usual_square_nothing() -> None:
    with_date = digital_link(ARTICLE, "INY-2026-07", "7KJ2MNPQ", DATE)
    without = digital_link(ARTICLE, "INY-2026-07", "7KJ2MNPQ")
    assert symbol_of(with_date).modules == symbol_of(without).modules == 33
    with Image.open(io.BytesIO(png(symbol_of(with_date), 300))) as picture:
        assert read(picture) == [with_date]
