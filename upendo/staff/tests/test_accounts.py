"""An account is made in one form; its person chooses the password, and is told by email."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.mail import EmailMessage
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from upendo.catalogue.tests.factories import RetailerFactory
from upendo.staff.models import ShopAccount
from upendo.staff.roles import EDITOR, SHOPS

pytestmark = pytest.mark.django_db

ACCOUNTS = "/admin/auth/user/"
ADD = f"{ACCOUNTS}add/"
NEEMA = {"name": "Neema Mrema", "email": "Neema@honey.example", "role": EDITOR}
PASSWORD = "miombo-in-the-rain"


@pytest.fixture
def send(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that sends a form as an administrator.

    What waits for the commit is done at once: a test commits nothing, and later no answer says it.
    """
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_: work())

    def send(address: str, form: dict[str, Any]) -> str:
        answer = admin_client.post(address, form)
        page = admin_client.get(answer.headers["Location"]) if answer.status_code == 302 else answer
        return page.content.decode()

    return send


def test_a_person_is_invited_chooses_a_password_and_has_the_role(
    send: Any, client: Client, mailoutbox: list[EmailMessage]
) -> None:
    assert "A link to choose a password is on its way to neema@honey.example." in send(ADD, NEEMA)
    user = User.objects.get(username="neema@honey.example")
    assert (user.get_full_name(), user.is_staff, user.is_superuser) == ("Neema Mrema", True, False)
    assert [group.name for group in user.groups.all()] == [EDITOR]
    assert not user.has_usable_password()
    said = str(mailoutbox[-1].body)
    assert mailoutbox[-1].to == ["neema@honey.example"]
    assert "Hello Neema Mrema," in said
    assert "authenticator" not in said
    link = re.search(r"https?://\S+?(/admin/password/\S+)", said)
    assert link
    form = client.get(link[1], follow=True).redirect_chain[-1][0]
    client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    login = {"username": "neema@honey.example", "password": PASSWORD}
    assert client.post("/admin/login/", login).status_code == 302
    assert "/admin/catalogue/forest/" in client.get("/admin/").content.decode()


def test_the_form_speaks_of_roles_and_of_nothing_technical(admin_client: Client) -> None:
    page = admin_client.get(ADD).content.decode()
    for words in ("Runs the desk", "A shop: sees its own jars", "May do everything"):
        assert words in page
    for words in ("staff status", "LDAP", "assword-based"):
        assert words not in page


def test_an_account_of_a_shop_needs_the_shop_and_loses_it_with_the_role(send: Any) -> None:
    shop = RetailerFactory.create()
    assert "Choose the shop whose jars" in send(ADD, NEEMA | {"role": SHOPS})
    assert not User.objects.filter(email="neema@honey.example").exists()
    send(ADD, NEEMA | {"role": SHOPS, "shop": shop.pk})
    assert ShopAccount.objects.get().shop == shop
    form = f"{ACCOUNTS}{ShopAccount.objects.get().pk}/change/"
    send(form, NEEMA | {"role": EDITOR, "shop": shop.pk, "is_active": "on"})
    assert not ShopAccount.objects.exists()


@pytest.mark.parametrize("field", ["username", "email"])
def test_nobody_gets_a_second_account(send: Any, field: str) -> None:
    User.objects.create_user(**{"username": "n", field: "neema@honey.example"})
    assert "has an account with this address already" in send(ADD, NEEMA)
    assert User.objects.filter(**{field: "neema@honey.example"}).count() == 1


def test_an_administrator_cannot_lock_themselves_out(send: Any, admin_user: User) -> None:
    form = NEEMA | {"email": "admin@honey.example"}
    page = send(f"{ACCOUNTS}{admin_user.pk}/change/", form)
    assert "Another administrator can take this role from you." in page
    assert "You would lock yourself out." in page
    admin_user.refresh_from_db()
    assert admin_user.is_superuser


def test_a_name_and_an_address_change_and_the_login_with_them(send: Any) -> None:
    send(ADD, NEEMA)
    user = User.objects.get(email="neema@honey.example")
    changed = NEEMA | {"name": "Neema Juma", "email": "juma@honey.example", "is_active": "on"}
    send(f"{ACCOUNTS}{user.pk}/change/", changed)
    user.refresh_from_db()
    assert (user.username, user.get_full_name()) == ("juma@honey.example", "Neema Juma")
    old = User.objects.create_user("juma", "j@honey.example", first_name="Juma", last_name="Ali")
    send(f"{ACCOUNTS}{old.pk}/change/", {"name": "Juma Ali", "email": "a@honey.example"} | OLD)
    old.refresh_from_db()
    assert (old.username, old.email, old.last_name) == ("juma", "a@honey.example", "Ali")


OLD = {"role": EDITOR, "is_active": "on"}


def test_another_link_is_sent_on_request(send: Any, mailoutbox: list[EmailMessage]) -> None:
    user = User.objects.create_user("juma", "juma@honey.example")
    user.groups.add(Group.objects.get(name=EDITOR))
    send(ACCOUNTS, {"action": "invite_again", "_selected_action": user.pk})
    form = {"name": "Juma", "email": "juma@honey.example", "auth_user_save_and_invite": ""} | OLD
    send(f"{ACCOUNTS}{user.pk}/change/", form)
    assert [mail.to for mail in mailoutbox] == [["juma@honey.example"]] * 2


def test_an_email_that_cannot_be_sent_is_said_and_the_account_stays(
    send: Any, settings: Settings
) -> None:
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    page = send(ADD, NEEMA)
    assert "No link was sent to neema@honey.example, who has an account: Set EMAIL_URL" in page
    assert User.objects.filter(email="neema@honey.example").exists()


def test_everybody_finds_where_to_change_their_password(admin_client: Client) -> None:
    page = admin_client.get("/admin/").content.decode()
    assert 'href="/admin/password_change/"' in page
    assert "LDAP" not in admin_client.get("/admin/password_change/").content.decode()
