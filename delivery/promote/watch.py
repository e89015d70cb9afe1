"""Watches production's releases until one has appeared or has ended."""

from collections.abc import Iterator
from contextlib import contextmanager

from delivery.run.outcomes import Exit, StopError
from delivery.run.waiting import until
from delivery.services.connections import Services
from delivery.services.errors import ServiceError
from delivery.services.heroku import Release


@contextmanager
def stop_if_service_fails(exit: Exit, what: str) -> Iterator[None]:
    """Raise `StopError` when a service fails; what is left to do is what the report says then."""
    try:
        yield
    except ServiceError as error:
        raise StopError(exit, f"{what}: {error}") from error


def wait_for_newer_release(services: Services, version: int, commit: str) -> Release | None:
    """Production's newest release, once it is after `version` and runs the commit."""
    app = services.settings.production_app
    timing = services.settings.timing

    def look() -> Release | None:
        newest = next(iter(services.heroku.releases(app)), None)
        if newest is None or newest.version <= version:
            return None
        return newest if services.heroku.commit_of(app, newest) == commit else None

    return until(look, lambda found: found is not None, within=timing.settle, every=timing.poll)


def wait_until_ended(services: Services, release: Release, unseen: Exit) -> Release:
    """The release once its release phase has ended; raise `StopError` when it does not."""
    app, timing = services.settings.production_app, services.settings.timing
    latest = until(
        lambda: services.heroku.release(app, release.id),
        lambda latest: not latest.pending,
        within=timing.promotion,
        every=timing.poll,
    )
    if latest.pending:
        raise StopError(
            unseen, f"The release phase of {release} was not finished in {timing.promotion:.0f} s."
        )
    return latest
