"""An error and what led to it."""

from collections.abc import Iterator

_MOST = 5


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error, then its cause and so on, as a traceback shows them: five at most."""
    seen: list[BaseException] = []
    while error and error not in seen and len(seen) < _MOST:
        yield error
        seen.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
