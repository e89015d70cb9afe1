"""What makes one kind of hostile file, and what makers share."""

from collections.abc import Callable
from random import Random

type Maker = Callable[[Random], bytes]


class Kinds(dict[str, Maker]):
    """The makers of files for one field, by the name of what they make.

    A maker varies its file with the chance that it is given.
    """

    def add(self, name: str) -> Callable[[Maker], Maker]:
        """Return a decorator that adds a maker."""

        def added(maker: Maker) -> Maker:
            self[name] = maker
            return maker

        return added


def damaged(chance: Random, content: bytes) -> bytes:
    """Return the content with some bytes changed."""
    changed = bytearray(content)
    for _ in range(chance.choice([1, 3, 20, 200])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(chance: Random, content: bytes) -> bytes:
    """Return the beginning of the content."""
    return content[: chance.randrange(1, len(content))]
