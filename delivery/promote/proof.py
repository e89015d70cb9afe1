"""Everything that must be true before production may change. Only reads."""

from dataclasses import dataclass

from delivery.promote import ci, tags
from delivery.run.outcomes import Exit, StopError
from delivery.run.report import Report
from delivery.services import github
from delivery.services.connections import Services
from delivery.services.errors import RejectedError
from delivery.services.heroku import Coupling, Release


@dataclass(frozen=True)
class Plan:
    """What is to be released over what.

    `migrates` is False only when it is certain that releasing runs no migration: the
    databases of staging, which has migrated for this very commit, and of production report
    the same applied migrations. Different, or not known, counts as True.
    """

    tag: str
    commit: str
    staging: Coupling
    production: Coupling
    source: Release
    previous: Release | None
    previous_commit: str | None
    migrations: str | None
    migrates: bool

    @property
    def already_live(self) -> bool:
        """Production already runs the tag's commit."""
        return self.previous_commit == self.commit


def prove(services: Services, tag: str, report: Report) -> Plan:
    """Prove every condition in turn, or raise `StopError` at the first that fails."""
    settings = services.settings
    commit = prove_tag(services, tag, report)
    found = github.verdicts(services.github, settings.repository, commit)
    ci.prove_green(found, settings.required_statuses)
    report.done(f"CI is green: {', '.join(settings.required_statuses)}.")
    staging, production = prove_pipeline(services)
    source = prove_staging(services, tag, commit, report)
    previous, previous_commit = current_production(services)
    health = services.production.health()
    expected = services.staging.health().migrations
    migrates = expected is None or health.migrations != expected
    report.done(
        f"Production runs {previous or 'nothing yet'} ({(previous_commit or 'no commit')[:7]});"
        f" releasing {'may run' if migrates else 'runs no'} migrations."
    )
    return Plan(
        tag,
        commit,
        staging,
        production,
        source,
        previous,
        previous_commit,
        health.migrations,
        migrates,
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


def prove_staging(services: Services, tag: str, commit: str, report: Report) -> Release:
    """Staging's current release, which succeeded, runs exactly the commit and is healthy."""
    app = services.settings.staging_app
    current = next((r for r in services.heroku.releases(app) if r.current), None)
    runs = services.heroku.commit_of(app, current) if current else None
    if current is None or current.status != "succeeded" or runs != commit:
        raise StopError(
            Exit.STAGING_ELSEWHERE,
            f"Staging runs {(runs or 'no commit')[:7]}"
            f" ({f'{current}, {current.status}' if current else 'no release'}),"
            f" not {commit[:7]} of {tag}.",
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


def prove_unmoved(services: Services, planned: Release | None) -> None:
    """Raise `StopError` when production has moved since the plan was made, or is moving."""
    current, commit = current_production(services)
    if (current and current.id) != (planned and planned.id):
        raise StopError(
            Exit.PRODUCTION_MOVED,
            f"Production has moved to {current} ({(commit or 'no commit')[:7]}) since this plan"
            f" was made on {planned or 'an empty app'}.",
            "Find out who released it, then run again: the plan is made anew.",
        )
