"""Every word of the desk goes through gettext, so that a catalogue makes it speak a language."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.db import DatabaseError, transaction
from django.db.models import CharField, F, Func, TextField, Value
from django.test import Client
from django.urls import reverse
from django.utils.translation import trans_real
from pytest_django import Settings

from upendo.desk.guides import GUIDES
from upendo.desk.implied_names import NAMES, implied_fields, models_of_ours
from upendo.insights.figures.funnel import title_of
from upendo.staff.tests.records import RECORDS
from upendo.staff.tests.test_roles_in_the_admin import PAGES, SENT_ONLY, address
from upendo.story.built_in_pages import PAGES as PAGES_OF_STORY

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβγδεζηθικλμνξοπρστυφχψωϊϋ"
OWN_PAGES = [
    reverse("admin:index"),
    reverse("admin:help"),
    reverse("admin:missing"),
    reverse("admin:password_change"),
    reverse("admin:search") + "?s=x",
    *(reverse("admin:help-guide", args=[guide.name]) for guide in GUIDES),
]
WRITTEN = {"catalogue", "claims", "inbox", "staff"}  # apps with texts that people write
WORDS_IN = {"aria-label", "title", "placeholder", "alt", "data-label"}
# Names, units and kinds of files, which are the same in every language; accounts and their roles.
# So are the titles of readers' pages, which are their own.
SAME = re.compile(
    "|".join(re.escape(title_of(page.name)) for page in PAGES_OF_STORY) + "|"
    r"Upendo Honey|Fairtrade|Avery .*|admin|[Ss]omebody|Manager|Editor|Translator|Reader for shops"
    r"|Administrator|\b(organic|EU|GB|USDA|Canada|Australian certified)\b|"
    r"\b(KML|KMZ|CSV|Excel|PNG|SVG|EPS|PDF|ZPL|GTIN|UTC|px|ha|kg|mm|JPEG)\b"
    r"|\S*[./@_]\S*|\b[A-Z0-9]{2,}\b"
)

# What the tests' records say of themselves, the columns of the table of codes, whose names are the
# file's, and a key of the keyboard in the theme's own window.
SAID = {"Email 1", "Labels", "Ours", "Our bees", "someone", "code", "batch", "beekeeper"}
SAID |= {"retailer", "id", "status", "esc"}
NUMBER = re.compile(r"\d+")


class Pseudo(trans_real.DjangoTranslation):
    """A language whose every message is the English one in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition('\x04')[2]}⟧" if message else ""  # without its context

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class Visible(HTMLParser):
    """Collects what somebody reads or hears on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.told: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.told += [value for name in WORDS_IN if (value := known.get(name))]
        if tag in {"script", "style"} or (
            tag == "span" and "material-symbols" in (known.get("class") or "")
        ):
            self._hidden = 1

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "span"}:
            self._hidden = 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)


def unwrapped(page: str) -> set[str]:
    """Return the words of a page that have not gone through gettext."""
    visible = Visible()
    visible.feed(page)
    found: set[str] = set()
    for said in ["\n".join(visible.text), *visible.told]:
        before, text = "", said
        while text != before:  # from the inner brackets outwards
            before, text = text, re.sub("⟦[^⟦⟧]*⟧", "", text)
        found |= {
            line.strip()
            for line in text.splitlines()
            if re.search("[A-Za-z]{2,}", SAME.sub("", line))
            and NUMBER.sub("1", line.partition(" | ")[0].strip()) not in SAID
        }
    return found


def write_in_greek() -> None:
    """Turn what people have written into letters that no word of ours has."""
    letters = (Value(LATIN + LATIN.upper()), Value(GREEK + GREEK.upper()))
    for model in models_of_ours():
        if model._meta.app_label not in WRITTEN or not model._default_manager.exists():
            continue
        for field in model._meta.concrete_fields:
            if type(field) in (CharField, TextField) and not (field.choices or field.primary_key):
                changed = {field.name: Func(F(field.name), *letters, function="TRANSLATE")}
                try:
                    with transaction.atomic():
                        model._default_manager.update(**changed)
                except DatabaseError:  # the database keeps it, such as the code on a jar
                    continue


@pytest.fixture
def in_brackets(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Have the desk speak the language in brackets."""
    settings.DESK_LANGUAGE = "sw"
    known = trans_real._translations  # type: ignore[attr-defined]  # Django keeps it to itself
    monkeypatch.setitem(known, "sw", Pseudo("sw"))


def pages_of(label: str) -> Iterator[str]:
    pk = RECORDS[label]().pk
    for of, page, name in PAGES:
        if of == label and page not in SENT_ONLY:
            yield address(name, pk)


def test_names_that_django_makes_stand_in_their_list() -> None:
    made = {
        str(field.verbose_name) for model in models_of_ours() for field in implied_fields(model)
    }
    for model in models_of_ours():
        for name in {"verbose_name", "verbose_name_plural"} - model._meta.original_attrs.keys():
            made.add(str(getattr(model._meta, name)))
    assert made == set(NAMES)


@pytest.mark.django_db
def test_every_word_of_the_desk_can_be_translated(in_brackets: None, admin_client: Client) -> None:
    told: dict[str, set[str]] = {}
    for label in sorted({page[0] for page in PAGES}):
        with transaction.atomic():
            pages = list(pages_of(label))
            write_in_greek()
            for page in pages:
                answer = admin_client.get(page)
                if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                    for words in unwrapped(answer.content.decode()):
                        told.setdefault(words, set()).add(page)
            transaction.set_rollback(True)
    for page in OWN_PAGES:
        for words in unwrapped(admin_client.get(page).content.decode()):
            told.setdefault(words, set()).add(page)
    assert told == {}
