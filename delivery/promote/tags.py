"""What git knows: which commit a tag names, whether it is on the branch, what lies between."""

import re
import subprocess

from delivery.run.outcomes import Exit, StopError

TAG = re.compile(r"v\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?")
NOT_AN_ANCESTOR = 1
FETCH = "Fetch the whole history with its tags (git fetch --unshallow --tags), then run again."


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in the current folder; the exit code is the caller's to judge."""
    return subprocess.run(  # noqa: S603 - no shell; names are checked before they come here
        ["git", *arguments],  # noqa: S607 - the machine's own git
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def commit_of(tag: str) -> str:
    """Full hash of the commit that the tag names. Raises `StopError` when there is none."""
    if not TAG.fullmatch(tag):
        raise StopError(
            Exit.TAG_NOT_ON_BRANCH,
            f"{tag!r} is not a release tag: it must look like v1.2.3.",
            "Tag the commit again with such a name.",
        )
    found = git("rev-parse", "--verify", "--quiet", f"refs/tags/{tag}^{{commit}}")
    if found.returncode:
        raise StopError(
            Exit.TAG_NOT_ON_BRANCH,
            f"There is no tag {tag} in this checkout.",
            f"Push the tag (git push origin {tag}), then run again.",
        )
    return found.stdout.strip()


def prove_on_branch(tag: str, commit: str, branch: str) -> None:
    """Raise `StopError` unless the commit is part of the branch as the server has it."""
    if git("rev-parse", "--is-shallow-repository").stdout.strip() != "false":
        raise StopError(Exit.MISCONFIGURED, "This checkout is shallow or not a checkout.", FETCH)
    asked = git("merge-base", "--is-ancestor", commit, f"refs/remotes/origin/{branch}")
    if asked.returncode == NOT_AN_ANCESTOR:
        raise StopError(
            Exit.TAG_NOT_ON_BRANCH,
            f"{tag} ({commit[:7]}) is not on {branch}: only what went through {branch}"
            " reaches production.",
            f"Merge the commit into {branch} and tag the merged commit.",
        )
    if asked.returncode:
        raise StopError(Exit.MISCONFIGURED, f"git does not know origin/{branch}.", FETCH)


def is_ancestor(commit: str, of: str) -> bool:
    """Whether the commit came before the other; False when git does not know one of them."""
    return git("merge-base", "--is-ancestor", commit, of).returncode == 0


def times_between(one: str | None, other: str) -> list[int]:
    """When the commits after `one` up to `other` were made, in seconds since 1970."""
    asked = git("log", "--format=%ct", *([f"{one}..{other}"] if one else ["-1", other]))
    return [int(line) for line in asked.stdout.split()] if asked.returncode == 0 else []


def migrations_between(one: str, other: str) -> tuple[str, ...] | None:
    """Migration files that differ between two commits; None when git cannot tell."""
    asked = git("diff", "--name-only", one, other, "--", ":(glob)**/migrations/*.py")
    return None if asked.returncode else tuple(asked.stdout.split())
