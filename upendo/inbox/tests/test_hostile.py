"""Submissions that mean no good, and honest letters among them; `make test-letters` does all."""

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as configuration
from django.core import mail
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.api.throttles import LettersThrottle
from upendo.inbox.correspondence import receive
from upendo.inbox.mail import courier
from upendo.inbox.models import Letter, Message
from upendo.inbox.tests.factories import LetterFactory, letter_data

SUBMISSIONS = 10_000 if os.environ.get("ALL_LETTERS") else 1_000
SUBMISSIONS_EACH = 22  # of every value that is made up
ATTACKS = [
    "'; DROP TABLE inbox_letter; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ settings.SECRET_KEY }}{% debug %}",
    "Ann\r\nBcc: all@example.org\r\n\r\nHello",
    "../../../../etc/passwd",
    "\x00\x1b[2J\u202e\ufeff",
    "\ud800",
    "=HYPERLINK(A1)",
    "${jndi:ldap://x.example/a}",
    "A" * 3000,
]
TEXT = st.one_of(st.text(max_size=60), st.sampled_from(ATTACKS))
SIMPLE = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT)
VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=6,
)
FIELDS = sorted(letter_data())
TYPES = ["text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "?"]


@pytest.fixture
def unthrottled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything through to what stands behind the throttles."""
    monkeypatch.setattr(LettersThrottle, "allow_request", lambda *_: True)
    monkeypatch.setattr(receive, "MOST_LETTERS_AN_HOUR", SUBMISSIONS)


def submissions(value: Any, other: Any, raw: bytes, media_type: str) -> Iterator[tuple[Any, str]]:
    """Yield a value in every place of a letter and instead of one, and what is no JSON at all."""
    for field in FIELDS:
        yield letter_data(**{field: value}), "application/json"
        yield letter_data(**{field: value, "message": other}), "application/json"
    yield dict.fromkeys(FIELDS, value), "application/json"
    yield value, "application/json"
    yield raw, "application/json"
    yield letter_data(message=value), media_type


class Attackers:
    """Sends without mercy, and keeps what was accepted: the message by its private page."""

    def __init__(self) -> None:
        self.client = Client()
        self.sent = 0
        self.accepted: dict[str, str] = {}

    def send(self, content: Any, media_type: str = "application/json") -> None:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        answer = self.client.post("/api/v1/letters/", body, media_type)
        self.sent += 1
        assert answer.status_code in {201, 400, 413, 415}, (answer.status_code, body)
        if answer.status_code == 201:
            self.accepted[answer.json()["path"]] = str(content["message"]).strip()


@pytest.mark.usefixtures("unthrottled")
@pytest.mark.django_db
def test_attacks_break_nothing_and_genuine_letters_arrive() -> None:
    JarFactory.create(code="PUREJOY")
    attackers = Attackers()

    @settings(
        max_examples=SUBMISSIONS // SUBMISSIONS_EACH,
        deadline=None,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(VALUES, SIMPLE, st.binary(max_size=200), st.sampled_from(TYPES))
    def attack(value: Any, other: Any, raw: bytes, media_type: str) -> None:
        for content, kind in submissions(value, other, raw, media_type):
            attackers.send(content, kind)
        attackers.send(letter_data(message=f"Asante, this is letter number {attackers.sent}."))

    attack()
    assert attackers.sent >= SUBMISSIONS
    kept = Message.objects.select_related("letter")
    assert {m.letter.get_absolute_url(): m.text for m in kept} == attackers.accepted
    genuine = Letter.objects.filter(messages__text__startswith="Asante, this is letter")
    assert genuine.count() >= SUBMISSIONS // 25
    assert not genuine.exclude(status=Letter.Status.NEW).exists()


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.django_db
def test_what_was_meant_to_be_executed_is_shown_as_words(admin_client: Client, attack: str) -> None:
    JarFactory.create(code="PUREJOY")
    attackers = Attackers()
    for field in ("name", "message"):
        attackers.send(letter_data(**{field: attack}))
    attackers.send(letter_data(message=f"Dear Neema, {attack[:500]}"))
    courier.deliver_due()
    pages = [f"/letters/{quote(attack, errors='replace')}", "/admin/inbox/letter/", "/admin/"]
    pages += attackers.accepted
    pages += [
        f"/admin/inbox/letter/{pk}/change/" for pk in Letter.objects.values_list("pk", flat=True)
    ]
    for page in pages:
        answer = admin_client.get(page)
        assert answer.status_code in {200, 404}
        assert not any(word in answer.content.decode() for word in ATTACKS[1:3])
        assert configuration.SECRET_KEY not in answer.content.decode()
    assert {address for email in mail.outbox for address in email.recipients()} <= set(
        configuration.LETTERS_TO
    )


@pytest.mark.django_db
def test_no_answer_and_no_address_causes_an_accident(client: Client) -> None:
    letter = LetterFactory.create()

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TEXT, TEXT)
    def attack(text: str, key: str) -> None:
        form = {"message": text.encode(errors="replace"), "key": key.encode(errors="replace")}
        answer = client.post(letter.get_absolute_url(), form)
        assert answer.status_code in {302, 400}
        gone = client.get(f"/letters/{quote(text or '-', safe='', errors='replace')}")
        assert gone.status_code == 404
        letter.messages.all().delete()

    attack()
