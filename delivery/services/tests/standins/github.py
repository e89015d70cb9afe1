"""A stand-in for GitHub's statuses and check runs of one repository."""

import re
from urllib.parse import parse_qs, urlsplit

from delivery.services.tests.standins.server import Reply, Request, StandIn

NOW = "2026-11-24T12:00:00Z"
AT = re.compile(r"/repos/upendo/honey/commits/([0-9a-f]{40})/(status|check-runs)")


class GitHubStandIn(StandIn):
    """`statuses` maps a context to its state, `check_runs` a name to its conclusion."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token
        self.statuses = {"ci/circleci: python": "success"}
        self.check_runs: dict[str, str | None] = {"browser": "success"}

    def answer(self, request: Request) -> Reply:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return Reply(401, {"message": "Bad credentials"}, "github error")
        address = urlsplit(request.path)
        found = AT.fullmatch(address.path)
        if not found:
            return Reply(404, {"message": "Not Found"}, "github error")
        query = parse_qs(address.query)
        page, size = int(query.get("page", ["1"])[0]), int(query["per_page"][0])
        commit, what = found.groups()
        rows = self.runs(commit) if what == "check-runs" else self.contexts(commit)
        shown = rows[(page - 1) * size : page * size]
        following = f'<{self.url}{address.path}?per_page={size}&page={page + 1}>; rel="next"'
        headers = {"Link": following} if page * size < len(rows) else {}
        if what == "check-runs":
            body: dict[str, object] = {"total_count": len(rows), "check_runs": shown}
            return Reply(200, body, "check runs", headers)
        body = {
            "sha": commit,
            "state": "success",
            "statuses": shown,
            "total_count": len(rows),
            "url": self.url + address.path,
        }
        return Reply(200, body, "combined status", headers)

    def contexts(self, commit: str) -> list[dict[str, object]]:
        return [
            {
                "context": context,
                "created_at": NOW,
                "description": None,
                "id": number,
                "node_id": "SC_x",
                "state": state,
                "target_url": None,
                "updated_at": NOW,
                "url": f"{self.url}/repos/upendo/honey/statuses/{commit}",
            }
            for number, (context, state) in enumerate(self.statuses.items())
        ]

    def runs(self, commit: str) -> list[dict[str, object]]:
        return [
            {
                "completed_at": NOW if conclusion else None,
                "conclusion": conclusion,
                "head_sha": commit,
                "html_url": None,
                "id": number,
                "name": name,
                "started_at": NOW,
                "status": "completed" if conclusion else "in_progress",
                "url": f"{self.url}/repos/upendo/honey/check-runs/{number}",
            }
            for number, (name, conclusion) in enumerate(self.check_runs.items())
        ]
