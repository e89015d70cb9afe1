import threading

import pytest

from upendo.web.answers.kept import ENTRY, Flights, Kept


def test_what_was_not_asked_for_goes_first_when_the_bytes_are_used_up() -> None:
    kept: Kept[str, str] = Kept("letters", most=3 * (ENTRY + 100))
    for name in "abc":
        kept.put(name, name.upper(), size=100)
    kept.get("a")
    kept.put("d", "D", size=100)
    assert [kept.get(name) for name in "abcd"] == ["A", None, "C", "D"]
    kept.put("e", "E", size=2 * (ENTRY + 100))
    assert (len(kept), kept.size) == (1, 2 * (ENTRY + 100) + ENTRY)


def test_many_small_things_count_too_and_what_is_too_large_is_not_kept() -> None:
    kept: Kept[int, int] = Kept("numbers", most=10 * ENTRY)
    for number in range(1000):
        kept.put(number, number)
        kept.put(number, number)
    assert (len(kept), kept.size) == (10, 10 * ENTRY)
    kept.put(0, 0, size=11 * ENTRY)
    assert (len(kept), kept.size) == (0, 0)


def test_what_is_let_go_takes_nothing() -> None:
    kept: Kept[str, int] = Kept("numbers", most=1000)
    kept.put("one", 1)
    kept.drop("one")
    kept.drop("one")
    assert (kept.get("one"), kept.size) == (None, 0)


class Slow:
    """Makes something as soon as it is let, and knows how often it was asked."""

    def __init__(self) -> None:
        self.times = 0
        self.begun = threading.Event()
        self.let = threading.Event()

    def __call__(self) -> int:
        self.times += 1
        self.begun.set()
        self.let.wait(10)
        return 42


class Watched:
    """A key that lets a maker go on as soon as so many threads have looked it up."""

    def __init__(self, threads: int, let: threading.Event) -> None:
        self._missing = threads
        self._seen: set[int] = set()
        self._let = let

    def __hash__(self) -> int:
        self._seen.add(threading.get_ident())
        if len(self._seen) == self._missing:
            self._let.set()
        return 1


def test_a_thing_that_many_ask_for_is_made_once() -> None:
    slow = Slow()
    flights: Flights[Watched | str, int] = Flights()
    key = Watched(8, slow.let)
    made: list[int] = []
    threads = [
        threading.Thread(target=lambda: made.append(flights.once(key, slow))) for _ in range(8)
    ]
    threads[0].start()
    slow.begun.wait(10)
    assert flights.once("another page", lambda: 7) == 7  # nobody waits for what they did not ask
    for thread in threads[1:]:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert (made, slow.times) == ([42] * 8, 1)


def test_nobody_waits_for_ever() -> None:
    flights: Flights[str, int] = Flights(patience=0.01)
    slow = Slow()
    maker = threading.Thread(target=flights.once, args=("page", slow))
    maker.start()
    slow.begun.wait(10)
    with pytest.raises(TimeoutError):
        flights.once("page", slow)
    slow.let.set()
    maker.join(10)


def test_a_failure_is_told_and_tried_again_by_the_next() -> None:
    flights: Flights[str, int] = Flights()
    with pytest.raises(ZeroDivisionError):
        flights.once("page", lambda: 1 // 0)
    assert flights.once("page", lambda: 42) == 42
