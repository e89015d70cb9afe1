"""From a print run to a file of labels, and back out of the file."""

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from PIL import Image

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import BatchFactory, BeekeeperFactory
from upendo.gs1.models import Article
from upendo.labels import make_labels, parts
from upendo.labels.make_codes import make_codes
from upendo.labels.models import Label, LabelFile, Nudge
from upendo.labels.printing import proof
from upendo.labels.printing.symbol import symbol_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def run() -> PrintRun:
    run = PrintRun(number=30, batch=BatchFactory.create(), beekeeper=BeekeeperFactory.create())
    make_codes(print_run=run)
    return run


def choices(run: PrintRun, **other: object) -> dict[str, Any]:
    return {
        "key": str(uuid4()),
        "kind": "sheet",
        "sheet": "l7160",
        "roll_width": 60,
        "roll_height": 40,
        "dpi": 300,
        "address_form": "short",
        "lines": ["wordmark", "honey"],
        "first": 1,
        "last": run.number,
        "start": 1,
        "nudge_x": 0,
        "nudge_y": 0,
    } | other


def address(run: PrintRun, page: str = "") -> str:
    return f"/admin/catalogue/printrun/{run.pk}/labels/{page}"


def made(client: Any, run: PrintRun, **other: object) -> LabelFile:
    """Order labels as the form does, and have its page go on until the file is ready."""
    response = client.post(address(run), choices(run, **other))
    assert response.status_code == 302, response.context["form"].errors
    file = LabelFile.objects.latest("pk")
    page = f"/admin/labels/labelfile/{file.pk}/"
    for _ in range(20):
        state = client.post(f"{page}go-on/", headers={"accept": "application/json"}).json()
        if state["is_over"]:
            break
    return file


def downloaded(client: Any, file: LabelFile) -> bytes:
    response = client.get(f"/admin/labels/labelfile/{file.pk}/download/")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def said(pdf: bytes) -> Iterator[str]:
    with proof.opened(pdf) as document:
        for page in document:
            yield from proof.read(proof.picture_of(page, 200))


def expected(run: PrintRun) -> set[str]:
    codes = run.jars.values_list("code", flat=True)
    return {f"HTTPS://HONEY.EXAMPLE/Q/{code}" for code in codes}


@override_settings(SITE_URL="https://honey.example")
def test_every_code_of_a_run_is_read_out_of_the_downloaded_sheets(
    admin_client: Client, run: PrintRun
) -> None:
    file = made(admin_client, run)
    found = list(said(downloaded(admin_client, file)))
    assert set(found) == expected(run)
    assert len(found) == 30


@override_settings(SITE_URL="https://honey.example")
def test_what_was_printed_is_known(admin_client: Client, admin_user: User, run: PrintRun) -> None:
    file = made(admin_client, run, first=3, last=5)
    codes = list(run.jars.order_by("code").values_list("code", flat=True)[2:5])
    assert (file.made_by, file.sheet) == (admin_user, "Avery L7160, 63.5 x 38.1 mm, 21 on A4")
    assert (file.site, file.address_form) == ("HTTPS://HONEY.EXAMPLE", "short")
    assert list(file.labels.values_list("jar__code", flat=True)) == codes
    assert file.labels.get(place=0).address == f"HTTPS://HONEY.EXAMPLE/Q/{codes[0]}"


