"""Backups of a Heroku Postgres database, as `heroku pg:backups:capture` makes them.

The endpoints are those of heroku-cli (`/client/v11` on the data API); Heroku does not publish
a reference for them, so everything about them is in this one class.
"""

from dataclasses import dataclass
from typing import Any

from delivery.run.settings import Settings
from delivery.run.waiting import until
from delivery.services.errors import RejectedError
from delivery.services.heroku import read
from delivery.services.transport import Api


@dataclass(frozen=True)
class Backup:
    """One transfer of a database into a backup."""

    id: str
    number: int
    finished: bool
    succeeded: bool

    @property
    def name(self) -> str:
        """The name that `heroku pg:backups` shows, such as b042."""
        return f"b{self.number:03}"


@dataclass(frozen=True)
class Database:
    """A Postgres add-on, and the app that owns it and keeps its backups."""

    id: str
    app: str


class Backups:
    """Finds an app's primary database and captures backups of it."""

    def __init__(self, platform: Api, data: Api) -> None:
        self.platform = platform
        self.data = data

    def database(self, app: str) -> Database:
        """The database attached as DATABASE. Raises `RejectedError` when there is none."""
        answer = self.platform.get(f"/apps/{app}/addon-attachments")
        attached = read(answer, primary_from)
        if attached is None:
            raise RejectedError(f"Heroku: {app} has no database attached as DATABASE.", 404)
        return attached

    def newest(self, app: str) -> Backup | None:
        """The newest backup that succeeded."""
        rows = read(self.data.get(f"/client/v11/apps/{app}/transfers"), list)
        made = [row for row in rows if row["succeeded"] and row["to_type"] == "gof3r"]
        newest = max(made, key=lambda row: str(row["created_at"]), default=None)
        return backup_from(newest) if newest else None

    def address(self, app: str, backup: Backup) -> str:
        """Where the backup can be downloaded for some minutes. Who has the address has the data."""
        path = f"/client/v11/apps/{app}/transfers/{backup.number}/actions/public-url"
        return read(self.data.post(path), lambda row: str(row["url"]))

    def capture(self, database: Database) -> Backup:
        """Start a backup. Raises `AnswerLostError` when one may have started unseen."""
        return read(self.data.post(f"/client/v11/databases/{database.id}/backups"), backup_from)

    def schedules(self, database: Database) -> list[int]:
        """The hours, in each schedule's own time zone, at which backups are made by themselves."""
        answer = self.data.get(f"/client/v11/databases/{database.id}/transfer-schedules")
        return read(answer, lambda rows: [int(row["hour"]) for row in rows])

    def schedule(self, database: Database, hour: str) -> None:
        """Back the database up every day at this hour, UTC."""
        self.data.post(
            f"/client/v11/databases/{database.id}/transfer-schedules",
            {"hour": hour, "timezone": "UTC", "schedule_name": "DATABASE_URL"},
        )

    def wait(self, database: Database, backup: Backup) -> Backup:
        """Wait until it has finished, well or badly, or for as long as a backup may take."""
        path = f"/client/v11/apps/{database.app}/transfers/{backup.id}"
        return until(
            lambda: read(self.data.get(path), backup_from),
            lambda latest: latest.finished,
            within=self.data.timing.backup,
            every=self.data.timing.poll,
        )


def api(settings: Settings) -> Api:
    """Heroku's data API with this run's key."""
    headers = {"Authorization": f"Bearer {settings.heroku_key}"}
    return Api("Heroku data", settings.heroku_data_api, settings.timing, headers)


def backup_from(row: Any) -> Backup:
    return Backup(
        id=str(row["uuid"]),
        number=int(row["num"]),
        finished=bool(row["finished_at"]),
        succeeded=bool(row["succeeded"]),
    )


def primary_from(rows: Any) -> Database | None:
    owned = (row["addon"] for row in rows if row["name"] == "DATABASE")
    return next((Database(str(a["id"]), str(a["app"]["name"])) for a in owned), None)
