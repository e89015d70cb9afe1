"""The content manager's view of the catalogue, one module a subject."""

from upendo.catalogue.admin import (
    beekeeper,
    draft,
    forest,
    help,
    honey,
    jar,
    menu,
    picture,
    print_run,
    start,
)

__all__ = [
    "beekeeper",
    "draft",
    "forest",
    "help",
    "honey",
    "jar",
    "menu",
    "picture",
    "print_run",
    "start",
]
