"""The parts of Heroku's Platform API (version 3) that a promotion needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from delivery.run.settings import Settings
from delivery.run.waiting import Timing
from delivery.services.errors import RejectedError, UnexpectedAnswerError
from delivery.services.transport import Answer, Api

NOT_FOUND = 404
REVIEW_APPS = "application/vnd.heroku+json; version=3.review-apps"
NEWEST_FIRST = "version ..; order=desc, max=200"


EXPIRED = "expired"
ENDED = frozenset({"succeeded", "failed", EXPIRED})


@dataclass(frozen=True)
class Release:
    """A release of one app.

    `status` is pending, succeeded or failed; or expired, when the host has destroyed its slug.
    """

    id: str
    version: int
    status: str
    current: bool
    slug: str | None
    created: datetime

    @property
    def pending(self) -> bool:
        """Its release phase is still running, whatever the host calls that."""
        return self.status not in ENDED

    def __str__(self) -> str:
        return f"v{self.version}"


@dataclass(frozen=True)
class Coupling:
    """Which pipeline and stage an app belongs to, and the app's id."""

    app: str
    pipeline: str
    stage: str


@dataclass(frozen=True)
class Target:
    """One app of a promotion; `status` is pending, then succeeded or failed.

    Its release appears while it is pending, and the release phase runs then.
    """

    app: str
    status: str
    error: str
    release: str | None

    @property
    def pending(self) -> bool:
        """Its end is not known yet."""
        return self.status not in ENDED


def api(settings: Settings) -> Api:
    """Heroku's Platform API with this run's key."""
    return Api(
        "Heroku",
        settings.heroku_api,
        settings.timing,
        {
            "Authorization": f"Bearer {settings.heroku_key}",
            "Accept": "application/vnd.heroku+json; version=3",
        },
    )


class Heroku:
    """Reads and moves releases. Every method may raise a `ServiceError`."""

    def __init__(self, platform: Api) -> None:
        self.api = platform

    @property
    def timing(self) -> Timing:
        """The waits of this run."""
        return self.api.timing

    def coupling(self, app: str) -> Coupling:
        """Raise `RejectedError` (404) when the app is in no pipeline."""
        return read(self.api.get(f"/apps/{app}/pipeline-couplings"), coupling_from)

    def review_apps(self, pipeline: str) -> dict[str, bool] | None:
        """Which flags of `heroku reviewapps:enable` are on; None where there are no review apps."""
        try:
            answer = self.api.get(f"/pipelines/{pipeline}/review-app-config", Accept=REVIEW_APPS)
        except RejectedError as error:
            if error.status == NOT_FOUND:
                return None
            raise
        return read(
            answer,
            lambda row: {
                "--autodeploy": bool(row["automatic_review_apps"]),
                "--autodestroy": bool(row["destroy_stale_apps"]),
                "--wait-for-ci": bool(row["wait_for_ci"]),
            },
        )

    def review_config(self, pipeline: str) -> list[str]:
        """The names of the config vars that every review app of the pipeline gets."""
        return read(self.api.get(f"/pipelines/{pipeline}/stage/review/config-vars"), list)

    def in_maintenance(self, app: str) -> bool:
        """Whether the host answers for the app with its page about maintenance."""
        return read(self.api.get(f"/apps/{app}"), lambda row: bool(row["maintenance"]))

    def releases(self, app: str) -> list[Release]:
        """The newest 200 releases, newest first."""
        answer = self.api.get(f"/apps/{app}/releases", Range=NEWEST_FIRST)
        return read(answer, lambda rows: [release_from(row) for row in rows])

    def release(self, app: str, release: str) -> Release:
        """One release as it is now."""
        return read(self.api.get(f"/apps/{app}/releases/{release}"), release_from)

    def commit_of(self, app: str, release: Release) -> str | None:
        """Full hash of the commit that the release runs; None when it has no code."""
        if release.slug is None:
            return None
        slug = self.api.get(f"/apps/{app}/slugs/{release.slug}")
        return read(slug, lambda row: str(row["commit"] or "")) or None

    def promote(self, source: Coupling, release: Release, target: Coupling) -> str:
        """Start promoting that very release; returns the promotion's id."""
        answer = self.api.post(
            "/pipeline-promotions",
            {
                "pipeline": {"id": source.pipeline},
                "source": {"app": {"id": source.app}, "release": {"id": release.id}},
                "targets": [{"app": {"id": target.app}}],
            },
        )
        return read(answer, lambda row: str(row["id"]))

    def promotion_targets(self, promotion: str) -> list[Target]:
        """What became of each app of the promotion."""
        answer = self.api.get(f"/pipeline-promotions/{promotion}/promotion-targets")
        return read(answer, lambda rows: [target_from(row) for row in rows])

    def release_again(self, app: str, release: Release, description: str) -> Release:
        """Start a new release of an earlier one's code, with the settings of today.

        The host's own rollback would bring that release's settings back: keys changed since too.
        """
        body = {"slug": release.slug, "description": description}
        return read(self.api.post(f"/apps/{app}/releases", body), release_from)


def read[T](answer: Answer, parse: Callable[[Any], T]) -> T:
    """Parse an answer; raise `UnexpectedAnswerError` when it lacks what is documented."""
    try:
        return parse(answer.json())
    except (KeyError, TypeError, ValueError) as error:
        raise UnexpectedAnswerError(f"Heroku: the answer lacks {error}.") from error


def coupling_from(row: Any) -> Coupling:
    return Coupling(str(row["app"]["id"]), str(row["pipeline"]["id"]), str(row["stage"]))


def release_from(row: Any) -> Release:
    return Release(
        id=str(row["id"]),
        version=int(row["version"]),
        status=str(row["status"]),
        current=bool(row["current"]),
        slug=str(row["slug"]["id"]) if row["slug"] else None,
        created=datetime.fromisoformat(row["created_at"]),
    )


def target_from(row: Any) -> Target:
    return Target(
        app=str(row["app"]["id"]),
        status=str(row["status"]),
        error=str(row["error_message"] or ""),
        release=str(row["release"]["id"]) if row["release"] else None,
    )
