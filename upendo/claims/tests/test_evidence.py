"""The evidence that readers may open, and what nobody may."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from upendo.claims.models import Claim
from upendo.claims.tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF"


def claim_with_file(**fields: object) -> Claim:
    file = ContentFile(PDF, name="Lab report.pdf")
    return ClaimFactory.create(evidence_url="", evidence_file=file, **fields)


def test_readers_can_open_the_evidence(client: Client) -> None:
    answer = client.get(claim_with_file().evidence_address)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"valid_until": "2020-01-01"}])
def test_the_evidence_of_what_nobody_is_told_stays_private(
    client: Client, fields: dict[str, object]
) -> None:
    assert client.get(claim_with_file(**fields).evidence_address).status_code == 404


def test_staff_can_open_the_evidence_of_a_draft(admin_client: Client) -> None:
    answer = admin_client.get(claim_with_file(status="draft").evidence_address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_a_session_without_its_second_factor_opens_no_private_evidence(
    admin_client: Client,
) -> None:
    address = claim_with_file(status="draft").evidence_address
    TOTPDevice.objects.create(user=User.objects.get(), name="app", confirmed=True)
    assert admin_client.get(address).status_code == 404


def test_a_superuser_who_must_have_a_second_factor_opens_none_before(
    admin_client: Client, settings: Settings
) -> None:
    settings.SUPERUSERS_NEED_TWO_FACTOR = True
    assert admin_client.get(claim_with_file(status="draft").evidence_address).status_code == 404


@pytest.mark.parametrize("length", [151, 300, 5000])
def test_a_name_that_no_file_can_have_is_not_found(admin_client: Client, length: int) -> None:
    address = f"/media/evidence/{'0' * 16}/{'a' * length}.pdf"
    assert admin_client.get(address).status_code == 404


def test_a_file_that_is_gone_is_not_found(client: Client) -> None:
    claim = claim_with_file()
    claim.evidence_file.storage.delete(str(claim.evidence_file))
    assert client.get(claim.evidence_address).status_code == 404


def test_only_a_pdf_of_handy_size_is_taken() -> None:
    for content, complaint in {
        b"<html>": "not a PDF",
        PDF[:-1] + bytes(900): "cut short",
        PDF + bytes(2000): "cut short",
        PDF + bytes(5 * 1024 * 1024): "larger than 5 MB",
    }.items():
        claim = ClaimFactory.build(evidence_file=ContentFile(content, name="report.pdf"))
        with pytest.raises(ValidationError, match=complaint):
            claim.clean_fields()
