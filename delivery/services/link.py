"""What connects Heroku to a repository at GitHub: the pipeline's repository, an app's deploys.

The endpoints are those of heroku-cli (`pipelines:connect`, `pipelines:setup`); Heroku does not
publish a reference for them, so everything about them is in this one class.
"""

from typing import Any

from delivery.run.settings import Settings
from delivery.services.errors import RejectedError
from delivery.services.heroku import read
from delivery.services.transport import Api

NOT_FOUND = 404


class Link:
    """Reads and makes the connection. Every method may raise a `ServiceError`."""

    def __init__(self, api: Api) -> None:
        self.api = api

    def repository(self, pipeline: str) -> str | None:
        """The repository that the pipeline is connected to, as owner/name, or None."""
        try:
            answer = self.api.get(f"/pipelines/{pipeline}/repository")
        except RejectedError as error:
            if error.status == NOT_FOUND:
                return None
            raise
        return read(answer, lambda row: str(row["repository"]["name"]))

    def connect(self, pipeline: str, repository: str) -> None:
        """Connect; the owner of the key must have let Heroku into GitHub before."""
        self.api.post(f"/pipelines/{pipeline}/repository", {"repository": repository})

    def deploys(self, app: str) -> dict[str, Any]:
        """How the app deploys by itself: `auto_deploy`, `branch` and `wait_for_ci`."""
        try:
            answer = self.api.get(f"/apps/{app}/github")
        except RejectedError as error:
            if error.status == NOT_FOUND:
                return {}
            raise
        return read(answer, dict)

    def deploy(self, app: str, **how: object) -> None:
        """Change how the app deploys by itself."""
        self.api.write("PATCH", f"/apps/{app}/github", how)


def api(settings: Settings) -> Api:
    """Heroku's link to GitHub with this run's key."""
    headers = {"Authorization": f"Bearer {settings.heroku_key}"}
    return Api("Heroku's link to GitHub", settings.heroku_link_api, settings.timing, headers)
