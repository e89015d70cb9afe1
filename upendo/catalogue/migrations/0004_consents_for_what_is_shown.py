from django.db import migrations

SUBJECTS = ("name", "portrait", "letter", "location")
RECORD = "Shown before consents were written down. Ask for a signed form, or take it back."


def record_what_is_shown(apps, schema_editor):
    """Keep the stories that readers know: a deployment takes nobody's face off a jar by itself."""
    consent = apps.get_model("catalogue", "Consent")
    for beekeeper in apps.get_model("catalogue", "Beekeeper").objects.all():
        consent.objects.bulk_create(
            consent(
                beekeeper=beekeeper,
                subject=subject,
                given_on=beekeeper.updated_at.date(),
                record=RECORD,
            )
            for subject in SUBJECTS
        )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_history_drafts_and_consents")]

    operations = [migrations.RunPython(record_what_is_shown, migrations.RunPython.noop)]
