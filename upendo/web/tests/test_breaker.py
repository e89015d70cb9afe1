from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from upendo.web.breaker import Breaker, PausedError

PAUSE = 5
NOW = datetime(2026, 11, 26, tzinfo=UTC)


def fail(breaker: Breaker) -> None:
    with breaker.attempt(OSError):
        raise OSError("gone")


def succeed(breaker: Breaker) -> None:
    with breaker.attempt(OSError):
        pass


@pytest.fixture
def breaker() -> Breaker:
    return Breaker("The store", PAUSE)


def test_what_has_failed_is_spared_for_a_while(breaker: Breaker) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        with pytest.raises(OSError, match="gone"):
            fail(breaker)
        with pytest.raises(PausedError, match="The store failed a moment ago"):
            succeed(breaker)
        clock.shift(timedelta(seconds=PAUSE))
        succeed(breaker)
        succeed(breaker)


def test_after_the_pause_one_tries_and_the_others_do_not_wait(breaker: Breaker) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        with pytest.raises(OSError, match="gone"):
            fail(breaker)
        clock.shift(timedelta(seconds=PAUSE))
        with breaker.attempt(OSError), pytest.raises(PausedError):
            succeed(breaker)
        succeed(breaker)


def test_an_error_of_another_kind_is_an_answer(breaker: Breaker) -> None:
    with pytest.raises(LookupError), breaker.attempt(OSError):
        raise LookupError
    succeed(breaker)


def test_what_works_is_tried_by_everybody_at_once(breaker: Breaker) -> None:
    with breaker.attempt(OSError):
        succeed(breaker)
