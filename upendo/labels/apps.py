from django.apps import AppConfig


class LabelsConfig(AppConfig):
    name = "upendo.labels"

    def ready(self) -> None:
        """Have Django's checks know ours."""
        from upendo.labels import site_changes  # noqa: F401, PLC0415 - models are loaded by now
