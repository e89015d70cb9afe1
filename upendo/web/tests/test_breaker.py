import pytest

from upendo.web.breaker import Breaker, PausedError


def fail(breaker: Breaker) -> None:
    with pytest.raises(OSError, match="gone"), breaker.attempt(OSError):
        raise OSError("gone")


def succeed(breaker: Breaker) -> None:
    with breaker.attempt(OSError):
        pass


def test_what_has_failed_is_spared_for_a_while() -> None:
    breaker = Breaker("The store", pause=60)
    fail(breaker)
    with pytest.raises(PausedError, match="The store failed a moment ago"):
        succeed(breaker)
    breaker.reset()
    succeed(breaker)


def test_after_the_pause_one_tries_and_the_others_do_not_wait() -> None:
    breaker = Breaker("The store", pause=0)
    fail(breaker)
    with breaker.attempt(OSError), pytest.raises(PausedError):
        succeed(breaker)
    with breaker.attempt(OSError):
        succeed(breaker)  # it works, so everybody tries at once


def test_an_error_of_another_kind_is_an_answer() -> None:
    breaker = Breaker("The store", pause=60)
    with pytest.raises(LookupError), breaker.attempt(OSError):
        raise LookupError
    succeed(breaker)
