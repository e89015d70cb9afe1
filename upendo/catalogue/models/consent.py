"""What beekeepers have agreed to, and what they have taken back."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.beekeeper import Beekeeper


class Consent(models.Model):
    """A beekeeper's permission to show their name, portrait, letter, village or voice.

    It holds until it is withdrawn.
    """

    class Subject(models.TextChoices):
        NAME = "name", _("Name and life")
        PORTRAIT = "portrait", _("Portrait")
        LETTER = "letter", _("Letter")
        LOCATION = "location", _("Village")
        VOICE = "voice", _("Voice")

    beekeeper = models.ForeignKey(Beekeeper, on_delete=models.CASCADE, related_name="consents")
    subject = models.CharField(_("to show the"), max_length=10, choices=Subject)
    given_on = models.DateField()
    record = models.CharField(
        max_length=250,
        help_text=_("How it was given, and where the proof is kept: a signed form, a recording."),
    )
    withdrawn_on = models.DateField(null=True, blank=True)
    # What was taken back together, and when, so that it can be undone within a day.
    withdrawal = models.UUIDField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["given_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["beekeeper", "subject"],
                condition=Q(withdrawn_on__isnull=True),
                name="one_consent_in_force",
                violation_error_message=_("This consent is in force already."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="consent_given_before_withdrawn",
                violation_error_message=_("A consent cannot be taken back before it was given."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_subject_display()
