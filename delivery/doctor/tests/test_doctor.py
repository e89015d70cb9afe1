"""The doctor's checklist against scripted answers of GitHub and the host."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from delivery.doctor.checklist import main
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
VARIABLES = [
    "DEPLOY_WATCHERS",
    "PRODUCTION_APP",
    "PRODUCTION_URL",
    "REQUIRED_STATUSES",
    "STAGING_APP",
    "STAGING_URL",
]
GITHUB = {
    "/rules/branches/master": RULES,
    "/rulesets": [{"target": "tag", "enforcement": "active"}],
    "/environments/production$": {"deployment_branch_policy": {"custom_branch_policies": True}},
    "/environments/production/secrets": {"secrets": [{"name": "HEROKU_API_KEY"}]},
    "/environments/production/variables": {"variables": [{"name": n} for n in VARIABLES[:2]]},
    "/actions/variables": {"variables": [{"name": n} for n in VARIABLES[2:]]},
    "/actions/permissions/workflow": {"default_workflow_permissions": "read"},
}
HEROKU = {
    "/features/runtime-dyno-metadata": {"enabled": True},
    "/config-vars": {"SECRET_KEY": "the-value-of-a-secret"},
    "/buildpack-installations": [
        {"buildpack": {"name": "heroku/python"}, "ordinal": 1},
        {"buildpack": {"name": "heroku/nodejs"}, "ordinal": 0},
    ],
    "/apps/honey(-staging)?$": {"build_stack": {"name": "heroku-26"}},
}
MANIFEST = {
    "stack": "heroku-26",
    "buildpacks": [{"url": "heroku/nodejs"}, {"url": "heroku/python"}],
    "env": {"SECRET_KEY": {"generator": "secret"}, "EXTRA": {"required": False}},
}


@pytest.fixture
def healthy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Outside]:
    with outside("a" * 40, "b" * 40, tmp_path, capsys) as world:
        set_up(world)
        yield world


def set_up(world: Outside) -> None:
    for pattern, body in HEROKU.items():
        world.heroku.spoil(f"GET .*{pattern}", Reply(200, body))
    for pattern, body in GITHUB.items():
        world.github.spoil(rf"GET .*{pattern.rstrip('$')}(\?|$)", Reply(200, body))


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
    assert shown.count("✅") == 20
    assert shown.count("cannot check") == 3


@pytest.mark.parametrize(
    ("pattern", "body", "said"),
    [
        ("/rules/branches", RULES[2:], "forbid deleting it, forbid force pushes"),
        ("/rules/branches", RULES[:3], "browser, ci/circleci: python missing"),
        ("/rulesets", [{"target": "tag", "enforcement": "disabled"}], "ruleset for tags v*"),
        ("/environments/production$", {"deployment_branch_policy": None}, "limit it to tags"),
        ("/production/secrets", {"secrets": []}, "HEROKU_API_KEY missing"),
        ("/actions/variables", {"variables": []}, "REQUIRED_STATUSES, STAGING_APP"),
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
        ("honey/features", {"enabled": False}, "heroku labs:enable runtime-dyno-metadata -a honey"),
        ("honey/config-vars", {}, "SECRET_KEY missing: heroku config:set"),
        ("honey$", {"build_stack": {"name": "heroku-22"}}, "heroku stack:set heroku-26 -a honey"),
        ("installations", [], "set ['heroku/nodejs', 'heroku/python'] in this order"),
    ],
)
def test_what_is_missing_at_heroku(healthy: Outside, pattern: str, body: object, said: str) -> None:
    healthy.heroku.spoil(pattern, Reply(200, body))
    code, shown = examine(healthy)
    assert code == 1
    assert said in shown


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
    healthy.sites.migrations[healthy.heroku.current_commit("honey")] = None
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
