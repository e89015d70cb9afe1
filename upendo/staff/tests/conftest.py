from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils.translation import trans_real
from pytest_django import Settings

from upendo.staff.tests.brackets import Pseudo

type Enter = Callable[[str], Client]


@pytest.fixture
def enter() -> Enter:
    """Return a function that logs a new account of some role in."""

    def enter(role: str) -> Client:
        user = User.objects.create_user(role.lower().replace(" ", "-"), is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        return client

    return enter


@pytest.fixture
def in_brackets(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Have the desk speak the language in brackets."""
    settings.DESK_LANGUAGE = "sw"
    known = trans_real._translations  # type: ignore[attr-defined]  # Django keeps it to itself
    monkeypatch.setitem(known, "sw", Pseudo("sw"))
