"""The previous release's code against the next release's schema: expand, then contract.

While a release is deployed, and after a rollback, the code before runs on the schema after.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from delivery.review.tests.databases import Database, lay_branch
from delivery.review.tests.serving import serving

EXPAND = [
    """migrations.RunSQL("ALTER TABLE catalogue_beekeeper ADD home text")""",
    """migrations.RunSQL("ALTER TABLE catalogue_jar ADD shape text NOT NULL DEFAULT 'round'")""",
    """migrations.RunSQL("CREATE INDEX jar_shape ON catalogue_jar (shape)")""",
    """migrations.RunSQL("CREATE TABLE branch_hive (id int PRIMARY KEY)")""",
]
READ_AND_WRITE = """
from upendo.catalogue.models import Jar
jar = Jar.objects.with_story().get(code='PUREJOY')
Jar.objects.create(code='NEWONE', batch=jar.batch, beekeeper=jar.beekeeper)
Jar.objects.filter(code='N1').update(status='retired')
"""


def test_the_previous_code_reads_and_writes_after_an_expansion(
    staging: Database, branch_folder: Path
) -> None:
    with serving(staging) as previous:
        before = previous.story("PUREJOY")
        released = replace(staging, branch=lay_branch(branch_folder, *EXPAND)).release()
        assert released.returncode == 0, released.stdout
        assert previous.story("N5") == before.replace('"PUREJOY"', '"N5"')
    worked = staging.run("manage.py", "shell", "--command", READ_AND_WRITE)
    assert worked.returncode == 0, worked.stdout


@pytest.mark.parametrize(
    ("too_early", "complaint"),
    [
        ("ALTER TABLE catalogue_beekeeper DROP village", "village does not exist"),
        ("ALTER TABLE catalogue_beekeeper RENAME village TO home", "village does not exist"),
        (
            "ALTER TABLE catalogue_jar ADD shape text NOT NULL DEFAULT 'round'; "
            "ALTER TABLE catalogue_jar ALTER shape DROP DEFAULT",
            'null value in column "shape"',
        ),
    ],
)
def test_a_contraction_in_the_same_release_breaks_the_previous_code(
    staging: Database, branch_folder: Path, too_early: str, complaint: str
) -> None:
    step = f"migrations.RunSQL({too_early!r})"
    released = replace(staging, branch=lay_branch(branch_folder, step)).release()
    assert released.returncode == 0, released.stdout
    worked = staging.run("manage.py", "shell", "--command", READ_AND_WRITE)
    assert worked.returncode == 1
    assert complaint in worked.stdout
