"""What a person answers before the set-up: names, and the keys of services bought elsewhere."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from delivery.run.outcomes import Exit, StopError
from delivery.run.settings import APP_NAME, CODE, REPOSITORY

STATUSES = tuple(
    f"ci/circleci: {job}"
    for job in ("python", "frontend", "browser", "deploy-files", "heroku-build", "image")
)
BRANCH = "master"
TEXTS = ("repository", "pipeline", "team", "region", "webhook", "domain", "proof_code")
MAY_BE_EMPTY = ("team", "webhook", "domain", "proof_code")
PIPELINE_NAME = re.compile(r"[a-z][a-z0-9-]{2,29}")
HOST_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
SHORTEST_SECRET = 6


@dataclass(frozen=True)
class Copy:
    """A running copy of the application: its app at Heroku and the config vars to give it."""

    app: str
    config: Mapping[str, str]


@dataclass(frozen=True)
class Answers:
    """The whole file."""

    repository: str
    pipeline: str
    team: str
    region: str
    webhook: str
    domain: str
    proof_code: str
    watchers: tuple[str, ...]
    staging: Copy
    production: Copy
    review: Mapping[str, str]

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed: the value of every config var, and the chat's address."""
        copies = (self.staging.config, self.production.config, self.review)
        values = {value for config in copies for value in config.values()} | {self.webhook}
        return tuple(value for value in values if len(value) >= SHORTEST_SECRET)


def read_answers(path: Path) -> Answers:
    """Raise `StopError` naming all that is missing, wrong or not known, never a value."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise stop(
            f"There is no {path}.",
            f"cp delivery/setup/answers.example.toml {path}, then fill it in.",
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise stop(
            f"{path} is not TOML: {error}.", "Put texts in quotes, one answer a line."
        ) from None
    reader = Reader(said)
    answers = Answers(
        **{name: reader.text(name) for name in TEXTS},
        watchers=reader.names("watchers"),
        staging=reader.copy("staging"),
        production=reader.copy("production"),
        review=reader.config("review"),
    )
    faults = [*reader.faults, *wrong_forms(answers), *reader.unknown()]
    if faults:
        raise stop(f"{path}: {'; '.join(faults)}.", "Correct these, then run again.")
    return answers


def wrong_forms(answers: Answers) -> list[str]:
    """What the answers hold that cannot be right."""
    forms = {
        "repository": (REPOSITORY, answers.repository),
        "pipeline": (PIPELINE_NAME, answers.pipeline),
        "staging.app": (APP_NAME, answers.staging.app),
        "production.app": (APP_NAME, answers.production.app),
        "domain": (HOST_NAME, answers.domain),
        "proof_code": (CODE, answers.proof_code),
    }
    wrong = [
        f"{name} is not of the form {form.pattern}"
        for name, (form, value) in forms.items()
        if value and not form.fullmatch(value)
    ]
    if answers.staging.app == answers.production.app:
        wrong.append("staging and production are the same app")
    bucket = answers.production.config.get("S3_BUCKET")
    if bucket and bucket == answers.staging.config.get("S3_BUCKET"):
        wrong.append("staging and production share a bucket")
    return wrong


class Reader:
    """Takes answers out of the file, and remembers what was wrong with them."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.said = said
        self.known: set[str] = set()
        self.faults: list[str] = []

    def text(self, name: str, table: str = "") -> str:
        """A text, which must not be empty unless it may be."""
        place = f"{table}.{name}" if table else name
        self.known.add(place)
        value = self.table(table).get(name, "") if table else self.said.get(name, "")
        if not isinstance(value, str) or not (value or name in MAY_BE_EMPTY):
            self.faults.append(f"{place} is missing")
            return ""
        return value.strip()

    def names(self, name: str) -> tuple[str, ...]:
        """A list of names, at least one."""
        self.known.add(name)
        value = self.said.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(n, str) for n in value):
            self.faults.append(f"{name} is missing")
            return ()
        return tuple(value)

    def copy(self, table: str) -> Copy:
        return Copy(self.text("app", table), self.config(table))

    def config(self, table: str) -> dict[str, str]:
        """The config vars of a table, without the empty ones."""
        self.known.add(f"{table}.config")
        config = self.table(table).get("config", {})
        wrong = [name for name, value in config.items() if not isinstance(value, str)]
        self.faults += [f"{table}.config.{name} must stand in quotes" for name in wrong]
        unfinished = [n for n, v in config.items() if v == "https://" or "USER:PASSWORD" in str(v)]
        self.faults += [f"{table}.config.{name} is not filled in" for name in unfinished]
        return {name: value for name, value in config.items() if value and name not in wrong}

    def table(self, name: str) -> dict[str, Any]:
        found = self.said.get(name, {})
        return found if isinstance(found, dict) else {}

    def unknown(self) -> list[str]:
        """What the file says and nobody asks for: mostly slips of the pen."""
        places = [
            f"{name}.{inner}" if isinstance(value, dict) else name
            for name, value in self.said.items()
            for inner in (value if isinstance(value, dict) else [""])
        ]
        return [f"{place} is not known" for place in places if place not in self.known]


def stop(sentence: str, left: str) -> StopError:
    return StopError(Exit.MISCONFIGURED, sentence, left)
