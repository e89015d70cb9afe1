

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0004_consents_for_what_is_shown'),
    ]

    operations = [
        migrations.AlterField(
            model_name='footprint',
            name='honey',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='footprint', to='catalogue.honey'),
        ),
    ]
