"""All tables of the claims at once, with the wording rules and lists that a new database begins with.

catalogue/migrations/0001_squashed_0022_recordings.py says why.
"""

import django.core.validators
import django.db.models.deletion
import simple_history.models
import upendo.claims.models.fields
import upendo.claims.models.proof
import upendo.claims.pdf
import upendo.claims.wording.patterns
import upendo.editing.models.versions
from django.conf import settings
from django.db import migrations, models

from upendo.claims.wording.seed import seed_lists, seed_rules


def seed(apps, schema_editor):
    seed_lists(apps)
    seed_rules(apps)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('claims', '0001_initial'),
        ('claims', '0002_wording_rules'),
        ('claims', '0003_word_lists'),
        ('claims', '0004_wording_rules_with_lists'),
        ('claims', '0005_what_it_brought'),
    ]

    dependencies = [
        ('catalogue', '0001_squashed_0022_recordings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalCertificate',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('revision', models.DateTimeField(db_default=upendo.editing.models.versions.TransactionBegan(), editable=False)),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('evidence_title', models.CharField(blank=True, help_text='What proves it, as readers see it: the report, who wrote it, its date.', max_length=160, verbose_name='evidence')),
                ('evidence_url', models.URLField(blank=True, help_text='Where readers can see it themselves.', verbose_name='link to the evidence')),
                ('evidence_file', models.TextField(blank=True, help_text='A PDF of at most 5 MB. Readers can open it, so it must hold nothing private.', max_length=160, validators=[django.core.validators.FileExtensionValidator(['pdf']), upendo.claims.pdf.validate_pdf], verbose_name='or the evidence as a file')),
                ('markets', upendo.claims.models.fields.MarketsField(help_text='Where it may be said. A code without a market, and PUREJOY, show only what is allowed in all of them.')),
                ('valid_from', models.DateField(blank=True, help_text='The first day. Empty: always.', null=True)),
                ('valid_until', models.DateField(blank=True, help_text='The last day. Empty: no end.', null=True)),
                ('scheme', models.CharField(choices=[('eu-organic', 'EU organic'), ('gb-organic', 'GB organic'), ('usda-organic', 'USDA organic'), ('canada-organic', 'Canada organic'), ('aco-organic', 'Australian certified organic'), ('fairtrade', 'Fairtrade')], max_length=20)),
                ('number', models.CharField(max_length=80, verbose_name='certificate number')),
                ('control_body', models.CharField(help_text='Who inspects and issues the certificate.', max_length=120)),
                ('control_body_code', models.CharField(blank=True, help_text="For example TZ-BIO-149. The EU's organic mark may not appear without it.", max_length=20, verbose_name="control body's code")),
                ('holder', models.CharField(help_text='Who is certified.', max_length=120)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical certificate',
                'verbose_name_plural': 'historical certificates',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalClaim',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('revision', models.DateTimeField(db_default=upendo.editing.models.versions.TransactionBegan(), editable=False)),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('paid_per_kg', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='paid per kilogram')),
                ('currency', models.CharField(blank=True, db_default='', default='', help_text='Three capitals, such as TZS or EUR.', max_length=3, validators=[django.core.validators.RegexValidator('^[A-Z]{3}$', 'Three capitals, such as TZS or EUR.')])),
                ('paid_on', models.DateField(blank=True, null=True)),
                ('local_per_kg', models.DecimalField(blank=True, decimal_places=2, help_text='What the same honey fetched there, in the same currency. Empty: not known.', max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='local price per kilogram')),
                ('local_on', models.DateField(blank=True, null=True, verbose_name='day of the local price')),
                ('local_source', models.CharField(blank=True, db_default='', default='', help_text='Who asked whom, so that a reader could look it up.', max_length=250, verbose_name='source of the local price')),
                ('figure', models.DecimalField(blank=True, decimal_places=2, help_text='The number alone.', max_digits=14, null=True)),
                ('unit', models.CharField(blank=True, db_default='', default='', help_text='Such as: new hives', max_length=60)),
                ('figure_on', models.DateField(blank=True, null=True, verbose_name='day of the figure')),
                ('figure_source', models.CharField(blank=True, db_default='', default='', help_text='Who counted it.', max_length=250, verbose_name='source of the figure')),
                ('evidence_title', models.CharField(blank=True, help_text='What proves it, as readers see it: the report, who wrote it, its date.', max_length=160, verbose_name='evidence')),
                ('evidence_url', models.URLField(blank=True, help_text='Where readers can see it themselves.', verbose_name='link to the evidence')),
                ('evidence_file', models.TextField(blank=True, help_text='A PDF of at most 5 MB. Readers can open it, so it must hold nothing private.', max_length=160, validators=[django.core.validators.FileExtensionValidator(['pdf']), upendo.claims.pdf.validate_pdf], verbose_name='or the evidence as a file')),
                ('markets', upendo.claims.models.fields.MarketsField(help_text='Where it may be said. A code without a market, and PUREJOY, show only what is allowed in all of them.')),
                ('valid_from', models.DateField(blank=True, help_text='The first day. Empty: always.', null=True)),
                ('valid_until', models.DateField(blank=True, help_text='The last day. Empty: no end.', null=True)),
                ('wording', models.CharField(help_text='The claim exactly as readers see it.', max_length=250)),
                ('kind', models.CharField(choices=[('origin', 'Origin'), ('quality', 'Quality'), ('environment', 'Environment'), ('social', 'Social'), ('health', 'Health')], max_length=12)),
                ('scope', models.CharField(help_text='What exactly is claimed, and for what. For example: This batch, when bottled', max_length=160, verbose_name='what it covers')),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('evidenced', 'Evidenced'), ('verified', 'Verified')], default='draft', help_text='Draft: readers never see it. Evidenced: we hold the evidence. Verified: somebody independent has checked it.', max_length=10)),
                ('verifier', models.CharField(blank=True, help_text='The independent person or body.', max_length=120, verbose_name='verified by')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical claim',
                'verbose_name_plural': 'historical claims',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='WordingRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('suggestion', models.TextField(help_text='What to write instead; it stands beside the text that uses the words.', verbose_name='better')),
                ('is_active', models.BooleanField(default=True, help_text='Off: the rule is kept, and texts are not checked by it.', verbose_name='in use')),
                ('certificate', models.CharField(blank=True, choices=[('organic', 'Organic farming'), ('fairtrade', 'Fairtrade')], db_default='', default='', help_text='A sentence that names the control body, its code or the number of such a certificate on record may be said while and where the certificate holds.', max_length=10, verbose_name='certificate that allows it')),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('suggestion', ''), _negated=True), name='wording_rule_suggests_something', violation_error_message='Say what to write instead.')],
            },
        ),
        migrations.CreateModel(
            name='WordList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Rules use it in brackets: [eases] ... [illness].', max_length=40, validators=[django.core.validators.RegexValidator('^[a-z ]+\\Z', 'Write small letters, such as: illness.')])),
                ('language', models.CharField(choices=[('en', 'English'), ('de', 'German'), ('fr', 'French'), ('nl', 'Dutch'), ('es', 'Spanish'), ('it', 'Italian'), ('sw', 'Swahili')], max_length=2)),
                ('words', models.TextField(help_text='One word or phrase a line, with stars where useful, as in a rule.', validators=[upendo.claims.wording.patterns.validate_list])),
            ],
            options={
                'verbose_name': 'list of words',
                'verbose_name_plural': 'lists of words',
                'ordering': ['name', 'language'],
                'constraints': [models.UniqueConstraint(fields=('name', 'language'), name='word_list_once_per_language', violation_error_message='This list exists in this language.')],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('evidence_title', models.CharField(blank=True, help_text='What proves it, as readers see it: the report, who wrote it, its date.', max_length=160, verbose_name='evidence')),
                ('evidence_url', models.URLField(blank=True, help_text='Where readers can see it themselves.', verbose_name='link to the evidence')),
                ('evidence_file', models.FileField(blank=True, help_text='A PDF of at most 5 MB. Readers can open it, so it must hold nothing private.', max_length=160, upload_to=upendo.claims.models.proof.evidence_path, validators=[django.core.validators.FileExtensionValidator(['pdf']), upendo.claims.pdf.validate_pdf], verbose_name='or the evidence as a file')),
                ('markets', upendo.claims.models.fields.MarketsField(help_text='Where it may be said. A code without a market, and PUREJOY, show only what is allowed in all of them.')),
                ('valid_from', models.DateField(blank=True, help_text='The first day. Empty: always.', null=True)),
                ('valid_until', models.DateField(blank=True, help_text='The last day. Empty: no end.', null=True)),
                ('scheme', models.CharField(choices=[('eu-organic', 'EU organic'), ('gb-organic', 'GB organic'), ('usda-organic', 'USDA organic'), ('canada-organic', 'Canada organic'), ('aco-organic', 'Australian certified organic'), ('fairtrade', 'Fairtrade')], max_length=20)),
                ('number', models.CharField(max_length=80, verbose_name='certificate number')),
                ('control_body', models.CharField(help_text='Who inspects and issues the certificate.', max_length=120)),
                ('control_body_code', models.CharField(blank=True, help_text="For example TZ-BIO-149. The EU's organic mark may not appear without it.", max_length=20, verbose_name="control body's code")),
                ('holder', models.CharField(help_text='Who is certified.', max_length=120)),
                ('batches', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.batch')),
                ('footprints', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.footprint')),
                ('forests', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.forest')),
                ('honeys', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.honey')),
            ],
            options={
                'ordering': ['scheme', 'number'],
                'constraints': [models.UniqueConstraint(fields=('scheme', 'number'), name='certificate_recorded_once'), models.CheckConstraint(condition=models.Q(('markets__contained_by', ['EU', 'UK', 'US', 'CA', 'ANZ', 'WORLD']), ('markets__len__gt', 0)), name='certificate_markets_are_known', violation_error_message='Choose at least one market.'), models.CheckConstraint(condition=models.Q(models.Q(('evidence_title', ''), _negated=True), models.Q(models.Q(('evidence_url', ''), _negated=True), models.Q(('evidence_file', ''), _negated=True), _connector='OR')), name='certificate_is_at_hand', violation_error_message='Name the certificate, and link to it or upload it.'), models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='certificate_ends_after_it_begins', violation_error_message='A certificate has a first and a last day, in this order.'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', False), ('valid_until__isnull', False)), name='certificate_has_dates', violation_error_message='A certificate has a first and a last day.'), models.CheckConstraint(condition=models.Q(models.Q(('scheme', 'eu-organic'), _negated=True), ('control_body_code__regex', '^[A-Z]{2}-[A-ZÖÉ]{3,4}-\\d{2,3}(-[A-Z0-9]{1,4})?$'), _connector='OR'), name='eu_organic_has_control_body_code', violation_error_message="EU organic needs a control body's code like TZ-BIO-149.")],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('paid_per_kg', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='paid per kilogram')),
                ('currency', models.CharField(blank=True, db_default='', default='', help_text='Three capitals, such as TZS or EUR.', max_length=3, validators=[django.core.validators.RegexValidator('^[A-Z]{3}$', 'Three capitals, such as TZS or EUR.')])),
                ('paid_on', models.DateField(blank=True, null=True)),
                ('local_per_kg', models.DecimalField(blank=True, decimal_places=2, help_text='What the same honey fetched there, in the same currency. Empty: not known.', max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='local price per kilogram')),
                ('local_on', models.DateField(blank=True, null=True, verbose_name='day of the local price')),
                ('local_source', models.CharField(blank=True, db_default='', default='', help_text='Who asked whom, so that a reader could look it up.', max_length=250, verbose_name='source of the local price')),
                ('figure', models.DecimalField(blank=True, decimal_places=2, help_text='The number alone.', max_digits=14, null=True)),
                ('unit', models.CharField(blank=True, db_default='', default='', help_text='Such as: new hives', max_length=60)),
                ('figure_on', models.DateField(blank=True, null=True, verbose_name='day of the figure')),
                ('figure_source', models.CharField(blank=True, db_default='', default='', help_text='Who counted it.', max_length=250, verbose_name='source of the figure')),
                ('evidence_title', models.CharField(blank=True, help_text='What proves it, as readers see it: the report, who wrote it, its date.', max_length=160, verbose_name='evidence')),
                ('evidence_url', models.URLField(blank=True, help_text='Where readers can see it themselves.', verbose_name='link to the evidence')),
                ('evidence_file', models.FileField(blank=True, help_text='A PDF of at most 5 MB. Readers can open it, so it must hold nothing private.', max_length=160, upload_to=upendo.claims.models.proof.evidence_path, validators=[django.core.validators.FileExtensionValidator(['pdf']), upendo.claims.pdf.validate_pdf], verbose_name='or the evidence as a file')),
                ('markets', upendo.claims.models.fields.MarketsField(help_text='Where it may be said. A code without a market, and PUREJOY, show only what is allowed in all of them.')),
                ('valid_from', models.DateField(blank=True, help_text='The first day. Empty: always.', null=True)),
                ('valid_until', models.DateField(blank=True, help_text='The last day. Empty: no end.', null=True)),
                ('wording', models.CharField(help_text='The claim exactly as readers see it.', max_length=250)),
                ('kind', models.CharField(choices=[('origin', 'Origin'), ('quality', 'Quality'), ('environment', 'Environment'), ('social', 'Social'), ('health', 'Health')], max_length=12)),
                ('scope', models.CharField(help_text='What exactly is claimed, and for what. For example: This batch, when bottled', max_length=160, verbose_name='what it covers')),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('evidenced', 'Evidenced'), ('verified', 'Verified')], default='draft', help_text='Draft: readers never see it. Evidenced: we hold the evidence. Verified: somebody independent has checked it.', max_length=10)),
                ('verifier', models.CharField(blank=True, help_text='The independent person or body.', max_length=120, verbose_name='verified by')),
                ('batches', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.batch')),
                ('footprints', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.footprint')),
                ('forests', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.forest')),
                ('honeys', models.ManyToManyField(blank=True, related_name='%(class)ss', to='catalogue.honey')),
            ],
            options={
                'ordering': ['kind', 'wording'],
                'constraints': [models.CheckConstraint(condition=models.Q(('markets__contained_by', ['EU', 'UK', 'US', 'CA', 'ANZ', 'WORLD']), ('markets__len__gt', 0)), name='claim_markets_are_known', violation_error_message='Choose at least one market.'), models.CheckConstraint(condition=models.Q(models.Q(('currency', ''), ('paid_on__isnull', True), ('paid_per_kg__isnull', True), ('local_on__isnull', True), ('local_per_kg__isnull', True), ('local_source', '')), models.Q(('paid_per_kg__gte', 0), ('paid_per_kg__isnull', False), ('currency__regex', '^[A-Z]{3}$'), ('paid_on__isnull', False)), _connector='OR'), name='claim_payment_is_whole', violation_error_message='A payment has a price per kilogram, a currency and a day; a local price stands only beside one.'), models.CheckConstraint(condition=models.Q(models.Q(('local_on__isnull', True), ('local_per_kg__isnull', True), ('local_source', '')), models.Q(('local_per_kg__gte', 0), ('local_per_kg__isnull', False), ('local_on__isnull', False), models.Q(('local_source', ''), _negated=True)), _connector='OR'), name='claim_local_price_is_whole', violation_error_message='A local price has a figure, a day and a source.'), models.CheckConstraint(condition=models.Q(models.Q(('figure__isnull', True), ('figure_on__isnull', True), ('figure_source', ''), ('unit', '')), models.Q(('figure__isnull', False), ('figure_on__isnull', False), models.Q(('unit', ''), _negated=True), models.Q(('figure_source', ''), _negated=True)), _connector='OR'), name='claim_figure_is_whole', violation_error_message='A figure has a number, a unit, a day and a source.'), models.CheckConstraint(condition=models.Q(models.Q(('currency', ''), ('paid_on__isnull', True), ('paid_per_kg__isnull', True)), models.Q(('figure__isnull', True), ('figure_on__isnull', True), ('figure_source', ''), ('unit', '')), _connector='OR'), name='claim_tells_one_figure', violation_error_message='A claim tells a payment or another figure, not both: make two claims.'), models.CheckConstraint(condition=models.Q(('status', 'draft'), models.Q(models.Q(('evidence_title', ''), _negated=True), models.Q(models.Q(('evidence_url', ''), _negated=True), models.Q(('evidence_file', ''), _negated=True), _connector='OR')), _connector='OR'), name='claim_evidenced_by_something', violation_error_message='A claim is evidenced once the evidence is named and there is a link to it or a file. Until then it stays a draft.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'verified'), _negated=True), models.Q(('verifier', ''), _negated=True), _connector='OR'), name='claim_verified_by_somebody', violation_error_message='A verified claim names who verified it.'), models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from')), ('valid_from__isnull', True), ('valid_until__isnull', True), _connector='OR'), name='claim_ends_after_it_begins', violation_error_message='A claim cannot end before it begins.')],
            },
        ),
        migrations.CreateModel(
            name='WordingPhrases',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('de', 'German'), ('fr', 'French'), ('nl', 'Dutch'), ('es', 'Spanish'), ('it', 'Italian'), ('sw', 'Swahili')], help_text='Empty: words of every language.', max_length=2)),
                ('words', models.TextField(help_text='One word or phrase a line. A space also finds a hyphen, a line break or nothing at all between the words. A star stands for any letters: probiot* finds probiotic and probiotics. Three dots stand for up to five other words of the sentence, and a name in brackets for any word of that list: [eases] ... [illness]. Usual endings, capitals and accents need not be written.', validators=[upendo.claims.wording.patterns.validate_phrases])),
                ('exceptions', models.TextField(blank=True, help_text='Phrases in which these words mean something else, one a line: green tea. With somebody else before them, the words are not about the honey: [people] ... cough', validators=[upendo.claims.wording.patterns.validate_phrases], verbose_name='but not in')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phrases', to='claims.wordingrule')),
            ],
            options={
                'verbose_name': 'words',
                'verbose_name_plural': 'words',
                'ordering': ['language'],
                'constraints': [models.UniqueConstraint(fields=('rule', 'language'), name='wording_phrases_once_per_language', violation_error_message='The words of this language stand in one field.')],
            },
        ),
        migrations.CreateModel(
            name='WordingOverride',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.CharField(help_text='Exactly as it stands in the text.', max_length=300, verbose_name='sentence')),
                ('reason', models.TextField(help_text='Why it may be said all the same, and where the proof of it is kept.')),
                ('allowed_at', models.DateTimeField(auto_now_add=True)),
                ('allowed_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overrides', to='claims.wordingrule')),
            ],
            options={
                'verbose_name': 'allowed sentence',
                'ordering': ['-allowed_at'],
                'constraints': [models.UniqueConstraint(fields=('rule', 'passage'), name='sentence_allowed_once', violation_error_message='This sentence is allowed already.'), models.CheckConstraint(condition=models.Q(('reason__regex', '\\S')), name='wording_override_has_reason', violation_error_message='Say why this may be said.')],
            },
        ),
        migrations.CreateModel(
            name='WordingLaw',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('markets', upendo.claims.models.fields.MarketsField(help_text='Where this law holds.')),
                ('severity', models.CharField(choices=[('block', 'Block'), ('warn', 'Warn')], help_text='Block: the text cannot be saved until it is changed or allowed. Warn: it can.', max_length=5)),
                ('reason', models.TextField(help_text='What the law objects to, in plain words.')),
                ('source', models.CharField(max_length=200, verbose_name='legal source')),
                ('source_url', models.URLField(blank=True, verbose_name='link to the law')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='laws', to='claims.wordingrule')),
            ],
            options={
                'verbose_name': 'law',
                'ordering': ['severity', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('markets__contained_by', ['EU', 'UK', 'US', 'CA', 'ANZ', 'WORLD']), ('markets__len__gt', 0)), name='wording_law_markets_are_known', violation_error_message='Choose at least one market.'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('source', ''), _negated=True)), name='wording_law_has_reason_and_source', violation_error_message='Say what the law objects to, and name it.')],
            },
        ),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
