from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "upendo.catalogue"
    verbose_name = "Stories"
