import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0013_outline_notes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="printrun",
            name="batch",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="print_runs",
                to="catalogue.batch",
            ),
        ),
        migrations.AlterField(
            model_name="printrun",
            name="beekeeper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="print_runs",
                to="catalogue.beekeeper",
                verbose_name="featured beekeeper",
            ),
        ),
        migrations.AlterField(
            model_name="printrun",
            name="net_weight_grams",
            field=models.PositiveSmallIntegerField(
                default=500,
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="net weight, g",
            ),
        ),
    ]
