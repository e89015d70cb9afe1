from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class EditingConfig(AppConfig):
    name = "upendo.editing"

    def ready(self) -> None:
        """Load the checks of the apps for what records lack."""
        autodiscover_modules("gap_checks")
