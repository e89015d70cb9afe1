"""Recordings as phones and people make them, made anew for each test."""

import io
import math
from array import array
from typing import Any

import av
from django.core.files.base import ContentFile

RATE = 16_000
# By the end of its name, what FFmpeg calls the kind of file and the way it is packed.
KINDS = {
    "m4a": ("ipod", "aac"),
    "mp3": ("mp3", "libmp3lame"),
    "ogg": ("ogg", "libopus"),
    "oga": ("ogg", "vorbis"),
    "wav": ("wav", "pcm_s16le"),
    "aac": ("adts", "aac"),
    "caf": ("caf", "pcm_s16le"),
    "webm": ("webm", "libopus"),
    "flac": ("flac", "flac"),
}


def sound_file(
    kind: str = "m4a",
    *,
    seconds: float = 2,
    loudness: int = 8000,
    metadata: dict[str, str] | None = None,
    video: bool = False,
    layout: str = "mono",
) -> "ContentFile[bytes]":
    """Return an uploaded recording of one tone, so loud of 32,767."""
    container, codec = KINDS[kind]
    content = io.BytesIO()
    with av.open(content, "w", format=container) as target:
        target.metadata.update(metadata or {})
        stream: Any = target.add_stream(codec, rate=RATE, layout=layout)
        if codec == "vorbis":  # FFmpeg's own encoder, which its makers do not praise
            stream.layout, stream.options = "stereo", {"strict": "experimental"}
        if video:
            _add_video(target)
        for frame in _tone(seconds, loudness):
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return ContentFile(content.getvalue(), name=f"recording.{kind}")


def _tone(seconds: float, loudness: int) -> Any:
    samples = array(
        "h",
        (
            round(loudness * math.sin(n * 440 * math.tau / RATE))
            for n in range(round(seconds * RATE))
        ),
    )
    for start in range(0, len(samples), RATE):
        part = samples[start : start + RATE]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(part))
        frame.sample_rate, frame.pts = RATE, start
        frame.planes[0].update(_padded(part.tobytes(), frame.planes[0].buffer_size))
        yield frame


def _padded(content: bytes, size: int) -> bytes:
    return content + bytes(size - len(content))


def _add_video(target: Any) -> None:
    stream = target.add_stream("mpeg4", rate=5, width=64, height=64, pix_fmt="yuv420p")
    for _ in range(3):
        target.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
    target.mux(stream.encode(None))


def with_cover(mp3: bytes, picture: bytes, title: str) -> "ContentFile[bytes]":
    """Return an MP3 with a title and a cover before it, in an ID3 tag."""
    frames = _tag_frame(b"TIT2", b"\0" + title.encode("latin-1"))
    frames += _tag_frame(b"APIC", b"\0image/jpeg\0\x03\0" + picture)
    size = len(frames)
    length = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return ContentFile(b"ID3\x03\0\0" + length + frames + mp3, name="recording.mp3")


def _tag_frame(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4) + b"\0\0" + content
