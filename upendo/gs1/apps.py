from django.apps import AppConfig


class Gs1Config(AppConfig):
    name = "upendo.gs1"
    verbose_name = "Article numbers"
