"""The content manager's view of stories, one module a subject."""

from upendo.catalogue.admin import (
    beekeeper,
    consent,
    drafts,
    forest,
    honey,
    picture,
    recording,
    retailer,
)

__all__ = [
    "beekeeper",
    "consent",
    "drafts",
    "forest",
    "honey",
    "picture",
    "recording",
    "retailer",
]