@pytest.mark.parametrize("kind", ["svg", "eps", "pdf", "png"])
@override_settings(SITE_URL="https://honey.example")
def test_a_printing_house_gets_a_file_for_each_code_and_a_table(
    admin_client: Client, run: PrintRun, kind: str
) -> None:
    content = downloaded(admin_client, made(admin_client, run, kind=kind, dpi=600))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        table = archive.read("codes.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(table)))
        assert {row["address"] for row in rows} == expected(run)
        for row in rows:
            picture = parts.picture_of(kind, archive.read(row["file"]))
            assert proof.read(picture) == [row["address"]]
            assert row["file"] == f"{row['code']}.{kind}"


@pytest.mark.parametrize("dpi", [203, 300])
@override_settings(SITE_URL="https://honey.example")
def test_a_thermal_printer_gets_whole_dots(admin_client: Client, run: PrintRun, dpi: int) -> None:
    content = downloaded(admin_client, made(admin_client, run, kind="zpl", dpi=dpi))
    labels = content.splitlines()
    assert {proof.read(proof.zpl_picture(label))[0] for label in labels} == expected(run)
    mm = symbol_of(next(iter(expected(run)))).dots(dpi) / dpi * 25.4
    assert mm >= 0.396


def test_a_run_of_several_parts_becomes_one_file(
    admin_client: Client, run: PrintRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LABELS_A_PART", 7)
    file = made(admin_client, run, start=20)
    with proof.opened(downloaded(admin_client, file)) as document:
        assert len(document) == 3  # 2 labels, 21, and 7


def test_a_lost_connection_goes_on_where_it_was(
    admin_client: Client, run: PrintRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LABELS_A_PART", 10)
    admin_client.post(address(run), choices(run, kind="svg"))
    file = LabelFile.objects.get()
    assert make_labels.go_on(file.pk).done == 10
    page = admin_client.get(f"/admin/labels/labelfile/{file.pk}/change/").content.decode()
    assert "10 of 30" in page
    assert make_labels.go_on(file.pk).done == 20
    assert make_labels.go_on(file.pk).is_ready


def test_a_square_that_does_not_say_its_address_is_held_back(
    admin_client: Client, run: PrintRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "picture_of", lambda page: Image.new("L", (1240, 1754), 255))
    admin_client.post(address(run), choices(run))
    file = make_labels.go_on(LabelFile.objects.get().pk)
    assert "cannot be read" in file.refusal
    assert admin_client.get(f"/admin/labels/labelfile/{file.pk}/download/").status_code == 404


def test_the_same_form_sent_twice_makes_one_file(admin_client: Any, run: PrintRun) -> None:
    form = choices(run)
    first, second = (admin_client.post(address(run), form) for _ in range(2))
    assert first.url == second.url
    assert LabelFile.objects.count() == 1


def test_the_nudge_is_kept_for_the_person(
    admin_client: Client, admin_user: User, run: PrintRun
) -> None:
    made(admin_client, run, nudge_x=1.5, nudge_y=-0.5)
    nudge = Nudge.objects.get(person=admin_user)
    assert (nudge.x, nudge.y) == (1.5, -0.5)
    assert 'value="1.5"' in admin_client.get(address(run)).content.decode()


def test_drafts_are_made_with_a_warning(admin_client: Client, run: PrintRun) -> None:
    assert "30 of these codes are not live" in admin_client.get(address(run)).content.decode()
    run.jars.update(status=Jar.Status.LIVE)
    assert "not live" not in admin_client.get(address(run)).content.decode()


def test_a_label_too_small_is_refused_in_words(admin_client: Client, run: PrintRun) -> None:
    preview = admin_client.get(address(run, "preview.png"), choices(run, sheet="l4731"))
    assert preview.status_code == 422
    assert "The square needs" in preview.content.decode()
    file = made(admin_client, run, sheet="l4731")
    file.refresh_from_db()
    assert "Take a larger label" in file.refusal


def test_the_preview_is_the_page_itself(admin_client: Client, run: PrintRun) -> None:
    content = admin_client.get(address(run, "preview.png"), choices(run)).content
    assert Image.open(io.BytesIO(content)).size == (662, 936)


def test_a_code_on_a_label_is_not_deleted(admin_client: Client, run: PrintRun) -> None:
    made(admin_client, run)
    jar = Label.objects.get(place=0).jar
    admin_client.post(f"/admin/catalogue/jar/{jar.pk}/delete/", {"post": "yes"})
    admin_client.post(f"/admin/catalogue/printrun/{run.pk}/delete/", {"post": "yes"})
    assert Jar.objects.filter(pk=jar.pk).exists()


@override_settings(SITE_URL="https://honey.example")
def test_a_square_for_tills_is_a_digital_link(admin_client: Client, run: PrintRun) -> None:
    refused = admin_client.post(address(run), choices(run, address_form="gs1"))
    assert "no article number" in refused.content.decode()
    assert run.batch
    Article.objects.create(honey=run.batch.honey, gtin="09506000134352")
    content = downloaded(admin_client, made(admin_client, run, address_form="gs1", last=3))
    link = f"HTTPS://HONEY.EXAMPLE/01/09506000134352/10/{run.batch.lot}/21/"
    assert all(text.startswith(link) for text in said(content))


def test_only_who_may_makes_labels(client: Client, run: PrintRun) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(address(run)).status_code == 403
    assert client.post(address(run), choices(run)).status_code == 403
    assert client.get(address(run, "preview.png")).status_code == 403
