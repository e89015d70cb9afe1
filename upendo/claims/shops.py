"""Which claims and certificates an account of a shop sees: those about what its jars tell."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q

from upendo.catalogue import shops
from upendo.catalogue.models import Batch, Footprint, Forest, Honey
from upendo.catalogue.models.story_paths import any_of
from upendo.claims.models.proof import Proof, ProofQuerySet
from upendo.staff.shops import only_shop

SUBJECTS = {"honeys": Honey, "batches": Batch, "forests": Forest, "footprints": Footprint}


def of_shop(shop: int) -> Q:
    """Return the condition that it is about something that one of the shop's jars tells."""
    return any_of(
        Q((f"{name}__in", model._default_manager.filter(shops.of_shop(model, shop)).values("pk")))
        for name, model in SUBJECTS.items()
    )


def seen_by[M: Proof](proofs: ProofQuerySet[M], user: User | AnonymousUser) -> ProofQuerySet[M]:
    """Return those that an account may look at, each once."""
    shop = only_shop(user)
    return proofs if shop is None else proofs.filter(of_shop(shop)).distinct()
