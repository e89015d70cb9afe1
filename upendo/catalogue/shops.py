"""What an account of a shop sees: its own jars, and what their stories tell."""

from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from upendo.catalogue.models import Jar, PrintRun, Retailer
from upendo.catalogue.models.told import told_by
from upendo.staff.shops import only_shop


def seen_by[Records: QuerySet[Any]](records: Records, user: User | AnonymousUser) -> Records:
    """Return those of some records of the catalogue that an account may look at."""
    shop = only_shop(user)
    return records if shop is None else records.filter(of_shop(records.model, shop))


def of_shop(model: type[Model], shop: int) -> Q:
    """Return the condition that a record is the shop's own, or told by one of its jars."""
    if model is Jar:
        return Q(retailer=shop)
    if model is Retailer:
        return Q(pk=shop)
    if model is PrintRun:
        return all_of_shop(Q(print_run=OuterRef("pk")), shop)
    return told_by(Jar.objects.filter(retailer=shop), model)


def all_of_shop(jars: Q, shop: int) -> Q:
    """Return the condition that there are such jars, and each is sold by the shop."""
    there = Jar.objects.filter(jars).order_by()
    return Q(Exists(there)) & ~Q(Exists(there.exclude(retailer=shop)))
