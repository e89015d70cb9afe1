"""What somebody does at the desk, for dev.bench.runs.scale: pages first, then long actions."""

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import Client

from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Honey,
    ImportFile,
    Jar,
    Picture,
    PrintRun,
    Retailer,
)
from upendo.catalogue.models.print_run import MOST_CODES
from upendo.catalogue.tests.desk import opened, press
from upendo.desk.addresses import form_of, list_of
from upendo.desk.tables.csv_lines import csv_lines
from upendo.editing.models import Draft
from upendo.inbox.models import Letter
from upendo.labels.models import LongStep
from upendo.labels.tables.standing import page_of

type Step = Callable[[], Any]

LISTS = (Jar, PrintRun, Batch, Beekeeper, Honey, Picture, Retailer, Draft, Letter)
CODES = list_of(Jar)


def steps() -> Iterator[tuple[str, Step]]:
    """Yield each step with its name. A step that sends a file returns its pieces."""
    desk = Client(raise_request_exception=True)
    desk.force_login(User.objects.get())
    for name, address in [*_pages(), *_forms()]:
        _get(desk, address)  # the first reader of a page pays for its templates
        yield name, partial(_get, desk, address)
    yield from _actions(desk)
    yield from _tables(desk)
    yield "check the wording", lambda: _command("check_wording")
    yield "check the drafts", lambda: _command("check_drafts")
    yield "migrate, nothing new", lambda: _command("migrate", verbosity=0)


def _pages() -> Iterator[tuple[str, str]]:
    yield "start page", "/admin/"
    for model in LISTS:
        yield f"list of {model._meta.verbose_name_plural}", list_of(model)
    jar = Jar.objects.order_by("pk")[400]
    shop, run = Retailer.objects.earliest("pk"), PrintRun.objects.earliest("pk")
    yield "codes, last page", f"{CODES}?p={_last_page()}"
    yield "codes, live ones", f"{CODES}?status__exact=live"
    yield "codes of a shop", f"{CODES}?retailer__id__exact={shop.pk}"
    yield "codes of a honey", f"{CODES}?batch__honey__id__exact={Honey.objects.earliest('pk').pk}"
    yield "codes of a print run", f"{CODES}?print_run={run.pk}"
    yield "search a code", f"{CODES}?q={jar.code}"
    yield "search a beekeeper's codes", f"{CODES}?q={jar.beekeeper.name}"
    yield "search what is nowhere", f"{CODES}?q=nowhere"
    yield "find a code with Ctrl+K", f"/admin/search/?part&s={jar.code[:5]}"
    yield "find a beekeeper with Ctrl+K", f"/admin/search/?part&s={jar.beekeeper.name}"
    yield "search a code's print run", f"{list_of(PrintRun)}?q={jar.code}"
    yield "staff's API, codes", "/api/v1/jars/"


def _forms() -> Iterator[tuple[str, str]]:
    seen = Jar.objects.filter(status=Jar.Status.LIVE).order_by("pk")[5]
    picture = seen.batch.honey.jar_photo or Picture.objects.earliest("pk")
    records: list[Model] = [seen, seen.beekeeper, seen.batch, seen.batch.honey, picture]
    records += [PrintRun.objects.earliest("pk"), Letter.objects.earliest("pk")]
    for record in records:
        yield f"form of a {record._meta.verbose_name}", form_of(record)
    yield "form for a print run", "/admin/catalogue/printrun/add/"
    yield "history of a code", form_of(seen).replace("change", "history")
    for record in (seen.batch, seen.beekeeper):
        yield f"delete a {record._meta.verbose_name}", form_of(record).replace("change", "delete")


def _last_page() -> int:
    desk = Client()
    desk.force_login(User.objects.get())
    return int(desk.get(CODES).context["cl"].paginator.num_pages)


