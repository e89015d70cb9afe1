from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "upendo.catalogue"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """Load what other apps check in texts, have stories tell, and have archives take along."""
        autodiscover_modules("text_checks", "also_told", "archived")
