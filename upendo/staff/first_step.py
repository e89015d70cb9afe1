"""The first step of a login, kept in the session until the code of the second factor comes.

The password is typed once and sent once: the page that asks for the code does not have it.
"""

from datetime import timedelta
from time import time

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

KEY = "first_step"
LASTS = timedelta(minutes=10)


def remember(request: HttpRequest, user: User) -> None:
    """Note that somebody has entered the right password of an account just now."""
    request.session.cycle_key()
    request.session[KEY] = {
        "account": user.pk,
        "backend": user.backend,
        "password": user.get_session_auth_hash(),  # of its hash; another once it is changed
        "at": time(),
    }


def account(request: HttpRequest) -> User | None:
    """Return the account whose password was entered in this session in the last minutes."""
    step = request.session.get(KEY)
    if not step or time() - step["at"] > LASTS.total_seconds():
        return None
    user = User.objects.filter(pk=step["account"]).first()
    if not user or not constant_time_compare(step["password"], user.get_session_auth_hash()):
        return None
    user.backend = step["backend"]
    return user


def forget(request: HttpRequest) -> None:
    """Forget the first step, since the second is done."""
    request.session.pop(KEY, None)
