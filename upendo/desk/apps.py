from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.module_loading import autodiscover_modules

from upendo.desk.implied_names import translate_implied_names


class DeskSiteConfig(admin.AdminConfig):
    """Django's admin app, with our site in it."""

    default = False
    default_site = "upendo.desk.site.DeskSite"


class DeskConfig(AppConfig):
    name = "upendo.desk"

    def ready(self) -> None:
        """Load what the apps contribute to the menu and the start page."""
        translate_implied_names()
        autodiscover_modules("desk", "guides")
