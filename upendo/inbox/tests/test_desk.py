import html
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from upendo.catalogue.tests.factories import PictureFactory, image_file
from upendo.inbox.mail.emails import compose
from upendo.inbox.models import Announcement, Letter, Message, Phrase
from upendo.inbox.tests.factories import (
    AnnouncementFactory,
    LetterFactory,
    MessageFactory,
    ReplyFactory,
)

pytestmark = pytest.mark.django_db

DESK = "/admin/inbox/letter/"


@pytest.fixture
def letter() -> Letter:
    return MessageFactory.create().letter


def form(letter: Letter, **fields: Any) -> dict[str, Any]:
    """Return the desk's form of a letter with one message and room for a reply."""
    message = letter.messages.get()
    return {
        "status": letter.status,
        "notes": "",
        "messages-TOTAL_FORMS": 1,
        "messages-INITIAL_FORMS": 1,
        "messages-0-id": message.pk,
        "messages-0-letter": letter.pk,
        "messages-0-translation": "",
        "exchange-TOTAL_FORMS": 0,
        "exchange-INITIAL_FORMS": 0,
    } | fields


def reply(letter: Letter, **fields: Any) -> dict[str, Any]:
    texts = {"text": "Asante!", "translation": "Thank you!", "language": "sw", "translator": "Joy"}
    new = {f"messages-1-{name}": value for name, value in (texts | fields).items()}
    return {"messages-TOTAL_FORMS": 2, "messages-1-letter": letter.pk, **new}


def act(client: Client, action: str, *letters: Letter) -> Any:
    chosen = {"action": action, "_selected_action": [letter.pk for letter in letters]}
    return client.post(DESK, chosen)


def test_every_list_search_and_form_opens(admin_client: Client) -> None:
    announcement = AnnouncementFactory.create()
    ReplyFactory.create(letter=announcement.message.letter, photo=PictureFactory.create())
    Phrase.objects.create(title="Thanks", text="Thank you for writing.")
    for model in (Letter, Phrase, Announcement):
        name, pk = model._meta.model_name, model.objects.values_list("pk", flat=True)[0]
        for address in ("", "?q=caramel", f"{pk}/change/"):
            assert admin_client.get(f"/admin/inbox/{name}/{address}").status_code == 200
    for state in ("waiting", "dead", "sent"):
        assert admin_client.get(f"/admin/inbox/announcement/?state={state}").status_code == 200


def test_the_translation_stands_beside_words_that_nobody_can_change(
    admin_client: Client, letter: Letter
) -> None:
    changed = {"messages-0-text": "Forged", "messages-0-translation": "Ina ladha ya karameli."}
    admin_client.post(f"{DESK}{letter.pk}/change/", form(letter, **changed))
    message = Message.objects.get()
    assert message.text == "The honey tastes of caramel."
    assert message.translation == "Ina ladha ya karameli."


def test_a_message_is_headed_by_who_wrote_it_and_when(admin_client: Client, letter: Letter) -> None:
    letter.messages.update(sent_at=datetime(2026, 9, 3, tzinfo=UTC))
    ReplyFactory.create(letter=letter, sent_at=None)
    page = admin_client.get(f"{DESK}{letter.pk}/change/").content.decode()
    assert "Reader, 3 September 2026" in page
    assert "Beekeeper, not sent yet" in page


