"""A stand-in for an empty account at Heroku, which remembers what a set-up writes into it."""

import re
from collections.abc import Callable
from typing import Any, override

from delivery.services.tests.standins import published, published_setup
from delivery.services.tests.standins.heroku import HerokuStandIn, error
from delivery.services.tests.standins.heroku_data import new_id
from delivery.services.tests.standins.server import Reply, Request

NOT_FOUND = error(404, "not_found", "Couldn't find that resource.")


class HerokuAccount(HerokuStandIn):
    """Nothing in it but its owner. `consents` says whether somebody let it into GitHub."""

    def __init__(self, key: str, addresses: str) -> None:
        super().__init__(key, "", "")
        self.addresses = addresses
        self.dead: Callable[[], bool] = lambda: False
        self.consents = True
        self.owner = new_id()
        for known in (self.pipelines, self.stages, self.app_ids, self.releases, self.config):
            known.clear()
        self.apps: dict[str, dict[str, Any]] = {}
        self.kept: dict[str, Any] = {}
        self.couplings: dict[str, dict[str, Any]] = {}
        self.authorizations: list[dict[str, Any]] = []

    @override
    def current_commit(self, app: str) -> str | None:
        rows = [row for row in self.releases.get(app, []) if row["current"] and row["slug"]]
        return self.commits[rows[0]["slug"]["id"]] if rows else None

    @override
    def answer(self, request: Request) -> Reply:
        if self.dead():
            return error(401, "unauthorized", "Nobody asks any more.")
        allowed = request.headers.get("Authorization") == f"Bearer {self.key}"
        for pattern, schema in published_setup.HEROKU.items():
            wrong = re.fullmatch(pattern, str(request)) and published.fault(schema, request.body)
            if wrong:
                return error(422, "invalid_params", wrong)
        for pattern, method in ROUTES.items():
            found = re.fullmatch(pattern, str(request))
            if found and allowed:
                return Reply(*method(self, request.body, *found.groups()))
        named = re.match(r"/apps/([\w-]+)", request.path)
        return NOT_FOUND if named and named[1] not in self.apps else super().answer(request)

    def post_app(self, body: Any) -> Any:
        name = body["name"]
        row: dict[str, Any] = {
            "acm": False,
            "build_stack": {"id": new_id(), "name": body["stack"]},
            "maintenance": False,
            "id": new_id(),
            "name": name,
            "owner": {"email": "ada@example.org", "id": self.owner},
            "team": {"id": new_id(), "name": body["team"]} if "team" in body else None,
            "web_url": f"{self.addresses}/{'staging' if 'staging' in name else 'production'}/",
        }
        self.apps[name], self.config[name], self.releases[name] = row, {}, []
        self.app_ids[name] = row["id"]
        self.empty(name)
        return 201, row

    def get_app(self, body: Any, app: str) -> Any:
        return (200, self.apps[app]) if app in self.apps else missing()

    def patch_app(self, body: Any, app: str) -> Any:
        self.apps[app]["build_stack"] = {"id": new_id(), "name": body["build_stack"]}
        return 200, self.apps[app]

    def get_addons(self, body: Any, app: str) -> Any:
        return 200, self.kept.get(f"addons {app}", [])

    def post_addon(self, body: Any, app: str) -> Any:
        row = {"id": new_id(), "plan": {"id": new_id(), "name": body["plan"]}}
        self.kept.setdefault(f"addons {app}", []).append(row)
        self.config[app]["DATABASE_URL"] = f"postgres://user:password-of-{app}@db/{app}"
        return 201, row

    def get_attached(self, body: Any, app: str) -> Any:
        if app not in self.apps:
            return missing()
        addons = self.kept.get(f"addons {app}", [])
        owner = {"id": self.app_ids[app], "name": app}
        return 200, [{"name": "DATABASE", "addon": {**row, "app": owner}} for row in addons]

    def get_feature(self, body: Any, app: str, name: str) -> Any:
        enabled = self.kept.get(f"{app} {name}", False)
        return (200, {"name": name, "enabled": enabled}) if app in self.apps else missing()

    def patch_feature(self, body: Any, app: str, name: str) -> Any:
        self.kept[f"{app} {name}"] = body["enabled"]
        return 200, {"name": name, "enabled": body["enabled"]}

    def get_config(self, body: Any, app: str) -> Any:
        return (200, self.config[app]) if app in self.apps else missing()

    def patch_config(self, body: Any, app: str) -> Any:
        if self.current_commit(app):
            self.change_config(app, **body)
        self.config[app] |= body
        return 200, self.config[app]

    def get_buildpacks(self, body: Any, app: str) -> Any:
        names = self.kept.get(f"buildpacks {app}", [])
        rows = [{"ordinal": n, "buildpack": {"name": name}} for n, name in enumerate(names)]
        return (200, rows) if app in self.apps else missing()

    def put_buildpacks(self, body: Any, app: str) -> Any:
        self.kept[f"buildpacks {app}"] = [row["buildpack"] for row in body["updates"]]
        return 200, []

    def get_schedules(self, body: Any, database: str) -> Any:
        return 200, self.kept.get(f"schedules {database}", [])

    def post_schedule(self, body: Any, database: str) -> Any:
        row = {**body, "hour": int(body["hour"])}
        self.kept.setdefault(f"schedules {database}", []).append(row)
        return 201, {}

    def get_pipeline(self, body: Any, pipeline: str) -> Any:
        row = self.kept.get("pipeline")
        return (200, row) if row and pipeline in (row["name"], row["id"]) else missing()

    def post_pipeline(self, body: Any) -> Any:
        self.kept["pipeline"] = {"id": new_id(), **body}
        return 201, self.kept["pipeline"]

    def post_coupling(self, body: Any) -> Any:
        name = next(name for name, id in self.app_ids.items() if id == body["app"])
        self.pipelines[name], self.stages[name] = body["pipeline"], body["stage"]
        row = {"id": new_id(), "app": {"id": body["app"]}, "stage": body["stage"]}
        self.couplings[row["id"]] = row
        return 201, row

    def get_own_coupling(self, body: Any, app: str) -> Any:
        if app not in self.stages:
            return missing()
        reply = super().get_coupling(Request("GET", "", {}, None), app)
        return reply.status, reply.body

    def get_review(self, body: Any, pipeline: str) -> Any:
        return (200, self.kept["review"]) if "review" in self.kept else missing()

    def post_review(self, body: Any, pipeline: str) -> Any:
        self.kept["review"] = {**body, "repo": {"id": 7}, "pipeline_id": pipeline}
        return 201, self.kept["review"]

    def patch_review(self, body: Any, pipeline: str) -> Any:
        self.kept["review"] |= body
        return 200, self.kept["review"]

    def get_review_config(self, body: Any, pipeline: str) -> Any:
        return 200, self.kept.get("review config", {})

    def patch_review_config(self, body: Any, pipeline: str) -> Any:
        self.kept["review config"] = self.kept.get("review config", {}) | body
        return 200, self.kept["review config"]

    def get_repository(self, body: Any, pipeline: str) -> Any:
        name = self.kept.get("repository")
        return (200, {"repository": {"id": 7, "name": name}}) if name else missing()

    def post_repository(self, body: Any, pipeline: str) -> Any:
        if not self.consents:
            return 403, {"id": "forbidden", "message": "Connect your GitHub account first."}
        self.kept["repository"] = body["repository"]
        return 201, {}

    def get_deploys(self, body: Any, app_id: str) -> Any:
        found = self.kept.get(f"deploys {app_id}")
        return (200, found) if found else missing()

    def patch_deploys(self, body: Any, app_id: str) -> Any:
        if "repository" not in self.kept:
            return missing()
        self.kept[f"deploys {app_id}"] = body
        return 200, body

    def post_authorization(self, body: Any) -> Any:
        token = {"token": f"HRKU-made-{new_id()}", "expires_in": body["expires_in"]}
        row = {"id": new_id(), "description": body["description"], "access_token": token}
        self.authorizations.append(row)
        return 201, row

    def delete_authorization(self, body: Any, id: str) -> Any:
        self.authorizations = [row for row in self.authorizations if row["id"] != id]
        return 200, {}

    def post_domain(self, body: Any, app: str) -> Any:
        row = {**body, "cname": "calm-tiger.herokudns.com", "acm_status": None}
        self.kept["domains"] = [*self.kept.get("domains", []), row]
        return 201, row

    def post_acm(self, body: Any, app: str) -> Any:
        self.apps[app]["acm"] = True
        return 200, self.apps[app]


