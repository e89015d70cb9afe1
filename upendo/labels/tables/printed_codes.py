"""Changes of codes that readers see: they wait in drafts, as those made in a form do."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Jar
from upendo.editing.models import Draft
from upendo.editing.rows import as_rows, changes

NOTE = _("Imported from a table")


def keep_as_drafts(jars: Sequence[Jar], author: User | None) -> None:
    """Keep changed codes that are not saved as drafts, on top of drafts that they have already."""
    kind = ContentType.objects.get_for_model(Jar)
    keys = [jar.pk for jar in jars]
    waiting = Draft.objects.filter(content_type=kind, object_id__in=keys).select_for_update()
    drafts = {draft.object_id: draft for draft in waiting}
    found = changes(as_rows(Jar.objects.filter(pk__in=keys)), as_rows(jars)).changed
    for jar in jars:
        draft = drafts.setdefault(jar.pk, Draft(content_type=kind, object_id=jar.pk))
        row = f"{Jar._meta.label_lower}:{jar.pk}"
        draft.changed[row] = draft.changed.get(row, {}) | found[row]
        draft.author, draft.note = author, str(NOTE)
    Draft.objects.bulk_create(
        drafts.values(),
        update_conflicts=True,
        unique_fields=["content_type", "object_id"],
        update_fields=["changed", "author", "note", "updated_at"],
    )
