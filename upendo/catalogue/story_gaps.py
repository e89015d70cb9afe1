"""What the story of a jar lacks: the gaps of everything that it tells."""

from django.apps import apps

from upendo.catalogue.models.jar import STORY_PATHS, Jar, JarQuerySet
from upendo.editing.gaps import Gap, gaps_of, related_to


def ready_to_look_at(jars: JarQuerySet) -> JarQuerySet:
    """Jars with all that the checks look at, in a constant number of queries."""
    lookups = [
        f"{path}__{related}"
        for name, paths in STORY_PATHS.items()
        for related in related_to(apps.get_model("catalogue", name))
        for path in paths
    ]
    return jars.with_story().prefetch_related(*lookups)


def gaps_in_story(jar: Jar) -> list[Gap]:
    """Return what a jar's story lacks, what blocks first."""
    found = dict.fromkeys(gap for record in jar.records() for gap in gaps_of(record))
    return sorted(found, key=lambda gap: not gap.blocks)
