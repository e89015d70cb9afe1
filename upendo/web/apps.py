from django.apps import AppConfig
from django.core.signals import request_finished, request_started
from django.utils.module_loading import autodiscover_modules

from upendo.web.front.blocks import give_back_large_blocks


class WebConfig(AppConfig):
    name = "upendo.web"

    def ready(self) -> None:
        """Limit the patience of requests and the memory, and load what apps add to the rounds."""
        from upendo.web.postgres import patience  # noqa: PLC0415 - psycopg2 only when it is used

        give_back_large_blocks()
        request_started.connect(patience.begin_request)
        request_finished.connect(patience.end_request)
        autodiscover_modules("rounds")
