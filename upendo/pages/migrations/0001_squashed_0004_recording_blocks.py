"""All tables of the pages at once, with the chapters that every story has.

catalogue/migrations/0001_squashed_0022_recordings.py says why.
"""

import django.core.validators
import django.db.models.deletion
import simple_history.models
import upendo.editing.models.versions
from django.conf import settings
from django.db import migrations, models

# As each story had them before: the order of upendo/pages/models/chapter.py, BuiltIn.
BUILT_IN = ("beekeeper", "honey", "forest", "footprint", "asante")

# An address that readers may have seen is kept. The trigger waits for the end of its transaction:
# what is put into a chapter and taken out again in between nobody has seen.
KEEP_ADDRESS = """
CREATE FUNCTION pages_keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO pages_keptaddress (page_id)
        SELECT slug FROM pages_page WHERE id = NEW.id AND chapter_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_address AFTER INSERT OR UPDATE ON pages_page
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION pages_keep_address();
"""
LET_ADDRESS_GO = """
DROP TRIGGER keep_address ON pages_page;
DROP FUNCTION pages_keep_address();
"""


def add_chapters(apps, schema_editor):
    """Write the rows of the built-in chapters, with room between them."""
    chapters = apps.get_model("pages", "Chapter").objects.using(schema_editor.connection.alias)
    for number, name in enumerate(BUILT_IN, start=1):
        chapters.get_or_create(built_in=name, defaults={"position": 10 * number})


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('pages', '0001_pages'),
        ('pages', '0002_chapters_and_kept_addresses'),
        ('pages', '0003_order_of_pages'),
        ('pages', '0004_recording_blocks'),
    ]

    dependencies = [
        ('catalogue', '0001_squashed_0022_recordings'),
        ('claims', '0001_squashed_0005_what_it_brought'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('title', models.CharField(max_length=80)),
                ('slug', models.CharField(help_text='The end of its address, such as our-bees. It stays for ever once readers may have seen it.', max_length=40, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$', 'Write small letters, digits and hyphens, such as: our-bees')], verbose_name='address')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers come first.', verbose_name='place')),
            ],
            options={
                'ordering': ['chapter__position', 'chapter', 'position', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='page_address_is_plain', violation_error_message='An address has small letters, digits and hyphens.')],
            },
        ),
        migrations.CreateModel(
            name='Chapter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('built_in', models.CharField(blank=True, choices=[('beekeeper', 'Beekeeper'), ('honey', 'Honey'), ('forest', 'Forest'), ('footprint', 'Footprint'), ('asante', 'Asante')], editable=False, max_length=10)),
                ('title', models.CharField(blank=True, help_text='What the menu calls it: Our bees, for example.', max_length=40)),
                ('line', models.CharField(blank=True, help_text='What readers find in it, in a few words.', max_length=100, verbose_name='line below the title')),
                ('hidden', models.BooleanField(default=False, help_text='The menu and the way through the story leave it out. The addresses of built-in pages go on working.')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers come first.', verbose_name='place')),
                ('order', models.TextField(blank=True, db_default='', default='', verbose_name='order of its pages')),
            ],
            options={
                'ordering': ['position', 'built_in', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('built_in', ''), _negated=True), fields=('built_in',), name='chapter_built_in_once'), models.CheckConstraint(condition=models.Q(models.Q(('built_in', ''), models.Q(('title', ''), _negated=True)), models.Q(models.Q(('built_in', ''), _negated=True), ('line', ''), ('title', '')), _connector='OR'), name='chapter_has_words_of_its_own_or_is_built_in', violation_error_message='A chapter of your own needs a title; a built-in one has its own words.'), models.CheckConstraint(condition=models.Q(('hidden', False), models.Q(('built_in', 'beekeeper'), ('built_in', 'honey'), _connector='OR', _negated=True), _connector='OR'), name='chapter_that_the_law_wants_is_shown', violation_error_message='This chapter cannot be hidden: it says what the law wants readers to know of the honey and its origin.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalChapter',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('revision', models.DateTimeField(db_default=upendo.editing.models.versions.TransactionBegan(), editable=False)),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('built_in', models.CharField(blank=True, choices=[('beekeeper', 'Beekeeper'), ('honey', 'Honey'), ('forest', 'Forest'), ('footprint', 'Footprint'), ('asante', 'Asante')], editable=False, max_length=10)),
                ('title', models.CharField(blank=True, help_text='What the menu calls it: Our bees, for example.', max_length=40)),
                ('line', models.CharField(blank=True, help_text='What readers find in it, in a few words.', max_length=100, verbose_name='line below the title')),
                ('hidden', models.BooleanField(default=False, help_text='The menu and the way through the story leave it out. The addresses of built-in pages go on working.')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers come first.', verbose_name='place')),
                ('order', models.TextField(blank=True, db_default='', default='', verbose_name='order of its pages')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical chapter',
                'verbose_name_plural': 'historical chapters',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPage',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('revision', models.DateTimeField(db_default=upendo.editing.models.versions.TransactionBegan(), editable=False)),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('title', models.CharField(max_length=80)),
                ('slug', models.CharField(db_index=True, help_text='The end of its address, such as our-bees. It stays for ever once readers may have seen it.', max_length=40, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*$', 'Write small letters, digits and hyphens, such as: our-bees')], verbose_name='address')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers come first.', verbose_name='place')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('chapter', models.ForeignKey(blank=True, db_constraint=False, help_text="Where it stands; its place among the pages there is chosen on the chapter's form. Empty: readers do not see it.", null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pages.chapter')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical page',
                'verbose_name_plural': 'historical pages',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='KeptAddress',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='pages.page', to_field='slug')),
            ],
            options={
                'verbose_name_plural': 'kept addresses',
            },
        ),
        migrations.AddField(
            model_name='page',
            name='chapter',
            field=models.ForeignKey(blank=True, help_text="Where it stands; its place among the pages there is chosen on the chapter's form. Empty: readers do not see it.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='pages.chapter'),
        ),
        migrations.CreateModel(
            name='HistoricalBlock',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('revision', models.DateTimeField(db_default=upendo.editing.models.versions.TransactionBegan(), editable=False)),
                ('kind', models.CharField(choices=[('heading', 'Heading'), ('text', 'Text'), ('picture', 'Picture'), ('figure', 'Figure'), ('quotation', 'Quotation'), ('link', 'Link'), ('person', 'Person'), ('recording', 'Recording')], default='text', max_length=10)),
                ('text', models.TextField(blank=True, help_text='A blank line starts a new paragraph. Below a picture it is the caption, of a link its words, and of a recording what is said in it.')),
                ('said_by', models.CharField(blank=True, help_text='Who said or wrote it.', max_length=120)),
                ('url', models.URLField(blank=True, help_text='With https:// at the beginning.', verbose_name='link')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers come first.', verbose_name='place')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('beekeeper', models.ForeignKey(blank=True, db_constraint=False, help_text='Shown as far as they have agreed to it; whose voice it is, heard as long as they do.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalogue.beekeeper')),
                ('claim', models.ForeignKey(blank=True, db_constraint=False, help_text="It tells the figure and proves it. Without evidence, expired or forbidden in the jar's market it is absent.", null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='claims.claim')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('picture', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalogue.picture')),
                ('recording', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalogue.recording')),
                ('page', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pages.page')),
            ],
            options={
                'verbose_name': 'historical block',
                'verbose_name_plural': 'historical blocks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAudience',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('revision', models.DateTimeField(db_default=upendo.editing.models.versions.TransactionBegan(), editable=False)),
                ('market', models.CharField(blank=True, choices=[('EU', 'European Union'), ('UK', 'United Kingdom'), ('US', 'United States'), ('CA', 'Canada'), ('ANZ', 'Australia and New Zealand'), ('WORLD', 'Rest of the world')], max_length=5)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('forest', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalogue.forest')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('honey', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalogue.honey')),
                ('shop', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalogue.retailer')),
                ('page', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pages.page')),
            ],
            options={
                'verbose_name': 'historical line of whom it is for',
                'verbose_name_plural': 'historical whom it is for',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('heading', 'Heading'), ('text', 'Text'), ('picture', 'Picture'), ('figure', 'Figure'), ('quotation', 'Quotation'), ('link', 'Link'), ('person', 'Person'), ('recording', 'Recording')], default='text', max_length=10)),
                ('text', models.TextField(blank=True, help_text='A blank line starts a new paragraph. Below a picture it is the caption, of a link its words, and of a recording what is said in it.')),
                ('said_by', models.CharField(blank=True, help_text='Who said or wrote it.', max_length=120)),
                ('url', models.URLField(blank=True, help_text='With https:// at the beginning.', verbose_name='link')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers come first.', verbose_name='place')),
                ('beekeeper', models.ForeignKey(blank=True, help_text='Shown as far as they have agreed to it; whose voice it is, heard as long as they do.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.beekeeper')),
                ('claim', models.ForeignKey(blank=True, help_text="It tells the figure and proves it. Without evidence, expired or forbidden in the jar's market it is absent.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.claim')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.picture')),
                ('recording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.recording')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='pages.page')),
            ],
            options={
                'ordering': ['position', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'heading'), _negated=True), models.Q(models.Q(('text', ''), _negated=True), ('said_by', ''), ('url', ''), ('picture__isnull', True), ('claim__isnull', True), ('recording__isnull', True), ('beekeeper__isnull', True)), _connector='OR'), name='block_heading_is_whole', violation_error_message='Heading: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'text'), _negated=True), models.Q(models.Q(('text', ''), _negated=True), ('said_by', ''), ('url', ''), ('picture__isnull', True), ('claim__isnull', True), ('recording__isnull', True), ('beekeeper__isnull', True)), _connector='OR'), name='block_text_is_whole', violation_error_message='Text: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'picture'), _negated=True), models.Q(('said_by', ''), ('url', ''), models.Q(('picture__isnull', True), _negated=True), ('claim__isnull', True), ('recording__isnull', True), ('beekeeper__isnull', True)), _connector='OR'), name='block_picture_is_whole', violation_error_message='Picture: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'figure'), _negated=True), models.Q(('text', ''), ('said_by', ''), ('url', ''), ('picture__isnull', True), models.Q(('claim__isnull', True), _negated=True), ('recording__isnull', True), ('beekeeper__isnull', True)), _connector='OR'), name='block_figure_is_whole', violation_error_message='Figure: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'quotation'), _negated=True), models.Q(models.Q(('text', ''), _negated=True), models.Q(('said_by', ''), _negated=True), ('url', ''), ('picture__isnull', True), ('claim__isnull', True), ('recording__isnull', True), ('beekeeper__isnull', True)), _connector='OR'), name='block_quotation_is_whole', violation_error_message='Quotation: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'link'), _negated=True), models.Q(models.Q(('text', ''), _negated=True), ('said_by', ''), models.Q(('url', ''), _negated=True), ('picture__isnull', True), ('claim__isnull', True), ('recording__isnull', True), ('beekeeper__isnull', True)), _connector='OR'), name='block_link_is_whole', violation_error_message='Link: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'person'), _negated=True), models.Q(('said_by', ''), ('url', ''), ('picture__isnull', True), ('claim__isnull', True), ('recording__isnull', True), models.Q(('beekeeper__isnull', True), _negated=True)), _connector='OR'), name='block_person_is_whole', violation_error_message='Person: something is missing, or too much.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'recording'), _negated=True), models.Q(('said_by', ''), ('url', ''), ('picture__isnull', True), ('claim__isnull', True), models.Q(('recording__isnull', True), _negated=True)), _connector='OR'), name='block_recording_is_whole', violation_error_message='Recording: something is missing, or too much.')],
            },
        ),
        migrations.CreateModel(
            name='Audience',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('market', models.CharField(blank=True, choices=[('EU', 'European Union'), ('UK', 'United Kingdom'), ('US', 'United States'), ('CA', 'Canada'), ('ANZ', 'Australia and New Zealand'), ('WORLD', 'Rest of the world')], max_length=5)),
                ('forest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='catalogue.forest')),
                ('honey', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='catalogue.honey')),
                ('shop', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='catalogue.retailer')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audience', to='pages.page')),
            ],
            options={
                'verbose_name': 'line of whom it is for',
                'verbose_name_plural': 'whom it is for',
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('honey__isnull', False), ('forest__isnull', False), ('shop__isnull', False), models.Q(('market', ''), _negated=True), _connector='OR'), name='audience_names_something', violation_error_message='Choose a honey, a forest, a shop or a market, or take the line away.')],
            },
        ),
        migrations.RunPython(add_chapters, migrations.RunPython.noop),
        migrations.RunSQL(KEEP_ADDRESS, LET_ADDRESS_GO),
    ]
