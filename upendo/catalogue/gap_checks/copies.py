"""Records that are still called copies."""

from collections.abc import Iterator

from django.utils.translation import gettext

from upendo.catalogue.models import Batch, Beekeeper, Content, Honey
from upendo.editing.copies import SUFFIX, names_of
from upendo.editing.gaps import Gap, check


@check(Beekeeper)
@check(Honey)
@check(Batch)
def _still_a_copy(record: Content) -> Iterator[Gap]:
    for name in names_of(type(record)):
        if getattr(record, name.name).endswith(SUFFIX):
            words = gettext("%(record)s is still called a copy: give it its own name.") % {
                "record": record
            }
            yield Gap(words, record, f"id_{name.name}", blocks=True)
