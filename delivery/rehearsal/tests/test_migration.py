"""Rehearsals on backups: what a migration takes and locks, and that nothing is lost on the way."""

import time
from pathlib import Path

import pytest

from delivery.rehearsal import dumps
from delivery.rehearsal.locks import Watch
from delivery.rehearsal.migration import main, rehearse
from delivery.rehearsal.restore import LostError, compare
from delivery.review.tests.databases import Database


def back_up_before_insights(database: Database, file: Path) -> Path:
    """Take the backup of a database that lacks one app's migrations."""
    undone = database.run("manage.py", "migrate", "insights", "zero")
    assert undone.returncode == 0, undone.stdout
    dumps.dump(database.url, file)
    return file


def test_the_report_names_each_migration_and_lock(
    staging: Database, empty: Database, tmp_path: Path
) -> None:
    backup = back_up_before_insights(staging, tmp_path / "backup")
    code, report = rehearse(backup, empty.url, tmp_path)
    assert code == 0, report
    assert "✅ The release phase succeeds" in report
    assert "| insights.0001" in report
    assert "Held for 5 s or longer: none" in report


def test_a_migration_that_fails_is_told(staging: Database, empty: Database, tmp_path: Path) -> None:
    back_up_before_insights(staging, tmp_path / "backup")
    staging.rows("CREATE TABLE insights_unknowncode ()")
    dumps.dump(staging.url, tmp_path / "backup")
    code, report = rehearse(tmp_path / "backup", empty.url, tmp_path)
    assert code == 1
    assert "❌ The release phase fails" in report
    assert "already exists" in report


def test_a_lock_is_seen_as_long_as_it_is_held(staging: Database) -> None:
    with staging.connected() as cursor, Watch(staging.url) as watch:
        cursor.execute("BEGIN; LOCK TABLE catalogue_jar IN ACCESS EXCLUSIVE MODE")
        while not watch.held:
            time.sleep(0.01)
        cursor.execute("ROLLBACK")
    (lock,) = watch.locks
    assert (lock.table, lock.mode) == ("catalogue_jar", "AccessExclusiveLock")


def test_without_a_backup_nothing_is_rehearsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEROKU_API_KEY", raising=False)
    assert main(["--newest"]) == 2


def test_a_lost_row_and_a_lost_picture_are_found(
    staging: Database, empty: Database, tmp_path: Path
) -> None:
    dumps.dump(staging.url, tmp_path / "backup")
    dumps.restore(tmp_path / "backup", empty.url)
    media, restored = tmp_path / "media", tmp_path / "restored"
    media.mkdir()
    restored.mkdir()
    compare(staging.url, empty.url, media, restored)
    (media / "picture").write_text("a hive")
    with pytest.raises(LostError, match="picture"):
        compare(staging.url, empty.url, media, restored)
    (restored / "picture").write_text("a hive")
    empty.rows("UPDATE catalogue_jar SET net_weight_grams = 1 WHERE code = 'N1'")
    with pytest.raises(LostError, match="catalogue_jar"):
        compare(staging.url, empty.url, media, restored)
