"""The first administrator gets a link by email, and chooses a password with it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

ADA = "ada@honey.example"
PASSWORD = {"new_password1": "miombo-in-the-rain", "new_password2": "miombo-in-the-rain"}


def invited(mailoutbox: list[EmailMessage]) -> str:
    call_command("invite_administrator", "Ada@honey.example")
    found = re.search(r"https?://\S+?(/admin/password/\S+)", str(mailoutbox[-1].body))
    assert found
    assert mailoutbox[-1].to == [ADA]
    return found[1]


def choose(client: Client, path: str) -> Any:
    form = client.get(path, follow=True)
    return client.post(form.redirect_chain[-1][0], PASSWORD)


def test_the_link_leads_to_a_password_and_to_two_factor_login(
    client: Client, mailoutbox: list[EmailMessage], settings: Settings
) -> None:
    settings.SUPERUSERS_NEED_TWO_FACTOR = True
    answer = choose(client, invited(mailoutbox))
    assert answer.headers["Location"] == "/admin/login/"
    login = {"username": ADA, "password": PASSWORD["new_password1"]}
    entered = client.post("/admin/login/?next=/admin/", login, follow=True)
    assert "Scan this with an authenticator app" in entered.content.decode()


def test_before_the_link_is_opened_nobody_can_log_in(mailoutbox: list[EmailMessage]) -> None:
    invited(mailoutbox)
    user = User.objects.get(username=ADA)
    assert user.is_superuser
    assert not user.has_usable_password()


def test_the_link_works_once(client: Client, mailoutbox: list[EmailMessage]) -> None:
    path = invited(mailoutbox)
    choose(client, path)
    assert "used already" in client.get(path).content.decode()


def test_a_second_invitation_makes_no_second_account(mailoutbox: list[EmailMessage]) -> None:
    invited(mailoutbox)
    invited(mailoutbox)
    assert User.objects.count() == 1


def test_an_account_without_that_right_is_not_raised() -> None:
    User.objects.create_user(ADA)
    with pytest.raises(CommandError, match="no administrator's"):
        call_command("invite_administrator", ADA)


def test_without_a_mail_server_nothing_is_made(settings: Settings) -> None:
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    with pytest.raises(CommandError, match="Set EMAIL_URL first"):
        call_command("invite_administrator", ADA)
    assert not User.objects.exists()


def test_a_mail_server_that_refuses_leaves_no_account(settings: Settings) -> None:
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 1},
        }
    }
    with pytest.raises(CommandError, match="Nothing was made"):
        call_command("invite_administrator", ADA)
    assert not User.objects.exists()


def test_the_administrator_of_this_machine_is_told_how_to_log_in(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.SITE_URL = "http://localhost:8000"
    call_command("ensure_admin", "manager", "honey-on-this-machine")
    said = "Log in at http://localhost:8000/admin/ as manager."
    assert said in capsys.readouterr().out
    call_command("ensure_admin", "manager", "another")
    assert User.objects.get(username="manager").check_password("honey-on-this-machine")
