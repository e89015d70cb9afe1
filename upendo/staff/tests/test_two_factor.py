import re
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from upendo.staff import two_factor
from upendo.staff.models import Entry

pytestmark = pytest.mark.django_db

PAGE = "/admin/two-factor/"
PASSWORD = "right-password-1"


@pytest.fixture
def neema() -> User:
    return User.objects.create_superuser("neema", password=PASSWORD)


@pytest.fixture
def phone(neema: User) -> TOTPDevice:
    """The app of somebody who has turned it on, at a time when none of its codes is used."""
    return TOTPDevice.objects.create(user=neema, name="app", confirmed=True)


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


def log_in(client: Client, code: str | None = None) -> Any:
    form = {"username": "neema", "password": PASSWORD}
    return client.post("/admin/login/?next=/admin/", form | ({"code": code} if code else {}))


def second_step(client: Client, code: str) -> Any:
    return client.post("/admin/login/?next=/admin/", {"code": code})


def test_it_is_turned_on_with_a_code_and_shows_recovery_codes_once(
    client: Client, neema: User
) -> None:
    client.force_login(neema)
    assert "<svg" in client.get(PAGE).content.decode()
    page = client.post(PAGE, {"code": code_of(TOTPDevice.objects.get())}).content.decode()
    codes = re.findall(r"<li>([a-z2-7]{8})</li>", page)
    assert set(codes) == set(StaticToken.objects.values_list("token", flat=True))
    assert len(codes) == 10
    assert not re.findall(r"<li>[a-z2-7]{8}</li>", client.get(PAGE).content.decode())
    assert client.get("/admin/").status_code == 200


def test_a_wrong_code_does_not_turn_it_on(client: Client, neema: User) -> None:
    client.force_login(neema)
    assert "not right" in client.post(PAGE, {"code": "000000"}).content.decode()
    assert not two_factor.is_on(neema)


def test_a_password_alone_no_longer_logs_in(client: Client, phone: TOTPDevice) -> None:
    page = log_in(client)
    assert "Now enter the code" in page.content.decode()
    assert 'name="code"' in page.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_app_s_code_logs_in_and_only_once(client: Client, phone: TOTPDevice) -> None:
    code = code_of(phone)
    assert log_in(client, code).status_code == 302
    assert client.get("/admin/").status_code == 200
    assert "not right" in log_in(Client(), code).content.decode()


def test_a_recovery_code_logs_in_and_only_once(
    client: Client, neema: User, phone: TOTPDevice
) -> None:
    code = two_factor.new_recovery_codes(user=neema)[0]
    assert log_in(client, f" {code.upper()[:4]}-{code[4:]}").status_code == 302
    assert "not right" in log_in(Client(), code).content.decode()


def test_the_page_that_asks_for_the_code_does_not_have_the_password(
    client: Client, phone: TOTPDevice
) -> None:
    page = log_in(client).content.decode()
    assert PASSWORD not in page
    assert 'name="password"' not in page
    assert second_step(client, code_of(phone)).status_code == 302
    assert client.get("/admin/").status_code == 200


def test_a_code_alone_is_worth_nothing(client: Client, phone: TOTPDevice) -> None:
    page = second_step(client, code_of(phone)).content.decode()
    assert "name and password once more" in page
    assert 'name="password"' in page


def test_the_first_step_is_good_for_ten_minutes(client: Client, phone: TOTPDevice) -> None:
    with time_machine.travel("2026-11-25T12:00Z"):
        log_in(client)
    with time_machine.travel("2026-11-25T12:11Z"):
        assert second_step(client, code_of(phone)).status_code == 200


def test_a_new_password_or_a_closed_account_ends_the_first_step(
    client: Client, neema: User, phone: TOTPDevice
) -> None:
    log_in(client)
    neema.is_active = False
    neema.save()
    assert second_step(client, code_of(phone)).status_code == 200
    neema.is_active = True
    neema.set_password("another-password-1")
    neema.save()
    assert second_step(client, code_of(phone)).status_code == 200


def test_trying_codes_ends_after_a_few(client: Client, phone: TOTPDevice) -> None:
    answers = [log_in(client, "000000").content.decode() for _ in range(6)]
    assert all("not right" in answer for answer in answers[:5])
    assert "Too many wrong codes" in answers[5]
    assert "Too many wrong codes" in log_in(client, code_of(phone)).content.decode()
    assert Entry.objects.filter(what="wrong code").count() == 5


