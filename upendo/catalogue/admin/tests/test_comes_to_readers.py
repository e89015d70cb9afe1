"""A record that readers would come upon at once waits until somebody who may publish says so."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from rest_framework.test import APIRequestFactory, force_authenticate

from upendo.catalogue.api.serializers import CleanSerializer
from upendo.catalogue.api.views import CatalogueViewSet
from upendo.catalogue.models import Footprint, Jar
from upendo.catalogue.previews import Preview
from upendo.catalogue.tests.desk import enter, opened, press, save
from upendo.catalogue.tests.factories import (
    FootprintFactory,
    FootprintStageFactory,
    HoneyFactory,
    JarFactory,
)
from upendo.desk.addresses import form_of
from upendo.editing import drafts
from upendo.editing.models import Draft
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db
ADD = "/admin/catalogue/footprint/add/"


@pytest.fixture
def jar() -> Jar:
    """A live code whose honey has no footprint yet."""
    return JarFactory.create(code="PUREJOY")


def typed(jar: Jar, stages: int = 1) -> dict[str, Any]:
    """Return what somebody types to add a footprint to a jar's honey."""
    return {
        "honey": jar.batch.honey_id,
        "subject": "This honey",
        "comparison": "Another",
        "method": "Cradle to shop",
        "boundary": "Transport",
        "year": 2025,
        "source": "A study",
        "stages-TOTAL_FORMS": stages,
        "stages-INITIAL_FORMS": 0,
        **({"stages-0-label": "Road", "stages-0-position": 0} if stages else {}),
    }


def told(client: Client) -> Any:
    forget_stories()
    return client.get("/api/v1/stories/PUREJOY/").json()["footprint"]


def test_a_new_footprint_of_a_live_honey_waits(client: Client, jar: Jar) -> None:
    editor = enter("Editor")
    page = editor.post(ADD, typed(jar), follow=True).content.decode()
    assert "waits as a draft" in page
    assert told(client) is None
    footprint = Footprint.objects.get()
    assert opened(editor, footprint)["honey"] == jar.batch.honey_id
    assert save(editor, footprint, "_publish").status_code == 403
    assert save(editor, footprint, "_save", source="Another study").status_code == 302
    assert told(client) is None
    manager = enter("Manager")
    save(manager, footprint, "_publish")
    assert "See it" in manager.get("/admin/catalogue/footprint/").content.decode()
    assert told(client)["source"] == "Another study"


def test_it_is_seen_in_a_preview_and_published_with_other_drafts(
    admin_client: Client, jar: Jar
) -> None:
    admin_client.post(ADD, typed(jar))
    draft = Draft.objects.get()
    page = admin_client.get(f"/admin/catalogue/draft/review/?draft={draft.pk}")
    [review] = page.context["reviews"]
    assert "environment-carbon-graph" in review.preview
    assert "A study" in admin_client.get(review.preview).content.decode()
    drafts.publish([draft])
    assert told(admin_client)["source"] == "A study"


def test_what_readers_would_come_upon_may_have_no_gap_that_blocks(
    admin_client: Client, jar: Jar
) -> None:
    admin_client.post(ADD, typed(jar, stages=0))
    footprint = Footprint.objects.get()
    assert "has no stages" in save(admin_client, footprint, "_publish").content.decode()
    with pytest.raises(drafts.NotPublishableError, match="no stages"):
        drafts.publish(Draft.objects.all())
    assert told(admin_client) is None


def test_a_footprint_that_is_pointed_at_a_live_honey_waits(client: Client, jar: Jar) -> None:
    editor = enter("Editor")
    footprint = FootprintStageFactory.create(footprint__source="A study").footprint
    assert save(editor, footprint, "_save", honey=jar.batch.honey_id).status_code == 302
    assert told(client) is None
    assert Draft.objects.of(footprint).exists()
    drafts.publish(Draft.objects.all())
    assert told(client)["source"] == "A study"


def test_nobody_publishes_by_a_button_that_the_form_did_not_have(client: Client, jar: Jar) -> None:
    editor = enter("Editor")
    footprint = FootprintStageFactory.create().footprint
    sent = opened(editor, footprint) | {"honey": jar.batch.honey_id}
    assert press(editor, footprint, "_publish", sent).status_code == 403
    assert told(client) is None


def test_a_footprint_of_a_honey_that_nobody_reads_of_is_simply_added(client: Client) -> None:
    jar = JarFactory.create(status=Jar.Status.DRAFT)
    enter("Editor").post(ADD, typed(jar))
    assert Footprint.objects.get().honey == jar.batch.honey
    assert not Draft.objects.exists()


def test_a_footprint_can_be_taken_away_from_what_readers_see(
    admin_client: Client, jar: Jar
) -> None:
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    FootprintStageFactory.create(footprint=footprint)
    response = save(admin_client, footprint, "_publish", honey=HoneyFactory.create().pk)
    assert response.status_code == 302
    assert told(admin_client) is None


def test_of_two_new_footprints_the_second_to_be_published_says_why_it_cannot_be(
    admin_client: Client, jar: Jar
) -> None:
    for _ in range(2):
        admin_client.post(ADD, typed(jar))
    first, second = Footprint.objects.order_by("pk")
    preview = Preview.of(jar, Draft.objects.of(second)).address()
    drafts.publish(Draft.objects.of(first))
    page = admin_client.get(form_of(second)).content.decode()
    assert "another record now has its name or its place" in page
    response = save(admin_client, second, "_draft", source="Another study")
    assert "discard it" in response.content.decode()
    assert Draft.objects.of(second).get().changed
    assert admin_client.get(preview).status_code == 404
    review = admin_client.get(f"/admin/catalogue/draft/review/?draft={Draft.objects.get().pk}")
    assert review.status_code == 200


@pytest.mark.parametrize("bulk", [False, True])
def test_what_readers_see_is_deleted_only_by_those_who_may_publish(
    client: Client, jar: Jar, bulk: bool
) -> None:
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    clerk = User.objects.create_user("clerk", is_staff=True)
    names = ["view_footprint", "delete_footprint", "delete_footprintstage"]
    clerk.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(clerk)
    action = {"action": "delete_selected", "_selected_action": footprint.pk}
    if bulk:
        client.post("/admin/catalogue/footprint/", action | {"post": "yes"})
    else:
        client.post(f"/admin/catalogue/footprint/{footprint.pk}/delete/", {"post": "yes"})
    assert Footprint.objects.exists()


class FootprintSerializer(CleanSerializer[Footprint]):
    class Meta:
        model = Footprint
        fields = ["honey", "method", "boundary", "year", "source"]


class FootprintViewSet(CatalogueViewSet):
    queryset = Footprint.objects.all()
    serializer_class = FootprintSerializer


@pytest.mark.parametrize("method", ["post", "patch"])
def test_the_api_brings_nothing_to_readers_for_those_who_may_not_publish(
    jar: Jar, method: str
) -> None:
    footprint = FootprintFactory.create()
    fields = {name: value for name, value in typed(jar).items() if "-" not in name}
    request = getattr(APIRequestFactory(), method)("/", fields, format="json")
    enter("Editor")
    force_authenticate(request, User.objects.get())
    view = FootprintViewSet.as_view({"post": "create", "patch": "partial_update"})
    answer = view(request, pk=footprint.pk)
    assert answer.status_code == 403
    assert not Footprint.objects.filter(honey=jar.batch.honey).exists()
