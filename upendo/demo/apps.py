from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "upendo.demo"
