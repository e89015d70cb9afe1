import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# The release before deletes drafts, too, and knows nothing of their notes.
GOES_WITH_ITS_DRAFT = '''
    ALTER TABLE catalogue_draftnote ADD CONSTRAINT note_goes_with_its_draft
    FOREIGN KEY (draft_id) REFERENCES catalogue_draft (id)
    ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
'''


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0017_people_of_batches'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('text', models.TextField(max_length=1000)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='catalogue.draft')),
                ('to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['created_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PlannedPublication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('at', models.DateTimeField(verbose_name='to be published')),
                ('zone', models.CharField(help_text='As IANA names it.', max_length=64, verbose_name='time zone')),
                ('what', models.TextField(help_text='The names of the records.')),
                ('seen', models.CharField(help_text='SHA-256 of what was looked at.', max_length=64)),
                ('refused', models.TextField(blank=True, help_text='Why it was not published.')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='draft',
            name='plan',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='drafts', to='catalogue.plannedpublication', verbose_name='to be published'),
        ),
        migrations.RunSQL(
            GOES_WITH_ITS_DRAFT,
            'ALTER TABLE catalogue_draftnote DROP CONSTRAINT note_goes_with_its_draft',
        ),
    ]
