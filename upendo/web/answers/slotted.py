"""A text in which one word is put in last, though it is compressed already.

A thousand jars have the same story, and each its own code in it. So the text is compressed once,
with slots where the word belongs, and for each word the pieces are only put together: brotli has
blocks that are not compressed (RFC 7932, section 9.2), and the word goes into such blocks.

Three things make it right. The text is compressed with a filler as long as the word in each slot,
so that all distances are right. No filler is like another or like any text, so that nothing is
taken over from it. And the two bytes after the word stand in the same block, since what follows is
coded in the light of the two bytes before it. Each text is decompressed once to prove it.
"""

import hashlib
import random
from dataclasses import dataclass

import brotli

# Brotli's qualities: 2 ms for a page, and 25 ms for a sixteenth less, once for a story's codes.
QUICK, SMALL = 6, 10
WINDOW = 18  # the logarithm of how far back it looks, in bytes
AHEAD = 2  # bytes in whose light brotli codes the next one
NO_TEXT = b"\xff"  # UTF-8 has no such byte
FILLERS = range(128, 255)  # without NO_TEXT, so that a filler in the text is found out
ATTEMPTS = 5  # fillers are drawn by lot


@dataclass(frozen=True)
class SlottedText:
    """A text with slots for a word of one length, in ASCII."""

    pieces: tuple[bytes, ...]  # compressed, and between them what stands behind each slot
    length: int  # of the word
    digest: bytes

    @classmethod
    def of(
        cls, text: bytes, slot: bytes = b"", length: int = 0, quality: int = QUICK
    ) -> "SlottedText":
        """Return a text with slots wherever it says `slot`; without one, it has no slots.

        Raises ValueError when the text cannot be compressed in this way.
        """
        parts = text.split(slot) if slot else [text]
        digest = hashlib.sha256(b"%d\0" % length + b"\0".join(parts)).digest()
        for attempt in range(ATTEMPTS):
            lot = random.Random(attempt)  # noqa: S311 - no secret
            slotted = cls(_compress(parts, length, lot, quality), length, digest)
            if slotted.plain(slot) == text:
                return slotted
        raise ValueError("No filler differs from this text.")

    @property
    def size(self) -> int:
        """How many bytes it takes in memory."""
        return sum(map(len, self.pieces)) + 33 * len(self.pieces) + len(self.digest)

    def compressed(self, word: bytes) -> bytes:
        """Return the text with a word of the right length in its slots, compressed by brotli."""
        whole = [self.pieces[0]]
        for behind, piece in zip(self.pieces[1::2], self.pieces[2::2], strict=True):
            whole += (_header(len(word) + len(behind)), word, behind, piece)
        return b"".join(whole)

    def plain(self, word: bytes) -> bytes:
        """Return the text with any word in its slots, as it is."""
        nothing = NO_TEXT * self.length
        text = brotli.decompress(self.compressed(nothing))
        return word.join(text.split(nothing)) if nothing else text

    def etag(self, word: bytes = b"") -> str:
        """Return what tells the text with this word in it from all others."""
        return f'"{hashlib.sha256(self.digest + word).hexdigest()[:20]}"'


def _compress(
    parts: list[bytes], length: int, lot: random.Random, quality: int
) -> tuple[bytes, ...]:
    encoder = brotli.Compressor(quality=quality, mode=brotli.MODE_TEXT, lgwin=WINDOW)
    pieces = []
    for number, part in enumerate(parts):
        if number:
            behind = part[:AHEAD]
            encoder.process(bytes(lot.choices(FILLERS, k=length)) + behind)
            encoder.flush()  # thrown away: the word's own block stands there
            pieces.append(behind)
        rest = encoder.process(part[AHEAD if number else 0 :])
        is_last = number == len(parts) - 1
        pieces.append(rest + (encoder.finish() if is_last else encoder.flush()))
    return tuple(pieces)


def _header(length: int) -> bytes:
    """Return the head of a block of so many uncompressed bytes, 65536 at most."""
    # In bits, the lowest first: not the last block; four digits of length, less one; uncompressed.
    return ((length - 1) << 3 | 1 << 19).to_bytes(3, "little")
