import pytest
from django.test import Client

from upendo.web import vite

# The end of an answer closes the connection to the database.
pytestmark = pytest.mark.django_db


def test_the_service_worker_may_act_on_the_whole_site_and_is_never_stale(client: Client) -> None:
    response = client.get("/service-worker.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in response["Content-Security-Policy"]


def test_a_story_needs_the_code_of_all_its_pages_and_no_rare_typeface(client: Client) -> None:
    files = client.get("/offline.json").json()["files"]
    for page in ("menu", "beekeeper-letter", "tanzania-map"):
        assets = vite.assets(page)
        later = {*assets.modules, *assets.fonts, assets.script, assets.later}
        assert {*assets.styles, *later} <= {*files}
    assert not [file for file in files if "extended" in file]


def test_a_story_needs_the_worker_that_draws_its_map(client: Client) -> None:
    [worker] = [file for file in client.get("/offline.json").json()["files"] if "worker" in file]
    response = client.get(worker)
    assert response["Content-Type"].startswith("text/javascript")
    response.close()


def test_every_file_to_keep_exists(client: Client) -> None:
    for file in client.get("/offline.json").json()["files"]:
        response = client.get(file)
        assert response.status_code == 200, file
        response.close()
