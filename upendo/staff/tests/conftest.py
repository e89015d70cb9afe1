from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

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
