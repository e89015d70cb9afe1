from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "upendo.pages"
    verbose_name = "Pages of your own"