def missing() -> tuple[int, Any, str]:
    return 404, NOT_FOUND.body, "heroku error"


ANY = r"([\w-]+)"
ROUTES: dict[str, Any] = {
    "POST /(?:teams/)?apps": HerokuAccount.post_app,
    f"GET /apps/{ANY}": HerokuAccount.get_app,
    f"PATCH /apps/{ANY}": HerokuAccount.patch_app,
    f"GET /apps/{ANY}/addons": HerokuAccount.get_addons,
    f"POST /apps/{ANY}/addons": HerokuAccount.post_addon,
    f"GET /apps/{ANY}/addon-attachments": HerokuAccount.get_attached,
    f"GET /apps/{ANY}/features/{ANY}": HerokuAccount.get_feature,
    f"PATCH /apps/{ANY}/features/{ANY}": HerokuAccount.patch_feature,
    f"GET /apps/{ANY}/config-vars": HerokuAccount.get_config,
    f"PATCH /apps/{ANY}/config-vars": HerokuAccount.patch_config,
    f"GET /apps/{ANY}/buildpack-installations": HerokuAccount.get_buildpacks,
    f"PUT /apps/{ANY}/buildpack-installations": HerokuAccount.put_buildpacks,
    f"GET /client/v11/databases/{ANY}/transfer-schedules": HerokuAccount.get_schedules,
    f"POST /client/v11/databases/{ANY}/transfer-schedules": HerokuAccount.post_schedule,
    f"GET /pipelines/{ANY}": HerokuAccount.get_pipeline,
    "POST /pipelines": HerokuAccount.post_pipeline,
    f"GET /pipelines/{ANY}/pipeline-couplings": lambda self, body, pipeline: (
        200,
        list(self.couplings.values()),
    ),
    "POST /pipeline-couplings": HerokuAccount.post_coupling,
    f"GET /apps/{ANY}/pipeline-couplings": HerokuAccount.get_own_coupling,
    f"GET /pipelines/{ANY}/review-app-config": HerokuAccount.get_review,
    f"POST /pipelines/{ANY}/review-app-config": HerokuAccount.post_review,
    f"PATCH /pipelines/{ANY}/review-app-config": HerokuAccount.patch_review,
    f"GET /pipelines/{ANY}/stage/review/config-vars": HerokuAccount.get_review_config,
    f"PATCH /pipelines/{ANY}/stage/review/config-vars": HerokuAccount.patch_review_config,
    f"GET /pipelines/{ANY}/repository": HerokuAccount.get_repository,
    f"POST /pipelines/{ANY}/repository": HerokuAccount.post_repository,
    f"GET /apps/{ANY}/github": HerokuAccount.get_deploys,
    f"PATCH /apps/{ANY}/github": HerokuAccount.patch_deploys,
    "GET /oauth/authorizations": lambda self, body: (200, self.authorizations),
    "POST /oauth/authorizations": HerokuAccount.post_authorization,
    f"DELETE /oauth/authorizations/{ANY}": HerokuAccount.delete_authorization,
    f"GET /apps/{ANY}/domains": lambda self, body, app: (200, self.kept.get("domains", [])),
    f"POST /apps/{ANY}/domains": HerokuAccount.post_domain,
    f"POST /apps/{ANY}/acm": HerokuAccount.post_acm,
}
