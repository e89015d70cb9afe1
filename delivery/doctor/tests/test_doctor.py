"""The doctor's checklist against scripted answers of GitHub and the host."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from delivery import PROJECT
from delivery.doctor.checklist import main
from delivery.doctor.heroku import required
from delivery.services.tests.standins.outside import GITHUB_TOKEN, HEROKU_KEY, Outside, outside
from delivery.services.tests.standins.server import Reply

RULES = [
    {"type": "deletion"},
    {"type": "non_fast_forward"},
    {"type": "pull_request"},
    {
        "type": "required_status_checks",
        "parameters": {
            "required_status_checks": [{"context": "ci/circleci: python"}, {"context": "browser"}]
        },
    },
]
REPOSITORY_VARIABLES = {"DEPLOY_WATCHERS": "amina", "STAGING_APP": "honey-staging"}
ENVIRONMENT_VARIABLES = {
    "PRODUCTION_APP": "honey",
    "REQUIRED_STATUSES": "ci/circleci: python\r\nbrowser\r\n",
}
GITHUB = {
    "/rules/branches/master": RULES,
    "/rulesets": [{"target": "tag", "enforcement": "active"}],
    "/environments/production$": {"deployment_branch_policy": {"custom_branch_policies": True}},
    "/environments/production/secrets": {"secrets": [{"name": "HEROKU_API_KEY"}]},
    "/actions/permissions/workflow": {"default_workflow_permissions": "read"},
}
HEROKU = {
    "/features/runtime-dyno-(build-)?metadata": {"enabled": True},
    "/config-vars": {"SECRET_KEY": "the-value-of-a-secret"},
    "/stage/review/config-vars": {"DATABASE_URL": "postgres://the-value-of-a-secret"},
    "/buildpack-installations": [
        {"buildpack": {"name": "heroku/python"}, "ordinal": 1},
        {"buildpack": {"name": "heroku/nodejs"}, "ordinal": 0},
    ],
    "/apps/honey(-staging)?$": {"build_stack": {"name": "heroku-26"}},
    "/transfer-schedules": [{"hour": 2, "name": "DATABASE_URL", "timezone": "UTC"}],
}
DEPLOYS = {"auto_deploy": True, "wait_for_ci": True, "branch": "master"}
MANIFEST = {
    "stack": "heroku-26",
    "buildpacks": [{"url": "heroku/nodejs"}, {"url": "heroku/python"}],
    "env": {"SECRET_KEY": {"generator": "secret"}, "EXTRA": {"required": False}},
    "environments": {"review": {"env": {"REVIEW_APP": "on", "DATABASE_URL": {"required": True}}}},
}
REVIEW_APPS = {"automatic_review_apps": True, "destroy_stale_apps": True, "wait_for_ci": True}


def held(variables: dict[str, str]) -> dict[str, object]:
    return {"variables": [{"name": name, "value": value} for name, value in variables.items()]}


@pytest.fixture
def healthy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Outside]:
    with outside("a" * 40, "b" * 40, tmp_path, capsys) as world:
        set_up(world)
        yield world


def set_up(world: Outside) -> None:
    for pattern, body in HEROKU.items():
        world.heroku.spoil(f"GET .*{pattern}", Reply(200, body))
    world.heroku.spoil("GET .*/github", Reply(200, {"auto_deploy": False}))
    staging = world.heroku.app_ids["honey-staging"]
    world.heroku.spoil(f"GET /apps/{staging}/github", Reply(200, DEPLOYS))
    for pattern, body in GITHUB.items():
        world.github.spoil(rf"GET .*{pattern.rstrip('$')}(\?|$)", Reply(200, body))
    settings = world.environ()
    addresses = {name: settings[name] for name in ("PRODUCTION_URL", "STAGING_URL")}
    for place, variables in (
        ("/environments/production/variables", ENVIRONMENT_VARIABLES | addresses),
        ("/actions/variables", REPOSITORY_VARIABLES),
    ):
        world.github.spoil(f"GET .*{place}", Reply(200, held(variables)))
    world.heroku.spoil("GET .*/review-app-config", Reply(200, REVIEW_APPS))


def examine(world: Outside, **changes: str) -> tuple[int, str]:
    manifest = world.folder / "app.json"
    manifest.write_text(json.dumps(MANIFEST))
    code = main(world.environ(**changes), manifest)
    shown = world.capture.readouterr().out
    for secret in (HEROKU_KEY, GITHUB_TOKEN, "the-value-of-a-secret"):
        assert secret not in shown
    return code, shown


def test_everything_in_place(healthy: Outside) -> None:
    code, shown = examine(healthy)
    assert code == 0, shown
    assert "missing" not in shown
    assert shown.count("✅") == 26
    assert shown.count("cannot check") == 1


@pytest.mark.parametrize(
    ("pattern", "body", "said"),
    [
        ("/rules/branches", RULES[2:], "forbid deleting it, forbid force pushes"),
        ("/rules/branches", RULES[:3], "browser, ci/circleci: python missing"),
        ("/rulesets", [{"target": "tag", "enforcement": "disabled"}], "ruleset for tags v*"),
        ("/environments/production$", {"deployment_branch_policy": None}, "limit it to tags"),
        ("/production/secrets", {"secrets": []}, "HEROKU_API_KEY missing"),
        (
            "/actions/variables",
            held({}),
            "DEPLOY_WATCHERS, STAGING_APP missing: add them to the rep",
        ),
        (
            "/production/variables",
            held({}),
            "PRODUCTION_URL, REQUIRED_STATUSES, STAGING_URL missing",
        ),
        ("/production/variables", held({"STAGING_APP": "other"}), "STAGING_APP differ from this"),
        ("/workflow", {"default_workflow_permissions": "write"}, "permission of workflows to read"),
    ],
)
def test_what_is_missing_at_github(healthy: Outside, pattern: str, body: object, said: str) -> None:
    healthy.github.spoil(pattern, Reply(200, body))
    code, shown = examine(healthy)
    assert code == 1
    assert said in shown


@pytest.mark.parametrize(
    ("pattern", "body", "said"),
    [
        (
            "honey/features/runtime-dyno-build-metadata",
            {"enabled": False},
            "heroku labs:enable runtime-dyno-build-metadata -a honey",
        ),
        (
            "review-app-config",
            REVIEW_APPS | {"wait_for_ci": False},
            "heroku reviewapps:enable --wait-for-ci -p",
        ),
        ("stage/review", {}, "DATABASE_URL missing: add them to the review apps' config vars"),
        ("honey/config-vars", {}, "SECRET_KEY missing: heroku config:set"),
        ("honey$", {"build_stack": {"name": "heroku-22"}}, "heroku stack:set heroku-26 -a honey"),
        ("transfer-schedules", [], "heroku pg:backups:schedule DATABASE_URL"),
        ("/github", {"auto_deploy": True}, "disable automatic deploys of honey"),
        ("/github", {}, "let honey-staging deploy master and wait for CI"),
        ("installations", [], "set ['heroku/nodejs', 'heroku/python'] in this order"),
    ],
)
def test_what_is_missing_at_heroku(healthy: Outside, pattern: str, body: object, said: str) -> None:
    healthy.heroku.spoil(pattern, Reply(200, body))
    code, shown = examine(healthy)
    assert code == 1
    assert said in shown


def test_what_only_the_environment_holds_does_not_reach_the_alarm(healthy: Outside) -> None:
    healthy.github.spoil("/actions/variables", Reply(200, held({})))
    everything = ENVIRONMENT_VARIABLES | REPOSITORY_VARIABLES
    healthy.github.spoil("/production/variables", Reply(200, held(everything)))
    assert "missing: Variables of the repository: DEPLOY_WATCHERS" in examine(healthy)[1]


def test_no_review_apps(healthy: Outside) -> None:
    healthy.heroku.spoil("review-app-config", Reply(404, {"id": "not_found", "message": "None."}))
    code, shown = examine(healthy)
    assert code == 1
    assert "missing: Review apps: enable them" in shown


def test_production_before_its_first_release_is_not_called_wrong(healthy: Outside) -> None:
    healthy.heroku.empty("honey")
    healthy.sites.spoil("GET /production", "close")
    code, shown = examine(healthy)
    assert code == 0, shown
    assert "cannot check: Production's site: no code is released yet" in shown


def test_only_what_a_deployer_must_know_is_demanded() -> None:
    wanted = json.loads((PROJECT / "app.json").read_text(encoding="utf-8"))
    assert required(wanted["env"]) == ["SECRET_KEY", "ALLOWED_HOSTS", "TRUSTED_PROXIES"]


def test_missing_environment(healthy: Outside) -> None:
    healthy.github.spoil("/environments/production$", Reply(404, {"message": "Not Found"}))
    code, shown = examine(healthy)
    assert code == 1
    assert "create it, limited to tags v*" in shown


def test_token_that_may_not_look_leaves_things_unchecked(healthy: Outside) -> None:
    healthy.github.spoil("/secrets", Reply(403, {"message": "Not accessible by integration"}))
    code, shown = examine(healthy)
    assert code == 0
    assert "cannot check: Secrets of the environment" in shown


def test_app_in_the_wrong_stage(healthy: Outside) -> None:
    healthy.heroku.stages["honey"] = "development"
    code, shown = examine(healthy)
    assert code == 1
    assert "honey: pipeline: it is in stage development; move it to production" in shown


def test_site_that_does_not_say_its_migrations(healthy: Outside) -> None:
    healthy.sites.tells_migrations = False
    code, shown = examine(healthy)
    assert code == 1
    assert "does not say its commit and migrations" in shown


def test_unreadable_manifest_leaves_heroku_unchecked(healthy: Outside) -> None:
    assert main(healthy.environ(), Path("nowhere.json")) == 0
    assert "cannot check: Heroku: app.json cannot be read" in healthy.capture.readouterr().out


def test_missing_settings_are_named(healthy: Outside) -> None:
    code, shown = examine(healthy, HEROKU_API_KEY="")
    assert code == 2
    assert "HEROKU_API_KEY is missing" in shown


def test_nothing_is_written_anywhere(healthy: Outside) -> None:
    examine(healthy)
    assert healthy.heroku.writes == []
    assert healthy.github.writes == []
