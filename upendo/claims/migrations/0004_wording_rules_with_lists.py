"""The wording rules and lists that a new database begins with.

A database of before gets them too, but a rule that somebody has changed stays as it is.
"""

from django.db import migrations

from upendo.claims.wording.seed import seed_lists, seed_rules

# The words of each rule as the first seed wrote them, by their digests.
AS_FIRST_WRITTEN = {
    "1427c6e110d1",
    "454c81c1ff4a",
    "2f677c0de310",
    "b6cc0c0f08f1",
    "56cdfb76c419",
    "86a0b5089136",
    "ec8148f02fe9",
    "6584d67acc7b",
    "6ce7bf75ed47",
    "9821fb526525",
    "cb7feec2ef1f",
}


def seed(apps, schema_editor):
    seed_lists(apps)
    seed_rules(apps, AS_FIRST_WRITTEN)


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_word_lists")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
