"""Hostile lists of printed codes."""

from random import Random

from dev.attack.hostile_files.kinds import Kinds

kinds = Kinds()


@kinds.add("one long line")
def _long_line(chance: Random) -> bytes:
    piece = chance.choice([b",", b";", b"A", b'"', b"code,", b"\xff", "\U0001f41d".encode()])
    return piece * (chance.choice([9_000, 4_900_000]) // len(piece))


@kinds.add("many lines")
def _many_lines(chance: Random) -> bytes:
    line = chance.choice([b"\n", b"\r", b"A\n", b"https://[\n", b"/01/9/21/\xf0\n", b"\0\r\n"])
    return chance.choice([b"", b"address;code\n", b"\xef\xbb\xbfcode\n"]) + line * chance.choice(
        [1, 30_000, 100_001]
    )


@kinds.add("noise")
def _noise(chance: Random) -> bytes:
    return chance.randbytes(chance.choice([1, 5000, 5_242_880, 5_242_881]))
