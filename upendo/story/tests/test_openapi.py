import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

COMMITTED = Path("frontend/src/api/openapi.json")


def test_the_committed_document_is_what_the_code_says() -> None:
    generated = io.StringIO()
    call_command("spectacular", "--format", "openapi-json", "--fail-on-warn", stdout=generated)
    assert json.loads(generated.getvalue()) == json.loads(COMMITTED.read_text()), "run `make types`"


@pytest.mark.django_db
def test_the_documentation_page_needs_nothing_from_elsewhere(client: Client) -> None:
    page = client.get("/api/docs/").content.decode()
    assert "swagger-ui" in page
    assert "https://" not in page
    assert client.get("/api/openapi.json").status_code == 200
