import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inbox', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Exchange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(help_text='Shortened, and without their name.', max_length=300, verbose_name='what the reader wrote')),
                ('answer', models.CharField(max_length=500, verbose_name='what the beekeeper answered')),
                ('signed', models.CharField(help_text='What the reader is called in public, like: Ann, Graz.', max_length=60)),
                ('beekeeper_agreed_on', models.DateField(blank=True, help_text='When the beekeeper agreed to these words.', null=True)),
                ('reader_agreed_at', models.DateTimeField(editable=False, null=True, verbose_name='reader agreed')),
                ('letter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='exchange', to='inbox.letter')),
            ],
            options={
                'verbose_name': 'public letter',
                'ordering': ['-reader_agreed_at'],
            },
        ),
    ]
