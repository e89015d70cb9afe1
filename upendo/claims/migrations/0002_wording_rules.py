"""The wording rules came with this migration once; they come with 0004 now, which knows lists."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = []
