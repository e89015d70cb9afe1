"""What fails before production may change: nothing is ever promoted."""

import pytest

from delivery.promote.tests.world import IMPATIENT, Result, World, git
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.outside import HEROKU_KEY
from delivery.services.tests.standins.server import Reply


def assert_untouched(world: World, result: Result, exit: Exit, *said: str) -> None:
    assert result.code == exit, result.text
    for words in said:
        assert words in result.text
    assert world.heroku.writes == []
    assert result.production.strip().startswith("Untouched")
    assert "Nothing." not in result.left


def test_tag_off_master(world: World) -> None:
    result = world.run(tag="v9.9.9")
    assert_untouched(world, result, Exit.TAG_NOT_ON_BRANCH, "v9.9.9", "is not on master")
    assert world.heroku.seen == []


def test_unknown_tag(world: World) -> None:
    result = world.run(tag="v3.0.0")
    assert_untouched(world, result, Exit.TAG_NOT_ON_BRANCH, "no tag v3.0.0", "git push origin")


@pytest.mark.parametrize("tag", ["master", "--upload-pack=x", "v1.2.3; rm -rf", "v1.2.3\n"])
def test_what_is_no_tag_never_reaches_git(world: World, tag: str) -> None:
    result = world.run(f"--tag={tag}")
    assert_untouched(world, result, Exit.TAG_NOT_ON_BRANCH, "is not a release tag")


def test_shallow_checkout_proves_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    shallow = world.folder / "shallow"
    shallow.mkdir()
    git(shallow, "clone", "-q", "--depth=1", f"file://{world.history.folder}", ".")
    git(shallow, "fetch", "-q", "--depth=1", "origin", "tag", "v1.2.3")
    monkeypatch.chdir(shallow)
    result = world.run()
    assert_untouched(world, result, Exit.MISCONFIGURED, "shallow", "git fetch --unshallow")


def test_red_status(world: World) -> None:
    world.github.statuses["ci/circleci: python"] = "failure"
    result = world.run()
    assert_untouched(world, result, Exit.STATUS_RED, "red: ci/circleci: python (failure)")


@pytest.mark.parametrize("conclusion", ["failure", "skipped", "neutral", "cancelled", "timed_out"])
def test_check_run_without_success_is_red(world: World, conclusion: str) -> None:
    world.github.check_runs["browser"] = conclusion
    assert_untouched(world, world.run(), Exit.STATUS_RED, f"browser ({conclusion})")


def test_pending_status(world: World) -> None:
    world.github.statuses["ci/circleci: python"] = "pending"
    result = world.run()
    assert_untouched(world, result, Exit.STATUS_PENDING, "has not finished", "Wait until")


def test_running_check_run_is_pending(world: World) -> None:
    world.github.check_runs["browser"] = None
    assert_untouched(world, world.run(), Exit.STATUS_PENDING, "pending: browser")


def test_missing_status(world: World) -> None:
    del world.github.check_runs["browser"]
    result = world.run()
    assert_untouched(world, result, Exit.STATUS_MISSING, "never reported", "missing: browser")


def test_red_outweighs_missing_and_pending_and_all_are_named(world: World) -> None:
    world.github.statuses = {"ci/circleci: python": "error"}
    world.github.check_runs = {"browser": None}
    names = "ci/circleci: python\nbrowser\nfrontend"
    result = world.run(REQUIRED_STATUSES=names)
    said = "red: ci/circleci: python (error); missing: frontend; pending: browser"
    assert_untouched(world, result, Exit.STATUS_RED, said)


def test_red_status_on_the_second_page_is_found(world: World) -> None:
    world.github.statuses = {f"job {number}": "success" for number in range(150)}
    world.github.statuses["ci/circleci: python"] = "failure"
    assert_untouched(world, world.run(), Exit.STATUS_RED, "ci/circleci: python (failure)")


def test_next_page_elsewhere_is_not_followed(world: World) -> None:
    link = {"Link": f'<{world.github.url}.elsewhere.example/2>; rel="next"'}
    world.github.spoil("/status", Reply(200, {"statuses": []}, headers=link))
    assert_untouched(world, world.run(), Exit.UNREACHABLE, "GitHub: the next page is at 127.0.0.1")


