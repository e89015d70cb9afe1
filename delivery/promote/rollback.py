"""Puts production back on an earlier release: after an unhealthy one, or when a person asks.

A rollback changes code, never the database, nor the settings: the host's own would bring the
settings of the earlier release back too, keys that were changed since among them. After an
unhealthy release it happens only when that release certainly ran no migration (see
`Plan.migrates`). When a person asks for it, git lists the migration files between the two commits;
if there are any, the person must add `--across-migrations`, since the old code then runs on a newer
schema. Git does not see the migrations of installed packages. What once ran in production may run
there again, even if the branch's history was rewritten since.
"""

from delivery.promote import tags
from delivery.promote.proof import Plan, current_production, prove_unmoved
from delivery.promote.watch import (
    stop_if_service_fails,
    wait_for_newer_release,
    wait_until_ended,
    wait_until_quiet,
)
from delivery.run.outcomes import Ending, Exit, StopError
from delivery.run.report import Report
from delivery.services.connections import Services
from delivery.services.errors import AnswerLostError
from delivery.services.heroku import EXPIRED, Release
from delivery.services.site import HEALTH_PATH

BY_HAND = "docs/runbooks/rollback.md says how to roll back by hand; the slug is"


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
    back = Rollback(services, plan.previous, plan.previous_commit, plan.excused, report)
    back.run(release)
    return Ending(
        Exit.ROLLED_BACK,
        f"{plan.tag} was not well in production ({fault}) and was rolled back.",
        (f"Find out why {plan.tag} failed, correct it on the branch, and tag the new commit.",),
    )


def roll_back_to_tag(
    services: Services, tag: str, across: bool, dry_run: bool, report: Report
) -> Ending:
    """Put production back on the newest earlier release of the tag's commit."""
    commit = tags.commit_of(tag)
    current, current_commit = current_production(services)
    if current is None or current_commit is None:
        raise StopError(Exit.ROLLBACK_REFUSED, "Production runs nothing yet.")
    if current_commit == commit:
        return Ending(Exit.DONE, f"Production already runs {tag} ({current}).", ("Nothing.",))
    target = earlier_release(services, commit, current)
    report.done(f"Production runs {current} ({current_commit[:7]}); {tag} was {target}.")
    files = tags.migrations_between(commit, current_commit)
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
    back = Rollback(services, target, commit, frozenset(), report)
    return Ending(Exit.DONE, f"Production is back on {tag}.", back.run(current))


def earlier_release(services: Services, commit: str, current: Release) -> Release:
    """The newest earlier release of the commit that succeeded and whose slug still exists."""
    app = services.settings.production_app
    asked: dict[str | None, str | None] = {None: None}
    expired = 0
    for release in services.heroku.releases(app):
        expired += release.status == EXPIRED
        if release.version >= current.version or release.status != "succeeded":
            continue
        if release.slug not in asked:
            asked[release.slug] = services.heroku.commit_of(app, release)
        if asked[release.slug] == commit:
            return release
    gone = (
        f" The slugs of {expired} releases are gone: the host destroys them after 30 days and 20"
        " releases."
    )
    raise StopError(
        Exit.ROLLBACK_REFUSED,
        f"No succeeded release of production before {current} ran {commit[:7]}, or its slug is"
        f" gone.{gone if expired else ''}",
        f"Choose a tag that did run and is not expired: heroku releases -a {app}",
        "Or revert on the branch to what the tag was, and release that as a new tag.",
    )


class Rollback:
    """Puts production on `target` again, which runs `commit`, and sees it serve.

    `excused` are the addresses that were not well before the release that is undone.
    """

    def __init__(
        self,
        services: Services,
        target: Release,
        commit: str,
        excused: frozenset[str],
        report: Report,
    ) -> None:
        self.services = services
        self.target = target
        self.commit = commit
        self.excused = excused
        self.report = report
        self.app = services.settings.production_app
        self.by_hand = f"{BY_HAND} {target.slug} ({target})."
        self.check = f"Then check {services.settings.production_url}{HEALTH_PATH}."

    def run(self, over: Release) -> tuple[str, ...]:
        """Roll back from `over`; what is left to do afterwards. Raises `StopError` otherwise."""
        with stop_if_service_fails(Exit.ROLLBACK_FAILED, "The rollback could not be done"):
            release = self._move(over)
        self.report.stands(
            f"It runs {release}, a rollback to {self.target}, not yet checked.", self.check
        )
        self.report.done(f"Rolled back: {release} is {self.target} again, with today's settings.")
        with stop_if_service_fails(Exit.ROLLBACK_FAILED, "Rolled back, but not checked"):
            return self._see(release)

    def _move(self, over: Release) -> Release:
        services, target = self.services, self.target
        try:
            wait_until_quiet(services)
            running = prove_unmoved(services, over)
        except StopError as error:
            raise StopError(Exit.ROLLBACK_FAILED, f"Not rolled back. {error}") from error
        self.report.stands(
            f"A rollback of {running} to {target} was asked for; its end was not seen.",
            self.by_hand,
            self.check,
        )
        asked = self._request(running or over)
        release = wait_until_ended(services, asked, Exit.ROLLBACK_FAILED)
        if release.status != "succeeded":
            self.report.stands(
                f"It still runs {running}: the release phase of {release} failed.",
                self.by_hand,
                self.check,
            )
            raise StopError(Exit.ROLLBACK_FAILED, f"The rollback {release} failed.")
        return release

    def _request(self, over: Release) -> Release:
        """Ask once; when the answer is lost, look whether the release has appeared."""
        try:
            said = f"Back to {self.target}"
            return self.services.heroku.release_again(self.app, self.target, said)
        except AnswerLostError as error:
            found = wait_for_newer_release(self.services, over.version, self.commit)
            if found is None:
                raise error
            return found

    def _see(self, release: Release) -> tuple[str, ...]:
        if self.services.heroku.in_maintenance(self.app):
            self.report.done("The site is in maintenance mode, so it was not checked.")
            return (f"End it: heroku maintenance:off -a {self.app}", self.check)
        fault = self.services.production.wait_until_serving(self.commit, self.excused)
        if fault:
            raise StopError(
                Exit.ROLLBACK_FAILED,
                f"Rolled back to {self.target}, but the site is still not well: {fault}.",
                f"Look at the logs: heroku logs -a {self.app}; the cause is not this release's"
                " code.",
            )
        self.report.stands(
            f"It runs {release} ({self.commit[:7]}), a rollback to {self.target}, and is healthy."
        )
        self.report.done("The site is healthy.")
        return ("Nothing.",)
