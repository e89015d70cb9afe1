import json

import pytest

from dev.generate.story_types import DOCUMENT, TYPES, Schema, module


def test_the_committed_types_are_what_the_document_says() -> None:
    schemas = json.loads(DOCUMENT.read_text())["components"]["schemas"]
    assert module("Story", schemas) == TYPES.read_text(), "run `make types`"


def test_parts_come_first_and_only_what_may_be_absent_or_null_is_so() -> None:
    schemas: dict[str, Schema] = {
        "Unused": {"type": "string"},
        "Jar": {
            "type": "object",
            "properties": {
                "kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}], "nullable": True},
                "grams": {"type": "integer"},
            },
            "required": ["kind"],
        },
        "Kind": {"type": "string", "enum": ["glass", "tin"]},
    }
    assert module("Jar", schemas).endswith(
        """

type Kind = Literal["glass", "tin"]


class Jar(TypedDict):
    kind: Kind | None
    grams: NotRequired[int]
"""
    )


@pytest.mark.parametrize("form", [{}, {"type": "object"}, {"oneOf": [{"type": "string"}]}])
def test_a_form_without_a_type_is_refused(form: dict[str, object]) -> None:
    jar = {"type": "object", "properties": {"lid": form}}
    with pytest.raises(ValueError, match="no Python type"):
        module("Jar", {"Jar": jar})
