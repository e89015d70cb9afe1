"""Everything that must be true before production may change. Only reads."""

from dataclasses import dataclass

from delivery.promote import ci, tags
from delivery.run.outcomes import Exit, StopError
from delivery.run.report import Report
from delivery.run.waiting import until
from delivery.services.connections import Services
from delivery.services.errors import RejectedError
from delivery.services.heroku import Coupling, Release
from delivery.services.site import Migrations


@dataclass(frozen=True)
class Plan:
    """What is to be released over what.

    `migrates` is False only when it is certain that releasing runs no migration: production's
    database has every one that the commit's code brings, which staging tells, since it runs that
    very commit. What is not known counts as True. `before` is what was wrong with production
    beforehand, by address; `excused` are the addresses that are not judged afterwards.
    """

    tag: str
    commit: str
    staging: Coupling
    production: Coupling
    source: Release
    previous: Release | None
    previous_commit: str | None
    migrations: Migrations | None
    migrates: bool
    before: dict[str, str]
    excused: frozenset[str]
    rebuild: bool

    @property
    def already_live(self) -> bool:
        """Production already runs the tag's commit, and the very build if a new one is wanted."""
        same_build = self.previous is not None and self.previous.slug == self.source.slug
        return self.previous_commit == self.commit and (same_build or not self.rebuild)


def prove(services: Services, tag: str, rebuild: bool, report: Report) -> Plan:
    """Prove every condition in turn, or raise `StopError` at the first that fails."""
    commit = prove_tag(services, tag, report)
    staging, production = prove_pipeline(services)
    prove_open(services)
    ci.wait_until_green(services, commit)
    report.done(f"CI is green: {', '.join(services.settings.required_statuses)}.")
    source = prove_staging(services, tag, commit, report)
    previous, previous_commit = current_production(services)
    applied = services.production.migrations() if previous_commit else None
    brought = services.staging.migrations()
    migrates = applied is None or brought is None or not brought.code <= applied.applied
    report.done(
        f"Production runs {previous or 'nothing yet'} ({(previous_commit or 'no commit')[:7]});"
        f" releasing {'may run' if migrates else 'runs no'} migrations."
    )
    before, excused = state_before(services, previous_commit, report)
    return Plan(
        tag,
        commit,
        staging,
        production,
        source,
        previous,
        previous_commit,
        applied,
        migrates,
        before,
        excused,
        rebuild,
    )


def prove_tag(services: Services, tag: str, report: Report) -> str:
    """The tag's commit, which is on the branch."""
    branch = services.settings.branch
    commit = tags.commit_of(tag)
    tags.prove_on_branch(tag, commit, branch)
    report.done(f"{tag} is commit {commit[:7]}, which is on {branch}.")
    return commit


def prove_pipeline(services: Services) -> tuple[Coupling, Coupling]:
    """Staging's and production's places in one pipeline."""
    settings = services.settings
    apps = {"staging": settings.staging_app, "production": settings.production_app}
    try:
        found = {stage: services.heroku.coupling(app) for stage, app in apps.items()}
    except RejectedError as error:
        raise StopError(
            Exit.PIPELINE_WRONG,
            f"An app is missing or in no pipeline: {error}",
            "Put both apps into one pipeline at the host; delivery.doctor checks the rest.",
        ) from error
    wrong = [
        f"{apps[stage]} is in stage {c.stage}" for stage, c in found.items() if c.stage != stage
    ]
    if found["staging"].pipeline != found["production"].pipeline:
        wrong.append("the two apps are in different pipelines")
    if wrong:
        raise StopError(
            Exit.PIPELINE_WRONG,
            f"The pipeline is not set up for this: {'; '.join(wrong)}.",
            "Correct the pipeline at the host, or PRODUCTION_APP and STAGING_APP.",
        )
    return found["staging"], found["production"]


def prove_open(services: Services) -> None:
    """Raise `StopError` in maintenance mode, in which nobody can see whether the site is well."""
    app = services.settings.production_app
    if services.heroku.in_maintenance(app):
        raise StopError(
            Exit.MAINTENANCE,
            f"{app} is in maintenance mode, so nobody could see whether the release is well.",
            f"End it (heroku maintenance:off -a {app}), then run again.",
        )


def prove_staging(services: Services, tag: str, commit: str, report: Report) -> Release:
    """Staging's current release, which succeeded, runs exactly the commit and is healthy.

    A tag pushed with its commit comes before staging: it is waited for, unless it has passed by.
    """
    app, timing = services.settings.staging_app, services.settings.timing

    def look() -> tuple[Release | None, str | None, Release | None]:
        releases = services.heroku.releases(app)
        current = next((release for release in releases if release.current), None)
        runs = services.heroku.commit_of(app, current) if current else None
        return current, runs, next(iter(releases), None)

    def ended(seen: tuple[Release | None, str | None, Release | None]) -> bool:
        current, runs, newest = seen
        if runs == commit:
            return current is not None and not current.pending
        failed = newest is not None and newest.status == "failed"
        return failed or (runs is not None and tags.is_ancestor(commit, runs))

    current, runs, newest = until(look, ended, within=timing.staging, every=timing.look)
    if current is None or current.status != "succeeded" or runs != commit:
        last = f"; its newest release is {newest}, {newest.status}" if newest else ""
        raise StopError(
            Exit.STAGING_ELSEWHERE,
            f"Staging runs {(runs or 'no commit')[:7]}{last}, not {commit[:7]} of {tag}.",
            "Let staging deploy this commit and try it there, or tag what staging runs.",
        )
    fault = services.staging.wait_until_healthy(commit)
    if fault:
        raise StopError(
            Exit.STAGING_UNHEALTHY,
            f"Staging is not healthy: {fault}.",
            "Find out why at staging first; production must not get what fails there.",
        )
    report.done(f"Staging runs exactly that commit ({current}) and is healthy.")
    return current


def state_before(
    services: Services, runs: str | None, report: Report
) -> tuple[dict[str, str], frozenset[str]]:
    """What is wrong with production now, and what the release is therefore not judged by.

    Where nothing runs yet the new code must be well, but no story can be there.
    """
    site = services.production
    if runs is None:
        return {}, frozenset({site.story_path})
    before = site.lasting_faults()
    for fault in before.values():
        report.done(f"Before this release {fault}: the release is not judged by that.")
    return before, frozenset(before)


def current_production(services: Services) -> tuple[Release | None, str | None]:
    """Production's current release and its commit, with nothing else under way."""
    app = services.settings.production_app
    releases = services.heroku.releases(app)
    running = next((release for release in releases if release.pending), None)
    if running:
        raise StopError(
            Exit.DEPLOYMENT_RUNNING,
            f"Release {running} of {app} is still running: one deployment at a time.",
            f"Wait until {running} has ended, then run again.",
        )
    current = next((release for release in releases if release.current), None)
    return current, services.heroku.commit_of(app, current) if current else None


def prove_unmoved(services: Services, planned: Release | None) -> Release | None:
    """Production's current release, which still has the planned code, whatever its settings.

    Raises `StopError` when production's code has moved since the plan was made, or is moving.
    """
    current, commit = current_production(services)
    if not same_code(current, planned):
        raise StopError(
            Exit.PRODUCTION_MOVED,
            f"Production has moved to {current} ({(commit or 'no commit')[:7]}) since this plan"
            f" was made on {planned or 'an empty app'}.",
            "Find out who released it, then run again: the plan is made anew.",
        )
    return current


def same_code(one: Release | None, other: Release | None) -> bool:
    """Whether both run the same slug: a changed setting makes a release of its own."""
    return (one and one.slug) == (other and other.slug)
