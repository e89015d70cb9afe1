"""GitHub's part of the set-up: rules, the production environment, variables."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from delivery.doctor import github as doctor
from delivery.services.errors import KeyRefusedError
from delivery.services.github import pages
from delivery.setup.answers import BRANCH, STATUSES
from delivery.setup.ground import PRODUCTION, STAGING, Ground, variables
from delivery.setup.steps import NeedsPersonError, Step

# GitHub's numbers of the repository roles that may make release tags.
MAINTAIN, ADMIN = 2, 5
BRANCH_RULES: list[dict[str, Any]] = [
    {"type": "deletion"},
    {"type": "non_fast_forward"},
    {"type": "required_linear_history"},
    {
        "type": "pull_request",
        "parameters": {
            "required_approving_review_count": 1,
            "dismiss_stale_reviews_on_push": True,
            "require_code_owner_review": True,
            "require_last_push_approval": False,
            "required_review_thread_resolution": True,
            "allowed_merge_methods": ["squash", "rebase"],
        },
    },
    {
        "type": "required_status_checks",
        "parameters": {
            "strict_required_status_checks_policy": True,
            "required_status_checks": [{"context": name} for name in STATUSES],
        },
    },
]
MAKERS = [
    {"actor_type": "RepositoryRole", "actor_id": role, "bypass_mode": "always"}
    for role in (MAINTAIN, ADMIN)
]


def ruleset(name: str, ref: str, rules: list[Any], bypass: list[Any]) -> dict[str, Any]:
    """A ruleset for one branch, or for tags."""
    return {
        "name": name,
        "target": "tag" if ref.startswith("refs/tags/") else "branch",
        "enforcement": "active",
        "conditions": {"ref_name": {"include": [ref], "exclude": []}},
        "rules": rules,
        "bypass_actors": bypass,
    }


RULESETS = (
    ruleset("Release tags: who makes them", "refs/tags/v*", [{"type": "creation"}], MAKERS),
    ruleset("Release tags stay", "refs/tags/v*", [{"type": "update"}, {"type": "deletion"}], []),
    ruleset(f"Rules of {BRANCH}", f"refs/heads/{BRANCH}", BRANCH_RULES, []),
)
POLICIES = {"v*": "tag", BRANCH: "branch"}


def steps(ground: Ground) -> Iterator[Step]:
    """Everything at GitHub but the secrets."""
    github, at = ground.services.github, ground.at
    yield Step(
        "Token of workflows",
        lambda: doctor.workflow_token(github, at),
        "let it only read",
        lambda: github.write(
            "PUT", f"{at}/actions/permissions/workflow", {"default_workflow_permissions": "read"}
        ),
    )
    yield Step(
        "Variables",
        lambda: told(ground),
        "set what workflows read",
        lambda: set_variables(ground),
    )
    yield Step(
        "Environment production",
        lambda: doctor.environment(github, at),
        "create it",
        lambda: paid(lambda: create_environment(ground)),
    )
    for name, kind in POLICIES.items():
        yield Step(
            f"Environment production: {kind} {name}",
            partial(not_admitted, ground, name),
            "admit it",
            partial(admit, ground, name, kind),
        )
    for wanted in RULESETS:
        yield Step(
            wanted["name"],
            partial(lacks_rules, ground, wanted),
            f"write {len(wanted['rules'])} rules",
            partial(paid, partial(write_ruleset, ground, wanted)),
        )


def found_ruleset(ground: Ground, name: str) -> dict[str, Any] | None:
    """The whole ruleset; a list of them says no rules."""
    github = ground.services.github
    rows = doctor.rows(github, f"{ground.at}/rulesets")
    row = next((row for row in rows if row["name"] == name), None)
    if row is None:
        return None
    whole: dict[str, Any] = github.get(f"{ground.at}/rulesets/{row['id']}").json()
    return whole


def lacks_rules(ground: Ground, wanted: dict[str, Any]) -> str | None:
    """Whatever we ask of a rule is there; GitHub may add parameters of its own."""
    found = found_ruleset(ground, wanted["name"])
    if found is None:
        return "there is none"
    there = {rule["type"]: rule.get("parameters") or {} for rule in found["rules"]}
    absent = [
        rule["type"]
        for rule in wanted["rules"]
        if rule["type"] not in there
        or not contains(there[rule["type"]], rule.get("parameters", {}))
    ]
    if found["enforcement"] != "active":
        return "it is switched off"
    return f"{', '.join(absent)} missing or different" if absent else None


def contains(found: Any, wanted: Any) -> bool:
    """Whether a rule says at least what is wanted, at any depth."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(contains(found.get(k), v) for k, v in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and all(any(contains(f, w) for f in found) for w in wanted)
    return bool(found == wanted)


def write_ruleset(ground: Ground, wanted: dict[str, Any]) -> None:
    found = found_ruleset(ground, wanted["name"])
    if found:
        ground.services.github.write("PUT", f"{ground.at}/rulesets/{found['id']}", wanted)
    else:
        ground.services.github.post(f"{ground.at}/rulesets", wanted)


def create_environment(ground: Ground) -> None:
    policy = {"protected_branches": False, "custom_branch_policies": True}
    path = f"{ground.at}/environments/{doctor.ENVIRONMENT}"
    ground.services.github.write("PUT", path, {"deployment_branch_policy": policy})


def policies(ground: Ground) -> str:
    return f"{ground.at}/environments/{doctor.ENVIRONMENT}/deployment-branch-policies"


def not_admitted(ground: Ground, name: str) -> str | None:
    found = doctor.names(ground.services.github, policies(ground), "branch_policies")
    return None if name in found else "it is not admitted"


def admit(ground: Ground, name: str, kind: str) -> None:
    ground.services.github.post(policies(ground), {"name": name, "type": kind})


def differing(ground: Ground) -> dict[str, tuple[str, bool]]:
    """Each variable that is not as wanted: its value, and whether there is one already."""
    found = {
        row["name"]: row["value"]
        for page in pages(ground.services.github, f"{ground.at}/actions/variables?per_page=30")
        for row in page["variables"]
    }
    wanted = variables(ground.answers, ground.address(STAGING), ground.address(PRODUCTION))
    return {
        name: (value, name in found) for name, value in wanted.items() if found.get(name) != value
    }


def told(ground: Ground) -> str | None:
    names = ", ".join(sorted(differing(ground)))
    return f"{names} missing or different" if names else None


def set_variables(ground: Ground) -> None:
    path = f"{ground.at}/actions/variables"
    for name, (value, exists) in differing(ground).items():
        body = {"name": name, "value": value}
        if exists:
            ground.services.github.write("PATCH", f"{path}/{name}", body)
        else:
            ground.services.github.post(path, body)


def paid(write: Callable[[], object]) -> None:
    """GitHub refuses rules and environments of a private repository on its free plan."""
    try:
        write()
    except KeyRefusedError as error:
        raise NeedsPersonError(
            f"{error} On GitHub Free this needs a public repository: make it public, or take Team."
        ) from error
