import pytest
from django.db import OperationalError

from upendo.web import rounds


def fails() -> None:
    raise ValueError


def test_what_fails_in_a_round_keeps_nothing_else_from_its_work(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []
    monkeypatch.setattr(rounds, "_rounds", [fails, lambda: done.append("published")])
    rounds.make_all()
    assert done == ["published"]
    assert "fails failed in the courier's round" in caplog.text


def test_a_database_that_is_away_ends_the_round(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_database() -> None:
        raise OperationalError

    monkeypatch.setattr(rounds, "_rounds", [no_database, fails])
    with pytest.raises(OperationalError):
        rounds.make_all()
