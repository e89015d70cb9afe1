"""A stand-in for an empty repository at GitHub, which remembers what a set-up writes into it."""

import re
from collections.abc import Callable
from typing import Any, override
from urllib.parse import urlsplit

from delivery.services.tests.standins import published, published_setup
from delivery.services.tests.standins.github import GitHubStandIn
from delivery.services.tests.standins.server import Reply, Request


class GitHubAccount(GitHubStandIn):
    """An empty repository; `private` refuses what GitHub's free plan does."""

    def __init__(self, token: str) -> None:
        super().__init__(token)
        self.private = False
        self.dead: Callable[[], bool] = lambda: False
        self.permissions = {"default_workflow_permissions": "write"}
        self.variables: dict[str, str] = {}
        self.environment: dict[str, Any] | None = None
        self.policies: list[dict[str, Any]] = []
        self.rulesets: list[dict[str, Any]] = []
        self.secrets: dict[str, str] = {}

    @override
    def answer(self, request: Request) -> Reply:
        if self.dead():
            return Reply(401, {"message": "Nobody asks any more."}, "github error")
        path = urlsplit(request.path).path.removeprefix("/repos/upendo/honey")
        for pattern, schema in published_setup.GITHUB.items():
            if not re.fullmatch(pattern, f"{request.method} {path}"):
                continue
            if wrong := published.fault(schema, request.body):
                return Reply(422, {"message": wrong}, "github error")
            if self.private and re.search("environments|rulesets", path):
                return Reply(403, {"message": "Upgrade to GitHub Pro"}, "github error")
        if "/commits/" in path:
            return super().answer(request)
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return Reply(401, {"message": "Bad credentials"}, "github error")
        status, body = self.kept(request, path)
        return Reply(status, body)

    def kept(self, request: Request, path: str) -> tuple[int, Any]:
        """Read, or write and read."""
        body = None if request.method == "GET" else request.body
        match path.split("/")[1:]:
            case ["actions", "permissions", "workflow"]:
                self.permissions = body or self.permissions
                return 200, self.permissions
            case ["actions", "variables", *_]:
                self.variables |= {body["name"]: body["value"]} if body else {}
                return 200, {"variables": listed(self.variables)}
            case ["environments", "production", *rest]:
                return self.production(rest, request)
            case ["rulesets", *number]:
                return 200, self.ruleset(number, body)
            case ["rules", "branches", branch]:
                return 200, self.rules(f"refs/heads/{branch}")
        return 404, {"message": "Not Found"}

    def ruleset(self, number: list[str], body: Any) -> Any:
        """All rulesets without their rules, or one of them with its rules."""
        if number:
            row = self.rulesets[int(number[0]) - 1]
            row.update(body or {})
            return row
        if body:
            self.rulesets.append({**body, "id": len(self.rulesets) + 1})
        return [{k: v for k, v in row.items() if k != "rules"} for row in self.rulesets]

    def rules(self, ref: str) -> list[Any]:
        """The rules that hold for a branch."""
        rows = (r for r in self.rulesets if ref in r["conditions"]["ref_name"]["include"])
        return [rule for row in rows for rule in row["rules"]]

    def production(self, rest: list[str], request: Request) -> tuple[int, Any]:
        """The environment, with its policies, secrets and variables."""
        if request.method == "PUT" and not rest:
            self.environment = request.body
        if self.environment is None:
            return 404, {"message": "Not Found"}
        match rest:
            case ["deployment-branch-policies"]:
                if request.method == "POST":
                    self.policies.append(request.body)
                return 200, {"branch_policies": self.policies}
            case ["secrets"]:
                return 200, {"secrets": listed(dict.fromkeys(self.secrets, ""))}
            case ["secrets", name]:
                self.secrets[name] = request.body["value"]
                return 204, {}
            case ["variables"]:
                return 200, {"variables": []}
        return 200, self.environment


def listed(values: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in values.items()]
