"""One record of every kind that the admin shows."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User

from upendo.catalogue.models import PrintRun
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    FootprintFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.staff.models import Entry

RECORDS: dict[str, Callable[[], Any]] = {
    "auth.group": lambda: Group.objects.get(name="Manager"),
    "auth.user": lambda: User.objects.create_user("somebody"),
    "catalogue.batch": BatchFactory.create,
    "catalogue.beekeeper": BeekeeperFactory.create,
    "catalogue.footprint": FootprintFactory.create,
    "catalogue.forest": ForestFactory.create,
    "catalogue.honey": HoneyFactory.create,
    "catalogue.jar": lambda: JarFactory.create(status="draft"),
    "catalogue.picture": PictureFactory.create,
    "catalogue.printrun": lambda: PrintRun.objects.create(
        number=1, batch=BatchFactory.create(), beekeeper=BeekeeperFactory.create()
    ),
    "catalogue.retailer": RetailerFactory.create,
    "insights.unknowncode": lambda: apps.get_model("insights.UnknownCode").objects.create(code="A"),
    "staff.entry": lambda: Entry.objects.create(kind="login", name="somebody"),
}
