from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from upendo.claims.admin.proof import ABOUT, EVIDENCE, WHERE_AND_WHEN, ProofAdmin
from upendo.claims.models import Certificate


@admin.register(Certificate)
class CertificateAdmin(ProofAdmin):
    list_display = ["scheme", "number", "validity", "control_body_code", "holder", "where"]
    list_filter = ["scheme", *ProofAdmin.list_filter]
    search_fields = ["number", "holder", "control_body", "control_body_code"]
    fieldsets = [
        (
            None,
            {"fields": ["scheme", "number", "holder", "control_body", "control_body_code"]},
        ),
        (_("How we know"), {"fields": EVIDENCE}),
        WHERE_AND_WHEN,
        ABOUT,
    ]
