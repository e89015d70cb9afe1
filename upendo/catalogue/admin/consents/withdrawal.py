"""Takes consents back, and gives back within a day what was taken back by mistake."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from upendo.catalogue.models import Consent

UNDONE_WITHIN = timedelta(days=1)


def withdraw(consents: Iterable[Consent]) -> UUID:
    """Withdraw together, from today on, what of these is in force; return the withdrawal's key."""
    key, now = uuid4(), timezone.now()
    with transaction.atomic():
        chosen = Consent.objects.filter(pk__in=[consent.pk for consent in consents])
        for consent in chosen.filter(withdrawn_on=None).select_for_update():
            consent.withdrawn_on = max(timezone.localdate(), consent.given_on)
            consent.withdrawal, consent.withdrawn_at = key, now
            consent.save()
    return key


def withdrawn_together(key: UUID) -> QuerySet[Consent]:
    """Return what one withdrawal took back and can be given back still."""
    since = timezone.now() - UNDONE_WITHIN
    return Consent.objects.filter(
        withdrawal=key, withdrawn_on__isnull=False, withdrawn_at__gt=since
    ).select_related("beekeeper")


def undo(key: UUID) -> list[Consent]:
    """Give back exactly what one withdrawal took back, and return it.

    What a beekeeper has agreed to anew meanwhile is in force already, and stays as it is.
    """
    given_back = []
    with transaction.atomic():
        for consent in withdrawn_together(key).select_for_update(of=("self",)):
            if consent.beekeeper.agrees_to(consent.subject):
                continue
            consent.withdrawn_on = consent.withdrawn_at = consent.withdrawal = None
            consent.save()
            given_back.append(consent)
    return given_back
