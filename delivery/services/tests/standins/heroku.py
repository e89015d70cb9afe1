"""A stand-in for Heroku's Platform and data APIs, with two apps in one pipeline."""

import re
import uuid
from typing import Any

from delivery.services.tests.standins import published
from delivery.services.tests.standins.server import Reply, Request, StandIn

NOW = "2026-11-24T12:00:00Z"
PROMOTED = r"POST /pipeline-promotions"
ROLLED_BACK = r"POST /apps/honey/releases"
ACCEPT = "application/vnd.heroku+json; version=3"


def new_id() -> str:
    return str(uuid.uuid4())


class HerokuStandIn(StandIn):
    """`promotion`, `release_phase`, `rollback` and `backup` say how each is to end."""

    def __init__(self, key: str, staging_commit: str, production_commit: str) -> None:
        super().__init__()
        self.key = key
        self.promotion = "succeeded"
        self.release_phase = "succeeded"
        self.rollback = "succeeded"
        self.backup = "succeeded"
        self.pipelines = dict.fromkeys(("honey-staging", "honey"), new_id())
        self.stages = {"honey-staging": "staging", "honey": "production"}
        self.app_ids = {name: new_id() for name in self.stages}
        self.commits: dict[str, str | None] = {}
        self.releases: dict[str, list[dict[str, Any]]] = {name: [] for name in self.stages}
        self.ending: dict[str, str] = {}
        self.promotions: dict[str, dict[str, Any]] = {}
        self.transfers: dict[str, dict[str, Any]] = {}
        self.release("honey-staging", staging_commit)
        self.release("honey", production_commit)

    def release(self, app: str, commit: str | None, ending: str = "") -> dict[str, Any]:
        """Add a release; with an `ending`, its release phase runs until it is looked at."""
        slug = next((s for s, known in self.commits.items() if known == commit), new_id())
        self.commits[slug] = commit
        row: dict[str, Any] = {
            "addon_plan_names": [],
            "app": {"id": self.app_ids[app], "name": app},
            "created_at": NOW,
            "current": False,
            "description": "Deploy",
            "id": new_id(),
            "output_stream_url": None,
            "slug": {"id": slug},
            "status": "pending" if ending else "succeeded",
            "updated_at": NOW,
            "user": {"email": "deployer@example.org", "id": new_id()},
            "version": len(self.releases[app]) + 1,
        }
        self.releases[app].append(row)
        if ending:
            self.ending[row["id"]] = ending
        else:
            self.make_current(app, row)
        return row

    def make_current(self, app: str, row: dict[str, Any]) -> None:
        for other in self.releases[app]:
            other["current"] = other is row

    def current_commit(self, app: str) -> str | None:
        current = next(row for row in self.releases[app] if row["current"])
        return self.commits[current["slug"]["id"]]

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

    def get_slug(self, request: Request, app: str, slug: str) -> Reply:
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
            commit = self.commits[source["slug"]["id"]]
            made = self.release("honey", commit, self.release_phase)
        failed = self.promotion.startswith("failed")
        target = {
            "app": {"id": self.app_ids["honey"]},
            "error_message": "Release could not be created." if failed else None,
            "id": new_id(),
            "pipeline_promotion": {"id": promotion["id"]},
            "release": {"id": made["id"]} if made else None,
            "status": "failed" if failed else "succeeded",
        }
        self.promotions[promotion["id"]] = {"promotion": promotion, "target": target}
        return Reply(201, dict(promotion), "promotion")

    def get_promotion(self, request: Request, promotion: str) -> Reply:
        row = self.promotions[promotion]["promotion"]
        shown = dict(row)
        if self.promotion != "hangs":
            row["status"] = "completed"
        return Reply(200, shown, "promotion")

    def get_targets(self, request: Request, promotion: str) -> Reply:
        if self.promotion == "failed yet moved":
            for row in self.releases["honey"]:
                self.look("honey", row)
        return Reply(200, [self.promotions[promotion]["target"]], "targets")

    def post_release(self, request: Request, app: str) -> Reply:
        if wrong := published.fault(published.REQUESTS["rollback"], request.body):
            return error(422, "invalid_params", wrong)
        if self.rollback == "refused":
            return error(422, "invalid_params", "That release cannot be rolled back to.")
        row = next(row for row in self.releases[app] if row["id"] == request.body["release"])
        made = self.release(app, self.commits[row["slug"]["id"]], self.rollback)
        return Reply(201, dict(made), "release")

    def get_attachments(self, request: Request, app: str) -> Reply:
        owner = {"id": self.app_ids[app], "name": app}
        row = {
            "addon": {"app": owner, "id": new_id(), "name": "postgresql-round-12345"},
            "app": owner,
            "created_at": NOW,
            "id": new_id(),
            "name": "DATABASE",
            "updated_at": NOW,
        }
        return Reply(200, [row], "attachments")

    def post_backup(self, request: Request, database: str) -> Reply:
        row: dict[str, Any] = {
            "created_at": NOW,
            "finished_at": None,
            "from_name": "DATABASE",
            "num": 42,
            "processed_bytes": 0,
            "started_at": None,
            "succeeded": None,
            "uuid": new_id(),
            "warnings": 0,
        }
        self.transfers[row["uuid"]] = row
        return Reply(201, dict(row), "transfer")

    def get_transfer(self, request: Request, app: str, transfer: str) -> Reply:
        row = self.transfers[transfer]
        shown = dict(row)
        if self.backup != "hangs":
            row.update(finished_at=NOW, started_at=NOW, succeeded=self.backup == "succeeded")
        return Reply(200, shown, "transfer")


ROUTES: dict[str, Any] = {
    r"GET /apps/([\w-]+)/pipeline-couplings": HerokuStandIn.get_coupling,
    r"GET /apps/([\w-]+)/releases": HerokuStandIn.get_releases,
    r"GET /apps/([\w-]+)/releases/([\w-]+)": HerokuStandIn.get_release,
    r"GET /apps/([\w-]+)/slugs/([\w-]+)": HerokuStandIn.get_slug,
    r"GET /apps/([\w-]+)/addon-attachments": HerokuStandIn.get_attachments,
    r"POST /apps/([\w-]+)/releases": HerokuStandIn.post_release,
    r"POST /pipeline-promotions": HerokuStandIn.post_promotion,
    r"GET /pipeline-promotions/([\w-]+)": HerokuStandIn.get_promotion,
    r"GET /pipeline-promotions/([\w-]+)/promotion-targets": HerokuStandIn.get_targets,
    r"POST /client/v11/databases/([\w-]+)/backups": HerokuStandIn.post_backup,
    r"GET /client/v11/apps/([\w-]+)/transfers/([\w-]+)": HerokuStandIn.get_transfer,
}


def error(status: int, identity: str, message: str) -> Reply:
    return Reply(status, {"id": identity, "message": message}, "heroku error")
