"""What GS1's resolver standard 1.2.0 asks of its two kinds of JSON, in our own words.

https://ref.gs1.org/standards/resolver/artefacts
"""

# What the standard's schema asks of a set of links, in our own words.
TARGET = {
    "type": "object",
    "properties": {
        "href": {"type": "string", "pattern": "^https?://[a-zA-Z0-9./]+"},
        "title": {"type": "string"},
        "hreflang": {"type": "array", "items": {"pattern": r"^\w{2}(-\w{2})?$"}},
        "type": {"type": "string", "pattern": r"\w+/[-+.\w]+"},
    },
    "required": ["href", "title"],
    "additionalProperties": False,
}
CONTEXT = {
    "type": "object",
    "properties": {
        "anchor": {"type": "string", "pattern": "^https?://[a-zA-Z0-9./]+"},
        "description": {"type": "string"},
    },
    "patternProperties": {
        "^https://ref.gs1.org/voc/[a-zA-Z]+$": {"type": "array", "items": TARGET}
    },
    "required": ["anchor"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {"linkset": {"type": "array", "items": CONTEXT, "minItems": 1}},
    "required": ["linkset"],
    "additionalProperties": False,
}
DESCRIPTION = {
    "type": "object",
    "properties": {
        "resolverRoot": {"type": "string", "pattern": "^https?://"},
        "supportedPrimaryKeys": {"type": "array", "items": {"enum": ["all", "01"]}},
        "linkTypeDefaultCanBeLinkset": {"type": "boolean"},
    },
    "required": ["resolverRoot", "supportedPrimaryKeys"],
}
