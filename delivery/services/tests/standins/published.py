"""What the services publish about the answers that delivery relies on, as JSON Schema.

Written after Heroku's Platform API schema (version 3; `release.id` of a promotion's source
since September 2025), the transfers of heroku-cli, and GitHub's REST description of
2022-11-28: the keys used here, their types and their permitted values.
"""

from typing import Any

import jsonschema

TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
UUID = {"type": "string", "pattern": r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
COMMIT = {"type": "string", "pattern": "^[0-9a-f]{40}$"}
COUNT = {"type": "integer", "minimum": 0}


def one_of(*values: str | None) -> dict[str, Any]:
    return {"enum": list(values)}


def record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": sorted(properties)}


def several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


REFERENCE = record(id=UUID)
RELEASE = record(
    addon_plan_names=several(TEXT),
    app=record(id=UUID, name=TEXT),
    created_at=TIME,
    current={"type": "boolean"},
    description=TEXT,
    id=UUID,
    output_stream_url=MAYBE_TEXT,
    slug=maybe(REFERENCE),
    status=one_of("expired", "failed", "pending", "succeeded"),
    updated_at=TIME,
    user=record(email=TEXT, id=UUID),
    version={"type": "integer", "minimum": 1},
)
COUPLING = record(
    app=REFERENCE,
    created_at=TIME,
    id=UUID,
    pipeline=REFERENCE,
    stage=one_of("test", "review", "development", "staging", "production"),
    updated_at=TIME,
)
PROMOTION = record(
    created_at=TIME,
    id=UUID,
    pipeline=REFERENCE,
    source=record(app=REFERENCE, release=REFERENCE),
    status=one_of("pending", "completed"),
    updated_at=maybe(TIME),
)
TARGET = record(
    app=REFERENCE,
    error_message=MAYBE_TEXT,
    id=UUID,
    pipeline_promotion=REFERENCE,
    release=maybe(REFERENCE),
    status=one_of("pending", "succeeded", "failed"),
)
ATTACHMENT = record(
    addon=record(app=record(id=UUID, name=TEXT), id=UUID, name=TEXT),
    app=record(id=UUID, name=TEXT),
    created_at=TIME,
    id=UUID,
    name=TEXT,
    updated_at=TIME,
)
TRANSFER = record(
    created_at=TEXT,
    finished_at=MAYBE_TEXT,
    from_name=TEXT,
    num=COUNT,
    processed_bytes=COUNT,
    started_at=MAYBE_TEXT,
    succeeded={"type": ["boolean", "null"]},
    uuid=UUID,
    warnings=COUNT,
)
STATUS = record(
    context=TEXT,
    created_at=TIME,
    description=MAYBE_TEXT,
    id=COUNT,
    node_id=TEXT,
    state=one_of("error", "failure", "pending", "success"),
    target_url=MAYBE_TEXT,
    updated_at=TIME,
    url=TEXT,
)
CHECK_RUN = record(
    completed_at=maybe(TIME),
    conclusion=one_of(
        "success",
        "failure",
        "neutral",
        "cancelled",
        "skipped",
        "timed_out",
        "action_required",
        None,
    ),
    head_sha=COMMIT,
    html_url=MAYBE_TEXT,
    id=COUNT,
    name=TEXT,
    started_at=maybe(TIME),
    status=one_of("queued", "in_progress", "completed", "waiting", "requested", "pending"),
    url=TEXT,
)
ANSWERS: dict[str, dict[str, Any]] = {
    "release": RELEASE,
    "releases": several(RELEASE),
    "slug": record(commit=MAYBE_TEXT, created_at=TIME, id=UUID, stack=record(id=UUID, name=TEXT)),
    "app": record(
        build_stack=record(name=TEXT), id=UUID, maintenance={"type": "boolean"}, name=TEXT
    ),
    "coupling": COUPLING,
    "promotion": PROMOTION,
    "targets": several(TARGET),
    "attachments": several(ATTACHMENT),
    "transfer": TRANSFER,
    "heroku error": record(id=TEXT, message=TEXT),
    "combined status": record(
        sha=COMMIT,
        state=one_of("failure", "pending", "success"),
        statuses=several(STATUS),
        total_count=COUNT,
        url=TEXT,
    ),
    "check runs": record(check_runs=several(CHECK_RUN), total_count=COUNT),
    "github error": record(message=TEXT),
}
REQUESTS: dict[str, dict[str, Any]] = {
    "promotion": record(
        pipeline=REFERENCE,
        source=record(app=REFERENCE, release=REFERENCE),
        targets=several(record(app=REFERENCE)),
    ),
    "release": record(slug=UUID, description=TEXT),
    "rollback": record(release=UUID),
}


def fault(schema: dict[str, Any], value: object) -> str | None:
    """Why the value is not what was published, or None."""
    error = jsonschema.Draft202012Validator(schema)
    worst = jsonschema.exceptions.best_match(error.iter_errors(value))
    return None if worst is None else f"{worst.json_path}: {worst.message}"
