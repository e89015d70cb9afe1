import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("labels", "0001_labels_made"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LongStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("name", models.CharField(max_length=20, verbose_name="step")),
                ("number", models.PositiveIntegerField(default=0, verbose_name="number of codes")),
                ("done", models.PositiveIntegerField(default=0)),
                ("after", models.BigIntegerField(default=0)),
                (
                    "is_held_up",
                    models.BooleanField(default=False, verbose_name="held up by gaps"),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "long step",
                "verbose_name_plural": "steps with many codes",
                "ordering": ["-asked_at"],
            },
        ),
        migrations.CreateModel(
            name="ChosenCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jar",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="catalogue.jar",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chosen",
                        to="labels.longstep",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="chosencode",
            constraint=models.UniqueConstraint(fields=("step", "jar"), name="chosen_code_once"),
        ),
    ]
