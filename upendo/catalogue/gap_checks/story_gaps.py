"""What stories lack: the gaps of everything that they tell."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from upendo.catalogue.also_told import also_told
from upendo.catalogue.models.jar import Jar, JarQuerySet
from upendo.catalogue.models.story_paths import STORY_PATHS
from upendo.editing.gaps import Gap, gaps_of, related_to

NEWEST = 1000  # stories, those of the newest batches, that are looked at for what they lack
PATHS = [(name, path) for name, paths in STORY_PATHS.items() for path in paths]


@dataclass(frozen=True)
class Missing:
    """A gap, and the stories that have it: of each one code, a draft if there is one."""

    gap: Gap
    stories: list[Jar]

    @property
    def waiting(self) -> list[Jar]:
        """The stories of codes that cannot go live before it is mended."""
        return [jar for jar in self.stories if self.gap.blocks and not jar.is_printed]


def ready_to_look_at(jars: JarQuerySet) -> JarQuerySet:
    """Jars with all that the checks look at, in a constant number of queries."""
    lookups = [
        f"{path}__{related}"
        for name, path in PATHS
        for related in related_to(apps.get_model("catalogue", name))
    ]
    return jars.with_story().prefetch_related(*lookups)


def gaps_in_story(jar: Jar) -> list[Gap]:
    """Return what a jar's story lacks, what blocks first."""
    found = dict.fromkeys(gap for record in jar.records() for gap in gaps_of(record))
    return sorted(found, key=lambda gap: not gap.blocks)


def missing() -> list[Missing]:
    """Return each gap of the newest stories once, those in the way of most stories first.

    Each record is read once, however many stories tell it.
    """
    stories = {jar.pk: jar for jar in Jar.objects.stories_to_mend()[:NEWEST]}
    found: dict[Gap, set[int]] = defaultdict(set)
    for model, told in _told_by(stories).items():
        records = model._default_manager.filter(pk__in=told)
        for record in records.prefetch_related(*related_to(model)):
            for gap in gaps_of(record):
                found[gap] |= told[record.pk]
    all_found = [
        Missing(gap, [stories[key] for key in stories if key in keys])
        for gap, keys in found.items()
    ]
    return sorted(
        all_found, key=lambda one: (-len(one.waiting), -one.gap.blocks, -len(one.stories))
    )


def _told_by(stories: dict[int, Jar]) -> dict[type[Any], dict[int, set[int]]]:
    """Return the stories that tell each record, by the record's kind and primary key."""
    models = {name: apps.get_model("catalogue", name) for name in STORY_PATHS}
    told: dict[type[Any], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Jar.objects.filter(pk__in=stories).order_by()
    # One at a time: together, each picture would come with each step and each beekeeper.
    for name, path in PATHS:
        for story, key in rows.values_list("pk", path):
            if key is not None:
                told[models[name]][key].add(story)
    for kind in also_told():
        # A picture's gaps are those of the record in which it stands, too.
        if kind.model in models.values():
            continue
        for record in kind.model._default_manager.filter(kind.told_by(rows)):
            telling = rows.filter(kind.tells(record)).values_list("pk", flat=True)
            told[kind.model][record.pk].update(telling)
    return told
