from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "upendo.catalogue"
    verbose_name = "Stories"

    def ready(self) -> None:
        """Look for what stories lack."""
        from upendo.catalogue import gaps  # noqa: F401, PLC0415 - models are ready now
