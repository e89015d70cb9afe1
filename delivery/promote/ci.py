"""Whether CI is green on a commit: what is required, against what GitHub reports."""

from delivery.run.outcomes import Exit, StopError
from delivery.run.waiting import until
from delivery.services import github
from delivery.services.connections import Services
from delivery.services.github import Verdict


def wait_until_green(services: Services, commit: str) -> None:
    """Wait for CI, which may only have begun; raise `StopError` unless it is green at the end."""
    settings = services.settings
    found = until(
        lambda: github.verdicts(services.github, settings.repository, commit),
        lambda found: has_ended(found, settings.required_statuses),
        within=settings.timing.checks,
        every=settings.timing.look,
    )
    prove_green(found, settings.required_statuses)


def has_ended(found: list[Verdict], required: tuple[str, ...]) -> bool:
    """Nothing that is required is still to come, or something has failed already."""
    wanted = [verdict for verdict in found if verdict.name in required]
    if any(is_red(verdict) for verdict in wanted):
        return True
    named = {verdict.name for verdict in wanted if not verdict.pending}
    return named >= set(required) and not any(verdict.pending for verdict in wanted)


def prove_green(found: list[Verdict], required: tuple[str, ...]) -> None:
    """Raise `StopError` for the worst of red, missing and pending, naming all of them.

    A skipped or neutral check run is not green: what it stands for did not run.
    """
    red = [f"{v.name} ({v.said})" for v in found if is_red(v) and v.name in required]
    pending = [v.name for v in found if v.pending and v.name in required]
    missing = [name for name in required if name not in {v.name for v in found}]
    told = "; ".join(
        f"{word}: {', '.join(names)}"
        for word, names in (("red", red), ("missing", missing), ("pending", pending))
        if names
    )
    if red:
        raise StopError(
            Exit.STATUS_RED,
            f"CI is red on this commit ({told}).",
            "Fix it on the branch, let staging deploy, and tag the new commit.",
        )
    if missing:
        raise StopError(
            Exit.STATUS_MISSING,
            f"CI never reported on this commit ({told}).",
            "Start CI on this commit, or correct the names in REQUIRED_STATUSES; then run again.",
        )
    if pending:
        raise StopError(
            Exit.STATUS_PENDING,
            f"CI has not finished on this commit ({told}).",
            "Wait until it is green, then run again for the same tag.",
        )


def is_red(verdict: Verdict) -> bool:
    """Finished, and not with success."""
    return not verdict.green and not verdict.pending
