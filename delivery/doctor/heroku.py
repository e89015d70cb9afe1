"""What must be set up at Heroku for both apps, compared with `app.json`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from delivery.doctor.findings import CannotTellError, Finding, examine, lacking
from delivery.services.connections import Services
from delivery.services.heroku import Heroku
from delivery.services.site import Site
from delivery.services.transport import Api

# The first tells a dyno of itself; with the second it also tells HEROKU_BUILD_COMMIT.
DYNO_METADATA = ("runtime-dyno-metadata", "runtime-dyno-build-metadata")


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
    yield examine("Automatic deploys", lambda: automatic_deploys(services))
    yield examine("Review apps", lambda: review_apps(services.heroku, settings.staging_app))
    yield examine(
        "Config of review apps",
        lambda: review_config(services.heroku, settings.staging_app, wanted),
    )
    yield examine(
        "Staging's site", lambda: site(services.heroku, settings.staging_app, services.staging)
    )
    yield examine(
        "Production's site",
        lambda: site(services.heroku, settings.production_app, services.production),
    )


def examine_app(services: Services, app: str, stage: str, wanted: Any) -> Iterator[Finding]:
    """The checks that staging and production have in common."""
    api = services.heroku.api
    yield examine(f"{app}: pipeline", lambda: pipeline(services.heroku, app, stage))
    yield examine(f"{app}: dyno metadata", lambda: dyno_metadata(api, app))
    yield examine(f"{app}: stack", lambda: stack(api, app, wanted))
    yield examine(f"{app}: config", lambda: config(api, app, wanted))
    yield examine(f"{app}: database", lambda: database(services, app))
    yield examine(f"{app}: daily backup", lambda: daily_backup(services, app))


def pipeline(heroku: Heroku, app: str, stage: str) -> str | None:
    """The app is in its stage of a pipeline."""
    found = heroku.coupling(app).stage
    return None if found == stage else f"it is in stage {found}; move it to {stage}"


def dyno_metadata(api: Api, app: str) -> str | None:
    """The app knows its commit, which `/healthz` must tell."""
    found = [
        name for name in DYNO_METADATA if api.get(f"/apps/{app}/features/{name}").json()["enabled"]
    ]
    absent = [name for name in DYNO_METADATA if name not in found]
    return "; ".join(f"heroku labs:enable {name} -a {app}" for name in absent) or None


def stack(api: Api, app: str, wanted: Any) -> str | None:
    """The app builds on the stack that `app.json` names."""
    found = api.get(f"/apps/{app}").json()["build_stack"]["name"]
    name = wanted["stack"]
    return None if found == name else f"it is {found}: heroku stack:set {name} -a {app}"


def config(api: Api, app: str, wanted: Any) -> str | None:
    """Every required setting of `app.json` has a value; only names are looked at."""
    found = api.get(f"/apps/{app}/config-vars").json()
    return lacking(required(wanted["env"]), found, f"heroku config:set NAME=value -a {app}")


def required(entries: Any) -> list[str]:
    """The names of `app.json` that a deployer must set."""
    return [
        name
        for name, entry in entries.items()
        if not isinstance(entry, dict) or entry.get("required", True)
    ]


def review_apps(heroku: Heroku, app: str) -> str | None:
    """Pull requests get a copy by themselves, once CI is green."""
    found = heroku.review_apps(heroku.coupling(app).pipeline)
    if found is None:
        return "enable them for the pipeline: heroku reviewapps:enable"
    absent = [flag for flag, on in found.items() if not on]
    return f"heroku reviewapps:enable {' '.join(absent)} -p PIPELINE" if absent else None


def review_config(heroku: Heroku, app: str, wanted: Any) -> str | None:
    """What a review app gets from nowhere else is among the pipeline's own settings."""
    entries = wanted.get("environments", {}).get("review", {}).get("env", {})
    given = [name for name, entry in entries.items() if isinstance(entry, str)]
    needed = [name for name in required(entries) if name not in given]
    found = heroku.review_config(heroku.coupling(app).pipeline)
    return lacking(needed, found, "add them to the review apps' config vars of the pipeline")


def database(services: Services, app: str) -> str | None:
    """The app has a primary database, which can be backed up."""
    services.backups.database(app)
    return None


def daily_backup(services: Services, app: str) -> str | None:
    """The database is backed up by itself, also on days without a release."""
    planned = services.backups.schedules(services.backups.database(app))
    advice = f"heroku pg:backups:schedule DATABASE_URL --at '02:00 UTC' -a {app}"
    return None if planned else advice


def automatic_deploys(services: Services) -> str | None:
    """The release branch reaches staging by itself, once CI is green, and production never."""
    settings = services.settings
    staging, production = (
        services.link.deploys(services.heroku.coupling(app).app)
        for app in (settings.staging_app, settings.production_app)
    )
    if production.get("auto_deploy"):
        return f"at Heroku, disable automatic deploys of {settings.production_app}"
    wanted = {"auto_deploy": True, "wait_for_ci": True, "branch": settings.branch}
    if any(staging.get(name) != value for name, value in wanted.items()):
        return f"at Heroku, let {settings.staging_app} deploy {settings.branch} and wait for CI"
    return None


def buildpacks(api: Api, app: str, wanted: Any) -> str | None:
    """The buildpacks are those of `app.json`, in that order."""
    rows = api.get(f"/apps/{app}/buildpack-installations").json()
    found = [row["buildpack"]["name"] for row in sorted(rows, key=lambda row: row["ordinal"])]
    names = [entry["url"] for entry in wanted["buildpacks"]]
    return None if found == names else f"they are {found}; set {names} in this order"


def site(heroku: Heroku, app: str, site: Site) -> str | None:
    """The site is healthy and says its commit and its migrations, once anything is released."""
    if not any(release.slug for release in heroku.releases(app)):
        raise CannotTellError("no code is released yet; look again after the first release")
    health = site.health()
    if health.fault is None and not (health.commit and health.migrations):
        return f"{site.url}: does not say its commit and migrations"
    return health.fault and f"{site.url}: {health.fault}"
