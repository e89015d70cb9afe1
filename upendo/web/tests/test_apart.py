"""What an uploaded file may take, and what is left of it: of its process nothing."""

import io
import os
import signal
import threading
from typing import IO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from upendo.catalogue.pictures import renditions
from upendo.web import apart as module
from upendo.web.apart import apart
from upendo.web.tests.memory import growth


def lengthen(file: IO[bytes]) -> bytes:
    return file.read() * 3


def refuse(file: IO[bytes]) -> None:
    raise ValidationError(f"Mend {file.read().decode()}.")


def loop(_: IO[bytes]) -> None:
    while True:
        pass


def swell(_: IO[bytes]) -> bytes:
    return bytes(module.MOST_MEMORY)


def fill(_: IO[bytes]) -> None:
    kept: list[object] = []
    while True:  # until not even the refusal has room
        kept.append([kept])


def die(_: IO[bytes]) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def stumble(_: IO[bytes]) -> None:
    raise KeyError("of ours")


def test_what_is_read_comes_back() -> None:
    assert apart(lengthen, io.BytesIO(b"abc")) == b"abcabcabc"


def test_what_is_refused_is_refused_in_the_same_words() -> None:
    with pytest.raises(ValidationError, match=r"Mend the roof\."):
        apart(refuse, io.BytesIO(b"the roof"))


@pytest.mark.parametrize("read", [loop, swell, fill, die])
def test_what_takes_too_much_is_refused_and_the_worker_lives(
    read: "object", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", 2)
    with pytest.raises(ValidationError, match="too much time or memory"):
        apart(read, io.BytesIO())  # type: ignore[arg-type]  # one of these functions


def test_an_error_of_ours_is_no_fault_of_the_file() -> None:
    with pytest.raises(RuntimeError, match="of ours"):
        apart(stumble, io.BytesIO())


def test_nobody_waits_for_ever_for_other_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)
    refusals = []

    def upload() -> None:
        try:
            apart(lengthen, io.BytesIO())
        except ValidationError as error:
            refusals.extend(error.messages)

    with module._turn:
        other = threading.Thread(target=upload)
        other.start()
        other.join()
    assert ["being read just now" in refusal for refusal in refusals] == [True]
    assert apart(lengthen, io.BytesIO(b"a")) == b"aaa"


def test_a_large_picture_takes_no_memory_of_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", None)  # a busy machine is no fault of the file
    content = io.BytesIO()
    Image.new("RGB", (4000, 3200)).save(content, "PNG")
    with growth() as megabytes:
        assert renditions.read(content).size == (2400, 1920)
        assert megabytes() < 15
