"""Every accepted letter exists exactly once and is announced at least once, whatever breaks.

`make test-letters` kills a hundred workers, ten at each step.
"""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from upendo.inbox.tests.factories import letter_data
from upendo.inbox.tests.faults.stack import Stack, wait_until, wait_until_gone

RECEIVING = ["letter read", "letter written", "message written", "all written", "committed"]
SENDING = [
    "courier woken",
    "attempt counted",
    "email composed",
    "server greeted",
    "email handed over",
]
SORRY = "Our database does not answer just now. Please try again in a minute."
STEPS = [*RECEIVING, *SENDING]
KILLS = len(STEPS) * (10 if os.environ.get("ALL_LETTERS") else 3)


def expect_each_once(stack: Stack, accepted: list[str]) -> None:
    """Count: one letter, one message, one announcement, which was sent; and emails about all."""
    stack.deliver_all()
    assert stack.letters() == dict.fromkeys(accepted, (1, 1, 1))
    assert len(stack.announced()) == len(accepted)


def test_workers_killed_again_and_again_between_all_steps_lose_no_letter(stack: Stack) -> None:
    accepted = []
    for number in range(0, 2 * KILLS, 2):
        killing = stack.order("die", STEPS[number // 2 % len(STEPS)])
        accepted += [stack.send(number), stack.send(number + 1)]
        wait_until_gone(killing)
    assert len(set(accepted)) == 2 * KILLS
    expect_each_once(stack, accepted)


@pytest.mark.parametrize("step", RECEIVING)
def test_a_database_that_crashes_in_the_middle_loses_no_letter(stack: Stack, step: str) -> None:
    data = letter_data(code="JAR0", message=f"It went dark when the {step} was done.")
    holding = stack.order("wait", step)
    with ThreadPoolExecutor() as pool:
        attempt = pool.submit(stack.post, data)
        wait_until((stack.orders / f"{step}.reached").exists)
        stack.postgres.crash()
        holding.unlink()
        status, answer = attempt.result()
        # Said to have arrived only if that was certain before.
        assert (status == 201) == (step == "committed"), answer
        status, answer = stack.post(data)
    assert status == 503
    assert answer["detail"] == SORRY
    assert set(answer) == {"detail", "request"}
    stack.postgres.come_back()
    expect_each_once(stack, [stack.send(**data)])


def test_the_same_letter_from_many_sides_at_once_is_one(stack: Stack) -> None:
    data = letter_data(code="JAR0")
    with ThreadPoolExecutor(8) as pool:
        accepted = set(pool.map(lambda _: stack.send(**data), range(40)))
    expect_each_once(stack, list(accepted))
    assert len(accepted) == 1
