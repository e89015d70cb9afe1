"""A release says which printed codes do not answer, and stops when some are lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from delivery.review.tests.databases import Database, lay_branch

# Ten jars are live but one, which is retired; the eleventh is a draft.
PRINT = """
from upendo.catalogue.models import Jar, PrintRun
from upendo.labels.models import Label, LabelFile
jar = Jar.objects.get(code='PUREJOY')
Jar.objects.create(code='DRAFT', batch=jar.batch, beekeeper=jar.beekeeper, status='draft')
run = PrintRun.objects.create(number=11, batch=jar.batch, beekeeper=jar.beekeeper)
file = LabelFile.objects.create(print_run=run, site='HTTPS://HONEY.EXAMPLE', number=11)
for place, jar in enumerate(Jar.objects.order_by('code')):
    address = 'HTTPS://HONEY.EXAMPLE/Q/' + jar.code
    Label.objects.create(file=file, jar=jar, place=place, address=address)
Jar.objects.filter(code='N2').update(status='retired')
"""
# As a damaged or half restored database does: the label is known, its jar is gone.
LOSE = "SET session_replication_role = replica; DELETE FROM catalogue_jar WHERE code = 'N3'"
LOST = "HTTPS://HONEY.EXAMPLE/Q/N3: no jar has this code"


@pytest.fixture
def printed(staging: Database) -> Database:
    """Staging with a label for each of its jars."""
    made = staging.run("manage.py", "shell", "--command", PRINT)
    assert made.returncode == 0, made.stdout
    return staging


def test_drafts_and_retired_codes_are_no_reason_to_stop(printed: Database) -> None:
    released = printed.release()
    assert released.returncode == 0, released.stdout
    assert "1 printed codes are not live yet" in released.stdout
    assert "Every other printed code opens its story." in released.stdout


def test_a_lost_code_is_named_and_stops_the_release_until_it_is_there_again(
    printed: Database,
) -> None:
    printed.rows(LOSE)
    released = printed.release()
    assert released.returncode == 1
    assert LOST in released.stdout
    assert "RELEASE REFUSED: The database is migrated, but 1 printed codes" in released.stdout
    printed.rows(
        "INSERT INTO catalogue_jar "
        "(code, batch_id, beekeeper_id, net_weight_grams, status, updated_at) "
        "SELECT 'N3', batch_id, beekeeper_id, net_weight_grams, status, updated_at "
        "FROM catalogue_jar WHERE code = 'PUREJOY'"
    )
    assert printed.release().returncode == 0


def test_a_migration_that_loses_codes_is_noticed_and_its_rollback_only_warned(
    printed: Database, branch_folder: Path
) -> None:
    branch = lay_branch(branch_folder, f'migrations.RunSQL("{LOSE}")')
    released = replace(printed, branch=branch).release()
    assert released.returncode == 1
    assert LOST in released.stdout
    rolled_back = printed.release()
    assert rolled_back.returncode == 0, rolled_back.stdout
    assert LOST in rolled_back.stdout
    assert "release: WARNING: 1 printed codes open no story" in rolled_back.stdout
