"""The part of Heroku's stand-in that keeps databases: attachments, and backups of them."""

import uuid
from typing import Any

from delivery.services.tests.standins.server import Reply, Request

NOW = "2026-11-24T12:00:00Z"


def new_id() -> str:
    return str(uuid.uuid4())


class DataApi:
    """`backup` says how a backup is to end."""

    app_ids: dict[str, str]

    def __init__(self) -> None:
        super().__init__()
        self.backup = "succeeded"
        self.transfers: dict[str, dict[str, Any]] = {}

    def get_attachments(self, request: Request, app: str) -> Reply:
        owner = {"id": self.app_ids[app], "name": app}
        row = {
            "addon": {"app": owner, "id": new_id(), "name": "postgresql-round-12345"},
            "app": owner,
            "created_at": NOW,
            "id": new_id(),
            "name": "DATABASE",
            "updated_at": NOW,
        }
        return Reply(200, [row], "attachments")

    def post_backup(self, request: Request, database: str) -> Reply:
        row: dict[str, Any] = {
            "created_at": NOW,
            "finished_at": None,
            "from_name": "DATABASE",
            "num": 42,
            "processed_bytes": 0,
            "started_at": None,
            "succeeded": None,
            "uuid": new_id(),
            "warnings": 0,
        }
        self.transfers[row["uuid"]] = row
        return Reply(201, dict(row), "transfer")

    def get_transfer(self, request: Request, app: str, transfer: str) -> Reply:
        row = self.transfers[transfer]
        shown = dict(row)
        if self.backup != "hangs":
            row.update(finished_at=NOW, started_at=NOW, succeeded=self.backup == "succeeded")
        return Reply(200, shown, "transfer")
