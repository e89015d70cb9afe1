"""What becomes of a recording: one small form without metadata, or a refusal in words."""

import io
from collections.abc import Callable
from typing import IO

import av
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.functional import Promise

from upendo.catalogue.recordings import sound
from upendo.catalogue.recordings.read import convert, read
from upendo.catalogue.recordings.sound import Sound
from upendo.catalogue.tests.factories import image_file
from upendo.catalogue.tests.sounds import KINDS, sound_file, with_cover
from upendo.web.apart import MOST_BYTES, TOO_MUCH

PHONE = {
    "title": "At Neema's home",
    "artist": "Neema's phone",
    "comment": "Call 0712 345 678",
    "location": "-06.7000+032.1000/",
}


def expect_small(found: Sound, seconds: int = 2) -> None:
    assert abs(found.seconds - seconds) <= 0.1
    assert len(found.content) < 8000 * (seconds + 1)
    with av.open(io.BytesIO(found.content), "r") as kept:
        [stream] = kept.streams
        assert isinstance(stream, av.AudioStream)
        assert (kept.format.name, stream.codec_context.name[:3]) == ("mp3", "mp3")
        assert (stream.rate, stream.layout.name) == (sound.RATE, "mono")
        assert kept.metadata == {}
        decoded = sum(frame.samples for frame in kept.decode(audio=0))
    assert decoded == pytest.approx(seconds * sound.RATE, abs=sound.RATE // 5)


@pytest.mark.parametrize("kind", KINDS)
def test_what_phones_make_becomes_one_small_form(kind: str) -> None:
    expect_small(convert(sound_file(kind)))


def test_two_channels_become_one() -> None:
    expect_small(convert(sound_file("wav", layout="stereo")))


@pytest.mark.parametrize("kind", ["m4a", "mp3", "ogg"])
def test_nothing_that_a_phone_writes_beside_the_sound_is_kept(kind: str) -> None:
    file = sound_file(kind, metadata=PHONE)
    assert b"Neema" in file.read()
    file.seek(0)
    found = convert(file)
    expect_small(found)
    for told in (b"Neema", b"0712", b"32.1", b"Lavc"):
        assert told not in found.content


def test_a_cover_is_no_video_and_is_not_kept() -> None:
    cover = image_file((320, 320)).read()
    file = with_cover(sound_file("mp3").read(), cover, "Neema's é")
    found = convert(file)
    expect_small(found)
    assert cover[:200] not in found.content
    assert b"Neema" not in found.content


def test_a_file_is_known_by_what_it_is_and_not_by_its_name() -> None:
    expect_small(read(ContentFile(sound_file("mp3").read(), name="letter.pdf")))


def torn(kind: str) -> "ContentFile[bytes]":
    content = sound_file(kind, seconds=8).read()
    return ContentFile(content[: len(content) // 2])


def of(content: bytes) -> "ContentFile[bytes]":
    return ContentFile(content, name="recording.mp3")


def coded_otherwise() -> bytes:
    wav = bytearray(sound_file("wav").read())
    at = wav.index(b"fmt ") + 8
    wav[at : at + 2] = b"\x34\x12"
    return bytes(wav)


REFUSED: dict[str, tuple[Callable[[], "ContentFile[bytes]"], Promise]] = {
    "empty": (lambda: of(b""), sound.UNKNOWN),
    "a picture": (image_file, sound.UNKNOWN),
    "a list of addresses": (lambda: of(b"#EXTM3U\nfile:///etc/passwd\n"), sound.UNKNOWN),
    "a list of files": (lambda: of(b"ffconcat version 1.0\nfile /etc/passwd\n"), sound.UNKNOWN),
    "too large": (lambda: of(b"ID3" + bytes(MOST_BYTES)), sound.TOO_LARGE),
    "a video": (lambda: sound_file("m4a", video=True), sound.VIDEO),
    "half of an m4a": (lambda: torn("m4a"), sound.DAMAGED),
    "noise that calls itself ogg": (lambda: of(b"OggS" + bytes(range(256)) * 99), sound.DAMAGED),
    "coded as nobody else": (lambda: of(coded_otherwise()), sound.UNKNOWN),
    "silence": (lambda: sound_file(loudness=20), sound.SILENT),
    "a click": (lambda: sound_file("wav", seconds=0.3), sound.TOO_SHORT),
    "a header and no more": (lambda: of(sound_file("wav").read()[:80]), sound.NO_SOUND),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_heard_is_refused_in_words(case: str) -> None:
    make, words = REFUSED[case]
    with pytest.raises(ValidationError) as refused:
        convert(make())
    assert refused.value.messages == [str(words)]


@pytest.mark.parametrize("kind", ["mp3", "ogg", "wav"])
def test_what_has_arrived_of_a_stream_is_heard(kind: str) -> None:
    assert convert(torn(kind)).seconds in (3, 4)


def test_how_long_it_is_is_counted_and_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "LONGEST", 3)
    expect_small(convert(of(claiming_a_week(sound_file("wav").read()))))
    with pytest.raises(ValidationError, match="longer than"):
        convert(sound_file("wav", seconds=4))


def claiming_a_week(wav: bytes) -> bytes:
    """Return a WAV file whose header speaks of four billion bytes."""
    at = wav.index(b"data") + 4
    return wav[:4] + b"\xff" * 4 + wav[8:at] + b"\xff" * 4 + wav[at + 4 :]


def test_a_recording_slowed_down_without_end_takes_neither_memory_nor_time() -> None:
    wav = bytearray(sound_file("wav", seconds=3).read())
    at = wav.index(b"fmt ") + 12
    wav[at : at + 4] = (1).to_bytes(4, "little")  # samples a second, says the header
    file: IO[bytes] = of(bytes(wav))
    with pytest.raises(ValidationError) as refused:
        read(file)
    assert refused.value.messages[0] in (str(sound.UNKNOWN), str(TOO_MUCH))
