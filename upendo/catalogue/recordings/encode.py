"""Decodes a recording with FFmpeg's libraries and encodes it anew. Only the process apart loads it.

What comes out is made of samples alone: titles, places and covers of the file stay behind.
"""

import io
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import IO

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from av.stream import Disposition

from upendo.catalogue.recordings import sound
from upendo.catalogue.recordings.sound import RATE, RecordingError, Sound
from upendo.web.apart import MOST_BYTES

# Where these bytes stand in a file that FFmpeg knows by this name. It is told which one it reads:
# left to find out, it would take a text for a list of addresses, and open them.
STARTS = (
    (0, b"ID3", "mp3"),
    (0, b"OggS", "ogg"),
    (8, b"WAVE", "wav"),
    (4, b"ftyp", "mov"),
    (0, b"\x1aE\xdf\xa3", "matroska"),
    (0, b"caff", "caf"),
    (0, b"fLaC", "flac"),
    (0, b"#!AMR", "amr"),
)
QUICKLY = {"compression_level": "7"}  # of 0 to 9; a voice loses nothing that one hears
RATES = range(4_000, 192_001)  # samples a second
MOST_CHANNELS = 8
MOST_DAMAGED = 10  # per cent of the pieces; players pass over a few


def encode(file: IO[bytes]) -> Sound:
    """Read a recording in this process. Raises RecordingError."""
    _check_size(file)
    kind = _kind_of(file)
    with _in_words(), av.open(file, "r", format=kind) as source:
        encoder = _Encoder()
        for frame in _frames(source):
            encoder.add(frame)
        return encoder.finish()


def _check_size(file: IO[bytes]) -> None:
    if file.seek(0, io.SEEK_END) > MOST_BYTES:
        raise RecordingError(sound.TOO_LARGE)
    file.seek(0)


def _kind_of(file: IO[bytes]) -> str:
    """Return FFmpeg's name of what a file is by its first bytes. Raises RecordingError."""
    start = file.read(16)
    file.seek(0)
    for place, mark, kind in STARTS:
        if start[place:].startswith(mark):
            return kind
    # Eleven bits begin each piece of an MP3 and of a plain AAC file, which has no layer.
    if len(start) > 1 and start[0] == 0xFF and start[1] & 0xE0 == 0xE0:
        return "mp3" if start[1] & 0x06 else "aac"
    raise RecordingError(sound.UNKNOWN)


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn what the libraries raise over a broken file into a RecordingError."""
    try:
        yield
    except (av.error.FFmpegError, ValueError) as error:
        raise RecordingError(sound.DAMAGED) from error


def _frames(source: InputContainer) -> Iterator[AudioFrame]:
    """Yield what can be decoded. Raises RecordingError when that is too little."""
    pictures = source.streams.video
    if any(not stream.disposition & Disposition.attached_pic for stream in pictures):
        raise RecordingError(sound.VIDEO)
    if not source.streams.audio:
        raise RecordingError(sound.NO_SOUND)
    stream = source.streams.audio[0]
    if not stream.codec_context:  # coded in a way that nobody knows
        raise RecordingError(sound.UNKNOWN)
    stream.codec_context.thread_count = 1  # each thread takes memory
    whole = damaged = 0
    for packet in source.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            damaged += 1
            continue
        whole += 1
        yield from frames
    if damaged * 100 > whole * MOST_DAMAGED:
        raise RecordingError(sound.DAMAGED)


class _Encoder:
    """Makes a small MP3 of frames of any form, and listens whether there is something to hear."""

    def __init__(self) -> None:
        self._content = io.BytesIO()
        # The header of an ID3 tag would name the program and its version.
        self._target = av.open(self._content, "w", format="mp3", options={"id3v2_version": "0"})
        self._stream = self._target.add_stream(
            "libmp3lame",
            rate=RATE,
            options=QUICKLY,
            bit_rate=sound.BITS,
            layout="mono",
            format="s16p",
        )
        self._resampler = AudioResampler("s16p", "mono", RATE)
        self._samples = 0
        self._loudest = 0

    def add(self, frame: AudioFrame) -> None:
        """Raises RecordingError for what no phone records, and past the longest."""
        if frame.sample_rate not in RATES or frame.layout.nb_channels > MOST_CHANNELS:
            raise RecordingError(sound.UNKNOWN)
        self._add(frame)

    def finish(self) -> Sound:
        """Return what there is. Raises RecordingError when nobody would hear anything."""
        self._add(None)
        if self._samples == 0:
            raise RecordingError(sound.NO_SOUND)
        if self._samples < sound.SHORTEST * RATE:
            raise RecordingError(sound.TOO_SHORT)
        if self._loudest < sound.QUIETEST:
            raise RecordingError(sound.SILENT)
        self._target.mux(self._stream.encode(None))
        self._target.close()
        return Sound(self._content.getvalue(), round(self._samples / RATE))

    def _add(self, frame: AudioFrame | None) -> None:
        for mono in self._resampler.resample(frame):
            samples = array("h", bytes(mono.planes[0])[: 2 * mono.samples])
            if not samples:
                continue
            # Counted, not read: a file may say that it is of any length.
            mono.pts, mono.time_base = self._samples, Fraction(1, RATE)
            self._samples += len(samples)
            if self._samples > sound.LONGEST * RATE:
                raise RecordingError(sound.TOO_LONG)
            heights = max(samples), -min(samples)
            self._loudest = max(self._loudest, *heights)
            self._target.mux(self._stream.encode(mono))