def test_staging_on_another_commit(world: World) -> None:
    world.heroku.release("honey-staging", world.history.old)
    result = world.run()
    said = (f"Staging runs {world.history.old[:7]}", f"not {world.history.new[:7]} of v1.2.3")
    assert_untouched(world, result, Exit.STAGING_ELSEWHERE, *said)


def test_staging_still_releasing_the_commit(world: World) -> None:
    world.heroku.releases["honey-staging"].clear()
    world.heroku.release("honey-staging", world.history.old)
    world.heroku.release("honey-staging", world.history.new, "hangs")
    assert_untouched(world, world.run(), Exit.STAGING_ELSEWHERE, world.history.old[:7])


def test_unhealthy_staging(world: World) -> None:
    world.sites.unwell.add(world.history.new)
    result = world.run(**IMPATIENT)
    said = "Staging is not healthy: /healthz answered 503 'unavailable'"
    assert_untouched(world, result, Exit.STAGING_UNHEALTHY, said)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(200, {"status": "ok", "commit": None}), "does not say which commit runs"),
        (Reply(200, {"status": "ok", "commit": "0" * 40}), "says that 0000000 runs"),
        (Reply(200, "<h1>Hello</h1>"), "not JSON"),
        (Reply(200, ["ok"]), "not a health report"),
        (Reply(302, {}, headers={"Location": "/elsewhere"}), "not a health report"),
    ],
)
def test_staging_that_does_not_answer_as_agreed(world: World, reply: Reply, said: str) -> None:
    world.sites.spoil("GET /staging/healthz", reply)
    assert_untouched(world, world.run(**IMPATIENT), Exit.STAGING_UNHEALTHY, said)


def test_apps_in_different_pipelines(world: World) -> None:
    world.heroku.pipelines["honey"] = "11111111-2222-3333-4444-555555555555"
    assert_untouched(world, world.run(), Exit.PIPELINE_WRONG, "different pipelines")


def test_apps_given_the_wrong_way_round(world: World) -> None:
    result = world.run(PRODUCTION_APP="honey-staging", STAGING_APP="honey")
    assert_untouched(world, result, Exit.PIPELINE_WRONG, "honey is in stage production")


def test_app_that_does_not_exist(world: World) -> None:
    world.heroku.spoil("pipeline-couplings", Reply(404, {"id": "not_found", "message": "No app."}))
    assert_untouched(world, world.run(), Exit.PIPELINE_WRONG, "No app.")


def test_expired_key_at_the_host(world: World) -> None:
    world.heroku.key = "another key"
    result = world.run()
    assert_untouched(world, result, Exit.KEY_REFUSED, "Heroku:", "wrong or has expired")
    assert HEROKU_KEY not in result.text
    assert "Invalid credentials provided: Bearer [secret]" in result.text


def test_expired_token_at_github(world: World) -> None:
    world.github.token = "another token"
    assert_untouched(world, world.run(), Exit.KEY_REFUSED, "GitHub:", "wrong or has expired")


def test_key_without_the_right(world: World) -> None:
    world.heroku.spoil("releases", Reply(403, {"id": "forbidden", "message": "Not yours."}))
    assert_untouched(world, world.run(), Exit.KEY_REFUSED, "may not do this (Not yours.)")


def test_missing_settings_are_named_at_once(world: World) -> None:
    result = world.run(HEROKU_API_KEY="", PRODUCTION_APP="Honey!", STAGING_URL="http://x.example")
    said = ("HEROKU_API_KEY is missing", "PRODUCTION_APP is not", "STAGING_URL must start with")
    assert_untouched(world, result, Exit.MISCONFIGURED, *said)


def test_another_deployment_is_running(world: World) -> None:
    world.heroku.release("honey", world.history.old, "hangs")
    result = world.run()
    assert_untouched(world, result, Exit.DEPLOYMENT_RUNNING, "Release v2 of honey", "Wait until v2")
