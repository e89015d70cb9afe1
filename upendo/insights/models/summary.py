"""Who wants a summary of what is read, and the emails with it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from upendo.web.outbox import OwedEmail


class SummaryReader(models.Model):
    """An account whose owner wants a summary by email each month."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.person)


class Summary(OwedEmail):
    """One month's summary for one person, to be sent."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    month = models.DateField(help_text=_("The month's first day."))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "month"], name="summary_once_a_month")
        ]
