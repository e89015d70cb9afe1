"""Puts production back on an earlier release: after an unhealthy one, or when a person asks.

A rollback changes code, never the database. After an unhealthy release it happens only when
that release certainly ran no migration (see `Plan.migrates`). When a person asks for it, git
lists the migration files between the two commits; if there are any, the person must add
`--across-migrations`, since the old code then runs on a newer schema. Git does not see the
migrations of installed packages.
"""

from delivery.promote.proof import Plan, current_production, prove_tag, prove_unmoved
from delivery.promote.tags import migrations_between
from delivery.promote.watch import stop_if_service_fails, wait_for_newer_release, wait_until_ended
from delivery.run.outcomes import Ending, Exit, StopError
from delivery.run.report import Report
from delivery.services.connections import Services
from delivery.services.errors import AnswerLostError
from delivery.services.heroku import Release
from delivery.services.site import HEALTH_PATH, STORY_PATH


def recover(services: Services, plan: Plan, release: Release, fault: str, report: Report) -> Ending:
    """Roll an unhealthy release back when that is safe, else raise `StopError`."""
    app = services.settings.production_app
    if plan.previous is None or plan.previous_commit is None:
        raise StopError(
            Exit.UNHEALTHY, f"The site is not well ({fault}), and there is no release before."
        )
    if plan.migrates:
        raise StopError(
            Exit.UNHEALTHY,
            f"The site is not well: {fault}. It was not rolled back, because this release may"
            " have migrated the database.",
            f"If the logs (heroku logs -a {app}) show a quick cure, release it as a new tag.",
            "Otherwise roll back the code, which every migration must allow: run this with"
            f" rollback and across migrations for the tag of {plan.previous_commit[:7]}"
            f" ({plan.previous}).",
            "Restore the backup named above only if data was damaged: later letters are lost.",
        )
    report.done(f"The site was not well: {fault}.")
    roll_back(services, plan.previous, plan.previous_commit, release, report)
    return Ending(
        Exit.ROLLED_BACK,
        f"{plan.tag} was not well in production ({fault}) and was rolled back.",
        (f"Find out why {plan.tag} failed, correct it on the branch, and tag the new commit.",),
    )


def roll_back_to_tag(
    services: Services, tag: str, across: bool, dry_run: bool, report: Report
) -> Ending:
    """Put production back on the newest earlier release of the tag's commit."""
    commit = prove_tag(services, tag, report)
    current, current_commit = current_production(services)
    if current is None or current_commit is None:
        raise StopError(Exit.ROLLBACK_REFUSED, "Production runs nothing yet.")
    if current_commit == commit:
        return Ending(Exit.DONE, f"Production already runs {tag} ({current}).", ("Nothing.",))
    target = earlier_release(services, commit, current)
    report.done(f"Production runs {current} ({current_commit[:7]}); {tag} was {target}.")
    files = migrations_between(commit, current_commit)
    if files or files is None:
        between = ", ".join(files) if files else "not known, as git lacks the running commit"
        if not across:
            raise StopError(
                Exit.ROLLBACK_REFUSED,
                f"Migrations lie between {tag} and what runs: {between}.",
                f"Make sure that the code of {tag} works with them applied; then run again"
                " across migrations.",
            )
        report.done(f"Rolling back across migrations: {between}.")
    if dry_run:
        return Ending(Exit.DONE, f"Dry run: would roll back {current} to {target}.", ("Nothing.",))
    roll_back(services, target, commit, current, report)
    return Ending(Exit.DONE, f"Production is back on {tag}.", ("Nothing.",))


def earlier_release(services: Services, commit: str, current: Release) -> Release:
    """The newest succeeded release of the commit before the current one."""
    app = services.settings.production_app
    asked: dict[str | None, str | None] = {None: None}
    for release in services.heroku.releases(app):
        if release.version >= current.version or release.status != "succeeded":
            continue
        if release.slug not in asked:
            asked[release.slug] = services.heroku.commit_of(app, release)
        if asked[release.slug] == commit:
            return release
    raise StopError(
        Exit.ROLLBACK_REFUSED,
        f"No succeeded release of production before {current} ran {commit[:7]}.",
        f"Choose a tag that did run: heroku releases -a {app}",
    )


def roll_back(
    services: Services, target: Release, commit: str, over: Release, report: Report
) -> None:
    """Roll production back from `over` to `target`, and see it serve `commit` again.

    Raises `StopError` with `ROLLBACK_FAILED` otherwise.
    """
    app, url = services.settings.production_app, services.settings.production_url
    by_hand = f"Roll back by hand: heroku rollback {target} -a {app}"
    check = f"Then check {url}{HEALTH_PATH} and {url}{STORY_PATH}."
    with stop_if_service_fails(Exit.ROLLBACK_FAILED, "The rollback could not be done"):
        try:
            prove_unmoved(services, over)
        except StopError as error:
            raise StopError(Exit.ROLLBACK_FAILED, f"Not rolled back. {error}") from error
        report.stands(
            f"A rollback of {over} to {target} was asked for; its end was not seen.", by_hand, check
        )
        release = wait_until_ended(
            services, request_rollback(services, target, commit, over), Exit.ROLLBACK_FAILED
        )
    if release.status != "succeeded":
        report.stands(
            f"It still runs {over}: the release phase of {release} failed.", by_hand, check
        )
        raise StopError(Exit.ROLLBACK_FAILED, f"The rollback {release} failed.")
    report.stands(f"It runs {release}, a rollback to {target}, not yet checked.", check)
    report.done(f"Rolled back: {release} is {target} again.")
    fault = services.production.wait_until_serving(commit)
    if fault:
        raise StopError(
            Exit.ROLLBACK_FAILED,
            f"Rolled back to {target}, but the site is still not well: {fault}.",
            f"Look at the logs: heroku logs -a {app}; the cause is not this release's code.",
        )
    report.stands(f"It runs {release} ({commit[:7]}), a rollback to {target}, and is healthy.")
    report.done("The site is healthy and serves a story.")


def request_rollback(services: Services, target: Release, commit: str, over: Release) -> Release:
    """Request the rollback once; when the answer is lost, look whether its release has appeared."""
    try:
        return services.heroku.roll_back(services.settings.production_app, target)
    except AnswerLostError as error:
        found = wait_for_newer_release(services, over.version, commit)
        if found is None:
            raise error
        return found
