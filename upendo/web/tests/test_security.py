import base64
import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from pytest_django import Settings

from upendo.catalogue.tests.factories import JarFactory
from upendo.web.throttling.client_address import client_address

pytestmark = pytest.mark.django_db


def test_reader_pages_allow_no_inline_and_no_foreign_scripts(client: Client) -> None:
    response = client.get(f"/app/{JarFactory.create().code}/menu")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("page", ["menu", "read"])
def test_the_policy_takes_the_style_in_the_page_and_no_other(client: Client, page: str) -> None:
    response = client.get(f"/app/{JarFactory.create().code}/{page}")
    style = response.content.decode().partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in response["Content-Security-Policy"]


def test_every_page_carries_the_guarding_headers(client: Client) -> None:
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert "Access-Control-Allow-Origin" not in response


def test_only_the_admin_gets_the_looser_policy(client: Client) -> None:
    assert "unsafe-eval" in client.get("/admin/login/")["Content-Security-Policy"]
    assert "unsafe-eval" not in client.get("/api/docs/")["Content-Security-Policy"]
    assert "unsafe-eval" not in client.get("/administration")["Content-Security-Policy"]


def admin_exceptions() -> set[str]:
    """What the admin's policy allows beyond the readers' one."""
    policy = {name: {*sources} for name, sources in settings.SECURE_CSP_BY_PATH["/admin/"].items()}
    return {
        f"{name} {source}"
        for name, sources in policy.items()
        for source in sources - {*settings.SECURE_CSP.get(name, [])}
    }


@pytest.mark.parametrize("address", ["/", "/app/PUREJOY/menu", "/app/PUREJOY/read", "/q/NOSUCH"])
def test_reader_pages_have_none_of_the_admins_exceptions(client: Client, address: str) -> None:
    JarFactory.create(code="PUREJOY")
    policy = client.get(address)["Content-Security-Policy"].split("; ")
    allowed = {
        f"{name} {source}" for name, *sources in map(str.split, policy) for source in sources
    }
    assert admin_exceptions()
    assert not admin_exceptions() & allowed


def test_every_exception_of_the_admin_is_written_down() -> None:
    written = Path("docs/content-security-policy.md").read_text()
    assert {
        exception for exception in admin_exceptions() if f"`{exception}`" not in written
    } == set()


def test_readers_get_no_cookie(client: Client) -> None:
    assert not client.get(f"/app/{JarFactory.create().code}/menu").cookies


def test_repeated_wrong_passwords_lock_the_door(client: Client) -> None:
    User.objects.create_superuser("neema", password="right-password-1")
    wrong = {"username": "neema", "password": "wrong"}
    answers = [client.post("/admin/login/", wrong).status_code for _ in range(6)]
    right = client.post("/admin/login/", wrong | {"password": "right-password-1"})
    assert answers[:4] == [200] * 4
    assert answers[-1] == right.status_code == 429


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "1.1.1.1", "127.0.0.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "1.1.1.1", "1.1.1.1"),
        (1, "203.0.113.9:5678", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9:5678", "203.0.113.9"),
        (1, "[2001:DB8::0:1]:5678", "2001:db8::1"),
        (1, "[2001:db8::1]", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "fe80::1%eth0", "fe80::1"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
        (1, "unknown", "127.0.0.1"),
        (1, "6.6.6.6, unknown", "127.0.0.1"),
        (1, "6.6.6.6,", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "999.1.1.1", "127.0.0.1"),
    ],
)
def test_an_address_is_believed_only_as_far_as_our_own_proxies_saw_it(
    settings: Settings, proxies: int, forwarded: str, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == expected


def test_a_peer_without_an_address_has_one_all_the_same() -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) == "0.0.0.0"
