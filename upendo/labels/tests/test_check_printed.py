from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import BatchFactory, BeekeeperFactory, JarFactory
from upendo.desk.addresses import form_of
from upendo.labels.address import site
from upendo.labels.check_printed import printed_drafts, silent
from upendo.labels.lists import LONGEST, listed
from upendo.labels.models import Label, LabelFile
from upendo.labels.site_changes import check_site
from upendo.labels.tables.columns import CodeColumn

pytestmark = pytest.mark.django_db

FOR_TILLS = "HTTPS://HONEY.EXAMPLE/01/09506000134352/10/LOT/21/LIVE"


@pytest.fixture(autouse=True)
def jars() -> None:
    JarFactory.create(code="LIVE")
    JarFactory.create(code="OLD", status="retired")
    JarFactory.create(code="DRAFT", status="draft")


def labelled(code: str) -> Label:
    run = PrintRun.objects.create(
        number=1, batch=BatchFactory.create(), beekeeper=BeekeeperFactory.create()
    )
    file = LabelFile.objects.create(print_run=run, site=site(), number=1)
    jar = JarFactory.create(code=code, status="draft", print_run=run)
    return Label.objects.create(file=file, jar=jar, place=0, address=f"{site()}/Q/{code}")


@pytest.mark.parametrize(
    "said", ["LIVE", "li-ve", "HTTPS://HONEY.EXAMPLE/Q/LIVE", "old", FOR_TILLS]
)
def test_what_opens_a_story_is_not_named(said: str) -> None:
    assert not list(silent([said], Jar.objects.all()))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("HTTPS://HONEY.EXAMPLE/Q/GONE", "no jar"),
        ("draft", "not live"),
        ("HTTPS://HONEY.EXAMPLE/01/09506000134352", "no code"),
        ("HTTPS://HONEY.EXAMPLE/01/1/21/LIVE", "no code"),
        ("a sentence, by mistake, in the list", "no code"),
        ("https://[", "no code"),
    ],
)
def test_what_opens_none_is_named_with_its_reason(said: str, why: str) -> None:
    assert [why in one.why for one in silent([said], Jar.objects.all())] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "LIVE\nGONE\n",
        "code,address,file\nLIVE,x/Q/LIVE,1\nGONE,x/Q/GONE,2\n",
        '"id";"Code"\n1;"LIVE"\n2;"GONE"\n',
        "x\tcode\n1\tLIVE\n\n2\tGONE",
    ],
)
def test_lists_are_read_as_people_have_them(text: str) -> None:
    found = silent(listed(text.splitlines()), Jar.objects.all())
    assert ["GONE" in one.said for one in found] == [True]


def test_of_an_endless_line_only_the_beginning_is_quoted() -> None:
    assert list(listed(["LIVE", "A" * 9000])) == ["LIVE", "A" * LONGEST]


def test_the_command_names_what_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("code\nLIVE\nGONE\n", "utf-8-sig")
    with pytest.raises(CommandError, match="1 printed codes open no story"):
        call_command("check_printed", str(file))
    assert capsys.readouterr().out == "GONE: no jar has this code\n"
    file.write_text("LIVE\n")
    call_command("check_printed", str(file))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("check_printed", str(tmp_path / "none.csv"))


def test_the_desk_checks_a_list_and_all_that_was_made(admin_client: Client) -> None:
    label = labelled("PRINTED")
    page = admin_client.post("/admin/labels/labelfile/check/").content.decode()
    assert f"{label.address}</code>: is not live yet" in page
    file = SimpleUploadedFile("list.txt", b"LIVE\r\nOLD\r\n")
    page = admin_client.post("/admin/labels/labelfile/check/", {"file": file}).content.decode()
    assert "Every one opens its story" in page
    file = SimpleUploadedFile("list.txt", b"A\n" * 100_001)
    page = admin_client.post("/admin/labels/labelfile/check/", {"file": file}).content.decode()
    assert "more than 100,000 lines" in page


def test_the_start_page_shows_printed_codes_that_are_not_live(admin_client: Client) -> None:
    labelled("PRINTED")
    assert [jar.code for jar in printed_drafts()] == ["PRINTED"]
    page = admin_client.get("/admin/").content.decode()
    assert "Printed codes that are not live" in page
    assert "PRINTED" in page


def test_another_host_than_the_printed_one_is_said(admin_client: Client) -> None:
    labelled("PRINTED")
    assert not check_site(["default"])
    with override_settings(SITE_URL="https://new.example"):
        assert "HTTPS://NEW.EXAMPLE" in check_site(["default"])[0].msg
        assert "Labels that name another host" in admin_client.get("/admin/").content.decode()


def test_a_draft_on_a_label_keeps_its_code(admin_client: Client) -> None:
    jar = labelled("PRINTED").jar
    assert 'name="code"' not in admin_client.get(form_of(jar)).content.decode()
    with pytest.raises(ValueError, match="keeps its code"):
        CodeColumn("code", "code", "").value(jar, "OTHER")
