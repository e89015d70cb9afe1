from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "upendo.inbox"
    verbose_name = "Letters"
