"""The backup of production's database that every promotion begins with."""

from delivery.run.outcomes import Exit, StopError
from delivery.run.report import Report
from delivery.services.backups import Backups
from delivery.services.errors import AnswerLostError, RejectedError


def back_up(backups: Backups, app: str, report: Report) -> None:
    """Capture a backup of the app's database and wait for it, or raise `StopError`."""
    try:
        database = backups.database(app)
        backup = backups.wait(database, backups.capture(database))
    except (AnswerLostError, RejectedError) as error:
        raise StopError(
            Exit.BACKUP_FAILED,
            f"Production's database could not be backed up. {error}",
            f"See whether a backup is running: heroku pg:backups -a {app}",
            "Then run again for the same tag.",
        ) from error
    info = f"heroku pg:backups:info {backup.name} -a {database.app}"
    if not backup.finished:
        raise StopError(
            Exit.BACKUP_UNFINISHED,
            f"Backup {backup.name} was not finished in {backups.data.timing.backup:.0f} s.",
            f"Watch it ({info}); when it has finished or is cancelled, run again.",
        )
    if not backup.succeeded:
        raise StopError(
            Exit.BACKUP_FAILED,
            f"Backup {backup.name} failed.",
            f"See why ({info}), then run again for the same tag.",
        )
    report.done(f"Backup {backup.name} of production's database is complete.")
