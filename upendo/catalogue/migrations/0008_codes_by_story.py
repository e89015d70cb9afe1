"""The indexes by which pages of the desk find their way among millions of codes.

Making them takes some seconds at a million codes. Meanwhile readers read on, and nobody at the desk
saves a code.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0007_pictures_read_from_their_header")]

    operations = [
        migrations.AddIndex(
            model_name="jar",
            index=models.Index(
                F("status"), F("batch"), F("beekeeper"), Coalesce("retailer", 0), name="jar_stories"
            ),
        ),
        migrations.AddIndex(
            model_name="jar",
            index=models.Index(fields=["retailer", "status"], name="jar_retailers"),
        ),
        # The second index begins with the retailer.
        migrations.AlterField(
            model_name="jar",
            name="retailer",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="jars",
                to="catalogue.retailer",
            ),
        ),
    ]
