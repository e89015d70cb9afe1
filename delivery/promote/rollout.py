"""Moves staging's release to production and follows it to its end."""

from delivery.promote.proof import Plan, prove_unmoved, same_code
from delivery.promote.watch import (
    current_release,
    stop_if_service_fails,
    wait_for_newer_release,
    wait_until_ended,
)
from delivery.run.outcomes import Exit, StopError
from delivery.run.report import Report
from delivery.run.waiting import until
from delivery.services.connections import Services
from delivery.services.errors import AnswerLostError, RejectedError, ServiceError
from delivery.services.heroku import Release, Target


def promote(services: Services, plan: Plan, report: Report) -> Release:
    """Promote the planned release and wait until production runs it, or raise `StopError`.

    A lost answer is never repeated: the host is asked whether the release has appeared.
    """
    app = services.settings.production_app
    prove_unmoved(services, plan.previous)
    untouched = report.stands(
        f"The promotion of {plan.tag} was asked for; its end was not seen.",
        f"Look at the newest release: heroku releases -a {app}",
        f"When it has ended, run again for {plan.tag}: what is already live is only checked.",
    )
    try:
        promotion = services.heroku.promote(plan.staging, plan.source, plan.production)
    except AnswerLostError as error:
        with stop_if_service_fails(
            Exit.PROMOTION_UNSEEN, "Nobody can say whether the promotion started"
        ):
            release = release_of_lost_answer(services, plan, error)
    except RejectedError as error:
        report.standing = untouched
        raise StopError(
            Exit.PROMOTION_FAILED, f"The host refused the promotion. {error}"
        ) from error
    except ServiceError:
        report.standing = untouched
        raise
    else:
        with stop_if_service_fails(Exit.PROMOTION_UNSEEN, "The promotion was lost sight of"):
            release = follow_promotion(services, plan, promotion, report)
    with stop_if_service_fails(Exit.PROMOTION_UNSEEN, "The release was lost sight of"):
        release = wait_until_ended(services, release, Exit.PROMOTION_UNSEEN)
        if release.status != "succeeded":
            raise failure(services, plan, report, f"The release phase of {release} failed.")
    report.done(f"Promoted: production's release {release} is staging's {plan.source}.")
    return release


def release_of_lost_answer(services: Services, plan: Plan, lost: AnswerLostError) -> Release:
    """The release that a promotion with a lost answer made, or raise `StopError`."""
    version = plan.previous.version if plan.previous else 0
    found = wait_for_newer_release(services, version, plan.commit)
    if found is None:
        raise StopError(
            Exit.PROMOTION_UNSEEN,
            f"The promotion's answer was lost, and no release has appeared since. {lost}",
        )
    return found


def follow_promotion(services: Services, plan: Plan, promotion: str, report: Report) -> Release:
    """The release that a promotion made on production, or raise `StopError`.

    The target stays pending while the release phase runs, so its release is what is followed; a
    target that fails may have one, too, which then says how it ended.
    """
    app, timing = services.settings.production_app, services.settings.timing

    def look() -> Target | None:
        targets = services.heroku.promotion_targets(promotion)
        return next((t for t in targets if t.app == plan.production.app), None)

    target = until(
        look,
        lambda target: target is not None and bool(target.release or not target.pending),
        within=timing.settle,
        every=timing.poll,
    )
    if target and target.release:
        release = target.release
        return until(
            lambda: services.heroku.release(app, release),
            lambda _: True,
            within=timing.settle,
            every=timing.poll,
        )
    if target and target.pending:
        raise StopError(
            Exit.PROMOTION_UNSEEN,
            f"Promotion {promotion} made no release in {timing.settle:.0f} s.",
        )
    said = target.error if target else "production is not among its targets"
    current = current_release(services)
    if current and services.heroku.commit_of(app, current) == plan.commit and not plan.rebuild:
        report.done(f"The host calls the promotion failed ({said}), yet production runs {current}.")
        return current
    raise failure(
        services, plan, report, f"The host could not promote: {said or 'no reason given'}."
    )


def failure(services: Services, plan: Plan, report: Report, sentence: str) -> StopError:
    """Look at what production runs after a failed promotion and note it; returns the stop."""
    app = services.settings.production_app
    current = current_release(services)
    migrations = services.production.migrations()
    if migrations is None or plan.migrations is None:
        database = "whether its database was migrated is not known"
    elif migrations.applied == plan.migrations.applied:
        database = "its database is unchanged"
    else:
        database = "its database was migrated, at least in part"
    changed = "still runs" if same_code(current, plan.previous) else "has moved and runs"
    report.stands(
        f"It {changed} {current or 'nothing'}; {database}.",
        f"Read the release's output: heroku releases:output -a {app}",
        "Correct the cause on the branch, let staging deploy, and tag the new commit.",
    )
    return StopError(Exit.PROMOTION_FAILED, sentence)
