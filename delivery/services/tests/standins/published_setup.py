"""What Heroku and GitHub publish about the requests with which an account is set up.

Written after Heroku's Platform API schema (version 3), heroku-cli for what that leaves out
(backups' schedules, the link to GitHub), and GitHub's REST description of 2022-11-28.
"""

from typing import Any

from delivery.services.tests.standins.published import TEXT, UUID, one_of, record, several

YES_OR_NO = {"type": "boolean"}
APP_NAME = {"type": "string", "pattern": "^[a-z][a-z0-9-]{1,28}[a-z0-9]$"}
PIPELINE_NAME = {"type": "string", "pattern": "^[a-z][a-z0-9-]{2,29}$"}
VALUES = {"type": "object", "additionalProperties": TEXT, "minProperties": 1}
STAGE = one_of("test", "review", "development", "staging", "production")
REVIEW_APPS: dict[str, Any] = {
    "automatic_review_apps": YES_OR_NO,
    "wait_for_ci": YES_OR_NO,
    "destroy_stale_apps": YES_OR_NO,
    "stale_days": {"type": "integer"},
    "deploy_target": record(id=TEXT, type=one_of("space", "region")),
    "base_name": {"type": ["string", "null"]},
}


def known(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """A record with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


HEROKU: dict[str, dict[str, Any]] = {
    r"POST /apps": known(name=APP_NAME, region=TEXT, stack=TEXT),
    r"POST /teams/apps": known(name=APP_NAME, region=TEXT, stack=TEXT, team=TEXT),
    r"PATCH /apps/[\w-]+": known(build_stack=TEXT, maintenance=YES_OR_NO),
    r"PUT /apps/[\w-]+/buildpack-installations": record(updates=several(record(buildpack=TEXT))),
    r"POST /apps/[\w-]+/addons": known(("plan",), plan=TEXT, config={"type": "object"}),
    r"PATCH /apps/[\w-]+/features/[\w-]+": record(enabled=YES_OR_NO),
    r"PATCH /apps/[\w-]+/config-vars": VALUES,
    r"PATCH /pipelines/[\w-]+/stage/\w+/config-vars": VALUES,
    r"POST /pipelines": record(
        name=PIPELINE_NAME, owner=record(id=UUID, type=one_of("team", "user"))
    ),
    r"POST /pipeline-couplings": record(app=UUID, pipeline=UUID, stage=STAGE),
    r"PATCH /pipeline-couplings/[\w-]+": record(stage=STAGE),
    r"POST /pipelines/[\w-]+/review-app-config": known(("repo",), repo=TEXT, **REVIEW_APPS),
    r"PATCH /pipelines/[\w-]+/review-app-config": known(**REVIEW_APPS),
    r"POST /apps/[\w-]+/domains": record(hostname=TEXT, sni_endpoint={"type": ["string", "null"]}),
    r"POST /oauth/authorizations": known(
        ("scope",), description=TEXT, expires_in={"type": "integer"}, scope=several(TEXT)
    ),
    r"POST /client/v11/databases/[\w-]+/transfer-schedules": record(
        hour={"type": "string", "pattern": r"^\d\d$"}, timezone=TEXT, schedule_name=TEXT
    ),
}
RULE_TYPES = (
    "creation",
    "update",
    "deletion",
    "required_linear_history",
    "non_fast_forward",
    "pull_request",
    "required_status_checks",
)
RULESET = known(
    ("name", "enforcement"),
    name=TEXT,
    target=one_of("branch", "tag", "push"),
    enforcement=one_of("disabled", "active", "evaluate"),
    conditions=record(ref_name=record(include=several(TEXT), exclude=several(TEXT))),
    rules=several(
        known(("type",), type=one_of(*RULE_TYPES), parameters={"type": "object"}),
    ),
    bypass_actors=several(
        record(
            actor_id={"type": "integer"},
            actor_type=one_of("RepositoryRole", "Team", "OrganizationAdmin", "Integration"),
            bypass_mode=one_of("always", "pull_request"),
        )
    ),
)
VARIABLE = record(name=TEXT, value=TEXT)
GITHUB: dict[str, dict[str, Any]] = {
    r"PUT .*/actions/permissions/workflow": record(
        default_workflow_permissions=one_of("read", "write")
    ),
    r"POST .*/actions/variables": VARIABLE,
    r"PATCH .*/actions/variables/\w+": VARIABLE,
    r"PUT .*/environments/production": record(
        deployment_branch_policy=record(
            protected_branches=YES_OR_NO, custom_branch_policies=YES_OR_NO
        )
    ),
    r"POST .*/deployment-branch-policies": record(name=TEXT, type=one_of("branch", "tag")),
    r"POST .*/rulesets": RULESET,
    r"PUT .*/rulesets/\d+": RULESET,
}
