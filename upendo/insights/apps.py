from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "upendo.insights"
    verbose_name = "What is read"
