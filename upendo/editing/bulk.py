"""The history of rows that are changed in bulk."""

from collections.abc import Sequence
from typing import Any, Literal

from django.contrib.auth.models import User
from django.db import connection

from upendo.editing.models import WithHistory


def keep_states(
    model: type[WithHistory],
    keys: Sequence[int],
    author: User | None,
    reason: str = "",
    kind: Literal["~", "-"] = "~",
) -> None:
    """Keep the present states of these rows in one statement.

    Somebody has just changed them (~), or is about to delete them (-).
    """
    table: Any = model
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in table.history.model.tracked_fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {quote(table.history.model._meta.db_table)} ({columns},
                history_date, history_type, history_change_reason, history_user_id)
            SELECT {columns}, clock_timestamp(), %s, %s, %s
            FROM {quote(model._meta.db_table)} WHERE id = ANY(%s) ORDER BY id
            """,  # noqa: S608 - the names are those of our tables
            [kind, reason, author.pk if author else None, list(keys)],
        )
