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
# staging-failed.yml runs in no environment, so it sees only what the repository itself holds.
REPOSITORY_VARIABLES = ("DEPLOY_WATCHERS", "STAGING_APP")
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
        "Variables": lambda: variables(github, at, settings),
        "Variables of the repository": lambda: repository_variables(github, at),
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


def variables(github: Api, at: str, settings: Settings) -> str | None:
    """What the promotion reads is set where it can see it, to what is here."""
    here = {
        "PRODUCTION_APP": settings.production_app,
        "PRODUCTION_URL": settings.production_url,
        "REQUIRED_STATUSES": "\n".join(settings.required_statuses),
        "STAGING_APP": settings.staging_app,
        "STAGING_URL": settings.staging_url,
    }
    # The environment's own wins, as in the workflow.
    found = values(github, f"{at}/actions/variables")
    found |= values(github, f"{at}/environments/{ENVIRONMENT}/variables")
    other = [name for name in here if name in found and plain(found[name]) != here[name]]
    if other:
        return f"{', '.join(other)} differ from this doctor's own settings: make them the same"
    return lacking(VARIABLES, found, "add them to the environment or the repository")


def repository_variables(github: Api, at: str) -> str | None:
    """What the alarm about staging reads is set where it counts."""
    found = values(github, f"{at}/actions/variables")
    return lacking(REPOSITORY_VARIABLES, found, "add them to the repository, not an environment")


def workflow_token(github: Api, at: str) -> str | None:
    """A workflow that asks for nothing gets a token that only reads."""
    found = github.get(f"{at}/actions/permissions/workflow").json()
    reads = found["default_workflow_permissions"] == "read"
    return None if reads else "set the default permission of workflows to read"


def rows(github: Api, path: str) -> list[Any]:
    """Every row of a list that GitHub gives in pages."""
    return [row for page in pages(github, f"{path}?per_page=100") for row in page]


def names(github: Api, path: str, key: str) -> list[str]:
    """The names of secrets, page by page."""
    return [row["name"] for page in pages(github, f"{path}?per_page=30") for row in page[key]]


def values(github: Api, path: str) -> dict[str, str]:
    """Variables with their values, page by page."""
    found = pages(github, f"{path}?per_page=30")
    return {row["name"]: row["value"] for page in found for row in page["variables"]}


def plain(value: str) -> str:
    """A variable's value as `delivery.run.settings` reads it."""
    lines = (line.strip().rstrip("/") for line in value.splitlines())
    return "\n".join(line for line in lines if line)
