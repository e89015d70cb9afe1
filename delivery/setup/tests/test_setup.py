"""From empty accounts to a set-up pipeline, again and again, and after being killed anywhere."""

import pytest

from delivery.setup.answers import read_answers
from delivery.setup.people import all_lines
from delivery.setup.tests.conftest import Accounts


def test_empty_accounts_are_set_up(accounts: Accounts) -> None:
    code, shown = accounts.run()
    assert code == 0, shown
    assert "❌" not in shown
    heroku, github = accounts.heroku, accounts.github
    assert heroku.stages == {"honey-staging": "staging", "honey": "production"}
    assert heroku.kept["buildpacks honey-staging"] == ["heroku/nodejs", "heroku/python"]
    assert heroku.config["honey"]["WEB_CONCURRENCY"] == "2"
    assert heroku.config["honey-staging"]["WEB_CONCURRENCY"] == "1"
    assert heroku.config["honey"]["SECRET_KEY"] != heroku.config["honey-staging"]["SECRET_KEY"]
    database = heroku.config["honey-staging"]["DATABASE_URL"]
    assert heroku.kept["review config"]["DATABASE_URL"] == database
    assert github.variables["DEPLOY_WATCHERS"] == "ada,juma"
    assert github.secrets["HEROKU_API_KEY"].startswith("HRKU-made-")
    assert [row["name"] for row in github.policies] == ["v*", "master"]


def test_a_second_run_writes_nothing(accounts: Accounts) -> None:
    accounts.run()
    before = writes(accounts)
    _, shown = accounts.run()
    assert writes(accounts) == before
    assert "🔧" not in shown


def test_a_dry_run_prints_each_step_and_writes_nothing(accounts: Accounts) -> None:
    code, shown = accounts.run("--dry-run")
    assert code == 0
    assert writes(accounts) == []
    planned = shown.count("🔜")
    accounts.run()
    _, again = accounts.run("--dry-run")
    assert (planned, again.count("🔜")) == (shown.count("🔜"), 0)
    assert again.count("✅") == planned


def test_a_person_has_seven_lines_at_most(accounts: Accounts) -> None:
    _, shown = accounts.run("--dry-run")
    lines = all_lines(read_answers(accounts.answers))
    assert len(lines) <= 7
    assert all(f"{number}. {line}" in shown for number, line in enumerate(lines, 1))


def test_killed_after_each_write_and_run_again(accounts: Accounts) -> None:
    accounts.run()
    whole, number = accounts.state, len(writes(accounts))
    assert number > 30
    start_anew(accounts)
    before, allowed = "", 1
    for _ in range(number * 2):
        die_after(accounts, allowed)
        accounts.run()
        if accounts.state == whole:
            return
        # A step of several writes begins anew, so it must be let through in the end.
        allowed = allowed + 1 if accounts.state == before else 1
        before = accounts.state
    pytest.fail("It never came to its end.")


def test_a_consent_that_nobody_gave_leaves_the_rest_done(accounts: Accounts) -> None:
    accounts.heroku.consents = False
    code, shown = accounts.run()
    assert code == 1
    assert "Settings, Connect to GitHub, Authorize, upendo/honey, Connect" in shown
    assert "HEROKU_API_KEY" in accounts.github.secrets
    accounts.heroku.consents = True
    accounts.run()
    assert accounts.heroku.kept["review"]["wait_for_ci"]


def test_what_a_free_plan_refuses_is_said(accounts: Accounts) -> None:
    accounts.github.private = True
    code, shown = accounts.run()
    assert code == 1
    assert "needs a public repository: make it public, or take Team" in shown


def test_a_missing_gh_is_said_and_the_key_is_made_anew(accounts: Accounts) -> None:
    gh = accounts.folder / "gh"
    gh.rename(accounts.folder / "away")
    assert "cli.github.com" in accounts.run()[1]
    (accounts.folder / "away").rename(gh)
    accounts.run()
    (kept,) = accounts.heroku.authorizations
    assert accounts.github.secrets["HEROKU_API_KEY"] == kept["access_token"]["token"]


def test_a_key_about_to_expire_is_renewed(accounts: Accounts) -> None:
    accounts.run()
    accounts.heroku.authorizations[0]["access_token"]["expires_in"] = 3600
    before = accounts.github.secrets["HEROKU_API_KEY"]
    accounts.run()
    assert accounts.github.secrets["HEROKU_API_KEY"] != before
    assert len(accounts.heroku.authorizations) == 1


def test_secrets_reach_gh_by_its_standard_input(accounts: Accounts) -> None:
    accounts.run()
    sent = [r.body for r in accounts.github.seen if r.path.endswith("secrets/HEROKU_API_KEY")]
    assert sent
    assert all(body["value"] not in body["arguments"] for body in sent)


def test_the_domain_comes_later(accounts: Accounts) -> None:
    accounts.run()
    accounts.say('domain = ""', 'domain = "honey.example"')
    code, shown = accounts.run()
    assert code == 1
    assert "honey.example ALIAS or CNAME calm-tiger.herokudns.com" in shown
    config = accounts.heroku.config["honey"]
    assert config["ALLOWED_HOSTS"] == "honey.example,127.0.0.1"
    assert config["SITE_URL"] == "https://honey.example"
    assert accounts.github.variables["PRODUCTION_URL"] == "https://honey.example"


def test_a_key_that_a_person_changed_at_the_host_is_kept(accounts: Accounts) -> None:
    accounts.run()
    accounts.heroku.config["honey"] |= {"SECRET_KEY": "rotated-by-hand", "SENTRY_DSN": "https://s"}
    accounts.run()
    assert accounts.heroku.config["honey"]["SECRET_KEY"] == "rotated-by-hand"
    assert accounts.heroku.config["honey"]["SENTRY_DSN"] == "https://s"


def writes(accounts: Accounts) -> list[str]:
    return accounts.heroku.writes + accounts.github.writes


def start_anew(accounts: Accounts) -> None:
    """Empty both accounts."""
    heroku, github = accounts.heroku, accounts.github
    for standin in (heroku, github):
        standin.seen.clear()
    known = (heroku.pipelines, heroku.stages, heroku.app_ids, heroku.releases, heroku.apps)
    kept = (heroku.config, heroku.kept, heroku.couplings, heroku.authorizations)
    for held in (*known, *kept, github.variables, github.policies, github.secrets):
        held.clear()
    github.rulesets.clear()
    github.environment = None
    github.permissions = {"default_workflow_permissions": "write"}


def die_after(accounts: Accounts, allowed: int) -> None:
    """Let so many writes through and nothing any more, as if the program had died then."""
    done = len(writes(accounts))
    for standin in (accounts.heroku, accounts.github):
        standin.dead = lambda: len(writes(accounts)) > done + allowed
