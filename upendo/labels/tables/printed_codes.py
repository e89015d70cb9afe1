"""Changes of codes that readers see: they wait in drafts, as those made in a form do."""

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Jar
from upendo.editing.models import Draft
from upendo.editing.states.rows import Fields

NOTE = _("Imported from a table")


def keep_as_drafts(changed: dict[int, Fields], author: User | None) -> None:
    """Keep new values of codes, by their primary keys, on top of drafts that they have already."""
    kind = ContentType.objects.get_for_model(Jar)
    waiting = Draft.objects.filter(content_type=kind, object_id__in=changed).select_for_update()
    drafts = {draft.object_id: draft for draft in waiting}
    for pk, fields in changed.items():
        draft = drafts.setdefault(pk, Draft(content_type=kind, object_id=pk))
        row = f"{Jar._meta.label_lower}:{pk}"
        draft.changed[row] = draft.changed.get(row, {}) | fields
        draft.author, draft.note = author, str(NOTE)
    Draft.objects.bulk_create(
        drafts.values(),
        update_conflicts=True,
        unique_fields=["content_type", "object_id"],
        update_fields=["changed", "author", "note", "updated_at"],
    )
