"""What must be set up at Heroku for both apps, compared with `app.json`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from delivery.doctor.findings import Finding, examine, lacking
from delivery.services.connections import Services
from delivery.services.heroku import Heroku
from delivery.services.site import Site
from delivery.services.transport import Api

DYNO_METADATA = "runtime-dyno-metadata"


def examine_heroku(services: Services, manifest: Path) -> Iterator[Finding]:
    """Every check that Heroku's API allows; `manifest` is the path of `app.json`."""
    settings, api = services.settings, services.heroku.api
    wanted = json.loads(manifest.read_text(encoding="utf-8"))
    apps = {settings.staging_app: "staging", settings.production_app: "production"}
    for app, stage in apps.items():
        yield from examine_app(services, app, stage, wanted)
    yield examine(
        f"{settings.staging_app}: buildpacks",
        lambda: buildpacks(api, settings.staging_app, wanted),
    )
    yield examine("Staging's site", lambda: site(services.staging))
    yield examine("Production's site", lambda: site(services.production))


def examine_app(services: Services, app: str, stage: str, wanted: Any) -> Iterator[Finding]:
    """The checks that staging and production have in common."""
    api = services.heroku.api
    yield examine(f"{app}: pipeline", lambda: pipeline(services.heroku, app, stage))
    yield examine(f"{app}: dyno metadata", lambda: dyno_metadata(api, app))
    yield examine(f"{app}: stack", lambda: stack(api, app, wanted))
    yield examine(f"{app}: config", lambda: config(api, app, wanted))
    yield examine(f"{app}: database", lambda: database(services, app))


def pipeline(heroku: Heroku, app: str, stage: str) -> str | None:
    """The app is in its stage of a pipeline."""
    found = heroku.coupling(app).stage
    return None if found == stage else f"it is in stage {found}; move it to {stage}"


def dyno_metadata(api: Api, app: str) -> str | None:
    """The app knows its commit, which `/healthz` must tell."""
    enabled = api.get(f"/apps/{app}/features/{DYNO_METADATA}").json()["enabled"]
    return None if enabled else f"heroku labs:enable {DYNO_METADATA} -a {app}"


def stack(api: Api, app: str, wanted: Any) -> str | None:
    """The app builds on the stack that `app.json` names."""
    found = api.get(f"/apps/{app}").json()["build_stack"]["name"]
    name = wanted["stack"]
    return None if found == name else f"it is {found}: heroku stack:set {name} -a {app}"


def config(api: Api, app: str, wanted: Any) -> str | None:
    """Every required setting of `app.json` has a value; only names are looked at."""
    required = [
        name
        for name, entry in wanted["env"].items()
        if not isinstance(entry, dict) or entry.get("required", True)
    ]
    found = api.get(f"/apps/{app}/config-vars").json()
    return lacking(required, found, f"heroku config:set NAME=value -a {app}")


def database(services: Services, app: str) -> str | None:
    """The app has a primary database, which can be backed up."""
    services.backups.database(app)
    return None


def buildpacks(api: Api, app: str, wanted: Any) -> str | None:
    """The buildpacks are those of `app.json`, in that order."""
    rows = api.get(f"/apps/{app}/buildpack-installations").json()
    found = [row["buildpack"]["name"] for row in sorted(rows, key=lambda row: row["ordinal"])]
    names = [entry["url"] for entry in wanted["buildpacks"]]
    return None if found == names else f"they are {found}; set {names} in this order"


def site(site: Site) -> str | None:
    """The site is healthy and says its commit and its migrations."""
    health = site.health()
    if health.fault is None and not (health.commit and health.migrations):
        return f"{site.url}: does not say its commit and migrations"
    return health.fault and f"{site.url}: {health.fault}"
