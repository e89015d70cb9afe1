"""Facts that warn of honey for infants were known by their words until now."""

from django.db import migrations
from django.db.models import Q

ABOUT_INFANTS = Q(title__iregex=r"infant|bab(y|ies)") | Q(text__iregex=r"infant|bab(y|ies)")
ABOUT_THEIR_AGE = Q(title__iregex=r"\y(12|twelve)\y") | Q(text__iregex=r"\y(12|twelve)\y")


def mark(apps, schema_editor):
    facts = apps.get_model("catalogue", "HoneyFact").objects.order_by("honey_id", "position", "id")
    # The first of each honey was the one that stood in the frame.
    first = facts.filter(ABOUT_INFANTS, ABOUT_THEIR_AGE).distinct("honey_id")
    facts.filter(pk__in=list(first.values_list("pk", flat=True))).update(kind="infants")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0009_facts_have_a_kind")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
