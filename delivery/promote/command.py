"""The command line of a promotion, and its course from the proof to the good ending."""

import argparse
import sys
import traceback
from collections.abc import Mapping, Sequence

from delivery.promote.backup import back_up
from delivery.promote.figures import figures
from delivery.promote.proof import Plan, prove, same_code
from delivery.promote.rollback import recover, roll_back_to_tag
from delivery.promote.rollout import promote
from delivery.promote.watch import current_release
from delivery.run.outcomes import Ending, Exit, StopError
from delivery.run.report import Report, publish
from delivery.run.settings import Settings, from_environment
from delivery.services import webhook
from delivery.services.connections import Services, connect
from delivery.services.errors import KeyRefusedError, RateLimitedError, ServiceError
from delivery.services.heroku import Release
from delivery.services.site import HEALTH_PATH

# Endings after which production was released to, well or not.
RELEASED = (
    Exit.DONE,
    Exit.PROMOTION_FAILED,
    Exit.ROLLED_BACK,
    Exit.UNHEALTHY,
    Exit.ROLLBACK_FAILED,
)


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run once and return the exit code."""
    options = parser().parse_args(arguments)
    title = f"{'Roll back to' if options.rollback else 'Release'} {options.tag}"
    report = Report(f"{title} (dry run)" if options.dry_run else title)
    settings: Settings | None = None
    try:
        settings = from_environment(environ)
        report.secrets = settings.secrets
        ending = run(options, connect(settings), report)
    except StopError as stop:
        ending = stop.ending
    except ServiceError as error:
        ending = Ending(code_of(error), str(error))
    except KeyboardInterrupt:
        ending = Ending(Exit.INTERRUPTED, "The run was interrupted.")
    except Exception as error:  # no ending may leave production's state unsaid
        print(report.redacted(traceback.format_exc()), file=sys.stderr)
        ending = Ending(Exit.BUG, f"This program failed: {type(error).__name__}: {error}.")
    if settings and ending.exit in RELEASED and not (options.dry_run or options.rollback):
        report.figures = figures_or_why_not(settings, options.tag)
    publish(report.summary(ending), environ.get("GITHUB_STEP_SUMMARY"))
    if settings and settings.webhook_url and not options.dry_run:
        fault = webhook.tell(settings.webhook_url, settings.timing.request, report, ending)
        if fault:
            print(f"The webhook could not be told: {fault}", file=sys.stderr)
    return int(ending.exit)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    line = argparse.ArgumentParser(prog="python -m delivery.promote")
    line.add_argument("--tag", required=True, help="the release tag, such as v1.2.3")
    line.add_argument("--dry-run", action="store_true", help="check everything, change nothing")
    line.add_argument("--rollback", action="store_true", help="put production back on the tag")
    line.add_argument(
        "--rebuild",
        action="store_true",
        help="promote staging's new build though the tag's commit is live, as for security fixes",
    )
    line.add_argument(
        "--across-migrations",
        action="store_true",
        help="with --rollback: the tag's code is known to work with the newer schema",
    )
    return line


def run(options: argparse.Namespace, services: Services, report: Report) -> Ending:
    """Do what was asked."""
    if options.rollback:
        return roll_back_to_tag(
            services, options.tag, options.across_migrations, options.dry_run, report
        )
    plan = prove(services, options.tag, options.rebuild, report)
    runs = f"{plan.previous} ({(plan.previous_commit or 'no commit')[:7]})"
    report.stands(
        f"Untouched: it runs {runs}." if plan.previous else "Untouched: it runs nothing yet.",
        f"When the cause is gone, run again for {plan.tag}.",
    )
    if options.dry_run:
        return Ending(Exit.DONE, planned(plan), ("Nothing: this was a dry run.",))
    if plan.already_live and plan.previous:
        return check_only(services, plan, plan.previous, report)
    back_up(services.backups, services.settings.production_app, report)
    release = promote(services, plan, report)
    report.stands(f"It runs {release} ({plan.commit[:7]}), not yet checked.", *checks(services))
    fault = services.production.wait_until_serving(plan.commit, plan.excused)
    if fault:
        report.stands(f"It runs {release} ({plan.commit[:7]}) and is not well.", *checks(services))
        return recover(services, plan, release, fault, report)
    return live(services, plan, release, report)


def checks(services: Services) -> tuple[str, ...]:
    """What a person has to check where this program did not."""
    url = services.settings.production_url
    return (f"Check {url}{HEALTH_PATH} and a story.",)


def planned(plan: Plan) -> str:
    """What a run without --dry-run would do."""
    if plan.already_live:
        return f"Dry run: {plan.tag} is live already; would only check the site."
    after = "stop with instructions" if plan.migrates else f"roll back to {plan.previous}"
    return (
        f"Dry run: would back production's database up, promote staging's {plan.source} over"
        f" {plan.previous or 'nothing'}, check the site and, if it is not well, {after}."
    )


def check_only(services: Services, plan: Plan, release: Release, report: Report) -> Ending:
    """Check the site of a tag that production runs already."""
    report.done(f"{plan.tag} is live already ({release}): nothing to promote.")
    fault = services.production.wait_until_serving(plan.commit, plan.excused - {HEALTH_PATH})
    if fault:
        raise StopError(
            Exit.UNHEALTHY,
            f"{plan.tag} is live already and is not well: {fault}.",
            f"Look at the logs: heroku logs -a {services.settings.production_app}",
            "To go back, run this for an earlier tag with rollback.",
        )
    return live(services, plan, release, report)


def live(services: Services, plan: Plan, release: Release, report: Report) -> Ending:
    """Note that the tag is live and as well as before, and end the run."""
    release = newest_of(services, release)
    still = services.production.faults()
    if HEALTH_PATH in still:
        report.stands(f"It runs {release} ({plan.commit[:7]}) and is not well.", *checks(services))
        raise StopError(
            Exit.UNHEALTHY,
            f"{plan.tag} is live, and the site is not well: {still[HEALTH_PATH]}. It was not well"
            " before either, so it was not rolled back: going back would cure nothing.",
            f"Look at the logs: heroku logs -a {services.settings.production_app}",
        )
    report.stands(f"It runs {release} ({plan.commit[:7]}) and is healthy.")
    report.done(f"The site was well for {services.settings.timing.steady:.0f} s on end.")
    left = tuple(f"As before this release, {still[path]}." for path in plan.before if path in still)
    return Ending(Exit.DONE, f"{plan.tag} is live.", left)


def newest_of(services: Services, release: Release) -> Release:
    """The release that runs this code now: a setting changed meanwhile made one of its own."""
    try:
        current = current_release(services)
    except ServiceError:
        return release
    return current if current and same_code(current, release) else release


def figures_or_why_not(settings: Settings, tag: str) -> tuple[str, ...]:
    """How well releases go; whatever happens here, the run's own outcome is told."""
    try:
        return figures(connect(settings), tag)
    except (ServiceError, StopError, KeyboardInterrupt) as error:
        return (f"They could not be read: {error}",)


def code_of(error: ServiceError) -> Exit:
    """The exit code of a service that failed before production was touched."""
    if isinstance(error, KeyRefusedError):
        return Exit.KEY_REFUSED
    return Exit.RATE_LIMITED if isinstance(error, RateLimitedError) else Exit.UNREACHABLE
