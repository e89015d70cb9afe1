"""The promotion's key to Heroku, and the secrets of the production environment.

GitHub takes secrets only encrypted for the repository, which its command line `gh` does. Each is
given to it through its standard input: an argument could be seen in the list of processes.
"""

import subprocess
from collections.abc import Iterator
from typing import Any

from delivery.doctor import github as doctor
from delivery.services.heroku import read
from delivery.setup.ground import Ground
from delivery.setup.steps import NeedsPersonError, Step

A_YEAR = 365 * 24 * 3600
RENEW_WITHIN = 30 * 24 * 3600
WEBHOOK = "DEPLOY_WEBHOOK_URL"
KEY = "HEROKU_API_KEY"


def steps(ground: Ground) -> Iterator[Step]:
    """The key, and the chat's address if the answers name one."""
    yield Step(
        "Promotion's key",
        lambda: lacks_key(ground),
        "make one that lasts a year, and give it to the environment",
        lambda: renew_key(ground),
    )
    if ground.answers.webhook:
        yield Step(
            "Chat's address",
            lambda: None if WEBHOOK in names(ground) else "the environment has none",
            "give it to the environment",
            lambda: give(ground, WEBHOOK, ground.answers.webhook),
        )


def description(ground: Ground) -> str:
    return f"{ground.answers.pipeline}: promotion"


def authorizations(ground: Ground) -> list[Any]:
    """Every key that was made for promotions."""
    rows: list[Any] = read(ground.api.get("/oauth/authorizations"), list)
    return [row for row in rows if row["description"] == description(ground)]


def names(ground: Ground) -> list[str]:
    path = f"{ground.at}/environments/{doctor.ENVIRONMENT}/secrets"
    return doctor.names(ground.services.github, path, "secrets")


def lacks_key(ground: Ground) -> str | None:
    """There is one key, it lasts a while, and the environment has one. Nobody can read which."""
    made = authorizations(ground)
    if any((row["access_token"]["expires_in"] or A_YEAR) < RENEW_WITHIN for row in made):
        return "it ends within a month"
    if len(made) > 1:
        return "there are several, as after a set-up that was cut short"
    if not made:
        return "there is none"
    return doctor.secrets(ground.services.github, ground.at)


def renew_key(ground: Ground) -> None:
    """Make a key and give it away; only then revoke those before it."""
    former = authorizations(ground)
    body = {"description": description(ground), "expires_in": A_YEAR, "scope": ["global"]}
    made = ground.api.post("/oauth/authorizations", body)
    give(ground, KEY, read(made, lambda row: str(row["access_token"]["token"])))
    for row in former:
        ground.api.write("DELETE", f"/oauth/authorizations/{row['id']}")


def give(ground: Ground, name: str, value: str) -> None:
    """Hand a secret to the environment. Raises `NeedsPersonError` when `gh` cannot."""
    command = ["gh", "secret", "set", name, "--env", doctor.ENVIRONMENT]
    command += ["--repo", ground.answers.repository]
    environ = {**ground.environ, "GH_TOKEN": ground.settings.github_token}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and names that were checked
            command,
            input=value,
            text=True,
            capture_output=True,
            check=False,
            env=environ,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NeedsPersonError(
            f"GitHub's command line gh is needed: cli.github.com ({error})."
        ) from error
    if done.returncode:
        said = done.stderr.replace(value, "[secret]").strip()
        raise NeedsPersonError(f"gh could not set {name}: {said}")
