"""A note on a draft reaches a colleague who may see it, by email and on the page."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from upendo.catalogue.models import Beekeeper
from upendo.catalogue.tests.desk import enter, save
from upendo.catalogue.tests.factories import JarFactory
from upendo.desk.addresses import form_of
from upendo.editing import emails
from upendo.editing.models import Draft, DraftNote

pytestmark = pytest.mark.django_db
TEXT = "Is “wild” right?\nSee the second sentence."


@pytest.fixture
def editor() -> Client:
    """An editor, at whose side are a manager, a shop, and a colleague without an address."""
    for role in ("Manager", "Reader for shops", "Editor"):
        client = enter(role)
    User.objects.update(email="juma@example.org", first_name="Juma")
    of_manager = User.objects.filter(groups__name="Manager")
    of_manager.update(email="amina@example.org", first_name="Amina")
    enter("Translator")
    return client


@pytest.fixture
def draft(editor: Client) -> Draft:
    save(editor, JarFactory.create(beekeeper__name="Neema").beekeeper, bio="Keeps wild bees.")
    return Draft.objects.get()


def colleagues(client: Client, draft: Draft) -> list[User]:
    page = client.get(f"/admin/catalogue/draft/review/?draft={draft.pk}")
    return list(page.context["reviews"][0].note_form.fields["to"].queryset)


def write(client: Client, draft: Draft, to: User, text: str = TEXT) -> str:
    typed = {f"note-{draft.pk}-to": to.pk, f"note-{draft.pk}-text": text, "_note": draft.pk}
    page = client.post(f"/admin/catalogue/draft/review/?draft={draft.pk}", typed, follow=True)
    return page.content.decode()


def test_it_is_sent_to_a_colleague_once_and_stands_at_the_draft(
    editor: Client, draft: Draft
) -> None:
    [amina] = colleagues(editor, draft)
    for _ in range(2):
        assert "amina@example.org" in write(editor, draft, amina)
    emails.send_due()
    emails.send_due()
    [email] = mail.outbox
    assert (email.to, email.subject) == (["amina@example.org"], "Juma on the draft of Neema")
    assert TEXT in email.body
    assert f"/admin/catalogue/draft/review/?draft={draft.pk}" in email.body
    assert email.extra_headers["Auto-Submitted"] == "auto-generated"
    for address in (f"/admin/catalogue/draft/review/?draft={draft.pk}", form_of(draft.record)):
        page = editor.get(address).content.decode()
        assert "<strong>Juma</strong> to Amina" in page
        assert "See the second sentence." in page
        assert "still on its way" not in page


def test_only_those_may_be_told_who_may_see_the_draft(editor: Client, draft: Draft) -> None:
    shop = User.objects.get(groups__name="Reader for shops")
    assert "Select a valid choice" in write(editor, draft, shop)
    assert not DraftNote.objects.exists()


def test_who_may_not_see_the_draft_any_more_is_sent_nothing(editor: Client, draft: Draft) -> None:
    [amina] = colleagues(editor, draft)
    write(editor, draft, amina)
    amina.groups.clear()
    emails.send_due()
    assert mail.outbox == []


def test_a_note_needs_words_and_what_was_chosen_stays(editor: Client, draft: Draft) -> None:
    [amina] = colleagues(editor, draft)
    page = write(editor, draft, amina, " ")
    assert "This field is required" in page
    assert f'<option value="{amina.pk}" selected>' in page


def test_notes_go_with_their_draft(editor: Client, draft: Draft) -> None:
    write(editor, draft, colleagues(editor, draft)[0])
    save(editor, Beekeeper.objects.get(), bio="Keeps bees.")
    assert not Draft.objects.exists()
    assert not DraftNote.objects.exists()
    emails.send_due()
    assert mail.outbox == []
