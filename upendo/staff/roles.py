"""Who may do what: the one table of the roles and their permissions.

A role is a group of Django's. Every `migrate` gives the groups exactly what stands here, so a new
model or a changed line needs no migration of its own; nobody edits these groups by hand.
Superusers may do everything, and alone see accounts and the log.
"""

from typing import Any

from django.apps import AppConfig, apps
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext_lazy as _

MANAGER = "Manager"
EDITOR = "Editor"
SHOPS = "Reader for shops"
TRANSLATOR = "Translator"

DESCRIPTIONS = {
    MANAGER: _("Runs the desk: stories, claims, codes from making to retiring, and what is read."),
    EDITOR: _("Writes stories and adds pictures, batches and footprints. Makes no codes."),
    SHOPS: _(
        "A shop: sees its own jars and their stories, and downloads their codes. Changes nothing."
    ),
    TRANSLATOR: _("Reads the stories and translates letters and answers, nothing else."),
}

ALL = "view add change delete"
WRITE = "view add change"

# Model: role: verbs, each the first word of a permission's codename.
TABLE: dict[str, dict[str, str]] = {
    "catalogue.batch": {MANAGER: ALL, EDITOR: WRITE, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.batchbeekeeper": {
        MANAGER: ALL,
        EDITOR: ALL,
        SHOPS: "view",
        TRANSLATOR: "view",
    },
    "catalogue.batchstep": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.beekeeper": {
        MANAGER: f"{WRITE} translate",  # not delete: consents are kept, so their beekeepers are too
        EDITOR: f"{WRITE} translate",
        SHOPS: "view",
        TRANSLATOR: "view translate",
    },
    "catalogue.consent": {MANAGER: WRITE, EDITOR: "view"},
    "catalogue.draft": {MANAGER: "view publish", EDITOR: "view", TRANSLATOR: "view"},
    # A note is written and read by whoever sees its draft; a time is set by whoever may publish.
    "catalogue.draftnote": {},
    "catalogue.footprint": {MANAGER: ALL, EDITOR: WRITE, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.footprintstage": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.forest": {MANAGER: ALL, EDITOR: WRITE, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.harvestpicture": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.honey": {MANAGER: ALL, EDITOR: WRITE, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.honeyfact": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.importfile": {},
    "catalogue.jar": {MANAGER: ALL, EDITOR: "view", SHOPS: "view"},
    "catalogue.nutrient": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.picture": {MANAGER: ALL, EDITOR: WRITE, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.plannedpublication": {},
    "catalogue.printrun": {MANAGER: "view add delete", EDITOR: "view", SHOPS: "view"},
    "catalogue.recording": {MANAGER: ALL, EDITOR: WRITE, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.retailer": {MANAGER: ALL, EDITOR: "view", SHOPS: "view"},
    "catalogue.season": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "catalogue.species": {MANAGER: ALL, EDITOR: ALL, SHOPS: "view", TRANSLATOR: "view"},
    "claims.certificate": {MANAGER: ALL, EDITOR: "view", SHOPS: "view", TRANSLATOR: "view"},
    "claims.claim": {MANAGER: ALL, EDITOR: "view", SHOPS: "view", TRANSLATOR: "view"},
    "claims.wordlist": {MANAGER: ALL, EDITOR: "view", SHOPS: "view", TRANSLATOR: "view"},
    "claims.wordinglaw": {MANAGER: ALL, EDITOR: "view", SHOPS: "view", TRANSLATOR: "view"},
    "claims.wordingoverride": {MANAGER: "view add delete", EDITOR: "view", SHOPS: "view"},
    "claims.wordingphrases": {MANAGER: ALL, EDITOR: "view", SHOPS: "view", TRANSLATOR: "view"},
    "claims.wordingrule": {MANAGER: ALL, EDITOR: "view", SHOPS: "view", TRANSLATOR: "view"},
    "gs1.article": {MANAGER: ALL, EDITOR: "view", SHOPS: "view"},
    # Readers' letters hold names and addresses: only those who answer them see them.
    "inbox.announcement": {MANAGER: "view"},
    "inbox.exchange": {MANAGER: ALL, TRANSLATOR: "view"},
    "inbox.letter": {MANAGER: "view change delete", TRANSLATOR: "view change"},
    "inbox.message": {MANAGER: "view add change", TRANSLATOR: "view add change"},
    "inbox.photo": {MANAGER: "view change delete", TRANSLATOR: "view change"},
    "inbox.phrase": {MANAGER: ALL, TRANSLATOR: "view"},
    "insights.codecount": {},
    "insights.countedstory": {},
    "insights.openedcode": {},
    "insights.shoplink": {MANAGER: "view add delete"},
    # Whoever may see it reads the page of figures; a shop its own alone.
    "insights.storycount": {MANAGER: "view", EDITOR: "view", SHOPS: "view"},
    "insights.summary": {},
    "insights.summaryreader": {},
    "insights.unknowncode": {MANAGER: "view delete", EDITOR: "view"},
    "labels.chosencode": {},
    "labels.chunk": {},
    "labels.label": {},
    "labels.labelfile": {MANAGER: "view add", EDITOR: "view", SHOPS: "view"},
    "labels.longstep": {MANAGER: "view change", EDITOR: "view"},
    "labels.nudge": {},
    "labels.ownsheet": {MANAGER: ALL, EDITOR: "view"},
    # A page may be for one shop alone, and says for which: accounts of shops see none of them.
    "pages.audience": {MANAGER: ALL, EDITOR: ALL, TRANSLATOR: "view"},
    "pages.block": {MANAGER: ALL, EDITOR: ALL, TRANSLATOR: "view"},
    "pages.chapter": {MANAGER: ALL, EDITOR: "view", TRANSLATOR: "view"},
    "pages.keptaddress": {},
    "pages.page": {MANAGER: ALL, EDITOR: WRITE, TRANSLATOR: "view"},
    "staff.entry": {},
    "staff.shopaccount": {},
    "web.tally": {},
}


def codenames(role: str, app_label: str) -> set[str]:
    """Return the codenames of a role's permissions in one app."""
    found = set()
    for label, roles in TABLE.items():
        app, model = label.split(".")
        if app == app_label:
            found |= {f"{verb}_{model}" for verb in roles.get(role, "").split()}
    return found


def grant(
    app_config: AppConfig, using: str = DEFAULT_DB_ALIAS, apps: Any = apps, **kwargs: Any
) -> None:
    """Give every role its permissions in one app; called when that app has been migrated.

    By then Django has made the app's permissions, which do not exist while migrations run.
    """
    try:
        groups = apps.get_model("auth", "Group").objects.using(using)
        permissions = apps.get_model("auth", "Permission").objects.using(using)
    except LookupError:  # accounts are not migrated yet
        return
    of_app = permissions.filter(content_type__app_label=app_config.label)
    for role in DESCRIPTIONS:
        group = groups.get_or_create(name=role)[0]
        wanted = of_app.filter(codename__in=codenames(role, app_config.label))
        surplus = of_app.filter(group=group).exclude(pk__in=wanted)
        group.permissions.remove(*surplus)
        # Only what is missing: adding an existing row would still use up a primary key each time.
        group.permissions.add(*wanted.exclude(group=group))
