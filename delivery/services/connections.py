"""Everything outside that a run talks to, made from its settings."""

from dataclasses import dataclass

from delivery.run.settings import Settings
from delivery.services import backups, github, heroku, link
from delivery.services.backups import Backups
from delivery.services.heroku import Heroku
from delivery.services.link import Link
from delivery.services.site import Site
from delivery.services.transport import Api


@dataclass(frozen=True)
class Services:
    """The services of one run."""

    settings: Settings
    heroku: Heroku
    link: Link
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
        link=Link(link.api(settings)),
        github=github.api(settings),
        backups=Backups(platform, backups.api(settings)),
        staging=Site(settings.staging_url, settings.timing),
        production=Site(settings.production_url, settings.timing, settings.proof_code),
    )
