from django.db import migrations, models

NOTES = {
    'editable': False,
    'help_text': 'What of the last file is not drawn as it stands there, in sentences.',
    'null': True,
    'verbose_name': 'about the outline to look at',
}


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0012_batch_best_before'),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name='proposal_notes',
            field=models.JSONField(**NOTES),
        )
        for name in ('forest', 'historicalforest')
    ]
