import pytest

from upendo.web.throttling import in_memory
from upendo.web.throttling.in_memory import MemoryLimit


def test_so_many_pass_and_others_are_counted_by_themselves() -> None:
    limit = MemoryLimit(most=2, seconds=3600)
    assert [limit.take("somebody") for _ in range(3)] == [False, False, True]
    assert not limit.take("somebody else")


def test_counting_begins_anew() -> None:
    limit = MemoryLimit(most=1, seconds=0)
    assert [limit.take("somebody") for _ in range(3)] == [False] * 3


def test_no_more_are_kept_in_mind_than_the_memory_has_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(in_memory, "MOST_KEPT", 2)
    limit = MemoryLimit(most=5, seconds=3600)
    assert [limit.take(who) for who in ("one", "two", "three", "one")] == [
        False, False, True, False,
    ]  # fmt: skip
