import django.db.models.deletion
from django.db import migrations, models

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

    dependencies = [
        ('catalogue', '0005_history_of_focus_and_outlines'),
    ]

    operations = [
        migrations.AddField(
            model_name='forest',
            name='group_story',
            field=models.TextField(blank=True, db_default='', default='', help_text="Shown instead of a beekeeper's life where the person does not want to be shown.", verbose_name='about its beekeepers'),
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(choices=[('name', 'Name and life'), ('portrait', 'Portrait'), ('letter', 'Letter'), ('location', 'Village')], max_length=10, verbose_name='to show the')),
                ('given_on', models.DateField()),
                ('record', models.CharField(help_text='How it was given, and where the proof is kept: a signed form, a recording.', max_length=250)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('beekeeper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='catalogue.beekeeper')),
            ],
            options={
                'ordering': ['given_on', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('beekeeper', 'subject'), name='one_consent_in_force', violation_error_message='This consent is in force already.'), models.CheckConstraint(condition=models.Q(('withdrawn_on__isnull', True), ('withdrawn_on__gte', models.F('given_on')), _connector='OR'), name='consent_given_before_withdrawn', violation_error_message='A consent cannot be taken back before it was given.')],
            },
        ),
        migrations.RunPython(record_what_is_shown, migrations.RunPython.noop),
    ]
