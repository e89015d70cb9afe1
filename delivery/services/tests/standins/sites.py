"""Stand-ins for the two running sites, and for a chat's webhook."""

from delivery.services.tests.standins.heroku import HerokuStandIn
from delivery.services.tests.standins.server import Reply, Request, StandIn


class SitesStandIn(StandIn):
    """`/production` and `/staging` run whatever commit the host's stand-in says."""

    def __init__(self, heroku: HerokuStandIn) -> None:
        super().__init__()
        self.heroku = heroku
        self.unwell: set[str | None] = set()
        self.storyless: set[str | None] = set()
        # What each commit's code brings, where that is not just the first; what each database has.
        self.migrations: dict[str | None, list[str]] = {}
        self.applied = {"production": ["0001"], "staging": ["0001"]}
        self.tells_migrations = True
        # Good answers of production's until it dies; and whether every second worker is broken.
        self.dies_after: int | None = None
        self.broken_worker = False
        self.asked = 0

    def answer(self, request: Request) -> Reply:
        _, site, *path = request.path.split("/")
        commit = self.heroku.current_commit("honey" if site == "production" else "honey-staging")
        if site == "production":
            self.asked += 1
            dead = self.dies_after is not None and self.asked > self.dies_after
            if commit is None or dead or (self.broken_worker and self.asked % 2):
                return Reply(503, "<h1>Application error</h1>")
        if path == ["healthz"]:
            code = self.migrations.get(commit, ["0001"])
            applied = [*self.applied[site], *(code if site == "staging" else [])]
            told = {"applied": applied, "code": code} if self.tells_migrations else "0001"
            body = {"status": "ok", "commit": commit, "migrations": told}
            if commit in self.unwell:
                return Reply(503, body | {"status": "unavailable", "migrations": None})
            return Reply(200, body)
        if path in ([""], ["app", "PUREJOY", "menu"]):
            return Reply(200, "<!doctype html><title>Menu</title><main></main>")
        if path == ["api", "v1", "stories", "PUREJOY", ""]:
            # Both answers name the code.
            return Reply(404 if commit in self.storyless else 200, {"code": "PUREJOY"})
        return Reply(404, "not found")


class WebhookStandIn(StandIn):
    """Keeps what it was told."""

    def answer(self, request: Request) -> Reply:
        return Reply(200, {"ok": True})
