from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "upendo.staff"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from upendo.staff import log, roles  # noqa: PLC0415 - they use models

        post_migrate.connect(roles.grant, dispatch_uid="upendo.staff.roles")
        log.listen()
