"""Which records the stories of some jars tell, and what readers see therefore."""

from django.db.models import Exists, Model, OuterRef, Q

from upendo.catalogue.also_told import also_told
from upendo.catalogue.models.content import Content
from upendo.catalogue.models.jar import Jar, JarQuerySet
from upendo.catalogue.models.story_paths import any_of, paths_to


def readers_see(record: Content) -> bool:
    """Whether the story of a printed code tells this record."""
    model = type(record)
    return model._default_manager.filter(seen_by_readers(model), pk=record.pk).exists()


def seen_by_readers(model: type[Content]) -> Q:
    """Return the condition that readers see a record of this model."""
    return told_by(Jar.objects.printed(), model)


def told_by(jars: JarQuerySet, model: type[Model]) -> Q:
    """Return the condition that the story of one of these jars tells a record of this model."""
    conditions = [
        Q(Exists(jars.order_by().filter(**{path: OuterRef("pk")}))) for path in paths_to(model)
    ]
    return any_of([*conditions, *(kind.told_by(jars) for kind in also_told(model))])
