"""The wording rules that a new database begins with."""

from django.db import migrations

from upendo.claims.wording.seed import seed_rules


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = [migrations.RunPython(seed_rules, migrations.RunPython.noop)]
