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


def current_release(services: Services) -> Release | None:
    """The release that production runs now."""
    releases = services.heroku.releases(services.settings.production_app)
    return next((release for release in releases if release.current), None)


def wait_for_newer_release(services: Services, version: int, commit: str) -> Release | None:
    """Production's newest release of the commit after `version`, once there is one."""
    app = services.settings.production_app
    timing = services.settings.timing

    def look() -> Release | None:
        newer = (release for release in services.heroku.releases(app) if release.version > version)
        return next((r for r in newer if services.heroku.commit_of(app, r) == commit), None)

    return until(look, lambda found: found is not None, within=timing.settle, every=timing.poll)


def wait_until_quiet(services: Services) -> None:
    """Wait a while for a release that is running, such as that of a changed setting."""
    app, timing = services.settings.production_app, services.settings.timing
    until(
        lambda: services.heroku.releases(app),
        lambda releases: not any(release.pending for release in releases),
        within=timing.settle,
        every=timing.poll,
    )


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