def test_who_knows_the_password_does_not_shut_the_owner_out(phone: TOTPDevice) -> None:
    with time_machine.travel("2026-11-25T12:00Z", tick=False):
        somebody = Client(REMOTE_ADDR="203.0.113.9")
        answers = [log_in(somebody, "000000").content.decode() for _ in range(6)]
        assert "Too many wrong codes" in answers[5]
        neighbour = Client(REMOTE_ADDR="203.0.113.77")
        assert "Too many wrong codes" in log_in(neighbour, "000000").content.decode()
        assert log_in(Client(), code_of(phone)).status_code == 302


def test_guesses_from_everywhere_leave_the_recovery_codes(neema: User, phone: TOTPDevice) -> None:
    guesses = (
        Entry(kind="failed", user=neema, what="wrong code", address=f"2001:db8:0:{n:x}00::1")
        for n in range(100)
    )
    Entry.objects.bulk_create(guesses)
    assert "recovery codes" in log_in(Client(), code_of(phone)).content.decode()
    code = two_factor.new_recovery_codes(user=neema)[0]
    assert log_in(Client(), code).status_code == 302


def test_one_range_of_ipv6_is_one_network(phone: TOTPDevice) -> None:
    tries = [Client(REMOTE_ADDR=f"2001:db8:0:1{n:02x}::{n}") for n in range(6)]
    answers = [log_in(client, "000000").content.decode() for client in tries]
    assert "Too many wrong codes" in answers[5]


def test_a_right_code_without_the_right_password_is_not_used_up(
    client: Client, phone: TOTPDevice
) -> None:
    code = code_of(phone)
    client.post("/admin/login/", {"username": "neema", "password": "wrong", "code": code})
    assert log_in(client, code).status_code == 302


def test_the_code_of_somebody_else_is_worth_nothing(client: Client, phone: TOTPDevice) -> None:
    other = TOTPDevice.objects.create(user=User.objects.create_user("juma"), name="app")
    assert "not right" in log_in(client, code_of(other)).content.decode()


@pytest.mark.parametrize("address", ["/admin/", "/admin/catalogue/jar/", "/admin/auth/user/"])
def test_a_superuser_without_it_comes_no_further_than_its_page(
    client: Client, neema: User, settings: Settings, address: str
) -> None:
    settings.SUPERUSERS_NEED_TWO_FACTOR = True
    client.force_login(neema)
    assert client.get(address)["Location"] == PAGE
    assert "needs" in client.get(PAGE).content.decode()
    assert client.get("/api/v1/jars/").status_code == 403


def test_where_it_is_not_required_a_superuser_goes_on(client: Client, neema: User) -> None:
    client.force_login(neema)
    assert client.get("/admin/").status_code == 200
    assert client.get("/api/v1/jars/").status_code == 200


def test_other_staff_go_on_without_it(client: Client, settings: Settings) -> None:
    settings.SUPERUSERS_NEED_TWO_FACTOR = True
    client.force_login(User.objects.create_user("juma", is_staff=True))
    assert client.get("/admin/").status_code == 200


def test_a_session_from_before_it_was_turned_on_ends(client: Client, neema: User) -> None:
    client.force_login(neema)
    TOTPDevice.objects.create(user=neema, name="app", confirmed=True)
    assert client.get("/admin/")["Location"] == PAGE
    assert client.get(PAGE)["Location"] == "/admin/login/"
    assert client.get("/api/v1/jars/").status_code == 403


def test_it_is_turned_off_with_a_code_unless_it_is_required(
    client: Client, phone: TOTPDevice, neema: User, settings: Settings
) -> None:
    codes = two_factor.new_recovery_codes(user=neema)
    log_in(client, codes[0])
    settings.SUPERUSERS_NEED_TWO_FACTOR = True
    client.post(PAGE, {"code": codes[1], "turn_off": "1"})
    assert two_factor.is_on(neema)
    settings.SUPERUSERS_NEED_TWO_FACTOR = False
    fresh = StaticToken.objects.values_list("token", flat=True)[0]
    client.post(PAGE, {"code": fresh, "turn_off": "1"})
    assert not two_factor.is_on(neema)


def test_who_lost_phone_and_codes_is_let_in_again_by_a_superuser(
    admin_client: Client, neema: User, phone: TOTPDevice
) -> None:
    form = {"action": "reset_two_factor", "_selected_action": neema.pk}
    admin_client.post("/admin/auth/user/", form)
    assert not two_factor.is_on(neema)
    assert Entry.objects.filter(what="reset it for neema").exists()


def test_nobody_sees_the_secrets_of_others(admin_client: Client) -> None:
    for address in ("otp_totp/totpdevice", "otp_static/staticdevice"):
        assert admin_client.get(f"/admin/{address}/").status_code == 404


def test_a_reader_s_page_never_asks_who_they_are(client: Client) -> None:
    response = client.get("/")
    assert "Cookie" not in response.get("Vary", "")
