

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0005_footprints_wait_to_be_published'),
    ]

    operations = [
        migrations.AddField(
            model_name='consent',
            name='withdrawal',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='consent',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
