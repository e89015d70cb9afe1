"""A page is the same in the server's engine and in one as new as a browser's.

Where they differ, React in the browser throws the first view away and draws the page anew.
"""

import json
import random
import re
import subprocess
from datetime import date, timedelta
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from upendo.catalogue.tests.factories import JarFactory
from upendo.site.engine import SCRIPT, engine
from upendo.story.built_in_pages import BY_NAME
from upendo.story.document import story_document
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db

STORIES = 40
NODE = Path(".venv/bin/node")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORDS = (
    "Müller & Söhne",
    "علی‌رضا",
    "שרה לוי",
    "李小龍",
    "Ἀθηνᾶ ΟΔΥΣΣΕΥΣ",
    "👩‍👩‍👧 🇹🇿",
    "ﬁne İstanbul ß",
    "two\n\nlines",
    "A very long name " * 6,
)


def made_up(story: Any, chance: random.Random) -> Any:
    """Return a story like this one, with other dates, words, numbers and lengths of lists."""
    match story:
        case dict():
            return {key: _value(key, value, chance) for key, value in story.items()}
        case list():
            return [
                made_up(item, chance) for item in story for _ in range(chance.choice([0, 1, 2]))
            ]
        case bool() | None:
            return story
        case int() | float():
            return type(story)(chance.choice([1, 2, 999, 1000, 12345, story]))
        case str() if DAY.fullmatch(story):
            return _day(chance)
        case _:
            return chance.choice([*WORDS, story])


def _value(key: str, value: Any, chance: random.Random) -> Any:
    # What the program chooses, and what nobody types: addresses, languages, shapes, the code.
    fixed = {"code", "titles", "boundary", "src", "srcset", "sources", "kind", "type", "language"}
    fixed |= {"currency", "latitude", "longitude"}
    if key in fixed or "month" in key or (isinstance(value, str) and "/" in value):
        return value
    return made_up(value, chance)


def _day(chance: random.Random) -> str:
    return str(date(2025, 1, 1) + timedelta(days=chance.randrange(60)))


@pytest.fixture
def cases() -> list[dict[str, Any]]:
    tell_all(JarFactory.create(code="PUREJOY"))
    story = json.loads(json.dumps(story_document("PUREJOY").story, cls=DjangoJSONEncoder))
    told = [story, *(made_up(story, random.Random(seed)) for seed in range(STORIES))]
    found = [
        {"path": f"/app/PUREJOY/{page}", "pageData": {"story": one, "unknown_code": None}}
        for one in told
        for page in BY_NAME
    ]
    for word in WORDS:
        unknown = {"code": word[:16], "suggestions": ["NEAR2"]}
        found.append({"path": "/app/X", "pageData": {"story": None, "unknown_code": unknown}})
    return found


def test_both_draw_the_same(cases: list[dict[str, Any]], tmp_path: Path) -> None:
    file = tmp_path / "pages.json"
    file.write_text(json.dumps(cases))
    command = [NODE, Path(__file__).with_name("draw_in_node.mjs"), SCRIPT, file]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for case, elsewhere in zip(cases, json.loads(output), strict=True):
        here = engine.draw("firstView", case["path"], case["pageData"])
        assert here == elsewhere, _difference(case["path"], here, elsewhere)


def _difference(path: str, here: str, elsewhere: str) -> str:
    one, other = (html.replace(">", ">\n").splitlines() for html in (here, elsewhere))
    return "\n".join([path, *unified_diff(one, other, lineterm="")])
