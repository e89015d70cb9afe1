"""Whoever guesses passwords is stopped, and takes neither the owner's way in nor the readers'."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from pytest_django import Settings

from upendo.catalogue.tests.factories import JarFactory
from upendo.staff.models import Entry

PASSWORD = "right-password-1"
HOUSE = "2001:db8:7:42"


class Counted(MD5PasswordHasher):
    """Counts the hashes, and how many were made at a time; waits while the gate is shut."""

    made = at_once = most_at_once = 0
    lock = threading.Lock()
    begun = threading.Event()
    gate = threading.Event()

    @classmethod
    def start(cls) -> None:
        cls.made = cls.at_once = cls.most_at_once = 0
        cls.begun.clear()
        cls.gate.set()

    def encode(self, password: str, salt: str) -> str:
        cls = type(self)
        with cls.lock:
            cls.made += 1
            cls.at_once += 1
            cls.most_at_once = max(cls.most_at_once, cls.at_once)
        cls.begun.set()
        assert cls.gate.wait(20)
        encoded = super().encode(password, salt)
        with cls.lock:
            cls.at_once -= 1
        return encoded


@pytest.fixture(autouse=True)
def counted(settings: Settings) -> Iterator[None]:
    settings.PASSWORD_HASHERS = [f"{__name__}.Counted"]
    Counted.start()
    yield
    Counted.gate.set()


def make_neema() -> None:
    User.objects.create_superuser("neema", password=PASSWORD)


def log_in(password: str = "wrong", name: str = "neema", address: str = "192.0.2.1") -> Any:
    form = {"username": name, "password": password}
    try:
        return Client().post("/admin/login/?next=/admin/", form, REMOTE_ADDR=address)
    finally:
        if threading.current_thread() is not threading.main_thread():
            connection.close()


@pytest.mark.django_db
def test_a_household_with_many_addresses_is_one_for_an_account() -> None:
    make_neema()
    answers = [log_in(address=f"{HOUSE}::{n:x}").status_code for n in range(40)]
    assert 429 in answers[:6]
    assert 200 not in answers[5:]
    assert log_in(PASSWORD, address=f"{HOUSE}::beef").status_code == 429
    assert log_in(PASSWORD, address="2001:db8:8::1").status_code == 302
    assert log_in(PASSWORD, address="192.0.2.1").status_code == 302


@pytest.mark.django_db
def test_the_log_names_the_single_address() -> None:
    make_neema()
    log_in(address=f"{HOUSE}::77")
    assert Entry.objects.get().address == f"{HOUSE}::77"


@pytest.mark.django_db
def test_who_logs_in_starts_afresh() -> None:
    make_neema()
    for _ in range(3):
        answers = [log_in() for _ in range(4)] + [log_in(PASSWORD)]
        assert [answer.status_code for answer in answers] == [200] * 4 + [302]


@pytest.mark.django_db
def test_a_network_that_tries_many_names_is_refused_before_anything_is_hashed() -> None:
    make_neema()
    for number in range(30):
        assert log_in(name=f"guess-{number}").status_code == 200
    made, entries = Counted.made, Entry.objects.count()
    refused = log_in(PASSWORD)
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 600
    assert "wait" in refused.content.decode()
    assert (Counted.made, Entry.objects.count()) == (made, entries)
    assert log_in(PASSWORD, address="198.51.100.1").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_while_a_password_is_checked_who_guessed_before_is_not_let_wait() -> None:
    make_neema()
    JarFactory.create(code="PUREJOY")
    log_in(address="198.51.100.1")
    Counted.begun.clear()
    Counted.gate.clear()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(log_in, PASSWORD)
        assert Counted.begun.wait(20)
        made = Counted.made
        refused = log_in(address="198.51.100.1")
        assert refused.status_code == 429
        assert refused["Retry-After"]
        assert Client().get("/api/v1/stories/PUREJOY/").status_code == 200
        assert not first.done()
        Counted.gate.set()
        assert first.result().status_code == 302
    assert Counted.made == made


@pytest.mark.django_db(transaction=True)
def test_two_people_who_log_in_at_once_both_come_in() -> None:
    make_neema()
    Counted.begun.clear()
    Counted.gate.clear()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(log_in, PASSWORD)
        assert Counted.begun.wait(20)
        second = pool.submit(log_in, PASSWORD, address="198.51.100.1")
        Counted.gate.set()
        assert {first.result().status_code, second.result().status_code} == {302}
    assert Counted.most_at_once == 1


@pytest.mark.django_db(transaction=True)
def test_eight_loops_of_guesses_hash_one_at_a_time_and_few() -> None:
    make_neema()

    def loop(number: int) -> list[int]:
        return [
            log_in(address=f"{HOUSE}:{number}::{n}", name=f"guess-{number}-{n}").status_code
            for n in range(20)
        ]

    with ThreadPoolExecutor(8) as pool:
        answers = [status for statuses in pool.map(loop, range(8)) for status in statuses]
    assert set(answers) == {200, 429}
    assert Counted.most_at_once == 1
    assert Counted.made <= 30 + 8
