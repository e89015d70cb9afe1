"""The way of a batch: what readers see of it, and how it is filled."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import BatchStep, Jar
from upendo.catalogue.tests.desk import enter, opened, save
from upendo.catalogue.tests.factories import BatchFactory, BatchStepFactory, JarFactory
from upendo.editing import drafts
from upendo.editing.models import Draft
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="PUREJOY")


def story(client: Client) -> Any:
    forget_stories()
    return client.get("/api/v1/stories/PUREJOY/").json()


def test_readers_see_the_steps_that_have_happened_in_their_order(client: Client, jar: Jar) -> None:
    for day in (date(2026, 9, 2), None, date(2026, 6, 8)):
        BatchStepFactory.create(batch=jar.batch, day=day, coordinates="-6.33, 31.07")
    steps = story(client)["batch"]["steps"]
    assert [step["day"] for step in steps] == ["2026-06-08", "2026-09-02"]
    assert steps[0]["position"] == {"latitude": -6.33, "longitude": 31.07}
    assert (steps[0]["picture"], steps[0]["proof"]) == (None, None)


def test_without_a_step_that_has_happened_the_page_is_nowhere(client: Client, jar: Jar) -> None:
    BatchStepFactory.create(batch=jar.batch, day=None)
    assert "journey" not in story(client)["titles"]
    answer = client.get("/app/PUREJOY/journey")
    assert answer.status_code == 404
    assert "This jar has no such page" in answer.content.decode()
    assert client.get("/share/PUREJOY/journey.jpg").status_code == 404
    for page in ("menu", "tanzania-forest", "read"):
        assert "/PUREJOY/journey" not in client.get(f"/app/PUREJOY/{page}").content.decode()
    BatchStep.objects.update(day=date(2026, 6, 8))
    assert story(client)["titles"]["journey"].startswith("From Forest")
    assert client.get("/app/PUREJOY/journey").status_code == 200
    assert client.get("/share/PUREJOY/journey.jpg").status_code == 200


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"day": timezone.localdate() + timedelta(days=2)}, "day"),
        ({"coordinates": "near Inyonga"}, "coordinates"),
        ({"proof_title": "Bill of lading"}, "__all__"),
        ({"text": "A carbon neutral journey."}, "text"),
    ],
)
def test_what_cannot_be_told_is_refused(fields: dict[str, Any], where: str) -> None:
    step = BatchStepFactory.create()
    for name, value in fields.items():
        setattr(step, name, value)
    with pytest.raises(ValidationError) as refused:
        step.full_clean()
    assert list(refused.value.message_dict) == [where]


def test_a_step_that_is_added_under_what_readers_see_waits(client: Client, jar: Jar) -> None:
    typed = {
        "steps-TOTAL_FORMS": 1,
        "steps-0-kind": "harvested",
        "steps-0-day": "2026-06-08",
        "steps-0-place": "Inyonga",
        "steps-0-coordinates": "6.33\u00b0 S, 31.07\u00b0 E",
    }
    save(enter("Editor"), jar.batch, "_save", **typed)
    assert story(client)["batch"]["steps"] == []
    drafts.publish(Draft.objects.all())
    assert story(client)["batch"]["steps"][0]["position"]["latitude"] == -6.33


def copy(client: Client, jar: Jar, **posted: Any) -> str:
    address = f"/admin/catalogue/batch/{jar.batch.pk}/copy-way/"
    return str(client.post(address, posted, follow=True).content.decode())


def test_the_way_of_another_batch_is_copied_without_its_days_and_proofs(
    client: Client, jar: Jar
) -> None:
    source = BatchStepFactory.create(
        coordinates="-6.82, 39.27", proof_title="Bill of lading", proof_url="https://a.example/"
    ).batch
    editor = enter("Editor")
    page = editor.get(f"/admin/catalogue/batch/{jar.batch.pk}/copy-way/").content.decode()
    assert str(source) in page
    save(editor, jar.batch, "_draft", best_before="2028-01-01")
    assert "1 step is copied" in copy(editor, jar, source=source.pk)
    assert not jar.batch.steps.exists()
    shown = opened(editor, jar.batch)
    kept = {name: shown.get(f"steps-0-{name}") for name in ("place", "day", "proof_title")}
    assert kept == {"place": "Inyonga, Tanzania", "day": None, "proof_title": ""}
    assert str(shown["best_before"]) == "2028-01-01"
    assert "has steps of its own" in copy(editor, jar, source=source.pk)
    drafts.publish(Draft.objects.all())
    assert jar.batch.steps.get().coordinates == "-6.82, 39.27"
    assert story(client)["batch"]["steps"] == []


def test_a_batch_that_nobody_reads_of_has_the_copy_at_once() -> None:
    source, jar = BatchStepFactory.create().batch, JarFactory.create(status=Jar.Status.DRAFT)
    copy(enter("Manager"), jar, source=source.pk)
    assert jar.batch.steps.count() == 1
    assert not Draft.objects.exists()


def test_only_those_who_may_write_copy(jar: Jar) -> None:
    address = f"/admin/catalogue/batch/{jar.batch.pk}/copy-way/"
    source = BatchFactory.create()
    assert enter("Translator").post(address, {"source": source.pk}).status_code == 403
    assert enter("Editor").post(address, {"source": source.pk}).status_code == 404
