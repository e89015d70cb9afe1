"""What every step of the set-up stands on: the answers and the services."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from delivery.run.settings import Settings
from delivery.services.connections import Services
from delivery.services.heroku import read
from delivery.services.transport import Api
from delivery.setup.answers import BRANCH, STATUSES, Answers, Copy

PRODUCTION, STAGING = "production", "staging"


@dataclass(frozen=True)
class Ground:
    """The services that a run talks to, and what it was told to build there."""

    answers: Answers
    services: Services
    manifest: Any
    environ: Mapping[str, str]

    @property
    def settings(self) -> Settings:
        return self.services.settings

    @property
    def api(self) -> Api:
        """Heroku's Platform API."""
        return self.services.heroku.api

    @property
    def copies(self) -> dict[str, Copy]:
        """The two lasting copies, by their stage."""
        return {STAGING: self.answers.staging, PRODUCTION: self.answers.production}

    @property
    def at(self) -> str:
        """The repository's place at GitHub's API."""
        return f"/repos/{self.answers.repository}"

    def app(self, name: str) -> Any:
        return read(self.api.get(f"/apps/{name}"), dict)

    def address(self, stage: str) -> str:
        """Where a copy is reached: production under its domain, once there is one."""
        if stage == PRODUCTION and self.answers.domain:
            return f"https://{self.answers.domain}"
        return str(self.app(self.copies[stage].app)["web_url"]).rstrip("/")

    def hosts(self, stage: str) -> list[str]:
        """The host names that a copy answers to, its own first."""
        own = str(urlsplit(str(self.app(self.copies[stage].app)["web_url"])).hostname)
        return [*filter(None, [self.answers.domain if stage == PRODUCTION else "", own])]

    def pipeline(self) -> str:
        """The pipeline's id. Raises `RejectedError` (404) when there is none of that name."""
        return read(self.api.get(f"/pipelines/{self.answers.pipeline}"), lambda row: str(row["id"]))


def variables(answers: Answers, staging_url: str, production_url: str) -> dict[str, str]:
    """What the workflows read among the repository's variables, and a run in its environment."""
    proof = {"PROOF_CODE": answers.proof_code} if answers.proof_code else {}
    return proof | {
        "DEPLOY_WATCHERS": ",".join(answers.watchers),
        "PRODUCTION_APP": answers.production.app,
        "PRODUCTION_URL": production_url,
        "REQUIRED_STATUSES": "\n".join(STATUSES),
        "STAGING_APP": answers.staging.app,
        "STAGING_URL": staging_url,
    }


def as_environment(answers: Answers, environ: Mapping[str, str]) -> dict[str, str]:
    """The environment of the doctor. Addresses that are not known yet are guesses."""
    guess = "https://{}.herokuapp.com"
    told = variables(
        answers,
        guess.format(answers.staging.app),
        f"https://{answers.domain}" if answers.domain else guess.format(answers.production.app),
    )
    return {
        **environ,
        **told,
        "GITHUB_REPOSITORY": answers.repository,
        "RELEASE_BRANCH": BRANCH,
    }
