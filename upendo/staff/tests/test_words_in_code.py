"""Sentences of the desk in code and scripts go through gettext, whichever page shows them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).parents[2]
GETTEXT = {"gettext", "ngettext", "gettext_lazy", "ngettext_lazy", "gettext_noop", "_"}
# What readers, and those who run or write the software, are told; pages and labels in English.
TOLD_TO_OTHERS = (
    "backing_services.py", "catalogue/api/", "catalogue/maps/extent.py", "catalogue/moving/",
    "catalogue/previews.py", "demo/", "desk/menu.py", "desk/start_page.py",
    "environment.py", "gs1/", "inbox/api/", "inbox/photo_page.py", "inbox/plain_form.py",
    "inbox/private_page.py", "insights/api/", "labels/printing/pdf.py", "labels/site_changes.py",
    "settings.py", "site/", "staff/authentication.py", "staff/logins.py", "story/", "web/",
)  # fmt: skip
OURS_ALL_THE_SAME = "web/apart.py"
LEFT_OUT = {"tests", "migrations", "management", "demo"}  # folders of any app
SENTENCE = re.compile(r"(?=.*[a-z]{2})[A-Z“%…][^<>{}\n]* [^<>{}\n]*[.?!]")
# In scripts: comments, what is given to gettext, and what then is left of words to be shown.
NO_WORDS = re.compile(r"""//[^\n]*|/\*.*?\*/|gettext\((?:\s*"[^"]*",?)+""", re.DOTALL)
SHOWN = re.compile(
    r"""["`](?!\.)[^"`\n]*[a-z]{2} [a-z]{2}[^"`\n]*["`]|textContent(?: =|:) ["`]\w[^"`]*"""
)


def modules() -> Iterator[Path]:
    for file in sorted(CODE.rglob("*.py")):
        name = file.relative_to(CODE).as_posix()
        others = name.startswith(TOLD_TO_OTHERS) and name != OURS_ALL_THE_SAME
        if not (others or LEFT_OUT.intersection(file.relative_to(CODE).parts)):
            yield file


def texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts in a piece of code that are no documentation and not given to gettext."""
    for child in ast.iter_child_nodes(node):
        is_alone = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        called = child.func if isinstance(child, ast.Call) else None
        name = called.id if isinstance(called, ast.Name) else ""
        module = called.value if isinstance(called, ast.Attribute) else None
        is_log = isinstance(module, ast.Name) and module.id == "logger"
        if is_alone or is_log or name in GETTEXT:
            continue
        if isinstance(child, ast.JoinedStr):
            pieces = (p.value if isinstance(p, ast.Constant) else "…" for p in child.values)
            yield "".join(map(str, pieces))
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        else:
            yield from texts(child)


def test_every_sentence_of_the_code_can_be_translated() -> None:
    found = {
        (file.relative_to(CODE).as_posix(), text)
        for file in modules()
        for text in texts(ast.parse(file.read_text()))
        if SENTENCE.fullmatch(text)
    }
    assert found == set()


def test_every_sentence_of_the_scripts_can_be_translated() -> None:
    scripts = [
        path for path in CODE.glob("*/static/**/*.js") if not path.is_relative_to(CODE / "site")
    ]
    found = {
        (script.name, text)
        for script in scripts
        for text in SHOWN.findall(NO_WORDS.sub("", script.read_text()))
    }
    assert scripts
    assert found == set()
