"""A print run as a whole: what its codes are, what was printed, and all of it live at once."""

import pytest
from django.test import Client

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import BatchFactory, BeekeeperFactory, JarFactory
from upendo.desk.addresses import form_of
from upendo.labels.models import Label, LabelFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def run() -> PrintRun:
    """Two drafts, a live code and a retired one, made together; another draft was made alone."""
    story = {"batch": BatchFactory.create(), "beekeeper": BeekeeperFactory.create(agrees_to=[])}
    run = PrintRun.objects.create(number=4, **story)
    for code, status in {"AA": "draft", "BB": "draft", "CC": "live", "DD": "retired"}.items():
        JarFactory.create(code=code, status=status, print_run=run, **story)
    JarFactory.create(code="ALONE", status="draft", **story)
    return run


def test_its_page_counts_its_codes_and_names_what_was_printed(
    admin_client: Client, run: PrintRun
) -> None:
    page = admin_client.get(form_of(run)).content.decode()
    assert "2 drafts, 1 live, 1 retired" in page
    assert "No labels are made of it yet." in page
    file = LabelFile.objects.create(print_run=run, site="HTTPS://A.EXAMPLE", number=1, sheet="A 4")
    Label.objects.create(file=file, jar=Jar.objects.get(code="AA"), place=1, address="A")
    page = admin_client.get(form_of(run)).content.decode()
    assert "Labels made of 1 of 4 codes" in page
    assert f'{form_of(file)}">' in page
    assert "1 label, A 4" in page


def test_all_its_drafts_go_live_after_one_question(admin_client: Client, run: PrintRun) -> None:
    asked = f"/admin/catalogue/printrun/{run.pk}/bring-live/"
    assert asked in admin_client.get(form_of(run)).content.decode()
    question = admin_client.get(asked).content.decode()
    assert "Bring 2 codes live?" in question
    told = question.index("never deleted, renamed")
    assert told < question.index("Bring live</button>") < question.index("<li>AA</li>")
    assert f'href="{form_of(run)}">Leave as it is' in question
    after = admin_client.post(asked, {"confirmed": ""}, follow=True)
    assert after.redirect_chain == [(form_of(run), 302)]
    assert "2 codes are live." in after.content.decode()
    assert asked not in after.content.decode()
    statuses = dict(Jar.objects.values_list("code", "status"))
    assert statuses == {
        "AA": "live",
        "BB": "live",
        "CC": "live",
        "DD": "retired",
        "ALONE": "draft",
    }


def test_who_leaves_a_step_comes_back_to_the_list_as_it_was(
    admin_client: Client, run: PrintRun
) -> None:
    filtered = f"/admin/catalogue/jar/?print_run={run.pk}&status__exact=draft"
    chosen = {"action": "bring_live", "_selected_action": [jar.pk for jar in run.jars.all()]}
    question = admin_client.post(filtered, chosen).content.decode()
    assert "Bring 2 codes live?" in question
    leave = filtered.replace("&", "&amp;")
    assert f'href="{leave}">Leave as it is' in question
    assert admin_client.post(filtered, chosen | {"confirmed": ""}).headers["Location"] == filtered


def test_a_code_by_itself_is_named_in_the_question(admin_client: Client, run: PrintRun) -> None:
    alone = Jar.objects.get(code="ALONE")
    question = admin_client.get(f"/admin/catalogue/jar/{alone.pk}/bring-live/step/")
    assert "Bring ALONE live?" in question.content.decode()
    again = admin_client.get(f"/admin/catalogue/jar/{alone.pk}/retire/step/").content.decode()
    assert "There is nothing to do" in again
    assert f'href="{form_of(alone)}">Back' in again
