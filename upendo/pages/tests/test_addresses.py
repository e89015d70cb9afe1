"""An address that readers may have seen stays what it is."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from upendo.pages.models import Chapter, KeptAddress, Page
from upendo.pages.tests.factories import PageFactory, built_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Page:
    """A page that readers have seen, since its transaction is over."""
    page = PageFactory.create(slug="our-bees")
    connection.check_constraints()
    return page


def test_it_is_neither_changed_nor_deleted(page: Page) -> None:
    page.slug = "bees"
    with pytest.raises(ValidationError, match="know this page as our-bees"):
        page.full_clean()
    page.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        connection.check_constraints()
    Page.objects.filter(pk=page.pk).update(slug="our-bees")
    page.refresh_from_db()
    with pytest.raises(ProtectedError):
        page.delete()


def test_it_stays_when_the_page_is_taken_out_and_no_other_gets_it(page: Page) -> None:
    page.chapter = None
    page.save()
    connection.check_constraints()
    assert KeptAddress.objects.filter(page__slug="our-bees").exists()
    with pytest.raises(ValidationError, match="already exists"):
        Page(title="Others", slug="our-bees").full_clean()


def test_it_is_free_as_long_as_nobody_has_seen_it() -> None:
    page = PageFactory.create(slug="our-bess")
    page.chapter = None
    page.save()  # in the same transaction, as when a new page is held back as a draft
    connection.check_constraints()
    page.slug = "our-bees"
    page.full_clean()
    page.save()
    page.delete()


@pytest.mark.parametrize(
    "slug", ["Our bees", "our_bees", "-bees", "bees-", "a/b", "nyuki·wetu", ""]
)
def test_it_is_plain(slug: str) -> None:
    with pytest.raises(ValidationError):
        Page(title="Our bees", slug=slug).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.create(title="Our bees", slug=slug)


@pytest.mark.parametrize("name", ["beekeeper", "honey"])
def test_what_the_law_wants_cannot_be_hidden(name: str) -> None:
    chapter = built_in(name)
    chapter.hidden = True
    with pytest.raises(ValidationError, match="cannot be hidden"):
        chapter.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Chapter.objects.filter(built_in=name).update(hidden=True)
