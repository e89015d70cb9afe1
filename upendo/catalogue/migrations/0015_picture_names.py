from django.db import migrations, models

PURPOSE = {
    'blank': True,
    'db_default': '',
    'default': '',
    'help_text': 'Its name in the library, such as Portrait of Neema. Readers do not see it.',
    'max_length': 120,
    'verbose_name': 'what it is for',
}
SOURCE = {
    'blank': True,
    'db_default': '',
    'default': '',
    'editable': False,
    'help_text': 'SHA-256 of the file that it was made of.',
    'max_length': 64,
}


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0014_print_runs_of_tables'),
    ]

    operations = [
        *(
            migrations.AddField(model_name=name, name=field, field=models.CharField(**options))
            for name in ('picture', 'historicalpicture')
            for field, options in (('purpose', PURPOSE), ('source', SOURCE))
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.UniqueConstraint(
                condition=models.Q(('source', ''), _negated=True),
                fields=('source',),
                name='picture_once_per_file',
            ),
        ),
    ]
