"""What must be set up at GitHub: rules, the production environment, names of secrets."""

from collections.abc import Callable, Iterator
from typing import Any

from delivery.doctor.findings import Finding, examine, lacking
from delivery.run.settings import Settings
from delivery.services.errors import RejectedError
from delivery.services.github import pages
from delivery.services.transport import Api

ENVIRONMENT = "production"
SECRETS = ("HEROKU_API_KEY",)
VARIABLES = (
    "DEPLOY_WATCHERS",
    "PRODUCTION_APP",
    "PRODUCTION_URL",
    "REQUIRED_STATUSES",
    "STAGING_APP",
    "STAGING_URL",
)
BRANCH_RULES = {
    "deletion": "forbid deleting it",
    "non_fast_forward": "forbid force pushes",
    "pull_request": "require a pull request",
    "required_status_checks": "require CI",
}
NOT_FOUND = 404


def examine_github(github: Api, settings: Settings) -> Iterator[Finding]:
    """Every check that GitHub's API allows."""
    at = f"/repos/{settings.repository}"
    branch = settings.branch
    checks: dict[str, Callable[[], str | None]] = {
        f"Rules of branch {branch}": lambda: branch_rules(github, at, branch),
        f"CI required on {branch}": lambda: required_statuses(github, at, settings),
        "Rules for tags": lambda: tag_rules(github, at),
        "Environment production": lambda: environment(github, at),
        "Secrets of the environment": lambda: secrets(github, at),
        "Variables": lambda: variables(github, at),
        "Token of workflows": lambda: workflow_token(github, at),
    }
    for what, look in checks.items():
        yield examine(what, look)


def branch_rules(github: Api, at: str, branch: str) -> str | None:
    """The branch cannot be deleted, forced or pushed to, and asks for CI."""
    active = {rule["type"] for rule in rows(github, f"{at}/rules/branches/{branch}")}
    absent = [do for kind, do in BRANCH_RULES.items() if kind not in active]
    return f"in a ruleset for the branch, {', '.join(absent)}" if absent else None


def required_statuses(github: Api, at: str, settings: Settings) -> str | None:
    """What a release needs green is what a merge needs green."""
    contexts = {
        check["context"]
        for rule in rows(github, f"{at}/rules/branches/{settings.branch}")
        if rule["type"] == "required_status_checks"
        for check in rule["parameters"]["required_status_checks"]
    }
    return lacking(settings.required_statuses, contexts, "require them in the branch's ruleset")


def tag_rules(github: Api, at: str) -> str | None:
    """Not everybody may make, move or delete release tags."""
    for ruleset in rows(github, f"{at}/rulesets"):
        if ruleset["target"] == "tag" and ruleset["enforcement"] == "active":
            return None
    return "add an active ruleset for tags v* that restricts who creates, moves and deletes them"


def environment(github: Api, at: str) -> str | None:
    """The environment exists and admits only release tags and the release branch."""
    try:
        found = github.get(f"{at}/environments/{ENVIRONMENT}").json()
    except RejectedError as error:
        if error.status == NOT_FOUND:
            return "create it, limited to tags v* and the release branch"
        raise
    limited = found["deployment_branch_policy"] is not None
    return None if limited else "limit it to tags v* and the release branch"


def secrets(github: Api, at: str) -> str | None:
    """The key is there; only names can be read."""
    found = names(github, f"{at}/environments/{ENVIRONMENT}/secrets", "secrets")
    return lacking(SECRETS, found, "add them to the environment, not to the repository")


def variables(github: Api, at: str) -> str | None:
    """What the workflow reads is set, in the environment or the repository."""
    found = names(github, f"{at}/environments/{ENVIRONMENT}/variables", "variables")
    found += names(github, f"{at}/actions/variables", "variables")
    return lacking(VARIABLES, found, "add them to the environment or the repository")


def workflow_token(github: Api, at: str) -> str | None:
    """A workflow that asks for nothing gets a token that only reads."""
    found = github.get(f"{at}/actions/permissions/workflow").json()
    reads = found["default_workflow_permissions"] == "read"
    return None if reads else "set the default permission of workflows to read"


def rows(github: Api, path: str) -> list[Any]:
    """Every row of a list that GitHub gives in pages."""
    return [row for page in pages(github, f"{path}?per_page=100") for row in page]


def names(github: Api, path: str, key: str) -> list[str]:
    """The names of secrets or variables, page by page."""
    return [row["name"] for page in pages(github, f"{path}?per_page=30") for row in page[key]]
