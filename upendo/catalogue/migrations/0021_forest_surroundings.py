from django.db import migrations, models

SURROUNDINGS = {
    'blank': True,
    'editable': False,
    'help_text': 'Rivers, lakes, towns and coasts, after Natural Earth; cut out when it is saved.',
    'null': True,
    'verbose_name': 'what lies around it',
}


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0020_tables_on_their_way'),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name='surroundings',
            field=models.JSONField(**SURROUNDINGS),
        )
        for name in ('forest', 'historicalforest')
    ]
