"""What Heroku does by itself with the repository: staging's deploys, and review apps."""

from collections.abc import Iterator
from typing import Any

from delivery.doctor import heroku as doctor
from delivery.services.errors import KeyRefusedError, RejectedError
from delivery.setup.answers import BRANCH
from delivery.setup.ground import Ground
from delivery.setup.people import connect_heroku
from delivery.setup.steps import NeedsPersonError, Step

DEPLOYS = {"auto_deploy": True, "wait_for_ci": True, "branch": BRANCH}
STALE_DAYS = 5


def steps(ground: Ground) -> Iterator[Step]:
    """The connection, which needs a person's consent, and all that rests on it."""
    yield Step(
        "Pipeline: repository",
        lambda: unconnected(ground),
        f"connect {ground.answers.repository}",
        lambda: connect(ground),
    )
    yield Step(
        "Staging: automatic deploys",
        lambda: doctor.automatic_deploys(ground.services),
        f"deploy {BRANCH} when CI is green",
        lambda: ground.services.link.deploy(app_id(ground), **DEPLOYS),
    )
    yield Step(
        "Review apps",
        lambda: differs(review_apps(ground), wanted_review_apps(ground)),
        "open one for each pull request whose CI is green",
        lambda: configure_review_apps(ground),
    )
    yield Step(
        "Review apps: config vars",
        lambda: lacks_variables(ground),
        "give them staging's database and the answers' key to its bucket",
        lambda: ground.api.write("PATCH", variables_path(ground), wanted_variables(ground)),
    )


def app_id(ground: Ground) -> str:
    return str(ground.app(ground.answers.staging.app)["id"])


def unconnected(ground: Ground) -> str | None:
    found, wanted = ground.services.link.repository(ground.pipeline()), ground.answers.repository
    if found and found.lower() != wanted.lower():
        raise NeedsPersonError(f"It is connected to {found}, not to {wanted}: disconnect it there.")
    return None if found else "the pipeline is connected to no repository"


def connect(ground: Ground) -> None:
    """Raise `NeedsPersonError` when nobody has let Heroku into GitHub yet."""
    try:
        ground.services.link.connect(ground.pipeline(), ground.answers.repository)
    except (KeyRefusedError, RejectedError) as error:
        raise NeedsPersonError(connect_heroku(ground.answers)) from error


def review_apps(ground: Ground) -> Any:
    return ground.api.get(f"/pipelines/{ground.pipeline()}/review-app-config").json()


def wanted_review_apps(ground: Ground) -> dict[str, object]:
    return {
        "automatic_review_apps": True,
        "wait_for_ci": True,
        "destroy_stale_apps": True,
        "stale_days": STALE_DAYS,
        "deploy_target": {"id": ground.answers.region, "type": "region"},
        "base_name": ground.answers.pipeline,
    }


def configure_review_apps(ground: Ground) -> None:
    """Switch them on, or change how they are made."""
    path, wanted = f"/pipelines/{ground.pipeline()}/review-app-config", wanted_review_apps(ground)
    try:
        ground.api.get(path)
    except RejectedError:
        ground.api.post(path, {"repo": ground.answers.repository, **wanted})
    else:
        ground.api.write("PATCH", path, wanted)


def variables_path(ground: Ground) -> str:
    return f"/pipelines/{ground.pipeline()}/stage/review/config-vars"


def wanted_variables(ground: Ground) -> dict[str, str]:
    """Staging's database, unless the answers name a user of review apps' own, and their bucket."""
    staging = ground.api.get(f"/apps/{ground.answers.staging.app}/config-vars").json()
    return {"DATABASE_URL": staging["DATABASE_URL"], **ground.answers.review}


def lacks_variables(ground: Ground) -> str | None:
    return differs(ground.api.get(variables_path(ground)).json(), wanted_variables(ground))


def differs(found: dict[str, Any], wanted: dict[str, Any]) -> str | None:
    """The names of what is not as wanted, never the values."""
    names = sorted(name for name, value in wanted.items() if found.get(name) != value)
    return f"{', '.join(names)} not set so" if names else None
