import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue.models import Beekeeper, Forest, Jar, Species
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import BeekeeperFactory, ForestFactory, JarFactory
from upendo.editing.states.revisions import Revision, revisions_of

# What one transaction changes is one revision: each request needs a real one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def neema(client: Client) -> Client:
    """Somebody at the desk."""
    client.force_login(User.objects.create_superuser("neema"))
    return client


@pytest.fixture
def forest() -> Forest:
    """A forest with a tree that was written in bulk, of which no history is kept."""
    forest = ForestFactory.create(title="Inyonga")
    Species.objects.bulk_create([Species(forest=forest, kind="plant", name="Mnondo")])
    return forest


def bring_back(client: Client, record: Forest | Beekeeper | Jar, revision: Revision) -> None:
    model = record._meta.model_name
    address = f"/admin/catalogue/{model}/{record.pk}/history/"
    response = client.post(address, {"revision": revision.at.isoformat()})
    assert response.status_code == 302


def test_the_history_tells_who_changed_what_in_a_record_and_its_parts(
    neema: Client, forest: Forest
) -> None:
    save(neema, forest, "_save", region="Tabora", **{"species-0-name": "Msasa"})
    newest = revisions_of(Forest, forest.pk)[0]
    told = {(change.what, change.before, change.after) for change in newest.differences}
    assert str(newest.author) == "neema"
    assert told == {
        ("Region", "Katavi Region", "Tabora"),
        ("Plant or animal “Msasa”, name", "Mnondo", "Msasa"),
    }
    page = neema.get(f"/admin/catalogue/forest/{forest.pk}/history/").content.decode()
    assert "Katavi Region" in page


def test_a_former_version_comes_back_whole_and_so_does_the_present_one(
    neema: Client, forest: Forest
) -> None:
    save(neema, forest, "_save", title="Mlele", **{"species-0-DELETE": "on"})
    bring_back(neema, forest, revisions_of(Forest, forest.pk)[1])
    assert (Forest.objects.get().title, Species.objects.get().name) == ("Inyonga", "Mnondo")
    bring_back(neema, forest, revisions_of(Forest, forest.pk)[1])
    assert (Forest.objects.get().title, Species.objects.count()) == ("Mlele", 0)


def test_a_deleted_record_comes_back_with_its_parts(neema: Client, forest: Forest) -> None:
    save(neema, forest, "_save", region="Tabora")
    page = neema.post(f"/admin/catalogue/forest/{forest.pk}/delete/", {"post": "yes"}, follow=True)
    assert "It can be brought back" in page.content.decode()
    bring_back(neema, forest, revisions_of(Forest, forest.pk)[1])
    assert (Forest.objects.get().region, Species.objects.get().name) == ("Tabora", "Mnondo")


def test_a_code_keeps_its_status_when_a_former_version_comes_back(neema: Client) -> None:
    jar = JarFactory.create(status=Jar.Status.DRAFT)
    save(neema, jar, "_save", net_weight_grams=350)
    jar.refresh_from_db()
    jar.status = Jar.Status.LIVE
    jar.save()
    bring_back(neema, jar, revisions_of(Jar, jar.pk)[2])
    jar.refresh_from_db()
    assert (jar.status, jar.net_weight_grams) == (Jar.Status.LIVE, 500)


def test_a_version_whose_name_another_record_has_now_stays_away_in_words(neema: Client) -> None:
    beekeeper = BeekeeperFactory.create(name="Juma")
    save(neema, beekeeper, "_save", name="Neema")
    BeekeeperFactory.create(name="Juma")
    address = f"/admin/catalogue/beekeeper/{beekeeper.pk}/history/"
    oldest = revisions_of(Beekeeper, beekeeper.pk)[-1]
    response = neema.post(address, {"revision": oldest.at.isoformat()}, follow=True)
    assert "another record now has its name" in response.content.decode()


def test_what_readers_see_is_brought_back_only_by_those_who_may_publish(client: Client) -> None:
    beekeeper = JarFactory.create().beekeeper
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(f"/admin/catalogue/beekeeper/{beekeeper.pk}/history/").status_code == 403
    address = f"/admin/catalogue/beekeeper/{beekeeper.pk}/history/"
    oldest = revisions_of(Beekeeper, beekeeper.pk)[-1]
    assert client.post(address, {"revision": oldest.at.isoformat()}).status_code == 403


@pytest.mark.parametrize("revision", ["", "yesterday", "2001-01-01T00:00:00+00:00"])
def test_an_unknown_version_is_not_found(neema: Client, forest: Forest, revision: str) -> None:
    address = f"/admin/catalogue/forest/{forest.pk}/history/"
    assert neema.post(address, {"revision": revision}).status_code == 404
