"""A second machine on the same database: nothing is sent twice, limits hold, an edit shows on both.

A machine is what it is to the other: a gunicorn with two workers of its own, which knows nothing of
anybody else but the database and the mail server.
"""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from upendo.inbox.tests.factories import letter_data
from upendo.inbox.tests.faults.stack import Stack, environment, wait_until
from upendo.inbox.tests.serving import serving

LETTERS = 20
WITHIN = 1.0  # seconds
SHOWN = "Walks to the hives at dawn."
STORY = "/api/v1/stories/JAR1/"


@pytest.fixture(scope="module")
def second(running: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log: Path = tmp_path_factory.mktemp("second") / "log"
    environ = environment(running.postgres, running.mailbox)
    with serving(log=log, **environ) as address:
        yield address


@pytest.fixture
def both(stack: Stack, second: str) -> list[Stack]:
    """Both machines; the second one's readers come from other networks."""
    return [stack, replace(stack, address=second, network=30_000)]


def ask(machine: Stack, path: str, **headers: str) -> tuple[int, str, str]:
    """Return the status, the text and the ETag of an answer."""
    try:
        with urlopen(Request(f"{machine.address}{path}", headers=headers)) as answer:
            return answer.status, answer.read().decode(), answer.headers["ETag"]
    except HTTPError as error:
        return error.code, "", ""


def test_letters_that_arrive_at_both_at_once_are_kept_and_announced_once(both: list[Stack]) -> None:
    stack = both[0]
    letters = [letter_data(code=f"JAR{n % 4}", message=f"Letter {n}.") for n in range(LETTERS)]
    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(on.send, **letter) for letter in letters for on in both * 2]
        accepted = {each.result() for each in sent}
    assert len(accepted) == LETTERS
    # Four couriers look for what is due, and each was woken.
    wait_until(lambda: stack.letters() == dict.fromkeys(accepted, (1, 1, 1)))
    assert set(stack.announced().values()) == {1}
    assert len(stack.announced()) == len(stack.mailbox.received) == LETTERS


def test_a_limit_holds_over_both(both: list[Stack]) -> None:
    for machine in both:
        machine.network = 20_000
    refused = Counter[tuple[int, int]]()
    for number in range(40):
        machine = both[number % 2]
        machine.network -= 1  # which sending adds again: all from one network
        status, _ = machine.post({})
        refused[number % 2, status] += 1
    # Thirty in an hour, and then neither takes one more.
    assert refused == {(0, 400): 15, (1, 400): 15, (0, 429): 5, (1, 429): 5}


def test_an_edit_shows_on_both_within_a_second(both: list[Stack]) -> None:
    for machine in both * 6:  # all workers have told the story
        assert SHOWN not in ask(machine, STORY)[1]
    both[0].postgres.rows(f"UPDATE catalogue_beekeeper SET bio = '{SHOWN}'")
    changed_at = time.monotonic()
    later = Counter[int]()
    while min(later[0], later[1]) < 8:
        for number, machine in enumerate(both):
            asked_at = time.monotonic()
            text = ask(machine, STORY)[1]
            if asked_at > changed_at + WITHIN:
                assert SHOWN in text
                later[number] += 1


def test_what_a_browser_has_from_one_it_need_not_fetch_from_the_other(both: list[Stack]) -> None:
    for path in (STORY, "/app/JAR1/menu", "/app/JAR1/read"):
        status, _, etag = ask(both[0], path)
        assert (status, ask(both[1], path, **{"If-None-Match": etag})[0]) == (200, 304)
