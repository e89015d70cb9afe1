import pytest
from django.core.paginator import InvalidPage
from django.test import Client

from upendo.catalogue.models import Retailer
from upendo.catalogue.tests.factories import RetailerFactory
from upendo.desk import paging
from upendo.desk.paging import LongListPaginator

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have four rows be as many as ten thousand."""
    monkeypatch.setattr(paging, "MOST", 4)


@pytest.mark.parametrize(("rows", "words"), [(0, "0"), (4, "4"), (5, "4+"), (9, "4+")])
def test_rows_are_counted_as_far_as_anybody_pages(rows: int, words: str) -> None:
    RetailerFactory.create_batch(rows)
    pages = LongListPaginator(Retailer.objects.all(), per_page=2)
    assert str(pages.count) == words
    assert pages.num_pages == min(max(-(-rows // 2), 1), 2)


def test_pages_are_in_the_lists_order_and_end_where_the_counting_ends() -> None:
    for name in "ecadb":
        RetailerFactory.create(name=name)
    pages = LongListPaginator(Retailer.objects.order_by("-name"), per_page=2)
    assert [[shop.name for shop in page.object_list] for page in pages] == [["e", "d"], ["c", "b"]]
    with pytest.raises(InvalidPage):
        pages.page(3)


def test_a_long_list_says_that_there_are_more(admin_client: Client) -> None:
    RetailerFactory.create_batch(5)
    assert "4+" in admin_client.get("/admin/catalogue/retailer/").content.decode()
