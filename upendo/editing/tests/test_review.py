import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from upendo.catalogue.models import Beekeeper, Forest, Jar
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db
REVIEW = "/admin/catalogue/draft/review/"


@pytest.fixture
def jar(admin_client: Client) -> Jar:
    """A live code of whose story the beekeeper and the forest have drafts."""
    jar = JarFactory.create(code="PUREJOY")
    save(admin_client, jar.beekeeper, bio="Keeps wild bees.")
    save(admin_client, jar.batch.forest, description="Tall trees.")
    return jar


def decide(client: Client, button: str, query: str = "?story=PUREJOY") -> None:
    seen = [review.seen for review in client.get(REVIEW + query).context["reviews"]]
    client.post(REVIEW + query, {"seen": seen, button: ""})


def test_all_drafts_of_a_story_are_published_together(admin_client: Client, jar: Jar) -> None:
    page = admin_client.get(f"{REVIEW}?story=PUREJOY").content.decode()
    assert "Keeps bees." in page
    assert "Keeps wild bees." in page
    decide(admin_client, "_publish")
    assert (Beekeeper.objects.get().bio, Forest.objects.get().description) == (
        "Keeps wild bees.",
        "Tall trees.",
    )


def test_drafts_are_discarded(admin_client: Client, jar: Jar) -> None:
    decide(admin_client, "_discard")
    assert not Draft.objects.exists()
    assert Beekeeper.objects.get().bio == "Keeps bees."


def test_only_what_was_looked_at_is_published(admin_client: Client, jar: Jar) -> None:
    query = f"?draft={Draft.objects.of(jar.beekeeper).get().pk}"
    seen = admin_client.get(REVIEW + query).context["reviews"][0].seen
    save(admin_client, jar.beekeeper, bio="Something else.")
    response = admin_client.post(REVIEW + query, {"seen": seen, "_publish": ""}, follow=True)
    assert "has changed while you looked" in response.content.decode()
    assert Beekeeper.objects.get().bio == "Keeps bees."


def test_a_refused_draft_says_why(admin_client: Client, jar: Jar) -> None:
    save(admin_client, jar.beekeeper, name="Juma")
    BeekeeperFactory.create(name="Juma")
    seen = [r.seen for r in admin_client.get(f"{REVIEW}?story=PUREJOY").context["reviews"]]
    response = admin_client.post(
        f"{REVIEW}?story=PUREJOY", {"seen": seen, "_publish": ""}, follow=True
    )
    assert "cannot be published" in response.content.decode()


def test_who_may_only_look_neither_publishes_nor_discards(client: Client, jar: Jar) -> None:
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="view_draft"))
    client.force_login(clerk)
    decide(client, "_publish")
    decide(client, "_discard")
    assert Draft.objects.count() == 2


def test_the_list_leads_to_each_draft(admin_client: Client, jar: Jar) -> None:
    page = admin_client.get("/admin/catalogue/draft/").content.decode()
    assert str(jar.beekeeper) in page
    draft = Draft.objects.of(jar.beekeeper).get()
    response = admin_client.get(f"/admin/catalogue/draft/{draft.pk}/change/")
    assert response["Location"] == f"{REVIEW}?draft={draft.pk}"