def _actions(desk: Client) -> Iterator[tuple[str, Step]]:
    honey = Jar.objects.filter(status=Jar.Status.LIVE).order_by("pk")[0].batch.honey
    sent = opened(desk, honey) | {"tasting_note": f"Toffee {uuid4()}."}
    yield "save a text with an objection", lambda: press(desk, honey, "_draft", sent)
    draft = Draft.objects.of(honey).get()
    seen = {"seen": f"{draft.pk}@{draft.updated_at.isoformat()}"}
    review = f"/admin/catalogue/draft/review/?draft={draft.pk}"
    yield "look at a draft", lambda: _get(desk, review)
    yield "publish it", lambda: desk.post(review, seen)
    shop, person = Retailer.objects.earliest("pk"), Beekeeper.objects.earliest("pk")
    batch = Batch.objects.earliest("pk")
    order: dict[str, Any] = {
        "number": MOST_CODES,
        "batch": batch.pk,
        "beekeeper": person.pk,
        "retailer": shop.pk,
    }
    order |= {"net_weight_grams": 250, "key": str(uuid4())}
    yield "make 10,000 codes", lambda: desk.post("/admin/catalogue/printrun/add/", order)
    run = PrintRun.objects.latest("made_at")
    codes = f"{CODES}?print_run={run.pk}"
    for name in ("bring_live", "retire"):
        first = Jar.objects.filter(print_run=run).first()
        chosen = {"action": name, "select_across": 1, "_selected_action": first and first.pk}
        yield f"{name.replace('_', ' ')}: the question", partial(desk.post, codes, chosen)
        yield f"{name.replace('_', ' ')}: 10,000", partial(_to_the_end, desk, codes, chosen)


def _to_the_end(desk: Client, address: str, chosen: dict[str, Any]) -> None:
    """Press the button of the question, and go on with the long step that it begins."""
    answer = desk.post(address, chosen)
    answer = desk.post(address, dict(answer.context["posted"]) | {"confirmed": ""})
    if answer.status_code != 302:
        raise SystemExit(f"{chosen['action']} was refused: {answer.context['gaps'][0].words}")
    step = LongStep.objects.latest("asked_at")
    while step.ended_at is None and not step.is_held_up:
        desk.post(form_of(step))
        step.refresh_from_db()


def _tables(desk: Client) -> Iterator[tuple[str, Step]]:
    rows = list(Jar.objects.filter(status=Jar.Status.LIVE).order_by("pk")[:MOST_CODES])
    table = "".join(csv_lines(["id", "net weight g"], ([jar.pk, 333] for jar in rows))).encode()
    sent = {"import_file": io.BytesIO(table)}
    yield "send a table of 10,000", lambda: desk.post("/admin/catalogue/jar/import/", sent)
    page = page_of(ImportFile.objects.latest("made_at"))
    yield "check it", lambda: _until_it_waits(desk, page)
    yield "look at its report", lambda: _get(desk, page)
    yield "import it", lambda: _import(desk, page)
    waiting = f"{CODES}?print_run={rows[0].print_run_id}&draft=waiting"
    chosen = {"action": "publish", "select_across": 1, "_selected_action": rows[0].pk}
    yield "publish a print run's drafts", partial(_to_the_end, desk, waiting, chosen)
    for kind in ("csv", "xlsx"):
        yield f"export all, {kind}", partial(desk.post, f"{CODES}export/", {"format": kind})


def _until_it_waits(desk: Client, page: str) -> None:
    while not desk.post(page, headers={"accept": "application/json"}).json()["is_over"]:
        pass


def _import(desk: Client, page: str) -> None:
    desk.post(f"{page}want/")
    _until_it_waits(desk, page)
    file = ImportFile.objects.latest("made_at")
    if not file.imported_at:
        raise SystemExit(f"The table was not imported: {file.refusal}")


def _get(desk: Client, address: str) -> None:
    answer = desk.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")


def _command(name: str, **options: Any) -> None:
    with suppress(CommandError):  # there is something to object, and it says so
        call_command(name, stdout=io.StringIO(), **options)
