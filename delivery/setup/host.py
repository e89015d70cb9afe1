"""Heroku's part of the set-up: apps, what they are made of, and the pipeline."""

from collections.abc import Iterator
from functools import partial

from delivery.doctor import heroku as doctor
from delivery.run.waiting import until
from delivery.services.errors import KeyRefusedError
from delivery.services.heroku import read
from delivery.setup import config
from delivery.setup.ground import Ground
from delivery.setup.steps import NeedsPersonError, Step

PLAN = "heroku-postgresql:essential-0"
POSTGRESQL = "18"
# The second builds on the first: the commit that /healthz tells comes from it.
LABS = ("runtime-dyno-metadata", "runtime-dyno-build-metadata")
BACKUP_HOUR = "02"  # UTC


def steps(ground: Ground) -> Iterator[Step]:
    """Everything at Heroku that does not need the repository."""
    for stage, copy in ground.copies.items():
        yield from app_steps(ground, stage, copy.app)
    yield Step(
        "Staging: buildpacks",
        lambda: doctor.buildpacks(ground.api, ground.answers.staging.app, ground.manifest),
        "set those of app.json",
        lambda: set_buildpacks(ground),
    )
    yield Step(
        "Pipeline",
        lambda: ground.pipeline() and None,
        f"create {ground.answers.pipeline}",
        lambda: create_pipeline(ground),
    )
    for stage, copy in ground.copies.items():
        yield Step(
            f"Pipeline: {stage}",
            partial(doctor.pipeline, ground.services.heroku, copy.app, stage),
            f"put {copy.app} there",
            partial(couple, ground, copy.app, stage),
        )


def app_steps(ground: Ground, stage: str, app: str) -> Iterator[Step]:
    """One app, its stack, database, labs, config vars and daily backups."""
    api, name = ground.api, stage.capitalize()
    yield Step(name, partial(exists, ground, app), f"create {app}", partial(create, ground, app))
    yield Step(
        f"{name}: stack",
        partial(doctor.stack, api, app, ground.manifest),
        f"set {ground.manifest['stack']}",
        lambda: api.write("PATCH", f"/apps/{app}", {"build_stack": ground.manifest["stack"]}),
    )
    yield Step(
        f"{name}: database",
        partial(database, ground, app),
        f"add {PLAN} with PostgreSQL {POSTGRESQL}",
        partial(add_database, ground, app),
    )
    for lab in LABS:
        path = f"/apps/{app}/features/{lab}"
        yield Step(
            f"{name}: {lab}",
            partial(is_off, ground, path),
            "turn it on",
            partial(api.write, "PATCH", path, {"enabled": True}),
        )
    yield Step(
        f"{name}: config vars",
        partial(config.lacks, ground, stage),
        "set those that app.json and the answers name",
        partial(config.set_missing, ground, stage),
    )
    yield Step(
        f"{name}: daily backup",
        partial(doctor.daily_backup, ground.services, app),
        f"plan one at {BACKUP_HOUR}:00 UTC",
        partial(schedule, ground, app),
    )


def exists(ground: Ground, app: str) -> str | None:
    """The app is there and ours. Somebody else's is refused as a key is."""
    try:
        ground.app(app)
    except KeyRefusedError as error:
        raise NeedsPersonError(
            f"{error} If somebody else has the name {app}, choose another in the answers."
        ) from error
    return None


def create(ground: Ground, app: str) -> None:
    team = ground.answers.team
    wanted = {"name": app, "region": ground.answers.region, "stack": ground.manifest["stack"]}
    ground.api.post("/teams/apps" if team else "/apps", wanted | ({"team": team} if team else {}))


def database(ground: Ground, app: str) -> str | None:
    """There is a database, and the app has its address."""
    ground.services.backups.database(app)
    told = ground.api.get(f"/apps/{app}/config-vars").json()
    return None if told.get("DATABASE_URL") else "it is being made; run again in a few minutes"


def add_database(ground: Ground, app: str) -> None:
    """Add one unless that was done before, and wait until the app has its address."""
    addons = ground.api.get(f"/apps/{app}/addons").json()
    if not any(row["plan"]["name"].startswith("heroku-postgresql:") for row in addons):
        ground.api.post(f"/apps/{app}/addons", {"plan": PLAN, "config": {"version": POSTGRESQL}})
    timing = ground.settings.timing
    until(
        lambda: ground.api.get(f"/apps/{app}/config-vars").json(),
        lambda told: "DATABASE_URL" in told,
        within=timing.promotion,
        every=timing.poll,
    )


def is_off(ground: Ground, feature: str) -> str | None:
    return None if ground.api.get(feature).json()["enabled"] else "it is off"


def schedule(ground: Ground, app: str) -> None:
    backups = ground.services.backups
    backups.schedule(backups.database(app), BACKUP_HOUR)


def set_buildpacks(ground: Ground) -> None:
    wanted = [{"buildpack": entry["url"]} for entry in ground.manifest["buildpacks"]]
    path = f"/apps/{ground.answers.staging.app}/buildpack-installations"
    ground.api.write("PUT", path, {"updates": wanted})


def create_pipeline(ground: Ground) -> None:
    """Create it for whoever owns staging, a person or a team."""
    staging = ground.app(ground.answers.staging.app)
    team = staging.get("team")
    owner = (
        {"id": team["id"], "type": "team"}
        if team
        else {"id": staging["owner"]["id"], "type": "user"}
    )
    ground.api.post("/pipelines", {"name": ground.answers.pipeline, "owner": owner})


def couple(ground: Ground, app: str, stage: str) -> None:
    """Put an app into its stage; one that is in another stage is moved."""
    couplings = f"/pipelines/{ground.pipeline()}/pipeline-couplings"
    app_id = str(ground.app(app)["id"])
    rows = read(ground.api.get(couplings), list)
    if there := next((row for row in rows if row["app"]["id"] == app_id), None):
        ground.api.write("PATCH", f"/pipeline-couplings/{there['id']}", {"stage": stage})
    else:
        body = {"app": app_id, "pipeline": ground.pipeline(), "stage": stage}
        ground.api.post("/pipeline-couplings", body)
