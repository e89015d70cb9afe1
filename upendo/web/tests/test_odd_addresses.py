"""What an ordinary reader, a proxy or an attacker sends is answered, each in its own way."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from upendo.catalogue.tests.factories import JarFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client: Client) -> Client:
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("typed", ["A/B", "\u2100"])
def test_what_is_no_code_leads_to_the_page_that_says_so(client: Client, typed: str) -> None:
    answer = client.get("/trace", {"code": typed}, follow=True)
    assert answer.status_code == 404
    assert "Code not found" in answer.content.decode()


@pytest.mark.parametrize("typed", ["https://honey.example/", "/q/", "/" * 40, "\uff0f"])
def test_an_address_without_a_code_leads_to_the_page_that_asks_for_one(
    client: Client, typed: str
) -> None:
    assert client.get("/trace", {"code": typed})["Location"] == "/"


def test_a_pasted_address_leads_to_its_story(client: Client) -> None:
    answer = client.get("/trace", {"code": "https://honey.example/q/pure-joy?from=jar"})
    assert answer["Location"] == "/app/PUREJOY#typed"


@pytest.mark.parametrize("code", ["\u2100", "a\uff0fb", "\u2105x"])
def test_a_letter_that_stands_for_a_slash_breaks_no_page(client: Client, code: str) -> None:
    for address in (f"/q/{code}", f"/app/{code}/menu", f"/app/{code}/read"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/media/evidence/abc/%00", "/share/%00/menu.jpg", "/q/%00"])
@pytest.mark.parametrize("at_the_desk", [True, False])
def test_an_address_with_a_null_leads_nowhere(
    client: Client, address: str, at_the_desk: bool
) -> None:
    if at_the_desk:
        client.force_login(User.objects.create_superuser("neema"))
    assert client.get(address).status_code == 404


def test_nulls_elsewhere_are_refused(client: Client) -> None:
    client.force_login(User.objects.create_superuser("neema"))
    JarFactory.create()
    assert client.get("/admin/catalogue/jar/?batch__id__exact=%00").status_code == 400
    assert client.get("/admin/catalogue/draft/preview/%00/").status_code == 404
    client.cookies["session"] = "\0aaaaaaaaaaaa"
    assert client.get("/admin/").status_code == 400


@pytest.mark.parametrize("run", ["abc", "9" * 30, "1.5", "%7B%7D"])
def test_a_print_run_that_is_no_number_is_not_there(client: Client, run: str) -> None:
    client.force_login(User.objects.create_superuser("neema"))
    assert client.get(f"/admin/catalogue/printrun/{run}/csv/").status_code == 404


@pytest.mark.parametrize("method", ["OPTIONS", "POST", "DELETE", "TRACE", "NONSENSE"])
def test_the_api_documentation_is_only_read(client: Client, method: str) -> None:
    assert client.generic(method, "/api/docs/").status_code == 405
    assert client.get("/api/docs/").status_code == 200
    assert client.head("/api/docs/").status_code == 200


@pytest.mark.parametrize("accept", ["*/*", "text/html,*/*;q=0.8", "application/json"])
def test_the_openapi_document_is_json(client: Client, accept: str) -> None:
    answer = client.get("/api/openapi.json", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["openapi"]


@pytest.mark.parametrize("host", ["elsewhere.example", "a b", "[::1", "localhost:x"])
@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=\u00e9"])
@pytest.mark.parametrize("debug", [True, False])
def test_a_wrong_host_with_an_unreadable_form_is_refused(
    client: Client, settings: Settings, host: str, kind: str, debug: bool
) -> None:
    settings.DEBUG = debug  # whose page about the host would read the form
    for address in ("/admin/login/", "/letters/abc", "/api/v1/letters/", "/", "/nowhere"):
        answer = client.generic("POST", address, b"--b", kind, headers={"Host": host})
        assert answer.status_code == 400
    answer = client.generic("POST", "/admin/login/", b"--b", kind)
    assert answer.status_code == 400


@pytest.mark.parametrize("length", [151, 256, 70_000])
def test_a_name_that_is_too_long_is_simply_wrong(client: Client, length: int) -> None:
    answer = client.post("/admin/login/", {"username": "\u00e9" * length, "password": "wrong"})
    assert answer.status_code == 200
    assert "Please enter the correct" in answer.content.decode()


@pytest.mark.parametrize("forwarded", ["203.0.113.9:5678", "unknown", "[2001:db8::1]:80", "_hid"])
def test_everybody_can_log_in_behind_any_proxy(
    client: Client, settings: Settings, forwarded: str
) -> None:
    settings.TRUSTED_PROXIES = 1
    User.objects.create_superuser("neema", password="right-password-1")
    fields = {"username": "neema", "password": "wrong"}
    headers = {"X-Forwarded-For": forwarded}
    assert client.post("/admin/login/", fields, headers=headers).status_code == 200
    fields["password"] = "right-password-1"
    assert client.post("/admin/login/", fields, headers=headers).status_code == 302


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_login_never_leads_elsewhere(client: Client, target: str) -> None:
    User.objects.create_superuser("neema", password="right-password-1")
    fields = {"username": "neema", "password": "right-password-1", "next": target}
    assert client.post("/admin/login/", fields)["Location"] == "/admin/"


@pytest.mark.parametrize("address", ["/letters/secret", "/letters/secret/copy", "/preview/secret"])
@pytest.mark.parametrize("https", [True, False])
def test_no_answer_tells_a_private_address_on(
    client: Client, settings: Settings, address: str, https: bool
) -> None:
    settings.SECURE_SSL_REDIRECT = https
    for method in ("GET", "PUT"):
        answer = client.generic(method, address)
        assert answer.status_code in {301, 404, 405}
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"


def test_pages_are_known_by_our_address_and_no_other(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://honey.example"
    JarFactory.create(code="PUREJOY")
    for page in ("menu", "read"):
        usual = client.get(f"/app/PUREJOY/{page}")
        other = client.get(f"/app/PUREJOY/{page}", headers={"Host": "elsewhere.example:20001"})
        assert other.content == usual.content
        assert 'rel="canonical" href="https://honey.example/app/PUREJOY' in usual.content.decode()