def test_a_reply_is_sent_with_its_photo_and_the_reader_is_told(
    admin_client: Client,
    letter: Letter,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    photo = PictureFactory.create()
    data = form(letter, **reply(letter, photo=photo.pk), inbox_letter_send_reply="")
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(f"{DESK}{letter.pk}/change/", data)
    message = Message.objects.shown_to_reader().get(author="beekeeper")
    assert (message.text, message.photo) == ("Asante!", photo)
    assert Letter.objects.get().status == Letter.Status.ANSWERED
    assert Announcement.objects.get().audience == Announcement.Audience.READER
    history = admin_client.get(f"{DESK}{letter.pk}/history/").content.decode()
    assert "Sent the reply." in history


def test_an_email_speaks_of_handwriting_only_where_there_is_some() -> None:
    def said(**reply: Any) -> str:
        message = ReplyFactory.create(**reply)
        owed = Announcement.Audience.READER
        email = compose(AnnouncementFactory.create(message=message, audience=owed))
        return str(email and email.body)

    assert "find the handwriting beside it" in said(photo=PictureFactory.create())
    assert "you find it as it was written" in said()
    assert "On your own page you can write back" in said(text="")


def test_a_photo_is_dropped_where_the_reply_is_written(
    admin_client: Client, letter: Letter
) -> None:
    address = f"{DESK}{letter.pk}/change/"
    page = admin_client.get(address).content.decode()
    assert page.index("The honey tastes of caramel.") < page.index('name="messages-1-text"')
    assert page.index('name="messages-1-photo-file"') < page.index('name="status"')
    assert 'name="messages-0-photo-file"' not in page
    assert 'enctype="multipart/form-data"' in page  # or the photo stays behind
    photo = {"photo-file": image_file((1200, 900)), "photo-alt": "Neema's hand"}
    admin_client.post(address, form(letter, **reply(letter, **photo)))
    written = Message.objects.unsent_replies().get().photo
    assert written is not None
    assert written.alt == "Neema's hand"
    page = admin_client.get(address).content.decode()
    assert 'name="messages-2-text"' not in page  # one reply at a time


def test_an_empty_reply_is_none(admin_client: Client, letter: Letter) -> None:
    empty = {"text": "", "translation": "", "translator": ""}
    admin_client.post(f"{DESK}{letter.pk}/change/", form(letter, **reply(letter, **empty)))
    assert letter.messages.count() == 1


def test_saving_alone_sends_nothing(admin_client: Client, letter: Letter) -> None:
    admin_client.post(f"{DESK}{letter.pk}/change/", form(letter, **reply(letter)))
    assert Message.objects.unsent_replies().count() == 1
    assert not Announcement.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [({}, "There is no reply to send"), ({"translation": ""}, "The reader needs a translation")],
)
def test_an_unfinished_reply_is_not_sent_and_the_letter_says_why(
    admin_client: Client,
    letter: Letter,
    fields: dict[str, str],
    words: str,
) -> None:
    more = reply(letter, **fields) if fields else {}
    data = form(letter, **more, inbox_letter_send_reply="")
    page = admin_client.post(f"{DESK}{letter.pk}/change/", data).content.decode()
    summary = html.unescape(page).split('id="problems"')[1].split("</section>")[0]
    assert words in summary
    assert "Not saved: one thing is to be mended" in summary
    assert not fields or "Asante!</textarea>" in page  # nothing typed is lost
    assert not Message.objects.filter(author="beekeeper", sent_at__isnull=False).exists()


def test_a_phrase_is_put_at_the_end_of_the_translation(
    admin_client: Client, letter: Letter
) -> None:
    phrase = Phrase.objects.create(title="Greeting", text="Karibu tena.")
    data = form(letter, **{"messages-0-translation": "Habari.", "messages-0-phrase": phrase.pk})
    admin_client.post(f"{DESK}{letter.pk}/change/", data)
    assert Message.objects.get().translation == "Habari.\n\nKaribu tena."


def test_a_sent_reply_stays_as_the_reader_got_it(admin_client: Client) -> None:
    sent = ReplyFactory.create(sent_at=timezone.now())
    data = form(sent.letter, **{"messages-0-translation": "Something else"})
    admin_client.post(f"{DESK}{sent.letter.pk}/change/", data)
    assert Message.objects.get().translation == "Thank you very much!"


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("translate", "translating"),
        ("hand_over", "with_beekeeper"),
        ("close", "closed"),
        ("is_spam", "spam"),
    ],
)
def test_many_letters_are_marked_at_once(admin_client: Client, action: str, status: str) -> None:
    letters = LetterFactory.create_batch(3)
    act(admin_client, action, *letters[:2])
    assert Letter.objects.filter(status=status).count() == 2


def test_what_is_no_spam_becomes_new_again(admin_client: Client) -> None:
    spam = LetterFactory.create(status="spam")
    answered = LetterFactory.create(status="answered")
    act(admin_client, "is_no_spam", spam, answered)
    assert Letter.objects.get(pk=spam.pk).status == "new"
    assert Letter.objects.get(pk=answered.pk).status == "answered"


def test_somebody_takes_a_letter_over(admin_client: Client, letter: Letter) -> None:
    act(admin_client, "take", letter)
    assert str(Letter.objects.get().assignee) == "admin"


def test_an_export_holds_what_is_kept_of_the_reader(admin_client: Client, letter: Letter) -> None:
    copy = act(admin_client, "export", letter).json()
    assert copy["letters"][0]["email"] == "ann@example.org"


def test_deleting_at_the_desk_erases_emails_and_photographs_too(admin_client: Client) -> None:
    reply = ReplyFactory.create(photo=PictureFactory.create())
    AnnouncementFactory.create(message=reply)
    admin_client.post(f"{DESK}{reply.letter.pk}/delete/", {"post": "yes"})
    assert not Letter.objects.exists()
    assert not PictureFactory._meta.model.objects.exists()


def test_the_start_page_counts_what_is_to_do(admin_client: Client) -> None:
    LetterFactory.create_batch(2, active_at=timezone.now() - timedelta(days=20))
    page = admin_client.get("/admin/").content.decode()
    assert "Waiting for more than 14 days" in page
    assert f'href="{DESK}?status__exact=new"' in page


def test_an_account_without_permissions_sees_no_letter(client: Client, letter: Letter) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(DESK).status_code == 403
    assert "14 days" not in client.get("/admin/").content.decode()


def test_an_email_given_up_can_be_tried_again(admin_client: Client) -> None:
    dead = AnnouncementFactory.create(attempts=15)
    data = {"action": "try_again", "_selected_action": [dead.pk]}
    admin_client.post("/admin/inbox/announcement/", data)
    assert Announcement.objects.waiting().get().attempts == 0
