from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "upendo.site"
    label = "upendo_site"
