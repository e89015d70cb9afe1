"""The settings of a run, read from the environment; all that is missing is named in one error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from delivery.run.outcomes import Exit, StopError
from delivery.run.waiting import Timing

APP_NAME = re.compile(r"[a-z][a-z0-9-]{1,28}[a-z0-9]")
CODE = re.compile(r"[A-Z0-9]{1,15}")
REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
LOOPBACK = "127.0.0.1"
WAITS = {field: f"DELIVERY_{field.upper()}_SECONDS" for field in Timing.__annotations__}


@dataclass(frozen=True)
class Settings:
    """One run's settings.

    `required_statuses` are CI's names for what must be green; `proof_code` is the code of a jar
    whose story production tells, or empty.
    """

    production_app: str
    staging_app: str
    production_url: str
    staging_url: str
    proof_code: str
    repository: str
    branch: str
    required_statuses: tuple[str, ...]
    heroku_key: str
    github_token: str
    webhook_url: str
    heroku_api: str
    heroku_data_api: str
    heroku_link_api: str
    github_api: str
    timing: Timing

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed."""
        return tuple(
            secret for secret in (self.heroku_key, self.github_token, self.webhook_url) if secret
        )


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Raise `StopError` naming every variable that is missing or wrong, all at once."""
    reader = Reader(environ)
    settings = Settings(
        production_app=reader.matching("PRODUCTION_APP", APP_NAME),
        staging_app=reader.matching("STAGING_APP", APP_NAME),
        production_url=reader.address("PRODUCTION_URL"),
        staging_url=reader.address("STAGING_URL"),
        proof_code=reader.matching("PROOF_CODE", CODE, optional=True),
        repository=reader.matching("GITHUB_REPOSITORY", REPOSITORY),
        branch=environ.get("RELEASE_BRANCH") or "master",
        required_statuses=reader.names("REQUIRED_STATUSES"),
        heroku_key=reader.required("HEROKU_API_KEY"),
        github_token=reader.required("GITHUB_TOKEN"),
        webhook_url=reader.address("DEPLOY_WEBHOOK_URL", ""),
        heroku_api=reader.address("HEROKU_API_URL", "https://api.heroku.com"),
        heroku_data_api=reader.address("HEROKU_DATA_API_URL", "https://api.data.heroku.com"),
        heroku_link_api=reader.address("HEROKU_LINK_API_URL", "https://kolkrabbi.heroku.com"),
        github_api=reader.address("GITHUB_API_URL", "https://api.github.com"),
        timing=reader.timing(),
    )
    if reader.faults:
        raise StopError(
            Exit.MISCONFIGURED,
            "The settings are incomplete: " + "; ".join(reader.faults) + ".",
            "Set these in the repository's variables and secrets, then run again.",
        )
    return settings


class Reader:
    """Reads variables and collects what is wrong with them, never their values."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[str] = []

    def required(self, name: str) -> str:
        value = self.environ.get(name, "").strip()
        if not value:
            self.faults.append(f"{name} is missing")
        return value

    def matching(self, name: str, pattern: re.Pattern[str], *, optional: bool = False) -> str:
        value = self.environ.get(name, "").strip() if optional else self.required(name)
        if value and not pattern.fullmatch(value):
            self.faults.append(f"{name} is not of the form {pattern.pattern}")
        return value

    def address(self, name: str, default: str | None = None) -> str:
        value = self.environ.get(name, "").strip() or default
        if value is None:
            return self.required(name)
        parts = urlsplit(value)
        if value and parts.scheme != "https" and parts.hostname != LOOPBACK:
            self.faults.append(f"{name} must start with https://")
        return value.rstrip("/")

    def names(self, name: str) -> tuple[str, ...]:
        """One name per line, since names hold commas and colons."""
        return tuple(line.strip() for line in self.required(name).splitlines() if line.strip())

    def timing(self) -> Timing:
        given: dict[str, float] = {}
        for field, name in WAITS.items():
            if value := self.environ.get(name):
                try:
                    given[field] = float(value)
                except ValueError:
                    self.faults.append(f"{name} is not a number of seconds")
        return Timing(**given)
