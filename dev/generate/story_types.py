"""Writes the story document's types for Python, out of the OpenAPI document: `make types`.

It knows the forms that the story endpoint uses, and refuses others.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCUMENT = Path("frontend/src/api/openapi.json")
TYPES = Path("upendo/story/schema.py")
HEADING = '''\
"""The story document's types. `make types` writes this file: change the serializers instead."""

from typing import Literal, NotRequired, TypedDict
'''
PLAIN = {"boolean": "bool", "integer": "int", "number": "float", "string": "str"}

type Schema = dict[str, Any]


def main() -> None:
    """Write the types of Story and of all that it refers to."""
    TYPES.write_text(module("Story", json.loads(DOCUMENT.read_text())["components"]["schemas"]))


def module(name: str, schemas: dict[str, Schema]) -> str:
    """Return the Python module that defines a schema, and before it each one that it refers to.

    Raises ValueError for a form that has no Python type here.
    """
    names = dict.fromkeys([*_references(schemas[name], schemas), name])
    return "\n\n".join([HEADING, *(_definition(each, schemas[each]) for each in names)])


def _references(form: object, schemas: dict[str, Schema]) -> Iterator[str]:
    """Yield what a form refers to at any depth, each name after those that it needs itself."""
    if isinstance(form, dict):
        if reference := form.get("$ref"):
            yield from _references(schemas[_name(reference)], schemas)
            yield _name(reference)
        form = list(form.values())
    if isinstance(form, list):
        for part in form:
            yield from _references(part, schemas)


def _name(reference: str) -> str:
    return reference.rsplit("/", 1)[-1]


def _definition(name: str, schema: Schema) -> str:
    if "properties" not in schema:
        return f"type {name} = {_type(schema)}\n"
    required = schema.get("required", [])
    lines = [f"class {name}(TypedDict):\n"]
    for field, form in schema["properties"].items():
        its_type = _type(form) if field in required else f"NotRequired[{_type(form)}]"
        lines.append(f"    {field}: {its_type}\n")
    return "".join(lines)


def _type(schema: Schema) -> str:
    return _type_of_value(schema) + (" | None" if schema.get("nullable") else "")


def _type_of_value(schema: Schema) -> str:
    match schema:
        case {"$ref": reference}:
            return _name(reference)
        case {"allOf": [only]}:  # how a reference says that it is read-only, or may be null
            return _type(only)
        case {"enum": values}:
            return f"Literal[{', '.join(map(json.dumps, values))}]"
        case {"type": "array", "items": items}:
            return f"list[{_type(items)}]"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"dict[str, {_type(values)}]"
        case {"type": kind} if kind in PLAIN:
            return PLAIN[kind]
    raise ValueError(f"dev/generate/story_types.py knows no Python type for this form: {schema}")


if __name__ == "__main__":
    main()
