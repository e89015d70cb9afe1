from upendo.editing.models.draft import Draft, DraftNote, DraftQuerySet
from upendo.editing.models.planned_publication import PlannedPublication
from upendo.editing.models.versions import Draftable, Part, TransactionBegan, Versioned, WithHistory

__all__ = [
    "Draft",
    "DraftNote",
    "DraftQuerySet",
    "Draftable",
    "Part",
    "PlannedPublication",
    "TransactionBegan",
    "Versioned",
    "WithHistory",
]
