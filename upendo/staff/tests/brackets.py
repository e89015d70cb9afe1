"""A language for tests, whose every message is the English one in brackets."""

import re
import struct
from collections.abc import Iterable
from html.parser import HTMLParser

from django.utils.translation import trans_real

from upendo.insights.figures.funnel import title_of
from upendo.story.built_in_pages import PAGES as PAGES_OF_STORY

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


def compiled(messages: Iterable[str]) -> bytes:
    """Return these messages in brackets as a catalogue for another process, in gettext's format."""
    pairs = [(b"", b"Content-Type: text/plain; charset=UTF-8\n")]
    pairs += [(message.encode(), f"⟦{message}⟧".encode()) for message in sorted(messages)]
    places, texts = b"", b""
    for text in [text for column in zip(*pairs, strict=True) for text in column]:
        places += struct.pack("<II", len(text), 28 + 16 * len(pairs) + len(texts))
        texts += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + places + texts
