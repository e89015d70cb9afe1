"""The second factor of a login: an app's six digits, or a recovery code."""

import re

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_otp import user_has_device
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from upendo.staff import log, wrong_codes
from upendo.staff.models import Entry

RECOVERY_CODES = 10
WRONG = _(
    "This code is not right, or it was used already. Wait for the app's next one, or use a "
    "recovery code."
)

type Account = User | AnonymousUser


def is_on(user: Account) -> bool:
    """Whether this account asks for a second factor."""
    return bool(user_has_device(user))


def is_required(user: Account) -> bool:
    """Whether this account must have a second factor to enter."""
    return bool(settings.SUPERUSERS_NEED_TWO_FACTOR and user.is_superuser)


def may_enter(user: Account) -> bool:
    """Whether this session has passed the second factor, if its account needs one."""
    if user.is_verified():  # type: ignore[union-attr]  # the library's middleware adds it
        return True
    return not (is_required(user) or is_on(user))


def verify(user: User, code: str, request: HttpRequest) -> Device:
    """Return the device that made this code; the code is used up.

    Raises ValidationError for a wrong code, which is logged, and after too many of them.
    """
    code = _tidy(code)
    has_six_digits = bool(re.fullmatch(r"\d{6}", code))
    model = TOTPDevice if has_six_digits else StaticDevice
    with transaction.atomic():  # an error in here would roll back the log of wrong codes
        User.objects.select_for_update().get(pk=user.pk)  # one try of an account at a time
        why_not = wrong_codes.refusal(user, request, has_six_digits=has_six_digits)
        device = None if why_not else _maker(model.objects.filter(user=user, confirmed=True), code)
        if not device and not why_not:
            log.write(Entry.Kind.FAILED, request, user, wrong_codes.WHAT)
    if not device:
        raise ValidationError(why_not or WRONG)
    return device


def unconfirmed_app(user: Account) -> TOTPDevice:
    """Return the app that this account is about to set up."""
    return TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": gettext("app")}
    )[0]


def confirm_app(*, user: Account, code: str) -> Device:
    """Turn the second factor on, since the app has shown that it makes the right codes.

    Raises ValidationError when it has not.
    """
    app = _maker(TOTPDevice.objects.filter(user=user, confirmed=False), _tidy(code))
    if not app:
        raise ValidationError(WRONG)
    app.confirmed = True
    app.save()
    return app


@transaction.atomic
def new_recovery_codes(*, user: Account) -> list[str]:
    """Return codes that each work once; those made before work no longer."""
    # Keep the device: a session that logged in with one of its codes refers to it.
    device = StaticDevice.objects.get_or_create(
        user=user, defaults={"name": gettext("recovery codes")}
    )[0]
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


@transaction.atomic
def turn_off(*, user: Account) -> None:
    """Forget the app and the recovery codes."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _tidy(code: str) -> str:
    return re.sub(r"[\s-]", "", code).lower()


def _maker(devices: QuerySet[Device], code: str) -> Device | None:
    """Return the device that made a code, if it did."""
    device = devices.first()
    return device if device and device.verify_token(code) else None
