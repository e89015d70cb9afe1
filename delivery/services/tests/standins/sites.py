"""Stand-ins for the two running sites, and for a chat's webhook."""

import json

from delivery.services.tests.standins.heroku import HerokuStandIn
from delivery.services.tests.standins.server import Reply, Request, StandIn


class SitesStandIn(StandIn):
    """`/production` and `/staging` run whatever commit the host's stand-in says."""

    def __init__(self, heroku: HerokuStandIn) -> None:
        super().__init__()
        self.heroku = heroku
        self.unwell: set[str | None] = set()
        self.storyless: set[str | None] = set()
        self.migrations: dict[str | None, str | None] = {}

    def answer(self, request: Request) -> Reply:
        _, site, *path = request.path.split("/")
        commit = self.heroku.current_commit("honey" if site == "production" else "honey-staging")
        if path == ["healthz"]:
            if commit in self.unwell:
                return Reply(503, {"status": "unavailable", "commit": commit, "migrations": None})
            migrations = self.migrations.get(commit, "0001")
            return Reply(200, {"status": "ok", "commit": commit, "migrations": migrations})
        if path == ["app", "PUREJOY", "menu"]:
            story = None if commit in self.storyless else {"code": "PUREJOY"}
            return Reply(200, page({"story": story, "unknown_code": None}))
        return Reply(404, "not found")


def page(data: object) -> str:
    """A reader's page around its data, as Django's json_script renders it."""
    script = f'<script id="page-data" type="application/json">{json.dumps(data)}</script>'
    return f"<!doctype html><title>Menu</title><script>ours()</script>{script}<main></main>"


class WebhookStandIn(StandIn):
    """Keeps what it was told."""

    def answer(self, request: Request) -> Reply:
        return Reply(200, {"ok": True})
