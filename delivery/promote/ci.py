"""Whether CI is green on a commit: what is required, against what GitHub reports."""

from delivery.run.outcomes import Exit, StopError
from delivery.services.github import Verdict


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
