"""Brings the rules of rules.toml into a database, in a migration."""

import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "rules.toml"


def seed_rules(apps: Any, schema_editor: object) -> None:
    """Create the rules that are missing. Existing rules stay as managers have edited them."""
    rule_model = apps.get_model("claims", "WordingRule")
    phrases_model = apps.get_model("claims", "WordingPhrases")
    law_model = apps.get_model("claims", "WordingLaw")
    for rule in tomllib.loads(FILE.read_text())["rule"]:
        created, is_new = rule_model.objects.get_or_create(
            name=rule["name"], defaults={"suggestion": rule["suggestion"]}
        )
        if not is_new:
            continue
        exceptions = rule.get("exceptions", {})
        phrases_model.objects.bulk_create(
            phrases_model(
                rule=created,
                language="" if language == "any" else language,
                words=words.strip(),
                exceptions=exceptions.get(language, "").strip(),
            )
            for language, words in rule["words"].items()
        )
        law_model.objects.bulk_create(
            law_model(
                rule=created,
                markets=law["markets"],
                severity=law["severity"],
                reason=law["reason"],
                source=law["source"],
                source_url=law.get("url", ""),
            )
            for law in rule["laws"]
        )
