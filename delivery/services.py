"""Everything outside that a run talks to, made from its settings."""

from dataclasses import dataclass

from delivery import backups, github, heroku
from delivery.backups import Backups
from delivery.heroku import Heroku
from delivery.settings import Settings
from delivery.site import Site
from delivery.transport import Api


@dataclass(frozen=True)
class Services:
    """The services of one run."""

    settings: Settings
    heroku: Heroku
    github: Api
    backups: Backups
    staging: Site
    production: Site


def connect(settings: Settings) -> Services:
    """Build the clients; nothing is asked yet."""
    platform = heroku.api(settings)
    return Services(
        settings=settings,
        heroku=Heroku(platform),
        github=github.api(settings),
        backups=Backups(platform, backups.api(settings)),
        staging=Site(settings.staging_url, settings.timing),
        production=Site(settings.production_url, settings.timing),
    )
