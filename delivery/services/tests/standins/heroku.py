"""A stand-in for Heroku's Platform and data APIs, with two apps in one pipeline.

It moves as the host's own command line expects it to (`pipelines:promote` of heroku-cli, August
2026): a promotion's target is pending at first, then has a release while it is still pending, and
ends a little after that release's phase.
"""

import re
from typing import Any

from delivery.services.tests.standins import published
from delivery.services.tests.standins.heroku_data import NOW, DataApi, new_id
from delivery.services.tests.standins.server import Reply, Request, StandIn

PROMOTED = r"POST /pipeline-promotions"
ROLLED_BACK = r"POST /apps/honey/releases"
TARGETS = r"GET /pipeline-promotions/[\w-]+/promotion-targets"
ACCEPT = "application/vnd.heroku+json; version=3"


class HerokuStandIn(DataApi, StandIn):
    """`promotion`, `release_phase`, `rollback` and `backup` say how each is to end."""

    def __init__(self, key: str, staging_commit: str, production_commit: str) -> None:
        super().__init__()
        self.key = key
        self.promotion = "succeeded"
        self.release_phase = "succeeded"
        self.rollback = "succeeded"
        self.pipelines = dict.fromkeys(("honey-staging", "honey"), new_id())
        self.stages = {"honey-staging": "staging", "honey": "production"}
        self.app_ids = {name: new_id() for name in self.stages}
        self.commits: dict[str, str | None] = {}
        self.releases: dict[str, list[dict[str, Any]]] = {name: [] for name in self.stages}
        self.ending: dict[str, str] = {}
        self.config: dict[str, dict[str, str]] = {name: {"KEY": "first"} for name in self.stages}
        self.config_of: dict[str, dict[str, str]] = {}
        self.in_maintenance = False
        self.promotions: dict[str, dict[str, Any]] = {}
        self.release("honey-staging", staging_commit)
        self.release("honey", production_commit)

    def release(
        self,
        app: str,
        commit: str | None,
        ending: str = "",
        *,
        at: str = NOW,
        rebuilt: bool = False,
    ) -> dict[str, Any]:
        """Add a release; with an `ending`, its release phase runs until it is looked at."""
        known = [s for s, made_from in self.commits.items() if made_from == commit]
        slug = new_id() if rebuilt or not known else known[-1]
        self.commits[slug] = commit
        return self.release_slug(app, slug, ending, at)

    def release_slug(self, app: str, slug: str | None, ending: str, at: str) -> dict[str, Any]:
        """Add a release of a slug, or of none, as an app has before any code."""
        row: dict[str, Any] = {
            "addon_plan_names": [],
            "app": {"id": self.app_ids[app], "name": app},
            "created_at": at,
            "current": False,
            "description": "Deploy",
            "id": new_id(),
            "output_stream_url": None,
            "slug": {"id": slug} if slug else None,
            "status": "pending" if ending else "succeeded",
            "updated_at": NOW,
            "user": {"email": "deployer@example.org", "id": new_id()},
            "version": len(self.releases[app]) + 1,
        }
        self.releases[app].append(row)
        self.config_of[row["id"]] = dict(self.config[app])
        if ending:
            self.ending[row["id"]] = ending
        else:
            self.make_current(app, row)
        return row

    def make_current(self, app: str, row: dict[str, Any]) -> None:
        for other in self.releases[app]:
            other["current"] = other is row

    def current(self, app: str) -> dict[str, Any]:
        return next(row for row in self.releases[app] if row["current"])

    def current_commit(self, app: str) -> str | None:
        slug = self.current(app)["slug"] if any(r["current"] for r in self.releases[app]) else None
        return self.commits[slug["id"]] if slug else None

    def empty(self, app: str) -> None:
        """Put the app back to where it is made: two releases without code."""
        self.releases[app].clear()
        for _ in range(2):
            self.release_slug(app, None, "", NOW)

    def change_config(self, app: str, ending: str = "", **config: str) -> dict[str, Any]:
        """Set config vars, which makes a release of the code that runs."""
        self.config[app].update(config)
        return self.release_slug(app, self.current(app)["slug"]["id"], ending, NOW)

    def expire(self, app: str, version: int) -> None:
        """Destroy the slug of a release, as the host does after 30 days and 20 releases."""
        row = self.releases[app][version - 1]
        row["status"] = "expired"
        self.commits.pop(row["slug"]["id"])

    def look(self, app: str, row: dict[str, Any]) -> dict[str, Any]:
        """The release as it is; what is pending ends right after, unless it hangs."""
        shown = dict(row)
        ending = self.ending.get(row["id"], "hangs")
        if row["status"] == "pending" and ending != "hangs":
            row["status"] = ending
            if ending == "succeeded":
                self.make_current(app, row)
        return shown

    def answer(self, request: Request) -> Reply:
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            said = f"Invalid credentials provided: {request.headers.get('Authorization')}"
            return error(401, "unauthorized", said)
        data_api = request.path.startswith("/client/v11/")
        if not data_api and request.headers.get("Accept") != ACCEPT:
            return error(406, "not_acceptable", "Set the Accept header.")
        for pattern, method in ROUTES.items():
            found = re.fullmatch(pattern, str(request))
            if found:
                reply: Reply = method(self, request, *found.groups())
                return reply
        return error(404, "not_found", "Couldn't find that resource.")

    def get_coupling(self, request: Request, app: str) -> Reply:
        row = {
            "app": {"id": self.app_ids[app]},
            "created_at": NOW,
            "id": new_id(),
            "pipeline": {"id": self.pipelines[app]},
            "stage": self.stages[app],
            "updated_at": NOW,
        }
        return Reply(200, row, "coupling")

    def get_releases(self, request: Request, app: str) -> Reply:
        rows = [self.look(app, row) for row in self.releases[app]]
        newest_first = "order=desc" in request.headers.get("Range", "")
        return Reply(206, rows[::-1] if newest_first else rows, "releases")

    def get_release(self, request: Request, app: str, release: str) -> Reply:
        row = next(row for row in self.releases[app] if row["id"] == release)
        return Reply(200, self.look(app, row), "release")

    def get_app(self, request: Request, app: str) -> Reply:
        row = {
            "build_stack": {"id": new_id(), "name": "heroku-26"},
            "id": self.app_ids[app],
            "maintenance": self.in_maintenance and app == "honey",
            "name": app,
        }
        return Reply(200, row, "app")

    def get_slug(self, request: Request, app: str, slug: str) -> Reply:
        if slug not in self.commits:
            return error(404, "not_found", "Couldn't find that slug.")
        stack = {"id": new_id(), "name": "heroku-26"}
        row = {"commit": self.commits[slug], "created_at": NOW, "id": slug, "stack": stack}
        return Reply(200, row, "slug")

    def post_promotion(self, request: Request) -> Reply:
        if wrong := published.fault(published.REQUESTS["promotion"], request.body):
            return error(422, "invalid_params", wrong)
        if self.promotion == "refused":
            return error(422, "invalid_params", "The source release has expired.")
        source = next(
            row
            for row in self.releases["honey-staging"]
            if row["id"] == request.body["source"]["release"]["id"]
        )
        promotion = {
            "created_at": NOW,
            "id": new_id(),
            "pipeline": request.body["pipeline"],
            "source": request.body["source"],
            "status": "pending",
            "updated_at": None,
        }
        made = None
        if self.promotion in ("succeeded", "failed yet moved"):
            made = self.release_slug("honey", source["slug"]["id"], self.release_phase, NOW)
        target = {
            "app": {"id": self.app_ids["honey"]},
            "error_message": None,
            "id": new_id(),
            "pipeline_promotion": {"id": promotion["id"]},
            "release": None,
            "status": "pending",
        }
        self.promotions[promotion["id"]] = {"target": target, "release": made, "looks": 0}
        return Reply(201, dict(promotion), "promotion")

    def get_targets(self, request: Request, promotion: str) -> Reply:
        known = self.promotions[promotion]
        known["looks"] += 1
        target, made = known["target"], known["release"]
        if known["looks"] > 1 and self.promotion != "hangs":
            if self.promotion.startswith("failed"):
                target.update(status="failed", error_message="Release could not be created.")
            else:
                target["release"] = {"id": made["id"]}
        if self.promotion == "failed yet moved":
            for row in self.releases["honey"]:
                self.look("honey", row)
        shown = dict(target)
        if target["release"] and made["status"] != "pending":
            ended = made["status"] == "succeeded"
            target.update(status="succeeded" if ended else "failed")
        return Reply(200, [shown], "targets")

    def post_release(self, request: Request, app: str) -> Reply:
        """A release of a slug keeps the settings; a rollback brings those of the release back."""
        back = next((r for r in self.releases[app] if r["id"] == request.body.get("release")), None)
        kind = "rollback" if back else "release"
        if wrong := published.fault(published.REQUESTS[kind], request.body):
            return error(422, "invalid_params", wrong)
        slug = back["slug"]["id"] if back else request.body["slug"]
        if self.rollback == "refused" or slug not in self.commits:
            return error(422, "invalid_params", "That release cannot be rolled back to.")
        if back:
            self.config[app] = dict(self.config_of[back["id"]])
        return Reply(201, dict(self.release_slug(app, slug, self.rollback, NOW)), "release")


ROUTES: dict[str, Any] = {
    r"GET /apps/([\w-]+)": HerokuStandIn.get_app,
    r"GET /apps/([\w-]+)/pipeline-couplings": HerokuStandIn.get_coupling,
    r"GET /apps/([\w-]+)/releases": HerokuStandIn.get_releases,
    r"GET /apps/([\w-]+)/releases/([\w-]+)": HerokuStandIn.get_release,
    r"GET /apps/([\w-]+)/slugs/([\w-]+)": HerokuStandIn.get_slug,
    r"GET /apps/([\w-]+)/addon-attachments": HerokuStandIn.get_attachments,
    r"POST /apps/([\w-]+)/releases": HerokuStandIn.post_release,
    r"POST /pipeline-promotions": HerokuStandIn.post_promotion,
    r"GET /pipeline-promotions/([\w-]+)/promotion-targets": HerokuStandIn.get_targets,
    r"POST /client/v11/databases/([\w-]+)/backups": HerokuStandIn.post_backup,
    r"GET /client/v11/apps/([\w-]+)/transfers/([\w-]+)": HerokuStandIn.get_transfer,
}


def error(status: int, identity: str, message: str) -> Reply:
    return Reply(status, {"id": identity, "message": message}, "heroku error")
