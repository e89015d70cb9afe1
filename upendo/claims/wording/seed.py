"""Brings the rules of rules.toml and the lists of lists.toml into a database, in a migration."""

import hashlib
import json
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def seed_lists(apps: Any) -> None:
    """Create the lists of words that are missing."""
    list_model = apps.get_model("claims", "WordList")
    for language, lists in tomllib.loads((FOLDER / "lists.toml").read_text()).items():
        for name, words in lists.items():
            list_model.objects.get_or_create(
                name=name, language=language, defaults={"words": "\n".join(phrases_of(words))}
            )


def phrases_of(words: str) -> list[str]:
    """Return the phrases of a list of the file, between whose phrases commas stand."""
    return [" ".join(phrase.split()) for phrase in words.split(",")]


def seed_rules(apps: Any, replaceable: Collection[str] = ()) -> None:
    """Create the rules that are missing, and write those anew whose digest is among these.

    All others stay as managers have edited them.
    """
    rule_model = apps.get_model("claims", "WordingRule")
    for rule in tomllib.loads((FOLDER / "rules.toml").read_text())["rule"]:
        row, is_new = rule_model.objects.get_or_create(
            name=rule["name"], defaults={"suggestion": rule["suggestion"]}
        )
        if is_new or digest(row) in replaceable:
            row.suggestion = rule["suggestion"]
            row.certificate = rule.get("certificate", "")
            row.save()
            _write_parts(row, rule)


def digest(row: Any) -> str:
    """Return what tells whether somebody has changed a rule's words."""
    words = row.phrases.order_by("language").values_list("language", "words", "exceptions")
    return hashlib.sha256(json.dumps(list(words)).encode()).hexdigest()[:12]


def _write_parts(row: Any, rule: dict[str, Any]) -> None:
    row.phrases.all().delete()
    row.laws.all().delete()
    exceptions = rule.get("exceptions", {})
    for language, words in rule["words"].items():
        row.phrases.create(
            language="" if language == "any" else language,
            words=words.strip(),
            exceptions=exceptions.get(language, "").strip(),
        )
    for law in rule["laws"]:
        row.laws.create(
            markets=law["markets"],
            severity=law["severity"],
            reason=law["reason"],
            source=law["source"],
            source_url=law.get("url", ""),
        )
