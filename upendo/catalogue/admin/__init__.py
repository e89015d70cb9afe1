"""The content manager's view of stories, one module a subject."""

from upendo.catalogue.admin import beekeeper, drafts, forest, honey, picture, recording, retailer
from upendo.catalogue.admin.consents import consent

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
