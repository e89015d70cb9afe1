from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "upendo.claims"
    verbose_name = "Claims"
