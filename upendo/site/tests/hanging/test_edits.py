"""What is changed shows on every code of a story within a second, while all are being read."""

import asyncio
import json
import time
from typing import NamedTuple

import pytest

from upendo.inbox.tests.faults.own_postgres import OwnPostgres
from upendo.site.tests.hanging.slow_clients import Door
from upendo.site.tests.hanging.stack import Stack, manage

CODES = [f"SAME{number}" for number in range(200)]
PATHS = ("/api/v1/stories/{}/", "/q/{}")
WITHIN = 1.0  # second
READERS = 4
FILL = """
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.claims.tests.factories import ClaimFactory
from upendo.editing.models import Draft
keeper = BeekeeperFactory.create(name="Zawadi Pekee", bio="Zawadi climbs well.")
batch = Jar.objects.get(code="JAR1").batch
for number in range(200):
    JarFactory.create(code=f"SAME{number}", beekeeper=keeper, batch=batch)
ClaimFactory.create(wording="Said for one more day.").honeys.add(batch.honey)
key = f"catalogue.beekeeper:{keeper.pk}"
Draft.objects.create(record=keeper, changed={key: {"bio": "Zawadi swims well."}})
"""
# Each line says when a change was committed, and what must not be told any more.
CHANGE = """
import json, time
from datetime import timedelta
from django.utils import timezone
from upendo.catalogue.models import Beekeeper, Consent, Jar
from upendo.claims.models import Claim
from upendo.editing import drafts
from upendo.editing.models import Draft
keeper = Beekeeper.objects.get(name="Zawadi Pekee")
yesterday = timezone.localdate() - timedelta(days=1)
changes = {
    "Zawadi climbs well.": lambda: drafts.publish(Draft.objects.of(keeper)),
    "Said for one more day.": lambda: Claim.objects.update(valid_until=yesterday),
    "Zawadi": lambda: Consent.objects.filter(beekeeper=keeper).update(withdrawn_on=yesterday),
}
done = []
for gone, change in changes.items():
    change()
    done.append((time.time(), gone))
print(json.dumps(done))
"""


class Answer(NamedTuple):
    asked_at: float
    code: str
    text: str


async def ask(door: Door, code: str, path: str) -> Answer:
    asked_at = time.time()
    request = door.request("GET", path.format(code), "Connection: close")
    answer = await door.slowly(request, pieces=1, pause=0)
    assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
    return Answer(asked_at, code, answer.decode())


async def read_while(
    door: Door, changing: "asyncio.Future[str]"
) -> tuple[list[Answer], list[tuple[float, str]]]:
    """Read all codes again and again until every change is a second old, and once more."""
    answers: list[Answer] = []

    async def read(part: int) -> None:
        is_last = False
        while not is_last:
            is_last = changing.done() and time.time() > changed_at(changing) + WITHIN
            for number, code in enumerate(CODES[part::READERS]):
                answers.append(await ask(door, code, PATHS[number % 2]))

    await asyncio.gather(*(read(part) for part in range(READERS)))
    return answers, json.loads(changing.result())


def changed_at(changing: "asyncio.Future[str]") -> float:
    """Return when the last change was committed."""
    return float(json.loads(changing.result())[-1][0])


@pytest.fixture
def environ(stack: Stack) -> dict[str, str]:
    postgres: OwnPostgres = stack.postgres
    return {"DATABASE_URL": postgres.url}


def test_a_change_shows_on_every_code_within_a_second(
    stack: Stack, environ: dict[str, str]
) -> None:
    manage(environ, "shell", "--verbosity=0", "-c", FILL)

    async def go() -> tuple[list[Answer], list[tuple[float, str]]]:
        before = [await ask(stack.door, code, PATHS[0]) for code in CODES[:20]]
        changing = asyncio.get_running_loop().run_in_executor(
            None, manage, environ, "shell", "--verbosity=0", "-c", CHANGE
        )
        answers, changes = await read_while(stack.door, changing)
        assert all(gone in answer.text for answer in before for _, gone in changes)
        return answers, changes

    answers, changes = asyncio.run(go())
    for committed_at, gone in changes:
        later = [answer for answer in answers if answer.asked_at > committed_at + WITHIN]
        assert {answer.code for answer in later} == set(CODES)
        assert [answer.code for answer in later if gone in answer.text] == []
    assert "Zawadi swims well." not in answers[-1].text
