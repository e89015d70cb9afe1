"""How well releases go: DORA's four figures, out of git and production's own list of releases.

Lead time for changes, frequency of deployment, share of deployments that failed, time until a
failed one was restored (https://dora.dev/guides/dora-metrics-four-keys/). A deployment is a release
of code that production had not run before. It failed if its release phase did, or if code that ran
before was put back over it. Changed settings are no deployments.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from delivery.promote import tags
from delivery.services.connections import Services
from delivery.services.heroku import Release

SHOWN = 10


@dataclass
class Deployment:
    """A release of new code, and what became of it."""

    release: Release
    failed: bool = False
    restored: timedelta | None = None


def figures(services: Services, tag: str) -> tuple[str, ...]:
    """One line for each figure. Raises `ServiceError` when the host does not tell."""
    app = services.settings.production_app
    found = deployments(services.heroku.releases(app))
    if not found:
        return ("This was the first release.",)
    last = found[-1]
    before = found[-2] if len(found) > 1 else None
    since = services.heroku.commit_of(app, before.release) if before else None
    made = tags.times_between(since, tags.commit_of(tag))
    shown = found[-SHOWN:]
    lines = [lead_time(made, last.release.created), *frequency(shown), failures(shown)]
    return tuple(line for line in lines if line)


def deployments(newest_first: list[Release]) -> list[Deployment]:
    """Every deployment, the oldest first."""
    found: list[Deployment] = []
    served: dict[str, Deployment] = {}
    serving: Deployment | None = None
    for release in sorted(newest_first, key=lambda release: release.version):
        slug = release.slug
        if slug is None or release.pending or (serving and serving.release.slug == slug):
            continue
        if slug not in served:
            found.append(Deployment(release, failed=release.status == "failed"))
        if release.status == "failed":
            continue
        if slug in served and serving and not serving.failed:
            serving.failed = True
            serving.restored = release.created - serving.release.created
        serving = served.setdefault(slug, found[-1])
    return found


def lead_time(made: list[int], released: datetime) -> str | None:
    """How long a commit of this release took to reach production."""
    if not made:
        return None
    took = released - datetime.fromtimestamp(median(made), UTC)
    commits = "one commit" if len(made) == 1 else f"{len(made)} commits"
    return f"Lead time from commit to production: {spoken(took)} (median of {commits})."


def frequency(shown: list[Deployment]) -> list[str]:
    """How long ago the release before was, and how often there is one."""
    if len(shown) < 2:
        return ["This was the first release."]
    times = [deployment.release.created for deployment in shown]
    return [
        f"Time since the release before: {spoken(times[-1] - times[-2])};"
        f" the last {len(shown)} releases took {spoken(times[-1] - times[0])}."
    ]


def failures(shown: list[Deployment]) -> str:
    """How many of the last releases failed, and how soon production was well again."""
    failed = sum(deployment.failed for deployment in shown)
    restorations = (deployment.restored for deployment in shown)
    took = [time.total_seconds() for time in restorations if time is not None]
    middle = timedelta(seconds=median(took)) if took else timedelta()
    restored = f"; restored after {spoken(middle)} (median of {len(took)})" if took else ""
    return f"Of the last {len(shown)} releases {failed or 'none'} failed{restored}."


def spoken(time: timedelta) -> str:
    """A length of time in the unit that a person would choose."""
    minutes = max(time, timedelta()).total_seconds() / 60
    for unit, length in (("days", 24 * 60), ("hours", 60)):
        if minutes >= 2 * length:
            return f"{minutes / length:.0f} {unit}"
    return f"{minutes:.0f} min"
