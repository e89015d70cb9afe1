"""Whose jars an account sees: all, or those of its own shop."""

from django.contrib.auth.models import AnonymousUser, User

from upendo.staff.models import ShopAccount
from upendo.staff.roles import SHOPS


def only_shop(user: User | AnonymousUser) -> int | None:
    """Return the key of the one shop whose jars an account sees; None when it sees all jars.

    An account of the role for shops sees those of its shop alone, whatever other role it has.
    While it belongs to no shop the key is 0, which no shop has, and it sees none.
    """
    if user.is_superuser or not user.groups.filter(name=SHOPS).exists():
        return None
    return ShopAccount.objects.filter(person=user.pk).values_list("shop", flat=True).first() or 0
