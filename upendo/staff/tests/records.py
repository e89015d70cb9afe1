"""One record of every kind that the admin shows."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.utils import timezone

from upendo.catalogue.models import PrintRun
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    ConsentFactory,
    FootprintFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    RecordingFactory,
    RetailerFactory,
)
from upendo.staff.models import Entry


def create(model: str, **fields: Any) -> Any:
    """Return a new record of an app that this one does not know."""
    return apps.get_model(model)._default_manager.create(**fields)


RECORDS: dict[str, Callable[[], Any]] = {
    "auth.group": lambda: Group.objects.get(name="Manager"),
    "auth.user": lambda: User.objects.create_user("somebody"),
    "catalogue.consent": ConsentFactory.create,
    "catalogue.draft": lambda: create("catalogue.Draft", record=BeekeeperFactory.create()),
    "catalogue.batch": BatchFactory.create,
    "catalogue.beekeeper": BeekeeperFactory.create,
    "catalogue.footprint": FootprintFactory.create,
    "catalogue.forest": ForestFactory.create,
    "catalogue.honey": HoneyFactory.create,
    "catalogue.jar": lambda: JarFactory.create(status="draft"),
    "catalogue.picture": PictureFactory.create,
    "catalogue.recording": RecordingFactory.create,
    "catalogue.printrun": lambda: PrintRun.objects.create(
        number=1, batch=BatchFactory.create(), beekeeper=BeekeeperFactory.create()
    ),
    "catalogue.retailer": RetailerFactory.create,
    "claims.certificate": lambda: create(
        "claims.Certificate",
        markets=["EU"],
        scheme="fairtrade",
        evidence_title="It",
        evidence_url="https://example.org/",
        valid_from="2026-01-01",
        valid_until="2027-01-01",
    ),
    "claims.claim": lambda: create("claims.Claim", markets=["EU"]),
    "claims.wordingoverride": lambda: create(
        "claims.WordingOverride",
        rule=create("claims.WordingRule", name="Magic", suggestion="Say how."),
        reason="So.",
        allowed_by=User.objects.create_user("someone"),
    ),
    "claims.wordlist": lambda: create(
        "claims.WordList", name="spells", language="en", words="spell"
    ),
    "claims.wordingrule": lambda: create("claims.WordingRule", name="Magic", suggestion="Say how."),
    "gs1.article": lambda: create(
        "gs1.Article", gtin="09506000134352", honey=HoneyFactory.create()
    ),
    "inbox.announcement": lambda: create(
        "inbox.Announcement",
        audience="staff",
        message=create(
            "inbox.Message",
            letter=RECORDS["inbox.letter"](),
            author="reader",
            text="Hello",
            sent_at=timezone.now(),
        ),
    ),
    "inbox.letter": lambda: create(
        "inbox.Letter",
        jar=JarFactory.create(),
        beekeeper=BeekeeperFactory.create(),
        reader_name="Ann",
        consent_version="2026-11",
    ),
    "inbox.phrase": lambda: create("inbox.Phrase", title="Thanks", text="Asante."),
    "insights.shoplink": lambda: create("insights.ShopLink", shop=RetailerFactory.create()),
    "insights.storycount": lambda: create(
        "insights.StoryCount",
        kind="visit",
        month="2026-11-01",
        story=create(
            "insights.CountedStory",
            batch=BatchFactory.create(),
            beekeeper=BeekeeperFactory.create(),
        ),
        days=[1],
    ),
    "insights.unknowncode": lambda: create("insights.UnknownCode", code="A"),
    "labels.labelfile": lambda: create(
        "labels.LabelFile",
        print_run=RECORDS["catalogue.printrun"](),
        site="HTTPS://HONEY.EXAMPLE",
        is_ready=True,
    ),
    "labels.longstep": lambda: create("labels.LongStep", name="retire"),
    "labels.ownsheet": lambda: create(
        "labels.OwnSheet", title="Ours", label_width=70, label_height=30
    ),
    "pages.chapter": lambda: create("pages.Chapter", title="Our bees"),
    "pages.page": lambda: create("pages.Page", title="Our bees", slug="our-bees"),
    "staff.entry": lambda: Entry.objects.create(kind="login", name="somebody"),
}
