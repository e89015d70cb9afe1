"""The command line of a promotion, and its course from the proof to the good ending."""

import argparse
import sys
import traceback
from collections.abc import Mapping, Sequence

from delivery.promote.backup import back_up
from delivery.promote.proof import Plan, prove
from delivery.promote.rollback import recover, roll_back_to_tag
from delivery.promote.rollout import promote
from delivery.run.outcomes import Ending, Exit, StopError
from delivery.run.report import Report, publish
from delivery.run.settings import Settings, from_environment
from delivery.services import webhook
from delivery.services.connections import Services, connect
from delivery.services.errors import KeyRefusedError, RateLimitedError, ServiceError
from delivery.services.site import HEALTH_PATH, STORY_PATH


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
    plan = prove(services, options.tag, report)
    runs = f"{plan.previous} ({(plan.previous_commit or 'no commit')[:7]})"
    report.stands(
        f"Untouched: it runs {runs}." if plan.previous else "Untouched: it runs nothing yet.",
        f"When the cause is gone, run again for {plan.tag}.",
    )
    if options.dry_run:
        return Ending(Exit.DONE, planned(plan), ("Nothing: this was a dry run.",))
    if plan.already_live and plan.previous:
        return check_only(services, plan, report)
    back_up(services.backups, services.settings.production_app, report)
    release = promote(services, plan, report)
    report.stands(f"It runs {release} ({plan.commit[:7]}), not yet checked.", *checks(services))
    fault = services.production.wait_until_serving(plan.commit)
    if fault:
        report.stands(f"It runs {release} ({plan.commit[:7]}) and is not well.", *checks(services))
        return recover(services, plan, release, fault, report)
    return live(plan, f"{release}", report)


def checks(services: Services) -> tuple[str, ...]:
    """What a person has to check where this program did not."""
    url = services.settings.production_url
    return (f"Check {url}{HEALTH_PATH} and {url}{STORY_PATH}.",)


def planned(plan: Plan) -> str:
    """What a run without --dry-run would do."""
    if plan.already_live:
        return f"Dry run: {plan.tag} is live already; would only check the site."
    after = "stop with instructions" if plan.migrates else f"roll back to {plan.previous}"
    return (
        f"Dry run: would back production's database up, promote staging's {plan.source} over"
        f" {plan.previous or 'nothing'}, check the site and, if it is not well, {after}."
    )


def check_only(services: Services, plan: Plan, report: Report) -> Ending:
    """Check the site of a tag that production runs already."""
    report.done(f"{plan.tag} is live already ({plan.previous}): nothing to promote.")
    fault = services.production.wait_until_serving(plan.commit)
    if fault:
        raise StopError(
            Exit.UNHEALTHY,
            f"{plan.tag} is live already and is not well: {fault}.",
            f"Look at the logs: heroku logs -a {services.settings.production_app}",
            "To go back, run this for an earlier tag with rollback.",
        )
    return live(plan, f"{plan.previous}", report)


def live(plan: Plan, release: str, report: Report) -> Ending:
    """Note that the tag is live and healthy, and end the run."""
    report.stands(f"It runs {release} ({plan.commit[:7]}) and is healthy.")
    report.done("The site is healthy and serves a story.")
    return Ending(Exit.DONE, f"{plan.tag} is live.")


def code_of(error: ServiceError) -> Exit:
    """The exit code of a service that failed before production was touched."""
    if isinstance(error, KeyRefusedError):
        return Exit.KEY_REFUSED
    return Exit.RATE_LIMITED if isinstance(error, RateLimitedError) else Exit.UNREACHABLE
