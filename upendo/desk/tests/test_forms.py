"""What forms and lists of the desk have in common: their buttons, and what they say of faults."""

import re
from pathlib import Path

import pytest
import unfold
from django.db.models import Model
from django.test import Client

import upendo.desk
from upendo.catalogue.models import Batch, Species
from upendo.catalogue.tests.desk import opened, press
from upendo.catalogue.tests.factories import ForestFactory, PictureFactory
from upendo.desk.addresses import list_of
from upendo.desk.tests.admins import registered

pytestmark = pytest.mark.django_db
OURS, THEIRS = (Path(module.__path__[0]) / "templates" for module in (upendo.desk, unfold))
# In this order, whichever of them a form has. CONTRIBUTING.md says why.
BUTTONS = [
    "Save as draft",
    "Save",
    "Save and stay here",
    "Preview",
    "Publish",
    "Save and send the reply",
    "Save and send a link to choose a password",
    "Close",
    "Delete",
]


def buttons(page: str) -> list[str]:
    """Return what stands on the buttons under a form."""
    [line] = re.findall('class="desk-submit".*?</div>', page, re.DOTALL)
    return [words.strip() for words in re.findall(r"<(?:button|a) class=[^>]*>([^<]*)</", line)]


@pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)
def test_every_form_has_its_buttons_in_one_order(admin_client: Client, model: type[Model]) -> None:
    answer = admin_client.get(f"{list_of(model)}add/")
    if answer.status_code != 200:  # such records come about in another way
        return
    shown = buttons(answer.content.decode())
    assert shown[-1] == "Close"
    assert shown == [words for words in BUTTONS if words in shown]


def test_a_form_leads_from_each_error_to_its_field(admin_client: Client) -> None:
    forest = ForestFactory.create()
    for name in ("Mnondo", "Mininga"):
        Species.objects.create(forest=forest, kind="plant", name=name)
    wrong = {"title": "", "species-0-name": "", "species-1-name": "", "species-1-DELETE": "on"}
    page = press(admin_client, forest, "_save", opened(admin_client, forest) | wrong)
    words = page.content.decode()
    assert "Not saved: 2 things are to be mended" in words
    assert '<a href="#id_title">Name</a>: This field is required.' in words
    assert '<a href="#id_species-0-name">Plant or animal 1: Name</a>' in words
    assert 'href="#id_species-1-name"' not in words


def test_a_list_without_rows_says_why(admin_client: Client) -> None:
    assert "There are no batches yet" in admin_client.get(list_of(Batch)).content.decode()
    nothing = admin_client.get(list_of(Batch), {"q": "zzz"}).content.decode()
    assert "None of the batches fits what you asked for." in nothing
    assert "yielded" not in nothing


def test_deleting_is_asked_in_the_words_of_the_desk(admin_client: Client) -> None:
    picture = PictureFactory.create(purpose="Harvest")
    page = admin_client.get(f"{list_of(type(picture))}{picture.pk}/delete/").content.decode()
    assert "Delete the picture “Harvest”?" in page
    assert page.index(">Delete</button>") < page.index(">Leave as it is</a>")


def test_what_stands_in_place_of_the_themes_templates_still_does() -> None:
    """The theme may rename them, and ours would be left out without a word."""
    ours = {file.relative_to(OURS) for file in OURS.glob("[!d]*/**/*.html")}
    assert len(ours) > 10
    assert [file for file in ours if not (THEIRS / file).exists()] == []
